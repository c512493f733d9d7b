"""Sauvola's method: for text, a level that falls where the window varies little, as on blank paper."""

import numpy as np

from ...base.dtype import warn_of_small_numbers
from ...base.parameters import check_number
from .windowed import mean_and_deviation


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
    r = _half_range(np.asarray(image)) if r is None else check_number("r", r, meaning="the largest standard deviation")
    if r == 0:
        raise ValueError("expected r, the largest standard deviation, as a number other than 0; 127.5 suits 8 bits")
    return mean * (1 + check_number("k", k) * (deviation / r - 1))


def _half_range(image):
    dtype = image.dtype
    if dtype.kind in "ui":
        warn_of_small_numbers(image, "pass r, the largest standard deviation: 127.5 suits numbers up to 255")
        return (float(np.iinfo(dtype).max) - float(np.iinfo(dtype).min)) / 2
    return 0.5 if dtype.kind == "b" else 1.0
