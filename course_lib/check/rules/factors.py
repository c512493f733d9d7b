"""Every number too large or too small by one factor, and where it may come from."""

import math

import numpy as np

from .rule import agrees, distinct, rule

RULES, LAST = [], []
NAMED = {
    255: "255 times what it should be: is the range 0 to 255 asked for, or 0 to 1?",
    1 / 255: "1/255 of what it should be: is the range 0 to 255 asked for, or 0 to 1?",
    256: "256 times what it should be.",
    1 / 256: "1/256 of what it should be.",
    255 / 256: "255/256 of what it should be: 255 or 256?",
    256 / 255: "256/255 of what it should be: 255 or 256?",
    100: "100 times what it should be: is it asked for in per cent?",
    1 / 100: "a hundredth of what it should be: is it asked for in per cent?",
    180 / math.pi: "180/π times what it should be: these are degrees, and radians were asked for.",
    math.pi / 180: "π/180 of what it should be: these are radians, and degrees were asked for.",
    math.pi: "π times what it should be.",
    2 * math.pi: "2π times what it should be.",
    2: "twice what it should be.",
    1 / 2: "half of what it should be.",
    3: "three times what it should be: a sum in place of a mean of three?",
    1 / 3: "a third of what it should be.",
    4: "four times what it should be.",
    1 / 4: "a quarter of what it should be.",
    9: "nine times what it should be: a sum in place of a mean of nine?",
    1 / 9: "a ninth of what it should be.",
    10: "ten times what it should be.",
    1 / 10: "a tenth of what it should be.",
}


def factor_of(given, expected):
    """Return the one factor between two arrays, or None where there is none."""
    if given.shape != expected.shape or expected.dtype == bool or given.dtype == bool:
        return None
    x, y = expected.astype(float).ravel(), given.astype(float).ravel()
    if not np.isfinite(x).all() or not np.isfinite(y).all():
        return None
    counts = np.abs(x) > 1e-9 * np.abs(x).max(initial=0)
    if not counts.any() or np.abs(y[~counts]).max(initial=0) > 1e-6 * np.abs(y).max():
        return None
    ratios = y[counts] / x[counts]
    middle = float(np.median(ratios))
    agree = np.abs(ratios - middle).max() <= 4e-6 * abs(middle)
    return middle if agree and middle and not math.isclose(middle, 1, rel_tol=1e-5) else None


@rule("every number is {}", RULES)
def constant_factor(given, expected, case):
    factor = factor_of(given, expected)
    if factor is None:
        return None
    names = [name for value, name in NAMED.items() if math.isclose(factor, value, rel_tol=1e-5)]
    names += [name for value, name in sizes(case) if math.isclose(factor, value, rel_tol=1e-5)]
    return names


@rule("every number is {} what it should be.", RULES)
def some_factor(given, expected, case):
    factor = factor_of(given, expected)
    if factor is None:
        return None
    below = round(1 / factor) if 0 < factor < 0.5 else 0
    return [f"1/{below} of" if below and math.isclose(1 / factor, below, rel_tol=1e-5) else f"{factor:.4g} times"]


def sizes(case):
    """Return (factor, words) for the sizes of what came in: sums in place of means, n in place of n - 1."""
    found = []
    for array in case:
        if not isinstance(array, np.ndarray) or array.ndim == 0 or array.size < 2:
            continue
        n, rows = array.size, len(array)
        found += [
            (n, "as many times what it should be as numbers came in: a sum in place of a mean?"),
            (1 / n, "too small by as many times as numbers came in: a mean in place of a sum?"),
            ((n - 1) / n, "(n - 1)/n of what it should be: divided by n, where n - 1 is meant?"),
            (n / (n - 1), "n/(n - 1) times what it should be: divided by n - 1, where n is meant?"),
            (rows, "as many times what it should be as there are rows."),
            (1 / rows, "too small by as many times as there are rows."),
        ]
        if array.ndim > 1:
            pixels = n // array.shape[2] if array.ndim > 2 else n
            cols = array.shape[1]
            found += [
                (pixels, "as many times what it should be as there are pixels: a sum in place of a mean?"),
                (1 / pixels, "too small by as many times as there are pixels: a mean in place of a sum?"),
                (cols, "as many times what it should be as there are columns."),
                (1 / cols, "too small by as many times as there are columns."),
            ]
    return found


@rule(
    "the proportions are right, but all numbers are too {} by one factor, another one for each input: by what has it to be divided?",
    LAST,
)
def own_factor(given, expected, case):
    factor = factor_of(given, expected)
    if factor is None or factor < 0 or distinct(expected) < 5:
        return None
    return ["large" if factor > 1 else "small"]


@rule("contrast and brightness differ, nothing else: every number is {} times what it should be, {}.", LAST)
def stretched(given, expected, case):
    if distinct(expected) < 6 or expected.size < 12 or not np.isfinite(expected).all() or not np.isfinite(given).all():
        return None
    x, y = expected.astype(float), given.astype(float)
    low, high = np.unravel_index(x.argmin(), x.shape), np.unravel_index(x.argmax(), x.shape)
    slope = (y[high] - y[low]) / (x[high] - x[low])
    by = y[low] - slope * x[low]
    if abs(slope) < 1e-9 or not agrees(given, slope * x + by):
        return None
    return [(f"{slope:.4g}", f"{'plus' if by > 0 else 'minus'} {abs(by):.4g}")]
