"""What is handed to a learner's function, what it may not leave behind, and what it says when it stops."""

import contextlib
import random
import warnings

import numpy as np


@contextlib.contextmanager
def undisturbed():
    """Leave what all functions share as it was: how NumPy prints and warns, and Python's warnings."""
    with warnings.catch_warnings(), np.errstate(), np.printoptions():
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def same_random_numbers_after():
    """Leave the random numbers that all functions share as they were."""
    states = random.getstate(), np.random.get_state()  # noqa: NPY002
    try:
        yield
    finally:
        random.setstate(states[0])
        np.random.set_state(states[1])  # noqa: NPY002


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


def said(error):
    """Return the first line of what an exception says, cut where it is long."""
    try:
        lines = str(error).splitlines()
    except Exception:
        return "its message cannot be printed"
    return lines[0][:200] if lines else "no more was said"
