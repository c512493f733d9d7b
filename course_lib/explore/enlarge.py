"""The explorer of enlarging."""

import numpy as np

from .. import data
from ..transform import rescale
from .engine import explorer
from .resampling import ALL, BETWEEN


def middle_of(image):
    """Return the slices of the 48 x 48 pixels in the middle of a picture, or of all where there are fewer."""
    return tuple(slice(max(n // 2 - 24, 0), min(n // 2 + 24, n)) for n in image.shape[:2])


def _enlarge_code(image, times, values):
    part = ", ".join(f"{s.start}:{s.stop}" for s in middle_of(image))
    return f"image = image[{part}]\nrescale(image, {times}, order={BETWEEN[values]}{ALL})"


def enlarge_view(image, times=6, values="nearest pixel"):
    """Enlarge the middle of a picture: between the pixels, values have to be made up."""
    patch = image[middle_of(image)]
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
    code=_enlarge_code,
    reads=rescale,
    sample=data.rocket,
    times=(1, 12, 1),
    values=list(BETWEEN),
)
