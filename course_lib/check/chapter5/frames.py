"""Two frames of a film, for matching: corners that look alike in groups."""

import numpy as np
from scipy.spatial.distance import cdist


def frames():
    """Yield corners of two frames that look alike in groups, as the windows of a wall do, and how far one may move."""
    for seed, m, n, p, reach in ((561, 24, 19, 5, 15), (562, 12, 25, 3, 22.5), (563, 17, 17, 4, 9)):
        rng = np.random.default_rng(seed)
        kinds = rng.normal(size=(4, p))
        here = rng.integers(0, 80, (m, 2))
        moved = here[rng.permutation(m)[: n // 2]]
        there = np.concatenate([moved + rng.integers(-4, 5, moved.shape), rng.integers(0, 80, (n - n // 2, 2))])
        first, second = (
            kinds[(points.sum(axis=1) // 10) % 4] + rng.normal(0, 0.4, (len(points), p)) for points in (here, there)
        )
        yield first * rng.uniform(0.5, 2), second, here, there, reach
    line = np.array([[0.0], [1.0], [5.0]])
    ends = np.array([[10, 10], [10, 20], [50, 50]])
    yield line, line + 0.25, ends, ends + np.array([[3, 4], [0, 6], [0, 30]]), 5  # exactly within reach, and too far
    yield line, line[::-1] + 0.25, ends, ends + 100, 5  # nobody is near
    yield line[:1], line[1:], ends[:1], ends[:2], 50  # one corner


def looks_of(first, second, here, there, reach):
    return np.where(cdist(here, there) <= reach, cdist(first, second), np.inf)


def mutual(looks):
    """Return the pairs of each other's nearest, where any is allowed."""
    nearest, back = looks.argmin(axis=1), looks.argmin(axis=0)
    return [(i, j) for i, j in enumerate(nearest) if back[j] == i and np.isfinite(looks[i, j])]


def by(look="euclidean", place="euclidean", allowed=np.less_equal):
    """Return the solution with other distances, or another idea of what is within reach."""

    def answer(first, second, here, there, reach):
        near = allowed(cdist(here, there, place), reach)
        return mutual(np.where(near, cdist(first, second, look), np.inf))

    return answer
