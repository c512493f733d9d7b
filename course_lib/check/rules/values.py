"""Every number changed in the same way: inverted, negated, squared, scaled."""

import math

import numpy as np

from ..described import number
from .rule import agrees, distinct, rule

RULES = []


@rule("it is inverted: {}.", RULES)
def inverted(given, expected, case):
    if expected.dtype == bool:
        return given.dtype == bool and agrees(given, ~expected) and "True and False are exchanged"
    values = expected.astype(float)
    ways = {
        "each number is 255 minus what it should be": 255 - values,
        "each number is 1 minus what it should be": 1 - values,
    }
    return [words for words, result in ways.items() if agrees(given, result)]


@rule(
    "the sign is the wrong one: every number is minus what it should be. Which of the two is taken from the other?",
    RULES,
)
def negative(given, expected, case):
    return expected.dtype != bool and agrees(given, -expected.astype(float))


@rule("the sign is lost: negative numbers are asked for as well, so take no absolute value.", RULES)
def without_sign(given, expected, case):
    return expected.dtype.kind in "if" and (expected < 0).any() and agrees(given, np.abs(expected.astype(float)))


@rule("negative numbers are left: asked is how large they are without their sign (np.abs).", RULES)
def with_sign(given, expected, case):
    return given.dtype.kind in "if" and (given < 0).any() and agrees(np.abs(given.astype(float)), expected)


@rule("these are the squares of what was asked for: is a root (np.sqrt) missing, or a 2 in an exponent?", RULES)
def squared(given, expected, case):
    return expected.dtype != bool and agrees(given, expected.astype(float) ** 2)


@rule("these are the roots of what was asked for: leave out np.sqrt, or square something.", RULES)
def rooted(given, expected, case):
    return expected.dtype != bool and expected.min(initial=0) >= 0 and agrees(given, np.sqrt(expected.astype(float)))


@rule(
    "each number is 1 divided by what it should be: are the two sides of a division exchanged, or is a minus missing in an exponent?",
    RULES,
)
def reciprocal(given, expected, case):
    if expected.dtype == bool or (expected == 0).any():
        return None
    return agrees(given, 1 / expected.astype(float))


@rule("these are running sums: each number holds the ones before it as well.", RULES)
def summed_up(given, expected, case):
    return expected.ndim == 1 and agrees(given, np.cumsum(expected.astype(float)))


@rule("each number is the difference to the one before it: a running sum (np.cumsum) was asked for.", RULES)
def differences(given, expected, case):
    return expected.ndim == 1 and expected.size > 1 and agrees(np.cumsum(given.astype(float)), expected)


@rule("what belongs together is right, but the numbers are others: {}.", RULES)
def renumbered(given, expected, case):
    if expected.dtype.kind not in "ui" or expected.ndim != 2 or not 2 <= distinct(expected) <= 64:
        return None
    pairs = np.unique(np.stack([given.ravel(), expected.ravel()]), axis=1)
    ours, theirs = (len(np.unique(row)) for row in pairs)
    if not len(pairs[0]) == ours == theirs:
        return None
    return [f"where {number(b)} is asked for, yours has {number(a)}" for a, b in pairs.T if a != b]


@rule("every number is {} too {}.", RULES)
def offset(given, expected, case):
    if expected.dtype == bool:
        return None
    by = given.reshape(-1)[:1].astype(float) - expected.reshape(-1)[:1].astype(float)
    if not by.size or not np.isfinite(by).all() or not by.any() or not agrees(given, expected.astype(float) + by[0]):
        return None
    by = float(by[0])
    names = {math.pi: "π", math.pi / 2: "π/2", 2 * math.pi: "2π"}
    named = next((name for value, name in names.items() if math.isclose(abs(by), value, rel_tol=1e-6)), None)
    return [(named or number(float(f"{abs(by):.4g}")), "large" if by > 0 else "small")]
