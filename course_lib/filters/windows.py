"""Statistics of the window around each pixel, at a cost that does not grow with the window (or hardly)."""

import numpy as np

from ..base.lines import as_picture, run_sum
from ..base.padding import pad
from .smoothing import NETWORK_LIMIT, median


def window_sums(image, size, mode="reflect", cval=0.0):
    """Return the sum over the (rows, cols) window around each pixel: exact for integers.

    Columns are summed first, then rows of these sums.
    """
    largest = max(-int(image.min()), int(image.max())) if image.dtype.kind in "bui" else np.inf
    small = largest * size[0] * size[1] < 2**31
    exact = image.astype(np.int32 if small else float)  # floats are exact too, for sums up to 2**53
    padded = pad(exact, [(n // 2, n // 2) for n in size], mode, cval)
    return _sums_inside(padded, size)


def _sums_inside(image, size):
    """Return the sums over all (rows, cols) windows that lie inside."""
    rows, cols = image.shape
    line = run_sum(run_sum(image.ravel(), cols, size[0]), 1, size[1])
    return as_picture(line, cols, (rows - size[0] + 1, cols - size[1] + 1))


def window_mean(image, size, mode="reflect", cval=0.0):
    """Return the mean over the (rows, cols) window around each pixel, as float64."""
    return window_sums(image, size, mode, cval) / (size[0] * size[1])


def window_median(image, size, mode="reflect", cval=0.0):
    """Return the median over the (rows, cols) window around each pixel.

    Large windows of pictures with few grey levels go level by level: the median is the number of levels
    that too few of the window's pixels reach up to. Else the pixels are sorted.
    """
    area = size[0] * size[1]
    levels = np.unique(image)
    if area <= NETWORK_LIMIT or len(levels) > 2 * area:
        return median(image, np.ones(size, bool), mode, cval)
    padded = pad(image, [(n // 2, n // 2) for n in size], mode, cval)
    levels = np.unique(padded)  # with mode="constant", `cval` is one more
    return levels[_levels_below_median(np.searchsorted(levels, padded), len(levels), size)]


def _levels_below_median(ranks, count, size):
    """Return how many of the ranks 0 … count - 1 lie below the median of each window.

    Several levels are counted in one sum: each has its own lane of a 64-bit number.
    """
    area = size[0] * size[1]
    lane = np.uint8 if area < 2**8 else np.uint16 if area < 2**16 else np.uint32
    lanes = 8 // np.dtype(lane).itemsize
    every = np.arange(count)[:, np.newaxis]
    below = np.zeros((ranks.shape[0] - size[0] + 1, ranks.shape[1] - size[1] + 1, lanes), lane)
    for first in range(0, count, lanes):
        reached = (every <= np.arange(first, first + lanes)).astype(lane).view(np.uint64)[:, 0]
        sums = np.ascontiguousarray(_sums_inside(reached[ranks], size))
        below += sums.view(lane).reshape(below.shape) <= area // 2
    return below.sum(axis=-1, dtype=np.intp)
