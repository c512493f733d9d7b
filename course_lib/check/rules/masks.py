"""Masks that are nearly right: one pixel wider, one pixel narrower."""

import numpy as np
from scipy import ndimage

from .rule import rule

RULES = []
SQUARE = np.ones((3, 3), bool)


@rule("your mask is one pixel wider than it should be, all around: was it grown once too often?", RULES)
def wider(given, expected, case):
    return _one_apart(expected, given)


@rule("your mask is one pixel narrower than it should be, all around: was it shrunk once too often?", RULES)
def narrower(given, expected, case):
    return _one_apart(given, expected)


def _one_apart(small, large):
    """Tell whether the large mask is the small one grown by a pixel, or the small one the large one shrunk."""
    if not small.dtype == large.dtype == bool or small.ndim != 2 or not small.any() or large.all():
        return False
    if small.shape != large.shape or (small & ~large).any():
        return False
    return any(
        np.array_equal(ndimage.binary_dilation(small, cross), large)
        or np.array_equal(ndimage.binary_erosion(large, cross, border_value=beyond), small)
        for cross in (None, SQUARE)
        for beyond in (0, 1)
    )
