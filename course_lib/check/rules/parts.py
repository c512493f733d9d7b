"""Right in one part only: a loop that ends early, one channel or column of several."""

import numpy as np

from ..described import number
from .rule import agrees, distinct, rule, varied

RULES = []


@rule(
    "the first rows are right, and the others {}: does return stand inside the loop, or does the loop end early?", RULES
)
def ends_early(given, expected, case):
    return _right_until(given, expected, case)


@rule("the last rows are right, and the others {}: does the loop begin late, or is its result written over?", RULES)
def begins_late(given, expected, case):
    turned = tuple(a[::-1] if isinstance(a, np.ndarray) and a.ndim else a for a in case)
    return _right_until(given[::-1], expected[::-1], turned) if given.ndim else None


def _right_until(given, expected, case):
    """Return in words what stands in the other rows, where the first rows are right."""
    if given.shape != expected.shape or given.ndim < 2 or len(given) < 3:
        return None
    rows = np.array([agrees(a, b) for a, b in zip(given, expected, strict=True)])
    right = int(rows.argmin())
    if not 0 < right < len(rows) - 1 or rows[right:].mean() > 0.4 or not varied(expected[:right]):
        return None
    ways = [("are 0", 0 * given[right:])]
    ways += [("are what came in", a[right:]) for a in case if isinstance(a, np.ndarray) and a.shape == given.shape]
    return [left for left, part in ways if agrees(given[right:], part)]


END = "does the loop, or the slice, end one too early? range(n) ends with n - 1 by itself"
BEGIN = "rows and columns are counted from 0"
SIDES = {  # what is wrong, why, and what is right
    "the last row is": (END, np.s_[:-1]),
    "the first row is": (BEGIN, np.s_[1:]),
    "the last column is": (END, np.s_[:, :-1]),
    "the first column is": (BEGIN, np.s_[:, 1:]),
    "the last row and the last column are": (END, np.s_[:-1, :-1]),
    "the first row and the first column are": (BEGIN, np.s_[1:, 1:]),
}


def _much_inside(given, expected, case):
    return varied(expected[1:-1, 1:-1])


@rule("all is right, but {} {}: {}.", RULES, seen=_much_inside)
def side_left_out(given, expected, case):
    """Find a row or column at one side that holds 0, or what came in."""
    if given.shape != expected.shape or given.ndim < 2 or min(given.shape[:2]) < 3:
        return None
    found = []
    for side, (why, inside) in SIDES.items():
        rest = np.ones(given.shape[:2], bool)
        rest[inside] = False
        if agrees(given[inside], expected[inside]):
            untouched = [left for left, part in _untouched(given, case) if agrees(given[rest], part[rest])]
            found += [(side, left, why) for left in untouched]
    return found


def _untouched(given, case):
    """Return what a place holds where nothing was put there, and in words."""
    came = [a for a in case if isinstance(a, np.ndarray) and a.shape == given.shape]
    nothing = "False" if given.dtype == bool else "0"
    return [(nothing, np.zeros_like(given)), *(("what came in", a) for a in came)]


@rule("yours is {} what was asked for, {} what came in (argument {}).", RULES, seen=lambda *call: distinct(call[1]) > 5)
def mixed_with_input(given, expected, case):
    """Find a sum of the right result and of what came in, each times a number."""
    if expected.dtype == bool or not np.isfinite(given).all() or given.shape != expected.shape or given.size < 6:
        return None
    found = []
    for k, argument in enumerate(case):
        if not isinstance(argument, np.ndarray) or argument.shape != expected.shape or argument.dtype == bool:
            continue
        parts = np.stack([expected.astype(float).ravel(), argument.astype(float).ravel()], axis=1)
        (a, b), _, rank, _ = np.linalg.lstsq(parts, given.astype(float).ravel(), rcond=None)
        if rank == 2 and min(abs(a), abs(b)) > 1e-3 and agrees(given, (parts @ (a, b)).reshape(given.shape)):
            found.append((_times(a), ("minus " if b < 0 else "plus ") + _times(abs(b)), k + 1))
    return found


def _times(factor):
    """Return a factor in words, as they stand before a thing."""
    factor = float(f"{factor:.3g}")
    return {1: "all of", -1: "minus", 0.5: "half of"}.get(factor, f"{number(factor)} times")


def _varied_column(given, expected, case):
    right = (c for c in range(expected.shape[-1]) if agrees(given[..., c], expected[..., c]))
    return any(distinct(expected[..., c]) > 2 for c in right)


@rule("{} right, and what should be in the other{} is not: do all get the same treatment?", RULES, seen=_varied_column)
def some_columns(given, expected, case):
    """Find columns of a table, or channels of a picture, that are right, where the others are not."""
    few = expected.ndim in (2, 3) and 2 <= expected.shape[-1] <= 4
    if not few or given.shape != expected.shape or expected.dtype == bool:
        return None
    right = [c for c in range(expected.shape[-1]) if agrees(given[..., c], expected[..., c])]
    if not 0 < len(right) < expected.shape[-1]:
        return None
    word = "channel" if expected.ndim == 3 else "column"
    which = f"only {word} {right[0]} is" if len(right) == 1 else f"only the {word}s {' and '.join(map(str, right))} are"
    return [(which, "s" if expected.shape[-1] - len(right) > 1 else "")]
