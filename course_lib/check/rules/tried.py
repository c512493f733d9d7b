"""Diagnoses that need further calls: of the right answer for changed arguments, or of the learner's with wider numbers."""

import time

import numpy as np

from ..described import names_of
from .borders import MODES, beyond
from .changed_input import changes
from .rule import telling

SECONDS = 0.12  # of processor time for all of them: nobody should wait for a diagnosis


class Clock:
    """Counts the processor time that is left."""

    def __init__(self, seconds=SECONDS):
        self.end = time.process_time() + seconds

    def ran_out(self):
        return time.process_time() > self.end


def by_changed_arguments(exercise, ran, failed, clock):
    """Return the sentence of the change of the arguments that explains the results of all calls, or ""."""
    cases = [trial.case for trial in ran]
    if not cases[0] or not _enough(failed):
        return ""
    for sentence, change in changes(cases, names_of(exercise.rights[0])):
        if clock.ran_out():
            return ""
        if all(trial.gives_with(change) for trial in (*failed, *(t for t in ran if t not in failed))):
            return sentence
    return ""


def by_border(failed, clock):
    """Return the sentence for a result that follows another border rule, or ""."""
    if not all(_pictures(trial) for trial in failed):
        return ""
    ours, asked = set(MODES), set(MODES)
    for trial in failed:
        found = _modes(trial, clock)
        ours &= {mode for mode, (given, _) in found.items() if given}
        asked &= {mode for mode, (_, expected) in found.items() if expected}
    if not ours or not failed:
        return ""
    meant = f"asked is {_words(asked)}" if asked else "the task asks for something else"
    return f"inside all is right; beyond the border, yours takes {_words(ours)}, and {meant}."


def border_asked(trial, clock):
    """Return what the right answer takes beyond the border, in words, or ""."""
    if not _pictures(trial):
        return ""
    asked = [mode for mode, (_, expected) in _modes(trial, clock).items() if expected]
    return _words(asked) if len(asked) == 1 else ""


def _modes(trial, clock):
    """Return for each border rule whether the result follows it, and whether the expected one does."""
    found = {}
    for mode, padded, cut in beyond(trial.case):
        if clock.ran_out():
            break
        result = trial.of_reference(padded())
        if isinstance(result, np.ndarray) and result.ndim >= 2:
            found[mode] = tuple(trial.same(some, cut(result)) for some in (trial.given, trial.expected))
    return found


def _pictures(trial):
    arrays = [a for a in trial.case if isinstance(a, np.ndarray) and a.ndim in (2, 3)]
    shape = np.shape(trial.expected)
    return bool(arrays) and len(shape) >= 2 and shape[:2] == arrays[0].shape[:2] and np.shape(trial.given) == shape


def _words(modes):
    return " or ".join(MODES[mode] for mode in MODES if mode in modes)


OVERFLOW = "so a sum, a difference or a product on the way does not fit into it and starts again from its other end. Convert the picture first, for example with .astype(int)."
DECIMALS = "and integers lose their decimals on the way, or overflow. Convert the picture first, for example with .astype(float)."


def by_wider_numbers(exercise, failed, clock):
    """Return the sentence for an answer that is right once its input has more room, or ""."""
    if exercise.value or exercise.fresh or not all(any(map(_is_small, trial.case)) for trial in failed):
        return ""
    kind = next(a.dtype for a in failed[0].case if _is_small(a))
    for wide, why in ((np.int64, OVERFLOW), (np.float64, DECIMALS)):
        if all(not clock.ran_out() and trial.right_with(_widened(wide)) for trial in failed):
            right = f"with {np.dtype(wide)} numbers your function gives what was asked for."
            return f"{right} What came in holds {kind}, {why if kind.kind != 'b' else MASKS}"
    return ""


MASKS = "True and False, and with them + is or, and no sum. Convert them first, for example with .astype(int)."


def _widened(wide):
    return lambda case: tuple(a.astype(wide) if _is_small(a) else a for a in case)


def _is_small(argument):
    return isinstance(argument, np.ndarray) and (
        argument.dtype == bool or (argument.dtype.kind in "ui" and argument.dtype.itemsize < 4)
    )


def _enough(failed):
    """Tell whether the results show so much that no change of the arguments fits them by chance."""
    given = [trial.given for trial in failed]
    if all(isinstance(one, np.ndarray) for one in given):
        return any(telling(trial) for trial in failed)
    if all(isinstance(one, int | float) for one in given):
        return len({one for one in given if one != round(one)}) >= 1 or len(set(given)) >= 3
    return sum(len(repr(one)) for one in given) >= 30
