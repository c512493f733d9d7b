"""Grey levels: how to change them one by one, and the checks of pictures and histograms that are read by level."""

import numpy as np

from .bands import bands
from .checks import check_array, check_grey


def by_level(function, image):
    """Return function(image) for a function that treats every value alike.

    Where there are few levels, each is computed once and looked up.
    """
    if image.dtype not in (np.uint8, np.uint16) or image.size < 2 * 256**image.itemsize:
        return function(image)
    levels = function(np.arange(256**image.itemsize, dtype=image.dtype))
    out = np.empty(image.shape, levels.dtype)
    pixels, changed = image.reshape(-1), out.reshape(-1)
    for some in bands(image.size, 8):  # NumPy turns every position into eight bytes
        np.take(levels, pixels[some], out=changed[some], mode="clip")
    return out


def check_pixels(image):
    """Return a checked grey picture (rows, cols), or the checked pixels (n,) that a mask has picked."""
    image = check_array(image)
    return image if image.ndim == 1 else check_grey(image)


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
