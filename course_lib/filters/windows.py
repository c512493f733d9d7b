"""Statistics of the window around each pixel, at a cost that does not grow with the window (or hardly).

The median is as plainly.median, 20 times as fast for 15 x 15 pixels of 8 bits: neighbours are not sorted, but counted
level by level, eight levels in one sum (see `count_in_lanes`).
"""

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

    Large windows of pictures with few grey levels go level by level: count the pixels of the window up to each level;
    the median is the first level with more than half of them. Else the pixels are sorted.
    """
    area = size[0] * size[1]
    levels = np.unique(image)
    if area <= NETWORK_LIMIT or len(levels) > 2 * area:
        return median(image, np.ones(size, bool), mode, cval)
    padded = pad(image, [(n // 2, n // 2) for n in size], mode, cval)
    levels = np.unique(padded)  # with mode="constant", `cval` is one more
    return levels[_levels_below_median(np.searchsorted(levels, padded), size)]


def _levels_below_median(ranks, size):
    """Return the rank of each window's median: the number of ranks that at most half of its pixels lie at or below.

    >>> _levels_below_median(np.array([[0, 2, 5]]), (1, 3))
    array([[2]])
    """
    half = size[0] * size[1] // 2
    counts = count_in_lanes(ranks, size)
    below, lanes = (counts <= half).astype(counts.dtype), counts.shape[-1]
    for first in range(lanes, int(ranks.max()) + 1, lanes):
        below += count_in_lanes(ranks, size, first) <= half
    return below.sum(axis=-1, dtype=np.intp)


def count_in_lanes(ranks, size, first=0):
    """Return how many pixels of each window have a rank up to `first`, up to first + 1, …: eight counts in one sum.

    For windows of less than 256 pixels, a count fits into 8 bits. So eight of them lie side by side in a number of
    64 bits, one to a lane, and adding two such numbers adds all lanes. Larger windows have wider lanes, and fewer of
    them. The window below has three pixels, of ranks 0, 2 and 5:

        rank up to      0 1 2 3 4 5 6 7
        first pixel     1 1 1 1 1 1 1 1
        second pixel    0 0 1 1 1 1 1 1
        third pixel     0 0 0 0 0 1 1 1
        their sum       1 1 2 2 2 3 3 3

    >>> count_in_lanes(np.array([[0, 2, 5]]), (1, 3))
    array([[[1, 1, 2, 2, 2, 3, 3, 3]]], dtype=uint8)
    """
    area = size[0] * size[1]
    lane = np.uint8 if area < 2**8 else np.uint16 if area < 2**16 else np.uint32
    lanes = 8 // np.dtype(lane).itemsize
    every_rank = np.arange(ranks.max() + 1)[:, np.newaxis]
    number_of_rank = (every_rank <= np.arange(first, first + lanes)).astype(lane).view(np.uint64)[:, 0]
    sums = np.ascontiguousarray(_sums_inside(number_of_rank[ranks], size))
    return sums.view(lane).reshape(*sums.shape, lanes)
