"""Judges that are not files of their own yet."""

import numpy as np

from .answers import NotYet, Wrong, as_array, call, unwritten  # noqa: F401
from .exercise import EXERCISES  # noqa: F401
from .exercise import exercise as new_exercise


def exercise(id, title, *, hints, right, target=None):
    """Register the decorated function as the judge of an exercise."""
    return new_exercise(id, title, hints=hints, right=right, target=target).judge


def compare(given, expected, image, mistakes=(), tolerance=0):
    """Raise `Wrong` unless `given` equals `expected`; `mistakes` are (wrong result, sentence) pairs.

    Floats may be those of float32 throughout: other libraries compute in them.
    """
    type_counts = tolerance == 0
    tolerance = max(tolerance, _float32_slack(expected))
    was_list = isinstance(given, list)
    given = as_array(given)
    for wrong, sentence in mistakes:
        wrong = np.asarray(wrong)
        if wrong.shape == given.shape and _same(given, wrong, tolerance) and not _same(wrong, expected, tolerance):
            raise Wrong(sentence, **_pictures(image, expected, given))
    if given.shape != expected.shape:
        raise Wrong(f"the result should have the shape {expected.shape}, yours has {given.shape}.")
    if expected.dtype == bool and given.dtype != bool:
        raise Wrong(
            f"a mask holds True and False; yours holds {given.dtype} numbers. A comparison such as image > 100 makes one."
        )
    if not _same(given, expected, tolerance):
        differ = ~np.isclose(given.astype(float), expected.astype(float), rtol=0, atol=tolerance or 1e-9)
        told = f"{differ.sum()} of {differ.size} values differ from what was asked for"
        told += ", all of them near the border." if _only_near_border(differ) else "."
        raise Wrong(told, **_pictures(image, expected, given))
    if type_counts and given.dtype != expected.dtype and {given.dtype.kind, expected.dtype.kind} != {"f"}:
        yours = "a list" if was_list else given.dtype
        raise Wrong(f"the values are right, but their type should be {expected.dtype}, yours is {yours}.")


def _only_near_border(differ):
    if differ.ndim < 2 or min(differ.shape[:2]) < 6:
        return False
    rows, cols = (n // 5 + 1 for n in differ.shape[:2])
    return not differ[rows:-rows, cols:-cols].any()


def _float32_slack(expected):
    """Return how far a result computed in float32 may lie from the expected floats; 0 where whole numbers are asked."""
    if expected.dtype.kind != "f" or not expected.size:
        return 0
    return 2e-6 * float(np.abs(expected).max(initial=0, where=np.isfinite(expected)))


def _same(a, b, tolerance):
    if a.dtype.kind not in "buif" or a.shape != b.shape:
        return False
    return bool(np.allclose(a.astype(float), b.astype(float), rtol=0, atol=tolerance or 1e-9))


def _pictures(image, expected, given):
    """Return input, expected, yours and their difference, where all of them can be shown."""
    pictures = {"input": image, "expected": expected, "yours": given}
    if not all(p.ndim == 2 or (p.ndim == 3 and p.shape[-1] == 3) for p in pictures.values()):
        return {}
    if not np.isfinite(given.astype(float)).all():
        return {}
    if given.shape == expected.shape:
        pictures["difference"] = np.abs(given.astype(float) - expected.astype(float))
    return pictures
