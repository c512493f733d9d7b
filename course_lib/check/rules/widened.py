"""Integers that are too narrow for what is computed with them: the same answer is tried with wider numbers."""

import dis

import numpy as np

from .tried import SLOW

OVERFLOW = "so a sum, a difference or a product on the way does not fit into it and starts again from its other end. Convert the picture first, for example with .astype(int)."
DECIMALS = "and integers lose their decimals on the way, or overflow. Convert the picture first, for example with .astype(float)."
MASKS = "True and False, and with them + is or, and no sum. Convert them first, for example with .astype(int)."
ALSO = "on the way, a sum, a difference or a product does not fit into {} and starts again from its other end: with wider numbers your function gives something else. Convert the picture first, for example with .astype(int); it is not all that is wrong."
ASKS_FOR_THE_TYPE = {"dtype", "iinfo", "finfo", "nbytes", "itemsize", "invert", "bitwise_not", "view"}


def by_wider_numbers(exercise, failed, clock):
    """Return the sentence for an answer that is right once its input has more room, or ""."""
    if exercise.value or exercise.fresh or not all(any(map(_is_small, trial.case)) for trial in failed):
        return ""
    if any(trial.seconds > SLOW for trial in failed):
        return ""
    kind = next(a.dtype for a in failed[0].case if _is_small(a))
    for wide, why in ((np.int64, OVERFLOW), (np.float64, DECIMALS)):
        if wide is np.float64 and any(trial.unmoved_by(_as_floats) for trial in failed):
            continue  # it converts pictures by itself, and takes these floats for other ones
        if all(not clock.ran_out() and trial.right_with(_widened(wide)) for trial in failed):
            right = f"with {np.dtype(wide)} numbers your function gives what was asked for."
            return f"{right} What came in holds {kind}, {why if kind.kind != 'b' else MASKS}"
    return ""


def _as_floats(case):
    return tuple(a / 255 if isinstance(a, np.ndarray) and a.dtype == np.uint8 else a for a in case)


def _widened(wide):
    return lambda case: tuple(a.astype(wide) if _is_small(a) else a for a in case)


def _is_small(argument):
    return isinstance(argument, np.ndarray) and (
        argument.dtype == bool or (argument.dtype.kind in "ui" and argument.dtype.itemsize < 4)
    )


def by_overflow(exercise, failed, clock):
    """Return the sentence for an answer whose integers overflow, though that is not its only mistake, or ""."""
    if exercise.value or exercise.fresh or any(t.seconds > SLOW or clock.ran_out() for t in failed):
        return ""
    kinds = {a.dtype for trial in failed for a in trial.case if _is_small(a) and a.dtype != bool}
    if len(kinds) != 1 or not _plain(failed[0].answer):
        return ""
    wide = [failed[0].of_answer(_widened(kind)) for kind in (np.int64, np.int32, np.float64)]
    if any(result is None for result in wide) or not _far(failed[0].given, wide[0]):
        return ""
    # what looks at the type, as img_as_float does, gives another result for each
    return ALSO.format(kinds.pop()) if all(failed[0].same(wide[0], other) for other in wide[1:]) else ""


def _far(given, wide):
    """Tell whether two results differ by more than the rounding of half floats, which NumPy makes of uint8."""
    if np.shape(given) != np.shape(wide):
        return True
    given, wide = (np.asarray(some, float) for some in (given, wide))
    return bool(np.abs(given - wide).max(initial=0) > 0.02 * np.abs(wide).max(initial=0))


def _plain(function):
    """Tell whether a function can be seen to compute with whatever type comes in."""
    code = getattr(function, "__code__", None)
    if code is None or ASKS_FOR_THE_TYPE & set(code.co_names):
        return False
    return all(instruction.opname != "UNARY_INVERT" for instruction in dis.get_instructions(code))
