"""Patches to describe: of strong, of faint and of no contrast, each corner being the brightest once."""

import itertools

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
    rng = np.random.default_rng(553)
    for order in itertools.permutations(
        (0.3, 0.36, 0.42, 0.5)
    ):  # whichever quarter is the second, the third and the last
        patch = rng.random((5, 5))  # the middle row and column are brighter than most quarters, and belong to none
        for quarter, mean in enumerate(order):
            r, c = 3 * (quarter // 2), 3 * (quarter % 2)
            patch[r : r + 2, c : c + 2] += mean - patch[r : r + 2, c : c + 2].mean()
        yield patch
    yield np.full((5, 5), 0.5)
    yield np.full((7, 7), 0.1)  # less its mean, a rounding error is left of it
