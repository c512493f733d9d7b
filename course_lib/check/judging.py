"""From an answer to a sentence: which case fails, and which slip explains it."""

import numpy as np

from .answers import NotYet, Wrong
from .compare import Arrays
from .described import circumstances, names_of
from .places import along_border
from .rules import Clock, border_asked, diagnosis
from .rules.pairs import by_two
from .rules.rule import telling
from .trial import Trial


def judge(exercise, answer):
    """Raise `Wrong` with the sentence for an answer that is not right; return more praise, or None."""
    if exercise.judges:
        return exercise.judges(answer)
    trials = [Trial(exercise, answer, case) for case in exercise.all_cases()]
    failed = [trial for trial in trials if trial.fails]
    if not failed:
        return None
    first = failed[0]
    try:
        say(exercise, trials, failed)
    except Wrong as reason:
        reason.printed = first.printed
        raise
    return None


YES_OR_NO = (
    "yours is True or False, and a number is asked for: a comparison only says whether, not how many or how much."
)


def say(exercise, trials, failed):
    """Raise `Wrong` or `NotYet` for an answer that failed: a slip, a rule, or else a place."""
    first = failed[0]
    if first.stopped:
        if isinstance(first.stopped, NotYet) and len(failed) < len(trials):
            on = circumstances(first.case, names_of(exercise.rights[0]))
            raise Wrong(f"your function returned nothing{on}: does every way through it end with return?", "error")
        raise first.stopped
    if all(trial.yes_or_no for trial in failed):
        first.tell(YES_OR_NO, "rule", first.evidence())
    if slip := explanation(exercise, trials, failed):
        first.tell(slip.sentence, "slip")
    if sentence := diagnosis(exercise, trials, failed):
        first.tell(sentence, "rule", first.evidence())
    if slip := by_shape(exercise, first):
        first.tell(slip.sentence, "slip")
    if sentence := by_two(exercise, trials, failed):
        first.tell(sentence, "rule", first.evidence())
    first.complain(beyond_the_border(failed))


def beyond_the_border(failed):
    """Return a sentence on what is asked beyond the border, where all that differs lies near it, else ""."""
    # the others have their own words, and need not be about neighbours
    if type(failed[0].exercise.compare) is not Arrays:
        return ""
    if not all(_differs_along_border(trial) for trial in failed):
        return ""
    asked = border_asked(failed, Clock())
    return f" What lies beyond the border? {asked}." if asked else ""


def _differs_along_border(trial):
    given, expected = trial.given, trial.expected
    if trial.stopped or not isinstance(given, np.ndarray) or given.shape != np.shape(expected):
        return False
    return along_border(~np.isclose(given.astype(float), expected.astype(float)))


def explanation(exercise, trials, failed):
    """Return the slip that explains all that failed, or None; one that gives the same in all cases comes first."""
    failed, ran = ([trial for trial in some if not trial.stopped] for some in (failed, trials))
    # a value may be right by chance where its type is not: there the slip need not be seen to be wrong
    possible = [s for s in exercise.slips if all(t.gives(s) for t in failed) and any(t.shows(s) for t in failed)]
    if not possible:
        return None
    # where the answer is right, a slip that is not speaks against itself
    against = [sum(not trial.gives(slip) for trial in ran) for slip in possible]
    best = possible[against.index(min(against))]
    if not exercise.compare.alone:
        allowed = 0
    else:  # a whole picture is no chance; a few numbers are
        allowed = len(ran) if any(isinstance(t.given, np.ndarray) and telling(t) for t in failed) else 1
    return best if min(against) <= allowed else None


def by_shape(exercise, trial):
    """Return the slip whose result has the same shape, another one than is asked for, or None."""
    return next((slip for slip in exercise.slips if trial.has_shape_of(slip)), None)
