"""What is handed to a learner's function, and what it says when it stops."""

import numpy as np


def as_it_was(before, after):
    """Tell whether two things hold the same, through all lists, tuples and dicts in them."""
    if type(before) is not type(after):
        return False
    if isinstance(before, np.ndarray):
        same_kind = before.dtype == after.dtype and before.shape == after.shape
        return same_kind and np.array_equal(before, after, equal_nan=before.dtype.kind in "fc")
    if isinstance(before, list | tuple):
        return len(before) == len(after) and all(map(as_it_was, before, after))
    if isinstance(before, dict):
        return before.keys() == after.keys() and all(as_it_was(before[key], after[key]) for key in before)
    if isinstance(before, int | float | str):
        return before == after
    return True


def met(arguments):
    """Return what a function was called with, as a part of a sentence: the first array, or small arguments as they are."""
    array = next((a for a in arguments if isinstance(a, np.ndarray)), None)
    if array is not None:
        return f" on an array of shape {array.shape} and type {array.dtype}"
    shown = repr(arguments) if len(arguments) > 1 else f"({arguments[0]!r})" if arguments else ""
    return f" when it was called with {shown}" if 0 < len(shown) <= 120 else ""


def said(error):
    """Return the first line of what an exception says, cut where it is long."""
    try:
        lines = str(error).splitlines()
    except Exception:
        return "it cannot be printed"
    return lines[0][:200] if lines else "no more was said"
