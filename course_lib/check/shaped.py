"""Judging arrays whose shape, or a nan in them, gives the mistake away."""

import numpy as np

from .legacy import Wrong, as_array, compare


def whole(given):
    """Return an answer of whole numbers as int64, whatever type of number it came in."""
    array = as_array(given)
    is_whole = array.dtype.kind in "ui" or (array.dtype.kind == "f" and np.array_equal(array, np.rint(array)))
    return array.astype(np.int64) if is_whole else array


def compare_shaped(given, expected, image, mistakes=(), told=(), nan="", tolerance=0):
    """Raise `Wrong` unless `given` equals `expected`: `compare`, with more to say first.

    `told` are (shape, sentence) pairs for answers of another shape than expected; `nan` is why there may be nan.
    """
    given = as_array(given)
    for shape, sentence in told:
        if given.shape == shape != expected.shape:
            raise Wrong(sentence)
    if nan and given.dtype.kind == "f" and np.isnan(given).any():
        raise Wrong(f"there are nan in it: {nan}")
    compare(given, expected, image, mistakes, tolerance)
