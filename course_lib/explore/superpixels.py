"""The explorer of superpixels."""

import numpy as np

from .. import plainly
from ..color import label2rgb
from ..segmentation import mark_boundaries, slic
from .engine import explorer
from .prepare import QUICK_SIDE
from .samples import face


def superpixels_view(image, n_segments=400, compactness=10, sigma=0.0):
    """Cut a picture into superpixels: their number, how much place counts against colour, smoothing before."""
    labels = slic(image, n_segments, compactness, sigma=sigma)
    sizes = np.bincount(labels.ravel())[1:]
    return {
        "boundaries": mark_boundaries(image, labels),
        "each piece in its mean colour": label2rgb(labels, image, kind="avg"),
        "text": f"<b>{labels.max()}</b> pieces, the smallest of {sizes.min()} pixels, the largest of {sizes.max()}, "
        f"the middle one of {np.median(sizes):.0f}.",
    }


superpixels = explorer(
    superpixels_view,
    code="segments = segmentation.slic(image, n_segments={n_segments}, compactness={compactness}, sigma={sigma:.1f})\n"
    "segmentation.mark_boundaries(image, segments)",
    reads=(slic, plainly.nearest_centres),
    sample=face,
    takes="colour",
    preview=0.5,
    side=QUICK_SIDE,
    n_segments=(10, 1000, 10),
    compactness=[0.1, 1, 10, 100, 1000],
    sigma=(0.0, 5.0, 0.5),
)
