"""From an answer to a sentence: which case fails, and which slip explains it."""

import numpy as np

from .answers import NotYet, Wrong
from .described import circumstances, names_of
from .places import only_near_border
from .rules import Clock, border_asked, diagnosis
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
    if first.stopped:
        if isinstance(first.stopped, NotYet) and len(failed) < len(trials):
            on = circumstances(first.case, names_of(exercise.rights[0]))
            raise Wrong(f"your function returned nothing{on}: does every way through it end with return?")
        raise first.stopped
    if slip := surely(exercise, trials, failed):
        first.tell(slip.sentence)
    if sentence := diagnosis(exercise, trials, failed):
        first.tell(sentence, first.evidence())
    if slip := probably(exercise, failed):
        first.tell(slip.sentence)
    first.complain(beyond_the_border(first))
    return None


def beyond_the_border(trial):
    """Return a sentence on what is asked beyond the border, where all that differs lies near it, else ""."""
    given, expected = trial.given, trial.expected
    if not isinstance(given, np.ndarray) or given.shape != np.shape(expected):
        return ""
    if not only_near_border(~np.isclose(given.astype(float), expected.astype(float))):
        return ""
    asked = border_asked(trial, Clock())
    return (
        f" What lies beyond the border? Asked is {asked}."
        if asked
        else " What lies beyond the border? Look at the task."
    )


def surely(exercise, trials, failed):
    """Return the slip that explains all that failed, or None; one that gives the same in all cases comes first."""
    failed, ran = ([trial for trial in some if not trial.stopped] for some in (failed, trials))
    possible = [slip for slip in exercise.slips if all(trial.shows(slip) for trial in failed)]
    alike = (slip for slip in possible if all(trial.gives(slip) for trial in ran))
    return next(alike, next(iter(possible), None) if exercise.compare.alone else None)


def probably(exercise, failed):
    """Return the slip that explains the first case that failed, or whose result has the same shape, or None."""
    first = failed[0]
    possible = exercise.slips if exercise.compare.alone else ()
    by_values = (slip for slip in possible if first.shows(slip))
    return next(by_values, next((slip for slip in exercise.slips if first.has_shape_of(slip)), None))
