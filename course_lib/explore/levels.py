"""Levels that split a picture: how far they can be moved, and how far a histogram goes."""

import numpy as np


def levels_of(image):
    """Return the slider range for a level: the values that pictures of this type can hold."""
    return (0, 255, 1, 128) if image.dtype == np.uint8 else (0.0, 1.0, 0.005, 0.5)


def value_range(image):
    """Return the ends of a histogram's axis: the values that pictures of this type hold."""
    return (0, 255) if image.dtype == np.uint8 else (0, max(1.0, float(image.max())))
