"""Diagnoses that need further calls: of the right answer for changed arguments, or of the learner's with wider numbers."""

import dis
import time

import numpy as np

from ..described import names_of
from .borders import MODES, beyond
from .changed_input import changes, other_values
from .rule import distinct, telling

SECONDS = 0.12  # of processor time for all of them: nobody should wait for a diagnosis

SLOW = 0.05  # a function that takes longer is not called again


class Clock:
    """Counts the processor time that is left."""

    def __init__(self, seconds=SECONDS):
        self.end = time.process_time() + seconds

    def ran_out(self):
        return time.process_time() > self.end


def by_changed_arguments(exercise, ran, failed, clock):
    """Return the sentence of the change of the arguments that explains the results of all calls, or ""."""
    cases = [trial.case for trial in ran]
    if not cases[0] or not enough(failed):
        return ""
    others = [trial for trial in ran if trial not in failed]
    for sentence, change, *near in changes(cases, names_of(exercise.rights[0])):
        if clock.ran_out():
            return ""
        if not all(trial.gives_with(change) for trial in (*failed, *others)):
            continue
        if not near or not all(trial.gives_with(near[0]) for trial in failed):
            return sentence
    return ""


def unused(exercise, ran, failed, clock):
    """Return the sentence for a parameter that the answer makes no use of, or ""."""
    if exercise.value or any(trial.seconds > SLOW or not enough([trial]) for trial in failed):
        return ""
    cut_off = any(_all_but_gone(trial) for trial in failed)
    another_shape = any(isinstance(t.given, np.ndarray) and t.given.shape != np.shape(t.expected) for t in failed)
    names = names_of(exercise.rights[0])
    for i, ways in other_values(failed[0].case):
        if clock.ran_out() or i >= len(names):
            return ""
        if (another_shape or cut_off) and occurs(i, failed[0].answer) is not False:
            continue
        if all(_has_no_effect(trial, ways) for trial in failed) and not any(_has_effect(t, ways) for t in ran):
            how = UNSEEN[occurs(i, failed[0].answer)]
            return f"`{names[i]}` changes nothing in what your function gives{how}"
    return ""


def _all_but_gone(trial):
    """Tell whether a result holds two or three values where many are asked for: what was made of a parameter is lost."""
    given, expected = trial.given, trial.expected
    return isinstance(given, np.ndarray) and given.dtype != bool and distinct(given) < 4 <= distinct(expected)


UNSEEN = {
    None: ".",
    True: ", although it occurs in it: is what is made of it lost again, or written over?",
    False: ": it does not occur in it. Does a number stand in its place?",
}


def _has_no_effect(trial, ways):
    telling_ways = [change for change in ways if trial.asks_for_another(change)]
    return bool(telling_ways) and all(trial.unmoved_by(change) for change in telling_ways)


def _has_effect(trial, ways):
    return any(trial.asks_for_another(change) and not trial.unmoved_by(change) for change in ways)


def occurs(place, function):
    """Tell whether a function uses its parameter at a place; None where this cannot be seen.

    >>> occurs(1, lambda image, width: image), occurs(0, lambda image, width: image), occurs(0, len)
    (False, True, None)
    """
    code = getattr(function, "__code__", None)
    if code is None or code.co_argcount <= place:
        return None
    name = code.co_varnames[place]
    used = (instruction.argval for instruction in dis.get_instructions(code) if "STORE" not in instruction.opname)
    return any(name == one or (isinstance(one, tuple) and name in one) for one in used)


def by_border(failed, clock):
    """Return the sentence for a result that follows another border rule, or ""."""
    if not all(_pictures(trial) and _right_inside(trial) for trial in failed):
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


def border_asked(trials, clock):
    """Return what the right answer takes beyond the border, in words; "" where it does not look there."""
    if not all(map(_pictures, trials)):
        return ""
    found = [_modes(trial, clock) for trial in trials]
    asked = [mode for mode in MODES if all(some.get(mode, (None, False))[1] for some in found)]
    if all(all(expected for _, expected in some.values()) for some in found):  # also where no rule could be tried
        return ""
    return f"Asked is {_words(asked)}" if asked else "Look at the task"


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


def _right_inside(trial):
    """Tell whether the middle of a result is right."""
    close = np.isclose(trial.given.astype(float), trial.expected.astype(float), equal_nan=True)
    return bool(close[tuple(slice(n // 3, n - n // 3) for n in close.shape[:2])].all())


def _words(modes):
    return " or ".join(MODES[mode] for mode in MODES if mode in modes)


def enough(failed):
    """Tell whether the results show so much that no change of the arguments fits them by chance."""
    given = [trial.given for trial in failed]
    if all(isinstance(one, np.ndarray) for one in given):
        return any(telling(trial) for trial in failed)
    if all(isinstance(one, int | float) for one in given):
        return len({one for one in given if one != round(one)}) >= 1 or len(set(given)) >= 3
    return sum(len(repr(one)) for one in given) >= 30
