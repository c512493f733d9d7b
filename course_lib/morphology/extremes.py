"""The least (or largest) value under a footprint, for every pixel at once.

A footprint is cut into rectangles, and the extremes over a rectangle come from running extremes along its rows
and then its columns. A run over 2 n pixels is the extreme of two runs over n: a wide footprint costs little more
than a small one.
"""

import itertools

import numpy as np

from ..arrays import check_grey, pad

_BAND_BYTES = 2**18  # that many at a time: what is needed for them stays in the processor's cache


def check_footprint(footprint):
    """Return a footprint as booleans, the cross of a pixel and its four neighbours for None."""
    if footprint is None:
        return np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], bool)
    footprint = check_grey(footprint, "footprint") != 0
    if not footprint.any():
        raise ValueError("the footprint has no neighbour in it; set at least one of its values to 1")
    return footprint


def mirrored(footprint, centre):
    """Return a footprint turned by half a turn, and where its centre lies then.

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
    parts = sorted(rectangles(footprint))
    out = np.empty((rows, cols), image.dtype)
    band = max(16, _BAND_BYTES // (cols * image.itemsize))
    for top in range(0, rows, band):
        end = min(top + band, rows)
        out[top:end] = _over_rectangles(padded[top : end + len(footprint) - 1], end - top, cols, parts, pick)
    return out


def _over_rectangles(padded, rows, cols, parts, pick):
    out, run, width = None, padded, 1
    for wanted, same_width in itertools.groupby(parts, key=lambda rectangle: rectangle[0]):
        run, width = running(run, width, wanted, 1, pick), wanted
        for _, height, top, left in same_width:
            part = running(run[top : top + rows + height - 1, left : left + cols], 1, height, 0, pick)
            out = part.copy() if out is None else pick(out, part, out=out)
    return out


def rectangles(footprint):
    """Return the footprint cut into rectangles (width, height, top, left): equal runs of ones in rows that touch.

    >>> rectangles(np.array([[0, 1, 0], [1, 1, 1], [1, 1, 1]], bool))
    [(1, 1, 0, 1), (3, 2, 1, 0)]
    """
    done, growing = [], {}
    for row, line in enumerate([*footprint, np.zeros_like(footprint[0])]):
        edges = np.flatnonzero(np.diff(line.astype(np.int8), prepend=0, append=0))
        runs = {(int(left), int(right - left)) for left, right in edges.reshape(-1, 2)}
        done += [(width, row - top, top, left) for (left, width), top in growing.items() if (left, width) not in runs]
        growing = {run: growing.get(run, row) for run in runs}
    return done


def running(image, have, want, axis, pick):
    """Return the extremes over `want` neighbours along `axis`, from an array that holds those over `have`.

    Place i covers i to i + want - 1. Two runs that overlap, or touch, make a longer one.

    >>> running(np.array([[5, 3, 4, 1, 2]]), 1, 3, 1, np.minimum)
    array([[3, 1, 1]])
    """
    image = np.swapaxes(image, 0, axis)
    while have < want:
        step = min(have, want - have)
        image = pick(image[:-step], image[step:])
        have += step
    return np.swapaxes(image, 0, axis)


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
