"""What a rule is: a kind of mistake that can be seen in a result, whatever the exercise, and the sentence for it."""

import dataclasses
from collections.abc import Callable

import numpy as np

SOME = 600  # numbers of a large array that are looked at first
LEAST = 6  # numbers that an array needs, so that nothing fits by chance


@dataclasses.dataclass(frozen=True)
class Rule:
    """A function that looks for one kind of mistake in the result of one call, and its sentence.

    ``find(given, expected, case)`` returns nothing where the mistake was not made; else True, or the words that fill
    the sentence's ``{}``, or several such words of which one has to fit all calls. With `everywhere`, the mistake has
    to be there in all calls, in those too where the result is right all the same. Where ``seen(given, expected, case)``
    is given, one of the failed calls has to show it as clearly as that.
    """

    sentence: str
    find: Callable
    everywhere: bool = True
    seen: Callable | None = None

    @property
    def name(self):
        return self.find.__name__


def rule(sentence, into, everywhere=True, seen=None):
    """Make a rule of the function that follows, and add it to the list `into`."""

    def added(find):
        into.append(Rule(sentence, find, everywhere, seen))
        return find

    return added


def agrees(a, b):
    """Tell whether two arrays hold the same up to rounding; of large ones, some numbers are looked at first."""
    a, b = np.asarray(a), np.asarray(b)
    if a.shape != b.shape:
        return False
    if a.size > 4 * SOME:
        step = a.size // SOME
        if not _close(a.reshape(-1)[::step] if a.flags.c_contiguous else a.flat[::step], b.flat[::step]):
            return False
    return _close(a, b)


def _close(a, b):
    if a.dtype.kind in "bui" and b.dtype.kind in "bui":
        return bool((a == b).all())
    a, b = a.astype(float), b.astype(float)
    finite = np.abs(b[np.isfinite(b)])
    within = 1e-9 + 4e-6 * float(finite.max(initial=0))
    return bool(np.isclose(a, b, rtol=0, atol=within, equal_nan=True).all())


def distinct(array):
    """Return how many different numbers there are, of some that lie all over the array."""
    flat = array.flat[:: max(array.size // SOME, 1)]
    return len(np.unique(flat[np.isfinite(flat)] if flat.dtype.kind == "f" else flat))


def varied(array, least=4):
    """Tell whether there is enough in an array that no rule fits it by chance."""
    if array.dtype == bool:
        return array.size >= 2 * LEAST and bool(array.any()) and not bool(array.all())
    return array.size >= LEAST and distinct(array) >= least


def poor(part, whole):
    """Tell whether a part shows too little, where the whole shows enough."""
    return varied(whole) and not varied(part) and (part.dtype == bool or distinct(part) < 3)


def telling(trial):
    """Tell whether one call shows enough: many different numbers asked for, and a result that is not all the same."""
    given, expected = trial.given, trial.expected
    least = 3 if expected.dtype.kind == "f" or expected.size >= 20 else 4
    return varied(expected, least) and distinct(given) >= 2
