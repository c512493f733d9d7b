"""Statistics of the window around each pixel, at a cost that does not grow with the window (or hardly)."""

import numpy as np

from ..arrays import pad
from .smoothing import NETWORK_LIMIT, median


def window_sums(image, size, mode="reflect", cval=0.0):
    """Return the sum over the (rows, cols) window around each pixel: exact for integers.

    A running sum along each axis in turn; a window's sum is the difference of two of its values.
    """
    small = image.dtype.kind in "bui" and image.dtype.itemsize <= 2 and size[0] * size[1] < 2**15
    exact = image.astype(np.int32 if small else float)  # floats are exact too, for sums up to 2**53
    padded = pad(exact, [(n // 2, n // 2) for n in size], mode, cval)
    return _sums_of_lines(_sums_of_lines(padded, size[0], axis=0), size[1], axis=1)


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

    Several levels are counted in one running sum: each has its own lane of a 64-bit number. The lanes wrap
    around while summing, and are right again in the difference, which fits.
    """
    area = size[0] * size[1]
    lane = np.uint8 if area < 2**8 else np.uint16 if area < 2**16 else np.uint32
    lanes = 8 // np.dtype(lane).itemsize
    every = np.arange(count)[:, np.newaxis]
    below = np.zeros((ranks.shape[0] - size[0] + 1, ranks.shape[1] - size[1] + 1, lanes), lane)
    for first in range(0, count, lanes):
        reached = (every <= np.arange(first, first + lanes)).astype(lane).view(np.uint64)[:, 0]
        sums = _sums_of_lines(_sums_of_lines(reached[ranks], size[0], axis=0), size[1], axis=1)
        below += sums.view(lane).reshape(below.shape) <= area // 2
    return below.sum(axis=-1, dtype=np.intp)


def _sums_of_lines(lines, length, axis):
    """Return the sums of `length` neighbours along one axis; the result is shorter by length - 1."""
    shape = list(lines.shape)
    shape[axis] += 1
    running = np.zeros(shape, lines.dtype)
    after_first = [slice(None)] * 2
    after_first[axis] = slice(1, None)
    np.cumsum(lines, axis=axis, out=running[tuple(after_first)])
    ends, starts = [slice(None)] * 2, [slice(None)] * 2
    ends[axis], starts[axis] = slice(length, None), slice(None, -length)
    return running[tuple(ends)] - running[tuple(starts)]
