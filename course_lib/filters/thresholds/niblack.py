"""Niblack's method: for text, a level below the mean of each window by how much it varies."""

from ...base.parameters import check_number
from .windowed import mean_and_deviation


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
    >>> import numpy as np
    >>> threshold_niblack(np.array([[0, 0, 0], [0, 9, 0], [0, 0, 0]]), 3, k=0.5).round(2)[1]
    array([ 0.13, -0.41,  0.13])
    """
    mean, deviation = mean_and_deviation(image, window_size)
    return mean - check_number("k", k) * deviation
