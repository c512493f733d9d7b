"""From an answer to a sentence: which case fails, and which slip explains it."""

import copy
import warnings

import numpy as np

from .answers import NotYet, Wrong, call
from .handing import met


def judge(exercise, answer):
    """Raise `Wrong` with the sentence for an answer that is not right; return more praise, or None."""
    if exercise.judges:
        return exercise.judges(answer)
    cases = exercise.all_cases()
    failed = [trial for case in cases if (trial := Trial(exercise, answer, case)).fails]
    if not failed:
        return None
    first = failed[0]
    if first.stopped:
        if isinstance(first.stopped, NotYet) and len(failed) < len(cases):
            raise Wrong(f"your function returned nothing{met(first.case)}: does every way through it end with return?")
        raise first.stopped
    explained = [trial for trial in failed if not trial.stopped]
    # a slip that explains everything comes before one that explains a case
    for group in (explained, [first]) if exercise.compare.alone else (explained,):
        for slip in exercise.slips:
            if all(trial.shows(slip) for trial in group):
                first.tell(slip.sentence)
    for slip in exercise.slips:
        if first.has_shape_of(slip):
            first.tell(slip.sentence)
    exercise.compare.complain(first.given, first.expected, first.case)
    return None


class Trial:
    """One call of an answer: what it gave, what was expected, and whether that is the same."""

    def __init__(self, exercise, answer, case):
        self.exercise, self.case, self.stopped = exercise, case, None
        self.expected = self._read(quietly(exercise.rights[0], case))
        try:
            given = answer if exercise.value else call(answer, *case, fresh=exercise.fresh)
            for notice in exercise.notices:
                if sentence := notice(given, *case):
                    raise Wrong(sentence)
            self.given = self._read(given)
        except (NotYet, Wrong) as reason:
            self.stopped = reason

    def _read(self, given):
        read = self.exercise.reads
        return self.exercise.compare.read(read(given, *self.case) if read else given)

    @property
    def fails(self):
        if self.stopped:
            return True
        accepts, others = self.exercise.compare.accepts, self.exercise.others
        return not accepts(self.given, self.expected) and not any(
            accepts(self.given, self._read(quietly(other, self.case))) for other in others
        )

    def shows(self, slip):
        """Tell whether the result is what the slip gives, and the slip is wrong in this case."""
        slipped, same = self._result_of(slip), self.exercise.compare.same
        return slipped is not None and same(self.given, slipped) and not same(slipped, self.expected)

    def has_shape_of(self, slip):
        """Tell whether the result has the shape that the slip gives, where that is a shape of its own."""
        if not slip.by_shape:
            return False
        slipped = self._result_of(slip)
        return slipped is not None and np.shape(self.given) == np.shape(slipped) != np.shape(self.expected)

    def _result_of(self, slip):
        try:
            return self._read(quietly(slip.answer, self.case))
        except Exception:  # a slip need not run on every case, nor give the kind of thing that is asked for
            return None

    def tell(self, sentence):
        raise Wrong(sentence, **self.exercise.compare.pictures(self.given, self.expected, self.case))


def quietly(function, case):
    """Call one of the course's own functions on copies of a case, without NumPy's warnings."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return function(*copy.deepcopy(case))
