"""Ranges and rounding: sums and products of values within a range can end a hair's breadth outside of it."""

import numpy as np

_STEPS = 8  # as many rounding errors beyond a range of about 1 still count as rounding


def clip_to(out, *given):
    """Clip `out` in place to the range of what is given, arrays and numbers.

    >>> clip_to(np.array([-1e-16, 1 + 1e-15, 0.5]), np.array([0, 0.5]), 1)
    array([0. , 1. , 0.5])
    """
    return np.clip(out, min(np.min(values) for values in given), max(np.max(values) for values in given), out=out)


def rounding(dtype):
    """Return how far rounding may carry values of a type out of [0, 1] or [-1, 1]; integers stay inside.

    >>> rounding(np.dtype(float)) < 2e-15
    True
    """
    return _STEPS * float(np.finfo(dtype).eps) if dtype.kind == "f" else 0.0


def not_negative(image, what, remedy):
    """Return a picture with what rounding has left below 0 set to 0, or say that it must not be negative.

    >>> not_negative(np.array([-1e-17, 0.5]), "values", "clip them first")
    array([0. , 0.5])
    """
    low = image.min()
    if low < -rounding(image.dtype):
        raise ValueError(f"expected {what} of 0 or more, got {low:g}; {remedy}")
    return np.maximum(image, 0) if low < 0 else image
