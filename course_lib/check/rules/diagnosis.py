"""Kinds of mistakes that are known in every exercise, tried in order where no slip of the exercise's own was made.

A rule holds only if all calls that failed show it (but for tiny ones, where others are not), and if what they show is so much that it cannot be chance. Where
none holds, the verdict names a place: better no diagnosis than a wrong one.
"""

import numpy as np

from . import factors, masks, order, parts, plain, shapes, things, values, whole
from .numbers import about_numbers
from .rule import telling, varied
from .search import first_that_holds
from .tried import Clock, by_border, by_changed_arguments, unused
from .variants import by_variants
from .widened import by_overflow, by_wider_numbers

SHAPES = [*(rule for rule in order.RULES if rule.name in ("transposed", "permuted", "quarter_turn")), *shapes.RULES]
VALUES = [*order.RULES, *values.RULES, *factors.RULES, *whole.RULES, *masks.RULES, *parts.RULES, *factors.LAST]
THINGS = things.RULES


def diagnosis(exercise, trials, failed):
    """Return the sentence for the mistake that explains all calls that failed, or "".

    The trials that stopped with an error are left out: they have their own sentences.
    """
    ran = [trial for trial in trials if not trial.stopped]
    failed = [trial for trial in failed if not trial.stopped]
    if not failed or any(trial.same(trial.given, trial.expected) for trial in failed):
        return ""  # only the type is wrong
    failed = [trial for trial in failed if _rich(trial)] or failed  # a single pixel can be everything's mistake
    if sentence := _by_rules(ran, failed):
        return sentence
    if any(isinstance(t.expected, np.ndarray) and t.expected.dtype == bool != t.given.dtype for t in failed):
        return ""  # numbers, where a mask is asked
    clock = Clock()
    return (
        by_changed_arguments(exercise, ran, failed, clock)
        or unused(exercise, ran, failed, clock)
        or by_border(failed, clock)
        or by_wider_numbers(exercise, failed, clock)
        or by_variants(exercise, ran, failed)
        or by_overflow(exercise, failed, clock)
        or _at_last(ran, failed)
    )


def _at_last(ran, failed):
    both = [thing for trial in failed for thing in (trial.given, trial.expected)]
    if not all(isinstance(thing, np.ndarray) for thing in both) or not any(map(telling, failed)):
        return ""
    return first_that_holds(plain.LAST, *_calls([trial for trial in ran if telling(trial)], failed))


def _by_rules(ran, failed):
    both = [thing for trial in failed for thing in (trial.given, trial.expected)]
    if all(isinstance(thing, int | float) and not isinstance(thing, bool) for thing in both):
        return about_numbers(ran, failed)
    if not all(isinstance(thing, np.ndarray) for thing in both):
        # where nothing is asked for, as an empty list, and nothing came, no mistake is seen
        return first_that_holds(THINGS, *_calls([t for t in ran if not _is_empty(t.expected)], failed))
    alike = {trial.given.shape == trial.expected.shape for trial in failed}
    if len(alike) > 1:
        return _one_shape(ran)
    shown, passed = _calls([trial for trial in ran if telling(trial)], failed)
    if alike == {True} and (sentence := first_that_holds(plain.RULES, shown, passed)):
        return sentence
    if alike == {False}:
        return (first_that_holds(SHAPES, shown, passed) if any(map(telling, failed)) else "") or _one_shape(ran)
    return first_that_holds(VALUES, shown, passed) if any(map(telling, failed)) else ""


def _one_shape(ran):
    """Return the sentence for results that have the same rows and columns in all calls, where others are asked."""
    asked = {trial.expected.shape[:2] for trial in ran}
    given = {trial.given.shape[:2] for trial in ran}
    if len(asked) < 2 or len(given) > 1 or not all(given) or all(map(_measured, ran)):
        return ""
    return f"yours has the shape {ran[0].given.shape} whatever comes in: does a number of your own stand where a parameter or the size of the picture should?"


def _calls(ran, failed):
    """Return (given, expected, case) of the calls that failed, and of the others."""
    others = [trial for trial in ran if trial not in failed]
    return tuple([(trial.given, trial.expected, trial.case) for trial in some] for some in (failed, others))


def _rich(trial):
    """Tell whether a call asks for an array in which a mistake would show."""
    expected = trial.expected
    if not isinstance(expected, np.ndarray) or expected.ndim < 2:
        return np.size(expected) > 2
    return varied(expected, 3) and min(expected.shape[:2]) > 2


def _is_empty(thing):
    return isinstance(thing, list | tuple | set | dict) and not thing


def _measured(trial):
    """Tell whether the rows and columns of a result are some that came in."""
    came_in = {size for argument in trial.case if isinstance(argument, np.ndarray) for size in argument.shape}
    return set(trial.given.shape[:2]) <= came_in
