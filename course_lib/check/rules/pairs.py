"""Two mistakes at once: a slip or a changed argument, and what a rule finds in the result that it gives."""

import numpy as np

from ..described import names_of
from . import factors, order, shapes, values, whole
from .changed_input import changes
from .rule import telling, varied
from .search import first_that_holds
from .tried import Clock

SECONDS = 0.15
# of these a picture shows so much that they are no chance, on top of another mistake
SURE = {
    "transposed",
    "permuted",
    "turned_over",
    "quarter_turn",
    "channels",
    "wrapped",
    "decimals_lost",
    "inverted",
    "negative",
}
SURE |= {"constant_factor", "without_sign", "squared", "rooted", "axis_too_many", "cropped", "padded", "shifted"}
SECOND = [
    rule for rule in (*order.RULES, *shapes.RULES, *values.RULES, *factors.RULES, *whole.RULES) if rule.name in SURE
]
BOTH = "two mistakes at once. One of them: {} The other, which is left when that one is mended: {}"


def by_two(exercise, trials, failed):
    """Return the sentence for two mistakes of which one was made in the result of the other, in all calls; or ""."""
    ran, failed = ([trial for trial in some if not trial.stopped] for some in (trials, failed))
    if any(trial.same(trial.given, trial.expected) for trial in failed):
        return ""  # only the type is wrong
    if not all(_pictured(trial) for trial in failed) or not any(map(telling, failed)):
        return ""
    clock = Clock(SECONDS)
    for sentence, result_of in _first_mistakes(exercise, ran):
        if clock.ran_out():
            return ""
        # the call that failed first speaks for most that do not fit
        if not (second := _found_in(failed[:1], result_of)) or not (second := _found_in(ran, result_of)):
            continue
        return BOTH.format(sentence, second)
    return ""


def _first_mistakes(exercise, ran):
    """Yield (sentence, function that returns what a mistake gives in a call): the slips', and changed arguments'."""
    for slip in exercise.slips:
        yield slip.sentence, lambda trial, slip=slip: trial.of_slip(slip)
    if ran[0].case:
        for sentence, change, *_ in changes([trial.case for trial in ran], names_of(exercise.rights[0])):
            yield sentence, lambda trial, change=change: trial.of_changed(change)


def _found_in(trials, result_of):
    """Return the sentence of the rule that leads from what a mistake gives to what was given, in all calls; or ""."""
    calls = [(trial.given, result_of(trial), trial.case) for trial in trials]
    if not all(isinstance(meant, np.ndarray) and meant.dtype.kind in "buif" for _, meant, _ in calls):
        return ""
    if not any(varied(meant) for _, meant, _ in calls):
        return ""
    return first_that_holds(SECOND, calls, [])


def _pictured(trial):
    return isinstance(trial.given, np.ndarray) and isinstance(trial.expected, np.ndarray) and trial.given.ndim > 1
