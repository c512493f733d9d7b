"""Patches to describe: of strong, of faint and of no contrast, each corner being the brightest once."""

import numpy as np

from ... import data
from ...color import rgb2gray


def patches():
    """Yield patches of strong, of faint and of no contrast, each corner being the brightest once."""
    wall = np.ascontiguousarray(rgb2gray(data.load("palace"))[213:222, 327:336])
    yield from (np.ascontiguousarray(np.rot90(wall, k)) for k in (1, 2, 0, 3))
    rough = np.random.default_rng(551).random((7, 7))
    yield rough
    yield np.rot90(0.5 + 1e-3 * rough, 3).copy()
    bright_middle = np.random.default_rng(552).random((5, 5)) / 2
    bright_middle[2, :2] = bright_middle[3:, 2] = 1  # row and column of the middle belong to no quarter
    bright_middle[3, 0] = 0.9  # the brightest pixel, and not in the brightest quarter
    bright_middle[:2, 3:] = 0.7
    yield bright_middle
    yield np.array([[0.1, 0.2, 0.3], [0.9, 0.5, 0.4], [0.8, 0.7, 0.6]])
    yield np.full((5, 5), 0.5)
    yield np.full((7, 7), 0.1)  # less its mean, a rounding error is left of it
