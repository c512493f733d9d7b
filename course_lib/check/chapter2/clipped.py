"""Histograms with limits, and what is cut off spread in other ways."""

import numpy as np

from ... import data


def counts_and_limits():
    yield np.bincount(data.load("chest_phantom")[60:160, 220:300].ravel(), minlength=256), 100
    yield np.array([0, 1, 7, 2, 2, 0]), 4
    yield np.array([3, 3, 3]), 5
    yield np.array([9, 0, 0, 1]), 2
    yield np.array([4, 4, 9]), 4
    yield np.array([5, 0, 2]), 0
    yield np.array([7]), 3


def excess_of(counts, limit):
    return np.maximum(counts - limit, 0).sum()


def spread(share):
    """Return an answer that cuts the bins, and gives each of them a share of what was cut off."""
    return lambda counts, limit: np.minimum(counts, limit) + share(excess_of(counts, limit), counts, limit)


def one_after_the_other(last_only):
    """Return an answer with a loop that shares out at once, or keeps what the last bin lost."""

    def answer(counts, limit):
        bins, excess = counts.astype(float), 0
        for k in range(len(bins)):
            if bins[k] > limit:
                excess, bins[k] = bins[k] - limit, limit
                if not last_only:
                    bins += excess / len(bins)
        return bins + excess / len(bins) if last_only else bins

    return answer
