"""Explorers for turning, shrinking and enlarging."""

import numpy as np

from .. import data
from ..transform import rescale
from ..transform import rotate as turn
from .engine import explorer

BETWEEN = {"nearest pixel": 0, "between the pixels": 1}
ALL = ", channel_axis=-1 if image.ndim == 3 else None"


def rotate_view(image, angle=-30, whole=False, values="between the pixels"):
    """Turn a picture about its middle; a positive angle turns counter-clockwise."""
    order = 0 if image.dtype == bool else BETWEEN[values]
    result = turn(image, angle, resize=whole, order=order)
    return {
        "picture": image,
        "turned": result,
        "text": f"{'Clockwise' if angle < 0 else 'Counter-clockwise'} by {abs(angle)} degrees: "
        f"shape {image.shape} becomes <b>{result.shape}</b>, {image.dtype} becomes {result.dtype}.",
    }


rotate = explorer(
    rotate_view,
    code=lambda angle, whole, values: f"rotate(image, {angle}, resize={whole}, order={BETWEEN[values]})",
    sample=data.chelsea,
    side=512,
    angle=(-180, 180, 1),
    whole=bool,
    values=list(BETWEEN),
)


def shrink_view(image, divide_by=9, anti_aliasing=False):
    """Make a picture smaller, with and without smoothing it first."""
    channels = -1 if image.ndim == 3 else None
    result = rescale(image, 1 / divide_by, anti_aliasing=anti_aliasing, order=1, channel_axis=channels)
    told = "none is left out" if divide_by == 1 else "those between were left out"
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
    sample=data.brick,
    divide_by=(1, 12, 1),
    anti_aliasing=bool,
    still={"divide_by": 2},  # the chapter asks at which division the wall begins to break
)


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
    sample=data.rocket,
    times=(1, 12, 1),
    values=list(BETWEEN),
)
