"""Lists of points, pairs and tuples: rows and columns exchanged, everything one too far, the wrong way round."""

import numbers

import numpy as np

from .rule import rule

RULES = []


@rule("the two numbers of each pair are exchanged. (Of a place, the row comes first.)", RULES)
def exchanged(given, expected, case):
    pairs = _pairs(given), _pairs(expected)
    return None not in pairs and len(expected) > 0 and sorted(p[::-1] for p in pairs[0]) == sorted(pairs[1])


@rule("every number is {} too {}.", RULES)
def off_by_one(given, expected, case):
    ours, theirs = _flat(given), _flat(expected)
    if ours is None or theirs is None or len(ours) != len(theirs) or len(ours) < 2:
        return None
    off = set(ours - theirs)
    return [("1", "large")] if off == {1} else [("1", "small")] if off == {-1} else None


@rule("this is what was asked for, the other way round: the last one comes first.", RULES)
def backwards(given, expected, case):
    alike = type(given) is type(expected) and isinstance(given, list | tuple)
    return alike and 1 < len(given) == len(expected) and bool(given[::-1] == expected)


@rule("some come twice: each should be there once.", RULES)
def twice(given, expected, case):
    if not _lists(given, expected) or len(given) <= len(expected):
        return None
    return all(one in expected for one in given) and all(one in given for one in expected)


def _lists(given, expected):
    return isinstance(given, list | tuple) and isinstance(expected, list | tuple)


def _pairs(thing):
    if not isinstance(thing, list | tuple | set) or not all(isinstance(p, list | tuple) and len(p) == 2 for p in thing):
        return None
    pairs = [tuple(p) for p in thing]
    return pairs if all(isinstance(n, numbers.Real) for p in pairs for n in p) else None


def _flat(thing):
    """Return the numbers in a list, tuple or list of these, or None."""
    if not isinstance(thing, list | tuple):
        return None
    parts = [p if isinstance(p, list | tuple) else (p,) for p in thing]
    flat = [n for p in parts for n in p]
    return np.array(flat, float) if flat and all(isinstance(n, numbers.Real) for n in flat) else None
