"""The explorer of shrinking, with and without smoothing before."""

from .. import data
from ..transform import rescale
from .engine import explorer
from .resampling import ALL

_COUNTED = {1: "all are kept", 2: "each is the mean of 2 x 2"}


def shrink_view(image, divide_by=9, anti_aliasing=False):
    """Make a picture smaller, with and without smoothing it first."""
    channels = -1 if image.ndim == 3 else None
    result = rescale(image, 1 / divide_by, anti_aliasing=anti_aliasing, order=1, channel_axis=channels)
    told = _COUNTED.get(divide_by, f"of each {divide_by} x {divide_by} pixels at most 4 count, the others are left out")
    if anti_aliasing and divide_by > 1:
        told = f"a Gaussian with sigma {(divide_by - 1) / 2:.4g} smoothed them first"
    return {
        "picture": image,
        "smaller": result,
        "text": f"{image.shape[0]} x {image.shape[1]} pixels become <b>{result.shape[0]} x {result.shape[1]}</b>; "
        f"{told}.",
    }


shrink = explorer(
    shrink_view,
    code="rescale(image, 1 / {divide_by}, anti_aliasing={anti_aliasing}, order=1" + ALL + ")",
    reads=rescale,
    sample=data.brick,
    divide_by=(1, 12, 1),
    anti_aliasing=bool,
    still={"divide_by": 2},  # the chapter asks at which division the wall begins to break
)
