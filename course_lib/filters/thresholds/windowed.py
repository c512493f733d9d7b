"""What local thresholds look at: the window around each pixel, its mean and how much it varies."""

import numpy as np

from ...base.checks import check_grey
from ...base.dtype import float_dtype
from ...base.parameters import check_room
from ..windows import window_mean


def check_window(size):
    """Return a window as two odd numbers (rows, cols), or say what is wrong with it."""
    pair = np.asarray(size)
    if pair.dtype.kind not in "iu" or pair.shape not in ((), (2,)) or (pair < 1).any() or (pair % 2 == 0).any():
        raise ValueError(
            f"expected the window as an odd whole number (3, 5, 7, …) or two of them, got {size!r}; "
            "only an odd window has a pixel in its middle"
        )
    size = tuple(int(n) for n in np.broadcast_to(pair, 2))
    check_room("the window", size)
    return size


def mean_and_deviation(image, window_size):
    """Return the mean and the standard deviation of the window around each pixel."""
    image = check_grey(image)
    size, dtype = check_window(window_size), float_dtype(image.dtype)
    middle = image.mean(dtype=float)  # smaller numbers, smaller rounding
    values = image - middle if image.dtype.kind == "f" else image
    mean = window_mean(values, size, "mirror")
    wide = np.int32 if image.dtype in (np.uint8, np.int8) else float  # holds the squares
    deviation = window_mean(values.astype(wide) ** 2, size, "mirror")
    deviation -= mean**2  # the variance, so far
    np.sqrt(np.maximum(deviation, 0, out=deviation), out=deviation)
    if image.dtype.kind == "f":
        mean += middle
    return mean.astype(dtype, copy=False), deviation.astype(dtype, copy=False)
