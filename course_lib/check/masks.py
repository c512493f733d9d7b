"""Judging an answer that is a mask, by how much of the right one it covers."""

from .legacy import Wrong, as_array


def mask_of(given, shape, marked):
    """Return an answer as a mask of this shape, or say what is wrong with its kind; `marked` is what it is True for."""
    given = as_array(given)
    if given.shape != shape:
        raise Wrong(f"the mask should have the shape of the picture, {shape}; yours has {given.shape}.")
    if given.dtype != bool:
        raise Wrong(f"expected a mask of True and False, True for {marked}; yours holds {given.dtype}.")
    return given


def f1(mask, truth):
    """Return the F1 score: 1 if all of the truth and nothing else is marked."""
    return 2 * (mask & truth).sum() / max(mask.sum() + truth.sum(), 1)
