"""Strengths of edges with budgets, lines that differ in length, strength and place; and lines chosen in other ways."""

import numpy as np
from scipy import ndimage

from ... import filters
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


ALL_EIGHT = np.ones((3, 3))


def tops_of(lines, strength, measure=np.max):
    """Return for each line its number of pixels, and its strongest value (or another measure)."""
    numbers = range(1, lines.max() + 1)
    return [(lines == n).sum() for n in numbers], [measure(strength[lines == n]) for n in numbers]


def chosen(fits=np.less_equal, joined=ALL_EIGHT, weak=np.greater_equal, strong=np.greater_equal):
    """Return the solution with another idea of what fits, what touches, or what reaches a threshold."""

    def answer(strength, low, budget):
        lines, _ = ndimage.label(weak(strength, low), joined)
        for high in np.unique(strength[strength >= low]):
            edges = np.isin(lines, np.unique(lines[strong(strength, high) & (lines > 0)]))
            if fits(edges.sum(), budget):
                return edges
        return np.zeros(strength.shape, bool)

    return answer


def one_after_the_other(measure=np.max, skip=False, cost=lambda size: size, order=-1, last=False, joined=ALL_EIGHT):
    """Return an answer that takes line after line by a measure, and ends, or skips, what is too long.

    Of lines that are equally strong, the first one comes first, or the last one.
    """

    def answer(strength, low, budget):
        lines, _ = ndimage.label(strength >= low, joined)
        sizes, tops = tops_of(lines, strength, measure)
        kept, spent = [], 0
        ranks = np.argsort((-order if last else order) * np.array(tops), kind="stable")
        for k in ranks[::-1] if last else ranks:
            if spent + cost(sizes[k]) > budget and skip:
                continue
            if spent + cost(sizes[k]) > budget:
                break
            kept, spent = [*kept, k + 1], spent + cost(sizes[k])
        return np.isin(lines, kept)

    return answer


def pixels_alone(strength, low, budget):
    """Keep strong pixels, and nothing that is connected with them."""
    levels = [high for high in np.unique(strength[strength >= low]) if (strength >= high).sum() <= budget]
    return strength >= min(levels, default=np.inf)


def linked(strength, low, high):
    return ndimage.binary_propagation(strength >= high, ALL_EIGHT, strength >= low)


def too_many(strength, low, budget):
    """Return the last edges that are over the budget."""
    every = [linked(strength, low, high) for high in np.unique(strength[strength >= low])[::-1]]
    return next((edges for edges in every if edges.sum() > budget), strength >= low)


def by_the_library(counted):
    """Return an answer that links by filters.apply_hysteresis_threshold, and counts what `counted` returns against the budget."""

    def answer(strength, low, budget):
        for high in np.unique(strength[strength >= low]):
            edges = filters.apply_hysteresis_threshold(strength, low, high)
            if counted(edges, strength >= high).sum() <= budget:
                return edges
        return np.zeros(strength.shape, bool)

    return answer
