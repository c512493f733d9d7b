"""One call of an answer: what it gave, what was expected, and which slips give the same."""

import copy
import time
import warnings

import numpy as np

from .answers import NotYet, Wrong, a_value, call
from .described import circumstances, names_of
from .handing import undisturbed
from .prints import last
from .rules.rule import agrees

KEPT = 100_000  # bytes at most of what a slip gives, to be kept for the next check


class Trial:
    """One call of an answer: what it gave, what was expected, and whether that is the same."""

    def __init__(self, exercise, answer, case):
        self.exercise, self.answer, self.case, self.stopped = exercise, answer, case, None
        self.yes_or_no = False  # whether it came where a number is asked for
        self.slipped = {}  # what each slip gives here, once it was asked
        self.expected = self._expected()
        start = time.process_time()
        try:
            given = a_value(answer) if exercise.value else call(answer, *case, fresh=exercise.fresh)
            for notice in exercise.notices:
                if sentence := notice(given, *case):
                    raise Wrong(sentence)
            self.given, self.listed = self._read(given), isinstance(given, list)
            self.yes_or_no = isinstance(given, bool | np.bool_) and isinstance(self.expected, int | float)
        except (NotYet, Wrong) as reason:
            self.stopped = reason
        self.printed, self.seconds = last(), time.process_time() - start

    def _expected(self):
        """Return what the right answer gives."""
        right = self.exercise.rights[0]
        return self._once(right, lambda: self._read(quietly(right, self.case)))

    def _once(self, function, compute):
        """Return what one of the exercise's own functions gives; for the exercise's own cases it is computed once."""
        known, made = self.exercise.known, self.exercise.made or ()
        place = next((k for k, case in enumerate(made) if case is self.case), None)
        if (place, function) in known:
            return known[place, function]
        result = compute()
        if place is not None and (function is self.exercise.rights[0] or getattr(result, "nbytes", 0) <= KEPT):
            known[place, function] = result
        return result

    def _read(self, given, case=None):
        read = self.exercise.reads
        return self.exercise.compare.read(read(given, *(case or self.case)) if read else given)

    @property
    def fails(self):
        if self.stopped:
            return True
        accepts, others = self.exercise.compare.accepts, self.exercise.others
        return not accepts(self.given, self.expected) and not any(
            accepts(self.given, self._read(quietly(other, self.case))) for other in others
        )

    def same(self, a, b):
        """Tell whether two results are the same; things that cannot be compared are not."""
        try:
            return self.exercise.compare.same(a, b)
        except Exception:
            return False

    def gives(self, slip):
        """Tell whether the result is what the slip gives."""
        slipped = self.of_slip(slip)
        return slipped is not None and self.exercise.compare.same(self.given, slipped)

    def shows(self, slip):
        """Tell whether the result is what the slip gives, and the slip is wrong in this case."""
        return self.gives(slip) and not self.exercise.compare.same(self.of_slip(slip), self.expected)

    def has_shape_of(self, slip):
        """Tell whether the result has the shape that the slip gives, where that is not the one expected."""
        if not slip.by_shape:
            return False
        slipped = self.of_slip(slip)
        return slipped is not None and np.shape(self.given) == np.shape(slipped) != np.shape(self.expected)

    def of_slip(self, slip):
        """Return what a slip gives, or None where it gives nothing."""
        if id(slip) not in self.slipped:
            self.slipped[id(slip)] = self._once(slip.answer, lambda: self._tried(slip.answer, self.case))
        return self.slipped[id(slip)]

    def of_reference(self, case):
        """Return what the right answer gives for other arguments, or None where it gives nothing for them."""
        return self._tried(self.exercise.rights[0], case)

    def gives_with(self, change):
        """Tell whether the result is what a right answer gives for changed arguments."""
        answers = (self.exercise.rights[0], *self.exercise.others)
        return any(self._is(self.of_changed(change, right)) for right in answers)

    def gives_as(self, function):
        """Tell whether the result is what one of the course's own functions gives."""
        return self._is(self._tried(function, self.case))

    def _is(self, meant):
        if isinstance(meant, np.ndarray) and isinstance(self.given, np.ndarray):
            return agrees(self.given, meant)
        return meant is not None and self.same(self.given, meant)

    def right_with(self, change):
        """Tell whether the answer gives the right values for changed arguments, for which the same is asked."""
        meant = self.of_changed(change)
        return meant is not None and self.same(meant, self.expected) and self._answered(change, self.expected)

    def asks_for_another(self, change):
        """Tell whether the right answer gives another result for changed arguments."""
        meant = self.of_changed(change)
        return meant is not None and not self.same(meant, self.expected)

    def unmoved_by(self, change):
        """Tell whether the answer gives the same for changed arguments."""
        return self._answered(change, self.given)

    def of_changed(self, change, right=None):
        """Return what a right answer gives for changed arguments, read as a result of this call, or None."""
        try:
            return self._read(quietly(right or self.exercise.rights[0], change(self.case)))
        except Exception:
            return None

    def of_answer(self, change):
        """Return what the answer gives for changed arguments, or None where it gives nothing for them."""
        try:
            with undisturbed():
                return self._read(call(self.answer, *change(self.case)))
        except Exception:
            return None

    def _answered(self, change, wanted):
        result = self.of_answer(change)
        return result is not None and self.same(result, wanted)

    def _tried(self, function, case):
        """Return what one of the course's own functions gives; None where it does not run, or gives another kind."""
        try:
            return self._read(quietly(function, case), case)
        except Exception:
            return None

    def tell(self, sentence, by, evidence=""):
        """Raise `Wrong` with a sentence that explains the result; `by` is "slip" or "rule"."""
        example = self.exercise.example.format(*self.case, given=self.given)
        pictures = self.exercise.compare.pictures(self.given, self.expected, self.case)
        raise Wrong(example + sentence + evidence, by, **pictures)

    def complain(self, more=""):
        """Raise `Wrong` for a result that nothing explains: where it differs, and for which arguments."""
        compare = self.exercise.compare
        if self.listed and self.same(self.given, self.expected):
            raise Wrong(
                f"the values are right, but they came as a list: np.array(…, np.{self.expected.dtype}) makes an array."
            )
        try:
            compare.complain(self.given, self._nearest(), self.case)
        except Wrong as reason:
            raise Wrong(f"{reason}{more}{self.with_what()}", "place", **reason.pictures) from None

    def _nearest(self):
        """Return, of all results that are right, the one that the answer's is nearest to."""
        rights = [self.expected, *(self._tried(other, self.case) for other in self.exercise.others)]
        numbers = isinstance(self.given, np.ndarray) and self.given.dtype.kind in "buif"
        alike = [one for one in rights if numbers and np.shape(one) == self.given.shape]
        return min(alike, key=lambda one: np.abs(self.given - one.astype(float)).sum()) if alike else self.expected

    def evidence(self):
        """Return what shows a mistake in this call: one place, or the shapes; the beginning is an opening bracket."""
        return self.exercise.compare.evidence(self.given, self.expected) + self.with_what()

    def with_what(self):
        """Return the arguments of this call as a sentence."""
        on = circumstances(self.case, names_of(self.exercise.rights[0]))
        return f" Tried{on}." if on else ""


def quietly(function, case):
    """Call one of the course's own functions on copies of a case, without NumPy's warnings."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return function(*copy.deepcopy(case))
