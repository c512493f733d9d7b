"""What can be seen in a result before its numbers are compared: nan, infinity, or one value everywhere."""

import numpy as np

from ..described import number
from .rule import rule, varied

RULES, LAST = [], []  # the last ones hold only where nothing else explains a result


@rule(
    "yours holds True and False, and numbers are asked for: a comparison only says whether, and masks joined with + or & are masks again. (.astype(int) makes 1 and 0 of them.)",
    RULES,
    everywhere=False,
)
def yes_or_no(given, expected, case):
    return given.dtype == bool != expected.dtype


@rule(
    "there is {} in it, which is no number: something is divided by 0, or a root or logarithm is taken of what has none.",
    RULES,
    everywhere=False,
)
def not_finite(given, expected, case):
    if given.dtype.kind != "f" or not np.isfinite(expected).all():
        return None
    names = {"nan": np.isnan, "infinity (inf)": np.isinf}
    return [name for name, test in names.items() if test(given).any()]


@rule("every {0} of yours is the same: is the number of the {0} used where it is computed?", LAST)
def one_line(given, expected, case):
    """Find a picture that does not change from row to row, or from column to column."""
    if given.ndim < 2 or given.shape != expected.shape or (given == given.flat[0]).all():
        return None
    return [word for axis, word in enumerate(("row", "column")) if _same(given, axis) and _many(expected, axis)]


def _same(array, axis):
    return bool((array == array.take([0], axis)).all())


def _many(array, axis):
    """Tell whether there are more than two different lines."""
    return np.unique(array, axis=axis).shape[axis] > 2


@rule(
    "every place of yours holds the same, {}: what should tell one place from another?",
    RULES,
)
def one_value(given, expected, case):
    """Tell a result that is the same all over, whichever value that is in each call."""
    if not varied(expected) or given.size < 2 or not (given == given.flat[0]).all():
        return None
    value = number(given.flat[0])
    return [value] if value in ("0", "True", "False") else [value, "one number in each call"]
