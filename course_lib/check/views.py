"""The pictures of a verdict, so that they can be compared by eye."""

import numpy as np

from ..show import display_range


def comparable(pictures):
    """Return the pictures that can be shown; "expected" and "yours" on one scale, which is that of the expected one."""
    shown = {title: np.asarray(picture) for title, picture in pictures.items() if can_be_shown(picture)}
    if "expected" not in shown or "yours" not in shown:
        return shown
    low, high = _range_of(shown["expected"])
    for title in ("expected", "yours"):
        shown[title] = np.clip((shown[title].astype(float) - low) / (high - low), 0, 1)
    return shown


def _range_of(picture):
    """Return what is black and what is white: for classes and labels their own least and largest number."""
    if picture.dtype.kind in "iu" and picture.dtype.itemsize > 1:
        low = int(picture.min())
        return low, max(int(picture.max()), low + 1)
    return display_range(picture)


def can_be_shown(picture):
    """Tell whether this is a picture with finite numbers, grey or of three channels."""
    array = np.asarray(picture)
    if array.dtype.kind not in "buif" or not array.size:
        return False
    return (array.ndim == 2 or (array.ndim == 3 and array.shape[-1] == 3)) and bool(np.isfinite(array).all())
