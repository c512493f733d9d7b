"""The least (or largest) value under a footprint, for every pixel at once.

As plainly.erosion and plainly.dilation, but a footprint is cut into rectangles, and the extremes over a rectangle come
from running extremes along its rows and then its columns. A run over 2 n pixels is the extreme of two runs over n: a
wide footprint costs little more than a small one.

        . # # .        two rectangles: one row of 2, and two rows of 4
        # # # #
        # # # #        runs of 2:  ab bc cd de …     of 4, each from two of them:  ab+cd bc+de …

A band of rows is one long line, so that a run is one pass over it. Here the rows are 5 long, the footprint has two rows
of 3, and P tells where the results for the first pixels of all windows lie:

        a b c d e        the line     a b c d e f g h i j
        f g h i j        P            P P P . .

The window that begins at d would run over the end of its row, d e f: `as_picture` leaves such results out.
"""

import itertools

import numpy as np

from ..base.bands import fill
from ..base.checks import check_grey
from ..base.lines import as_picture
from ..base.padding import pad


def check_footprint(footprint):
    """Return a footprint as booleans, the cross of a pixel and its four neighbours for None."""
    if footprint is None:
        return np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], bool)
    footprint = check_grey(footprint, "footprint") != 0
    if not footprint.any():
        raise ValueError("the footprint has no neighbour in it; set at least one of its values to 1")
    return footprint


def mirrored(footprint, centre):
    """Return a footprint after half a turn, and where its centre lies then.

    >>> mirrored(np.array([[1, 0, 0, 0]]), (0, 2))
    (array([[0, 0, 0, 1]]), [0, 1])
    """
    return footprint[::-1, ::-1], [size - 1 - c for size, c in zip(footprint.shape, centre, strict=True)]


def extremes(image, footprint, centre, pick, mode, cval=0):
    """Return out[r, c] = the extreme of image[r + i - centre_r, c + j - centre_c] over the footprint's ones (i, j).

    `pick` is np.minimum or np.maximum. The mode "ignore" leaves out what lies outside of the picture.

    >>> extremes(np.array([[3, 1, 2]]), np.ones((1, 2), bool), (0, 0), np.minimum, "ignore")
    array([[1, 1, 2]])
    """
    rows, cols = image.shape
    padded = _bordered(image, footprint.shape, centre, pick, mode, cval)
    parts = sorted(rectangles(footprint))  # by width, and then by height: each grows out of the one before

    def write(band, place):
        flat = padded[band.start : band.stop + len(footprint) - 1].ravel()
        found = _over_rectangles(flat, (len(place) - 1) * padded.shape[1] + cols, padded.shape[1], parts, pick)
        place[:] = as_picture(found, padded.shape[1], place.shape)

    return fill(np.empty((rows, cols), image.dtype), write, cols * image.itemsize, 2 * len(footprint))


def _over_rectangles(flat, places, stride, parts, pick):
    """Return the extremes over all rectangles, for rows that lie one after the other, `stride` apart.

    Neighbours are then a fixed number of places away, and a pass goes over one long row: twice as quick as row by
    row. Where a rectangle reaches past the end of a row it finds nonsense, but never in the picture's columns.

    >>> two_rows = np.array([5, 3, 4, 9, 8, 7, 6, 2, 1, 0])  # of 5; the least under two rows of 3
    >>> _over_rectangles(two_rows, 3, 5, [(3, 2, 0, 0)], np.minimum)
    array([2, 1, 0])
    """
    found, out = None, np.empty(places, flat.dtype)
    run, width = flat, 1
    for wanted, same_width in itertools.groupby(parts, key=lambda rectangle: rectangle[0]):
        run, width = running(run, width, wanted, pick), wanted
        block, height = run, 1
        for _, taller, top, left in same_width:
            block, height = running(block, height, taller, pick, stride), taller
            part = block[top * stride + left :][:places]
            found = part if found is None else pick(found, part, out=out)
    return found


def rectangles(footprint):
    """Return the footprint cut into rectangles (width, height, top, left): equal runs of ones in rows that touch.

    >>> rectangles(np.array([[0, 1, 0], [1, 1, 1], [1, 1, 1]], bool))
    [(1, 1, 0, 1), (3, 2, 1, 0)]
    """
    framed = np.zeros((footprint.shape[0] + 1, footprint.shape[1] + 2), bool)
    framed[:-1, 1:-1] = footprint
    rows, edges = (places.tolist() for places in np.nonzero(framed[:, 1:] != framed[:, :-1]))
    # The runs of each row, as (left, width); the last row has none, so that all rectangles end there
    lines = [set() for _ in framed]
    for row, left, right in zip(rows[::2], edges[::2], edges[1::2], strict=True):
        lines[row].add((left, right - left))
    done, growing = [], {}  # growing: run -> its first row, for as long as the rows below repeat the run
    for row, runs in enumerate(lines):
        done += [(width, row - top, top, left) for (left, width), top in growing.items() if (left, width) not in runs]
        growing = {run: growing.get(run, row) for run in runs}
    return done


def running(values, have, want, pick, stride=1):
    """Return the extremes over `want` neighbours `stride` apart, from an array that holds those over `have`.

    Place i covers i, i + stride, and so on. Two runs that overlap, or touch, make a longer one.

    >>> running(np.array([5, 3, 4, 1, 2]), 1, 3, np.minimum)
    array([3, 1, 1])
    """
    while have < want:
        step = min(have, want - have)
        values = pick(values[: -step * stride], values[step * stride :])
        have += step
    return values


def _bordered(image, shape, centre, pick, mode, cval):
    widths = [(before, size - 1 - before) for size, before in zip(shape, centre, strict=True)]
    if mode == "ignore":
        mode = "max" if pick is np.minimum else "min"
    if mode in ("max", "min"):
        mode, cval = "constant", _limit(image.dtype, mode)
    return pad(image, widths, mode, cval)


def _limit(dtype, which):
    if dtype.kind == "b":
        return which == "max"
    return getattr(np.finfo(dtype) if dtype.kind == "f" else np.iinfo(dtype), which)
