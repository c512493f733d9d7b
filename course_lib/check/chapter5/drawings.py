"""Strengths of edges with budgets: lines that differ in length, strength and place."""

import numpy as np

from .e01_grades import strengths


def a_few_lines():
    """Return lines that are told apart: long and strong, long and weak, with one strong pixel, two equally strong."""
    strength = np.zeros((15, 20))
    strength[1, 1:9] = 0.5  # 8 pixels, one of them the strongest of all
    strength[1, 4] = 2
    strength[3, 1:6], strength[3, 12:17] = 1.5, 1.5  # 5 and 5, equally strong
    strength[6, 2:14] = 1  # 12
    strength[7, 14], strength[8, 15] = 1, 0.5  # and 2 more, by their corners
    strength[10, 3:5] = 0.875  # 2
    strength[12, 1:18] = 0.25  # 17 that are just weak enough
    strength[14, 5] = 0.125
    return strength


def drawings():
    """Yield strengths with budgets: reached exactly, missed by one, too small for any line, enough for all, 0."""
    lines = a_few_lines()
    for budget in (18, 17, 8, 7, 33, 34, 100, 1000, 0):
        yield lines, 0.25, budget
    yield lines, 0.5, 34
    for budget in (18, 17, 33):
        yield lines / 256, 0.25 / 256, budget  # with strengths so near each other that no equal steps find them all
    for seed, shape, low, budget in ((521, (15, 19), 0.375, 40), (522, (12, 9), 0.25, 30), (523, (9, 31), 0.5, 55)):
        some = np.random.default_rng(seed + 100).random(shape) < 0.4
        yield strengths(seed, shape) * some * np.random.default_rng(seed + 200).random(shape), low, budget
    yield np.zeros((5, 7)), 0.25, 10
