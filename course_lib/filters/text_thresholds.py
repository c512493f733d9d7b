"""Local thresholds for text: they look at the mean of a window and at how much it varies."""

import numpy as np

from .._numbers import check_number
from ..arrays import check_grey, float_dtype
from .local_threshold import check_window
from .windows import window_mean


def threshold_niblack(image, window_size=15, k=0.2):
    """Find a level for each pixel: the mean of its window, less k standard deviations.

    level = m - k s

    Parameters
    ----------
    image : array (rows, cols)
        Any number type; values are kept as they are.
    window_size : odd int, or (rows, cols)
        The window: a little larger than a letter.
    k : number
        How far below the mean the ink must lie.

    Returns
    -------
    array (rows, cols)
        The levels: paper = image > level. float32 for float32 and float16, else float64.

    Raises
    ------
    ValueError
        For an even window, a k that is not finite, or a colour picture.
    TypeError
        For a k that is no number.

    Notes
    -----
    At the border the picture is mirrored (without its edge). The cost does not grow with the window.

    References
    ----------
    W. Niblack, An Introduction to Digital Image Processing (1986), 115-116.

    Examples
    --------
    >>> threshold_niblack(np.array([[0, 0, 0], [0, 9, 0], [0, 0, 0]]), 3, k=0.5).round(2)[1]
    array([ 0.13, -0.41,  0.13])
    """
    mean, deviation = mean_and_deviation(image, window_size)
    return mean - check_number("k", k) * deviation


def threshold_sauvola(image, window_size=15, k=0.2, r=None):
    """Find a level for each pixel that falls below the mean where the window varies little.

    level = m (1 + k (s / r - 1))

    Parameters
    ----------
    image : array (rows, cols)
        Any number type; values are kept as they are.
    window_size : odd int, or (rows, cols)
        The window: a little larger than a letter.
    k : number
        How far the level falls on an even area.
    r : number, optional
        The largest standard deviation there can be; half of the type's range if left out (uint8: 127.5, floats: 1).

    Returns
    -------
    array (rows, cols)
        The levels: paper = image > level. float32 for float32 and float16, else float64.

    Raises
    ------
    ValueError
        For an even window, a k or r that is not finite, r = 0, or a colour picture.
    TypeError
        For a k or r that is no number.

    Notes
    -----
    At the border the picture is mirrored (without its edge). The cost does not grow with the window.

    References
    ----------
    J. Sauvola, M. Pietikäinen, "Adaptive Document Image Binarization", Pattern Recognition 33 (2000).

    Examples
    --------
    >>> threshold_sauvola(np.full((3, 3), 100, np.uint8), 3)[0]
    array([80., 80., 80.])
    """
    mean, deviation = mean_and_deviation(image, window_size)
    r = (
        _half_range(np.asarray(image).dtype)
        if r is None
        else check_number("r", r, meaning="the largest standard deviation")
    )
    if r == 0:
        raise ValueError("expected r, the largest standard deviation, as a number other than 0; 127.5 suits 8 bits")
    return mean * (1 + check_number("k", k) * (deviation / r - 1))


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


def _half_range(dtype):
    if dtype.kind in "ui":
        return (float(np.iinfo(dtype).max) - float(np.iinfo(dtype).min)) / 2
    return 0.5 if dtype.kind == "b" else 1.0
