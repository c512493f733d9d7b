"""Rows of values with the level that a line crosses, and what is said of a wrong place."""

import dataclasses

import numpy as np

from ..answers import Wrong
from ..compare import Arrays


def rows_and_levels():
    rng = np.random.default_rng(65)
    yield rng.random(14), 0.45
    yield rng.normal(0, 2, 11), -0.3
    yield np.array([0.1, 0.9]), 0.3
    yield np.array([0.9, 0.2, 0.1]), 0.4
    yield np.array([0.1, 0.2, 0.3]), 0.7
    yield np.array([3.0, 2.5]), 1.0
    yield np.array([100.0, 255.0, 0.0, 0.0, 60.0]), 127.5


@dataclasses.dataclass(frozen=True)
class Places(Arrays):
    """Places in a row: where there are too many or too few and no slip explains it, it says how many there are."""

    def complain(self, given, expected, case):
        if given.size != expected.size:
            raise Wrong(f"the level is crossed at {expected.size} places, you give {given.size}.")
        values, level = case
        at = int(np.flatnonzero(~self._close(given, expected))[0])
        k, place = int(expected[at]), expected[at]
        between = f"between {values[k]:.3g} at place {k} and {values[k + 1]:.3g} at place {k + 1}"
        raise Wrong(f"{between} the level {level:g} is reached at {place:.4f}; you say {given[at]:.4f}.")
