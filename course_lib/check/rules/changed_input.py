"""What the right answer would give for other arguments: a parameter exchanged, fixed or one too large, red for blue.

A wrong result that the right answer gives for changed arguments, in every call, comes from this change.
"""

import itertools
import math
import numbers

import numpy as np

FACTORS = {
    "one too large": lambda n: n + 1,
    "one too small": lambda n: n - 1,
    "twice as large as given": lambda n: 2 * n,
    "half as large as given": lambda n: n // 2 if isinstance(n, int) else n / 2,
    "twice as large and one more: is it a radius, and a side was meant (or the reverse)": lambda n: 2 * n + 1,
    "the other sign": lambda n: -n,
    "squared": lambda n: n * n,
    "under a root": lambda n: math.sqrt(n),
    "taken for radians, and it is in degrees: np.deg2rad converts": lambda n: math.degrees(n),
    "taken for degrees, and it is in radians: np.rad2deg converts": lambda n: math.radians(n),
    "1 divided by it": lambda n: 1 / n,
}


def changes(cases, names):
    """Yield (sentence, function that changes the arguments of a call), the likely ones first.

    `cases` are the arguments of all calls; those of the first tell which parameters there are.
    """
    first = cases[0]
    places = range(len(first))
    named = [names[i] if i < len(names) else f"argument {i + 1}" for i in places]
    yield from _exchanged(first, named)
    yield from _fixed(cases, named)
    yield from _other_numbers(first, named)
    yield from _other_arrays(first, named)


def _exchanged(first, named):
    for i, j in itertools.combinations(range(len(first)), 2):
        if _kind(first[i]) and _kind(first[i]) == _kind(first[j]):
            yield (
                f"`{named[i]}` and `{named[j]}` are exchanged somewhere: this comes out if each is taken for the other.",
                _swap(i, j),
            )


def _fixed(cases, named):
    """Yield for each number that is a parameter the values that it has in the calls: as if it were always this one."""
    for i, name in enumerate(named):
        values = [case[i] for case in cases if len(case) > i]
        if all(map(_is_number, values)) and len(set(values)) > 1:
            for value in dict.fromkeys(values):
                yield (
                    f"this comes out if `{name}` is always {value}: use the one that is given.",
                    _put(i, lambda n, value=value: value),
                )


def _other_numbers(first, named):
    for i, name in enumerate(named):
        if not _is_number(first[i]):
            continue
        for words, function in FACTORS.items():
            yield f"this comes out if `{name}` is {words}.", _put(i, function)


def _other_arrays(first, named):
    for i, name in enumerate(named):
        array = first[i]
        if not isinstance(array, np.ndarray):
            continue
        if array.dtype == bool:
            yield f"this comes out if True and False are exchanged in `{name}`.", _put(i, np.logical_not)
        if array.ndim == 3 and array.shape[2] == 3:
            yield (
                f"this comes out if red and blue of `{name}` are exchanged (BGR, as OpenCV has it).",
                _put(i, lambda a: a[..., ::-1].copy()),
            )
        if array.dtype == np.uint8:
            yield (
                f"this comes out if `{name}` is divided by 255 first: here it holds 0 to 255.",
                _put(i, lambda a: a / 255),
            )


def _swap(i, j):
    def changed(case):
        case = list(case)
        case[i], case[j] = case[j], case[i]
        return tuple(case)

    return changed


def _put(i, function):
    def changed(case):
        return (*case[:i], function(case[i]), *case[i + 1 :])

    return changed


def _is_number(value):
    return isinstance(value, numbers.Real) and not isinstance(value, bool)


def _kind(value):
    if _is_number(value):
        return "number"
    return ("array", value.ndim, value.dtype.kind) if isinstance(value, np.ndarray) else None
