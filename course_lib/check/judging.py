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
    trials = [Trial(exercise, answer, case) for case in exercise.all_cases()]
    failed = [trial for trial in trials if trial.fails]
    if not failed:
        return None
    first = failed[0]
    if first.stopped:
        if isinstance(first.stopped, NotYet) and len(failed) < len(trials):
            raise Wrong(f"your function returned nothing{met(first.case)}: does every way through it end with return?")
        raise first.stopped
    if slip := explanation(exercise, trials, failed):
        first.tell(slip.sentence)
    first.complain()
    return None


def explanation(exercise, trials, failed):
    """Return the slip that was made, or None.

    One that gives the same in all cases comes first, then one that explains all that failed, then one that explains
    the first of these, then one of the same shape.
    """
    first, alone = failed[0], exercise.compare.alone
    explained, ran = ([trial for trial in some if not trial.stopped] for some in (failed, trials))
    possible = [slip for slip in exercise.slips if all(trial.shows(slip) for trial in explained)]
    ways = (
        (possible, lambda slip: all(trial.gives(slip) for trial in ran)),
        (possible if alone else (), lambda slip: True),
        (exercise.slips if alone else (), first.shows),
        (exercise.slips, first.has_shape_of),
    )
    return next((slip for slips, fits in ways for slip in slips if fits(slip)), None)


class Trial:
    """One call of an answer: what it gave, what was expected, and whether that is the same."""

    def __init__(self, exercise, answer, case):
        self.exercise, self.case, self.stopped = exercise, case, None
        self.slipped = {}  # what each slip gives here, once it was asked
        self.expected = self._read(quietly(exercise.rights[0], case))
        try:
            given = answer if exercise.value else call(answer, *case, fresh=exercise.fresh)
            for notice in exercise.notices:
                if sentence := notice(given, *case):
                    raise Wrong(sentence)
            self.given, self.listed = self._read(given), isinstance(given, list)
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

    def gives(self, slip):
        """Tell whether the result is what the slip gives."""
        slipped = self._result_of(slip)
        return slipped is not None and self.exercise.compare.same(self.given, slipped)

    def shows(self, slip):
        """Tell whether the result is what the slip gives, and the slip is wrong in this case."""
        return self.gives(slip) and not self.exercise.compare.same(self._result_of(slip), self.expected)

    def has_shape_of(self, slip):
        """Tell whether the result has the shape that the slip gives, where that is a shape of its own."""
        if not slip.by_shape:
            return False
        slipped = self._result_of(slip)
        return slipped is not None and np.shape(self.given) == np.shape(slipped) != np.shape(self.expected)

    def complain(self):
        """Raise `Wrong` for a result that no slip explains."""
        compare = self.exercise.compare
        if self.listed and compare.same(self.given, self.expected):
            raise Wrong(
                f"the values are right, but they came as a list: np.array(…, np.{self.expected.dtype}) makes an array."
            )
        compare.complain(self.given, self.expected, self.case)

    def _result_of(self, slip):
        if id(slip) not in self.slipped:
            try:
                self.slipped[id(slip)] = self._read(quietly(slip.answer, self.case))
            except Exception:  # a slip need not run on every case, nor give the kind of thing that is asked for
                self.slipped[id(slip)] = None
        return self.slipped[id(slip)]

    def tell(self, sentence):
        example = self.exercise.example.format(*self.case, given=self.given)
        raise Wrong(example + sentence, **self.exercise.compare.pictures(self.given, self.expected, self.case))


def quietly(function, case):
    """Call one of the course's own functions on copies of a case, without NumPy's warnings."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return function(*copy.deepcopy(case))
