"""What the right answer would give for other arguments: a parameter exchanged, fixed or one too large, red for blue.

A wrong result that the right answer gives for changed arguments, in every call, comes from this change.
"""

import itertools
import math
import numbers

import numpy as np

from ..described import short

OR_EQUAL = " (Or stands < where <= is meant, or the reverse?)"
# how the number was changed: its sentence, the function, and which parameters it is likely for
WHOLE = {
    "one too large." + OR_EQUAL: lambda n: n + 1,
    "one too small." + OR_EQUAL: lambda n: n - 1,
}
SIDE = {"twice as large, and one more: is one of them a radius, and the other a side?": lambda n: 2 * n + 1}
ANY = {
    "twice as large as it is.": lambda n: 2 * n,
    "half as large as it is.": lambda n: n // 2 if isinstance(n, int) else n / 2,
}
SIGNED = {"taken with the other sign: + for -, or the two sides of a difference exchanged?": lambda n: -n}
SPREAD = {
    "squared.": lambda n: n * n,
    "replaced by its root: is a square missing?": math.sqrt,
    "replaced by 1 / itself: multiplied where it should divide (brackets, as in / (2 * s**2)), or the reverse?": lambda n: (
        1 / n
    ),
}
ANGLES = {
    "taken for radians, and it is in degrees: np.deg2rad converts.": math.degrees,
    "taken for degrees, and it is in radians: np.rad2deg converts.": math.radians,
}
NAMES = {
    ("angle", "degrees", "theta", "direction", "rotation", "phi"): ANGLES,
    ("sigma", "std", "variance", "spread", "weight", "gamma", "k"): SPREAD,
    ("amount", "angle", "offset", "shift", "k", "by", "dr", "dc", "rows", "cols"): SIGNED,
}


def changes(cases, names):
    """Yield (sentence, function that changes the arguments of a call), the likely ones first.

    A third item, if there is one, changes them a little differently: if the result stays the same, it proves nothing.

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
        if kind(first[i]) and kind(first[i]) == kind(first[j]):
            yield (
                f"`{named[i]}` and `{named[j]}` are exchanged somewhere: the same comes out if each is taken for the other.",
                _swap(i, j),
            )


def _fixed(cases, named):
    """Yield for each number that is a parameter the values that it has in the calls: as if it were always this one."""
    for i, name in enumerate(named):
        values = [case[i] for case in cases if len(case) > i]
        if all(map(_is_number, values)) and len(set(values)) > 1:
            for value in dict.fromkeys(values):
                yield (
                    f"the same comes out if `{name}` is always {short(value)}: use the one that is given.",
                    _put(i, lambda n, value=value: value),
                )


def _other_numbers(first, named):
    for i, name in enumerate(named):
        if not _is_number(first[i]):
            continue
        fitting = [ways for names, ways in NAMES.items() if any(name.startswith(one) for one in names)]
        for ways in (
            WHOLE if isinstance(first[i], int) else {},
            *fitting,
            ANY,
            SIDE if isinstance(first[i], int) else {},
        ):
            for words, function in ways.items():
                yield f"the same comes out if `{name}` is {words}", _put(i, function), _put(i, _near(function))


def _near(function):
    """Return a function that gives a number near that of another one: where both fit, the number tells nothing."""
    return lambda n: function(n) + 1 if isinstance(n, int) and isinstance(function(n), int) else function(n) * 1.3


def _other_arrays(first, named):
    for i, name in enumerate(named):
        array = first[i]
        if not isinstance(array, np.ndarray):
            continue
        if array.dtype == bool:
            yield f"the same comes out if True and False are exchanged in `{name}`.", _put(i, np.logical_not)
        if array.ndim == 3 and array.shape[2] == 3:
            yield (
                f"the same comes out if red and blue of `{name}` are exchanged (BGR, as OpenCV has it).",
                _put(i, lambda a: a[..., ::-1].copy()),
            )
        if array.dtype == np.uint8:
            yield (
                f"the same comes out if `{name}` is divided by 255 first: here it holds 0 to 255.",
                _put(i, lambda a: a / 255),
            )


def other_values(case):
    """Yield (place, functions that give the parameter there another value) for each number and each mask."""
    for i, argument in enumerate(case):
        if _is_number(argument):
            steps = (
                (lambda n: n + 1, lambda n: n + 2)
                if isinstance(argument, int)
                else (lambda n: n * 1.3, lambda n: n / 2)
            )
            yield i, [_put(i, step) for step in steps]
        elif isinstance(argument, np.ndarray) and argument.dtype == bool and i > 0:
            yield i, [_put(i, np.logical_not)]


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


def kind(value):
    if _is_number(value):
        return "number"
    return ("array", value.ndim, value.dtype.kind) if isinstance(value, np.ndarray) else None
