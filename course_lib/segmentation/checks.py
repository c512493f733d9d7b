"""Checks that all ways to segment share."""

import operator

from course_lib.arrays import check_array


def check_count(name, value):
    """Return a whole number of 1 or more."""
    try:
        count = operator.index(value)
    except TypeError:
        raise TypeError(f"{name} is a whole number, got {value!r}") from None
    if count < 1:
        raise ValueError(f"{name} is 1 or more, got {count}")
    return count


def check_positive(name, value):
    """Return a finite number above 0."""
    array = check_array([value], name)
    if array.size != 1 or array[0] <= 0:
        raise ValueError(f"{name} is one number above 0, got {value!r}")
    return float(array[0])
