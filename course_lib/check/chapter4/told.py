"""What is said about a wrong array that no slip explains: one place of it, in the words of its exercise."""

import dataclasses

import numpy as np

from ..answers import Wrong
from ..compare import Arrays


@dataclasses.dataclass(frozen=True)
class Told(Arrays):
    """Arrays with their own sentence: `say(where, given, expected, *case)`, `where` the first place that differs."""

    say: object = None

    def complain(self, given, expected, case):
        no_mask = expected.dtype == bool != given.dtype
        if given.shape != expected.shape or no_mask or self.same(given, expected):
            super().complain(given, expected, case)
        where = tuple(int(n) for n in np.argwhere(~self._close(given, expected))[0])
        raise Wrong(self.say(where, given, expected, *case), **self.pictures(given, expected, case))


def few(values):
    """Return numbers as short text: (0.25, 0.5, 1)."""
    return f"({', '.join(f'{value:.3g}' for value in np.ravel(values))})"
