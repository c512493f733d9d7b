"""The explorer of enlarging."""

import numpy as np

from .. import data
from ..transform import rescale
from .engine import explorer
from .resampling import ALL, BETWEEN


def enlarge_view(image, times=6, values="nearest pixel"):
    """Enlarge the middle of a picture: between the pixels, values have to be made up."""
    rows, cols = (n // 2 for n in image.shape[:2])
    patch = image[max(rows - 24, 0) : rows + 24, max(cols - 24, 0) : cols + 24]
    channels = -1 if patch.ndim == 3 else None
    order = 0 if patch.dtype == bool else BETWEEN[values]
    result = rescale(patch, times, order=order, channel_axis=channels)
    return {
        "the middle of the picture": patch,
        "enlarged": result,
        "text": f"{patch.shape[0] * patch.shape[1]:,} pixels were measured; the <b>"
        f"{result.shape[0] * result.shape[1]:,}</b> pixels on the right are made of them: "
        f"{len(np.unique(patch)):,} different values became {len(np.unique(result)):,}.",
    }


enlarge = explorer(
    enlarge_view,
    code=lambda times, values: f"rescale(image, {times}, order={BETWEEN[values]}{ALL})",
    reads=rescale,
    sample=data.rocket,
    times=(1, 12, 1),
    values=list(BETWEEN),
)
