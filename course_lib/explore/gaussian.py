"""The explorer of smoothing with a Gaussian."""

import numpy as np

from .. import data, filters
from ..base.kernels import gaussian_kernel
from ..util import img_as_float
from .engine import explorer
from .panes import GREY, ORANGE, Chart, Curve


def gaussian_view(image, sigma=2.0):
    """Smooth a picture with a Gaussian, and see the kernel and one row of pixels before and after."""
    smooth = filters.gaussian(image, sigma, channel_axis=-1 if image.ndim == 3 else None)
    weights = gaussian_kernel(sigma)
    half = len(weights) // 2
    before, after = (_middle_row(img_as_float(p)) for p in (image, smooth))
    cols = np.arange(len(before))
    return {
        "picture": image,
        "smoothed": smooth,
        # with a 0 at both ends: a single weight alone would draw no line
        "the kernel's weights": Chart(
            (Curve(np.arange(-half - 1, half + 2), np.pad(weights, 1)),), xlabel="pixels away"
        ),
        "the middle row": Chart(
            (Curve(cols, before, GREY, label="before"), Curve(cols, after, ORANGE, label="after")), xlabel="column"
        ),
        "text": f"Width of the kernel in pixels: {2 * half + 1}; its middle weighs <b>{weights[half]:.3f}</b>.",
    }


def _middle_row(image):
    row = image[len(image) // 2]
    return row if row.ndim == 1 else row.mean(axis=-1)


gaussian = explorer(
    gaussian_view,
    code="gaussian(image, sigma={sigma:.4g}, channel_axis=-1 if image.ndim == 3 else None)",
    reads=(filters.gaussian, gaussian_kernel),
    sample=lambda: data.load("chateau")[::2, ::2],
    sigma=(0.0, 20.0, 0.1),
)
