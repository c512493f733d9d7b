"""Grey levels: which occur and how often, and how to change them one by one."""

import numpy as np

from ..arrays import check_array, check_grey
from .histograms import histogram

_CHUNK = 2**15  # pixels that are looked up at a time


def by_level(function, image):
    """Return function(image) for a function that treats every value alike.

    Where there are few levels, each is computed once and looked up.
    """
    if image.dtype not in (np.uint8, np.uint16) or image.size < 2 * 256**image.itemsize:
        return function(image)
    levels = function(np.arange(256**image.itemsize, dtype=image.dtype))
    out = np.empty(image.shape, levels.dtype)
    pixels, changed = image.reshape(-1), out.reshape(-1)
    for first in range(0, image.size, _CHUNK):  # NumPy makes eight bytes of every position
        some = slice(first, first + _CHUNK)
        np.take(levels, pixels[some], out=changed[some], mode="clip")
    return out


def check_pixels(image):
    """Return a checked grey picture (rows, cols), or the checked pixels (n,) that a mask has picked."""
    image = check_array(image)
    return image if image.ndim == 1 else check_grey(image)


def occupied_levels(image, nbins, hist=None):
    """Return counts (as floats) and levels of a picture, or of the histogram given in its place.

    Empty bins at both ends are cut off, so that every level but the last parts the pixels in two classes.
    A picture of one value has one level: that value.
    """
    if hist is not None:
        counts, levels = _checked_histogram(hist)
    elif image is None:
        raise ValueError("expected a picture or its histogram: pass image=…, or hist=(counts, levels)")
    else:
        image = check_pixels(image)
        if image.dtype.kind == "f" and image.min() == image.max():
            return np.array([float(image.size)]), image.ravel()[:1]
        counts, levels = histogram(image, nbins)
    first, last = np.flatnonzero(counts)[[0, -1]]
    return counts[first : last + 1].astype(float), levels[first : last + 1]


def _checked_histogram(hist):
    counts, levels = hist if isinstance(hist, (tuple, list)) and len(hist) == 2 else (hist, None)
    counts = check_array(counts, "hist")
    levels = np.arange(counts.size) if levels is None else check_array(levels, "hist")
    return check_counts(counts, levels)


def check_counts(counts, levels):
    """Return counts and levels of a histogram as arrays, or say what is wrong with them."""
    counts, levels = check_array(counts, "counts"), check_array(levels, "levels")
    if counts.ndim != 1 or counts.shape != levels.shape:
        raise ValueError(
            "expected a histogram as counts (n,) and levels (n,), as exposure.histogram returns them, "
            f"got the shapes {counts.shape} and {levels.shape}"
        )
    if counts.min() < 0 or not counts.any():
        raise ValueError("expected a histogram that counts at least one pixel, and none less than 0 times")
    if levels.dtype.kind == "b" or (levels[1:] <= levels[:-1]).any():
        raise ValueError("expected the levels of a histogram in increasing order, each one once")
    return counts, levels
