"""The explorer of local thresholds: one level for each pixel."""

import numpy as np

from .. import data, filters
from .engine import explorer


def local_threshold_view(image, method="mean", block_size=35, offset=0.0):
    """Give every pixel a threshold of its own, from the window around it."""
    surface = filters.threshold_local(image, block_size, method=method, offset=offset)
    mask = image > surface
    return {
        "picture": image,
        "its thresholds": surface.clip(0, 255).astype(np.uint8) if image.dtype == np.uint8 else surface.clip(0, 1),
        "mask": mask,
        "text": f"White: <b>{mask.mean():.1%}</b> of the pixels. The thresholds go from {surface.min():.3g} "
        f"to {surface.max():.3g}.",
    }


local_threshold = explorer(
    local_threshold_view,
    code="mask = image > filters.threshold_local(image, {block_size}, method={method!r}, offset={offset:.4g})",
    reads=filters.threshold_local,
    sample=lambda: data.load("page_dim"),
    takes="grey",
    method=["gaussian", "mean", "median"],
    block_size=(3, 101, 2, 35),
    offset=lambda image: (-40.0, 40.0, 1.0, 0.0) if image.dtype == np.uint8 else (-0.2, 0.2, 0.005, 0.0),
)
