"""What an exercise is: its cases, its right answers, and each slip with the sentence that says what to think about.

An exercise is one file, `chapter3/e07_salt_and_pepper.py` for 3.7::

    ex = exercise("3.7", "Mend salt and pepper", cases=pictures, hints=(...), right="only the broken pixels ...")

    @ex.right
    def mend(image):
        broken = (image == 0) | (image == 255)
        return np.where(broken, ndimage.median_filter(image, 3), image)

    @ex.slip("the median was taken everywhere: pixels that were right have changed too.")
    def everywhere(image):
        return ndimage.median_filter(image, 3)

The first right answer is the one that others are compared with; where the text says ``answer("3.7")``, it is also the
solution that the learner can look up. Slips serve twice: an answer that gives what a slip gives is told the slip's
sentence, and the tests plant each of them.
"""

import contextlib
import dataclasses
from collections.abc import Callable

from .compare import Arrays

EXERCISES = {}
_reading = [(1, EXERCISES)]  # which variant is read from the files, and the table that its exercises go to


@contextlib.contextmanager
def reading(variant, table):
    """Let the files that are read meanwhile choose the numbers of a variant, and put their exercises into `table`."""
    _reading.append((variant, table))
    try:
        yield
    finally:
        _reading.pop()


def chosen(*options):
    """Return the option of the variant that is read: the first is the course's own; after the last it begins again."""
    return options[(_reading[-1][0] - 1) % len(options)]


@dataclasses.dataclass(frozen=True)
class Slip:
    """A wrong answer, and the sentence for everybody who makes the same mistake."""

    sentence: str
    answer: Callable
    by_shape: bool = False  # whether a result of the same shape is enough to know the slip by


@dataclasses.dataclass
class Exercise:
    """One exercise; see the top of this module for how its file is written."""

    id: str
    title: str
    hints: tuple
    praise: str
    cases: object
    compare: object
    value: bool
    fresh: bool
    target: Callable | None
    example: str = ""
    told: dict = dataclasses.field(default_factory=dict)
    rights: list = dataclasses.field(default_factory=list)
    others: list = dataclasses.field(default_factory=list)  # right answers whose results need not be the first one's
    slips: list = dataclasses.field(default_factory=list)
    planted: list = dataclasses.field(default_factory=list)  # (wrong answer, words of its sentence): for the tests
    notices: list = dataclasses.field(default_factory=list)
    reads: Callable | None = None
    judges: Callable | None = None
    made: list | None = None  # the cases, once they were asked for
    known: dict = dataclasses.field(default_factory=dict)  # what its functions give, by case; see `Trial`

    def right(self, answer):
        """Add a right answer; the first one is what others are compared with."""
        self.rights.append(answer)
        return answer

    def also(self, answer):
        """Add a right answer with different results: where the task leaves a choice, they are taken too."""
        self.others.append(answer)
        return self.right(answer)

    def slip(self, sentence, answer=None, by_shape=False):
        """Add a slip: ``@ex.slip(sentence)`` before a function, or ``ex.slip(sentence, function)``.

        With `by_shape`, any result of the slip's shape is taken for it, where that is not the shape asked for.
        """
        if answer is None:
            return lambda answer: self.slip(sentence, answer, by_shape)
        self.slips.append(Slip(sentence, answer, by_shape))
        return answer

    def wrong(self, words, answer=None):
        """Plant a wrong answer for the tests, whose sentence comes from elsewhere and holds these words."""
        if answer is None:
            return lambda answer: self.wrong(words, answer)
        self.planted.append((answer, words))
        return answer

    def notice(self, function):
        """Add ``function(given, *case)``, asked before all else: it returns a sentence, or None."""
        self.notices.append(function)
        return function

    def read(self, function):
        """Set ``function(given, *case)``, which makes of a result what is compared, or raises `Wrong`."""
        self.reads = function
        return function

    def judge(self, function):
        """Set ``function(answer)`` in place of the comparison: it raises `Wrong`, or returns more praise or None."""
        self.judges = function
        return function

    def all_cases(self):
        """Return the arguments of each call, as tuples: made once. They are handed out as copies only."""
        if self.made is None:
            cases = self.cases() if callable(self.cases) else self.cases
            self.made = [case if isinstance(case, tuple) else (case,) for case in cases]
        return self.made


def exercise(
    id, title, *, hints, right, cases=(), compare=None, value=False, fresh=False, target=None, example="", told=()
):
    """Return a new exercise.

    Parameters
    ----------
    id, title : str
        As in the text; `id` is what the file's name says.
    hints : three str
    right : str
        What a right answer has understood.
    cases : iterable or callable
        The arguments of each call that an answer is tried with: tuples, or one picture each; or a function that
        returns them, where they are made from photographs.
    compare : optional
        How results are compared: `compare.Arrays` as they come, or another one of that module.
    value : bool
        The answer is a value, not a function: right answers and slips are functions without arguments.
    fresh : bool
        The result has to be a new array, no view of what came in.
    target : callable, optional
        Returns the picture to aim at.
    example : str, optional
        How a slip's sentence begins, where the case should be named: ``"For {} and {}, you say {given:.3g}: "`` is
        filled in with the case and what came back.
    told : dict, optional
        Where the numbers are `chosen`: words of the text, and what stands there in this variant.
    """
    table = _reading[-1][1]
    if len(hints) != 3 or id in table:
        raise ValueError(f"exercise {id} needs three hints and an id of its own")
    cases = ((),) if value else cases
    compare = compare or Arrays()
    made = Exercise(id, title, tuple(hints), right, cases, compare, value, fresh, target, example, dict(told))
    table[id] = made
    return made
