"""Small pictures that answers are tried on: parts of photographs, and random ones that no rule fits by chance."""

import numpy as np

from .. import data
from ..data.catalogue import Lacking


def random_grey(seed, shape=(9, 12)):
    return np.random.default_rng(seed).integers(0, 256, shape, dtype=np.uint8)


def random_colour(seed, shape=(9, 12)):
    return np.random.default_rng(seed).integers(0, 256, (*shape, 3), dtype=np.uint8)


def colour_pictures():
    """Return small colour pictures that differ in every direction: a piece of a photograph, and random ones."""
    return _photo("coffee", "palace")[60:180:2, 100:280:2], random_colour(1), random_colour(2, (12, 5))


def grey_pictures():
    return _photo("coins", "page_dim")[60:180:2, 100:280:2], random_grey(1), random_grey(2, (12, 5))


def _photo(name, stand_in):
    """Return a photograph, or where scikit-image is not there to bring it, one that this course brings."""
    try:
        return data.load(name)
    except Lacking:
        return data.load(stand_in)
