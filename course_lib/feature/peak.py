"""Peaks: pixels with no higher pixel nearby."""

import numpy as np

from ..base.checks import check_grey
from ..base.parameters import check_count, check_number
from ..morphology.extremes import extremes


def peak_local_max(
    image, min_distance=1, threshold_abs=None, threshold_rel=None, exclude_border=True, num_peaks=np.inf
):
    """Find the pixels that are the highest of their surroundings.

    Parameters
    ----------
    image : (rows, cols) array
    min_distance : int
        A peak is the highest within so many rows and columns, 1 or more.
    threshold_abs : float, optional
        Peaks are above it. Default: the smallest value.
    threshold_rel : float, optional
        Peaks are above this share of the largest value; the larger of both thresholds counts.
    exclude_border : bool, int or (rows, cols)
        Leave out peaks so close to the border; True: closer than `min_distance`.
    num_peaks : int, optional
        At most this many, the highest. Default: all.

    Returns
    -------
    peaks : (n, 2) array of int64
        Points (row, col), the highest first; equal ones in reading order.

    Raises
    ------
    ValueError
        For what is not (rows, cols), and parameters that cannot be meant.
    TypeError
        For distances and numbers of peaks that are no whole numbers, and thresholds that are no numbers.

    Notes
    -----
    Of equal pixels closer than `min_distance` the first in reading order is kept, so for 1 all of a
    plateau: see `corner_peaks`. A constant picture has no peak.

    References
    ----------
    Gonzalez, Woods (2018): Digital Image Processing, 4th edition, section 9.8 (grey dilation).

    Examples
    --------
    >>> import numpy as np
    >>> image = np.zeros((5, 7))
    >>> image[2, 2], image[2, 4] = 1.5, 1
    >>> peak_local_max(image, min_distance=1)
    array([[2, 2],
           [2, 4]])
    >>> peak_local_max(image, min_distance=2)
    array([[2, 2]])
    """
    response = check_grey(image)
    distance = check_count("min_distance", min_distance, least=1)
    borders = _border_widths(exclude_border, distance)
    highest = window_maximum(response, distance)
    is_peak = response == highest
    if is_peak.all():
        return np.empty((0, 2), np.int64)
    is_peak &= response > _threshold(response, threshold_abs, threshold_rel)
    rows, cols = (slice(width, max(size - width, 0)) for width, size in zip(borders, response.shape, strict=True))
    peaks = np.argwhere(is_peak[rows, cols]) + np.array([rows.start, cols.start])
    # reversed, sorted upwards and reversed again: the highest first, and equal ones still in reading order
    peaks = peaks[::-1][np.argsort(response[tuple(peaks[::-1].T)], kind="stable")][::-1]
    peaks = spaced(peaks, response[tuple(peaks.T)], distance - 1, response.shape)
    return peaks[: most_peaks(num_peaks)]


def most_peaks(num_peaks):
    """Return how many peaks are wanted at most, None for all: given as None or as infinity."""
    everything = num_peaks is None or (isinstance(num_peaks, float) and num_peaks == np.inf)
    return None if everything else check_count("num_peaks", num_peaks, least=0)


def window_maximum(image, distance):
    """Return the highest value within `distance` rows and columns of each pixel.

    Examples
    --------
    >>> import numpy as np
    >>> window_maximum(np.array([[1, 0, 0, 0, 2]]), 1)
    array([[1, 1, 0, 2, 2]])
    """
    reach = [min(distance, size) for size in image.shape]
    window = np.ones([2 * size + 1 for size in reach], bool)
    return extremes(image, window, reach, np.maximum, "nearest")


def spaced(peaks, heights, distance, shape):
    """Drop each peak that has an equal, earlier one within `distance` rows and columns.

    Parameters
    ----------
    peaks : (n, 2) array of integers
        Sorted by height; each already the highest within `distance`, so close ones are equal.
    heights : (n,) array
    distance : int
    shape : (rows, cols)

    Examples
    --------
    >>> import numpy as np
    >>> spaced(np.array([[0, 0], [0, 1], [0, 3]]), np.ones(3), 1, (1, 4))
    array([[0, 0],
           [0, 3]])
    """
    equal = heights[1:] == heights[:-1]
    if distance < 1 or not equal.any():
        return peaks
    has_equal = np.zeros(len(peaks), bool)
    has_equal[1:] |= equal
    has_equal[:-1] |= equal
    keep = np.ones(len(peaks), bool)
    taken = np.zeros(shape, bool)
    for i in np.flatnonzero(has_equal).tolist():
        row, col = peaks[i].tolist()
        keep[i] = not taken[row, col]
        if keep[i]:
            taken[max(row - distance, 0) : row + distance + 1, max(col - distance, 0) : col + distance + 1] = True
    return peaks[keep]


def _threshold(image, threshold_abs, threshold_rel):
    level = image.min() if threshold_abs is None else check_number("threshold_abs", threshold_abs)
    if threshold_rel is not None:
        level = max(level, check_number("threshold_rel", threshold_rel) * image.max())
    return level


def _border_widths(exclude_border, distance):
    if isinstance(exclude_border, (bool, np.bool_)):
        return (distance * bool(exclude_border),) * 2
    widths = exclude_border if isinstance(exclude_border, (tuple, list)) else (exclude_border,) * 2
    if len(widths) != 2:
        raise ValueError(f"exclude_border is True, a number of pixels, or (rows, cols), got {exclude_border!r}")
    return tuple(check_count("exclude_border", width, least=0) for width in widths)
