"""Changing grey values one by one: where there are few levels, each is computed once and looked up."""

import numpy as np


def by_level(function, image):
    """Return function(image) for a function that treats every value alike."""
    if image.dtype not in (np.uint8, np.uint16) or image.size < 2 * 256**image.itemsize:
        return function(image)
    return np.take(function(np.arange(256**image.itemsize, dtype=image.dtype)), image)
