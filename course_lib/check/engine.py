"""Exercises: what is asked, what is accepted, and what to think about when it is not right yet."""

import contextlib
import copy
import dataclasses
import difflib
import html
import io
import itertools
import warnings

import numpy as np
from IPython.display import display

from ..show import show_images
from . import store
from .handing import as_it_was, met, said
from .views import comparable

EXERCISES = {}


@dataclasses.dataclass(frozen=True)
class Exercise:
    """One exercise: its title, the function that judges an answer, and three hints."""

    id: str
    title: str
    judge: callable
    hints: tuple
    right: str
    target: callable = None


@dataclasses.dataclass(frozen=True)
class Verdict:
    """What a check says of an answer: right, wrong or not yet, in a sentence, with pictures where they help."""

    id: str
    state: str
    sentence: str
    pictures: dict = dataclasses.field(default_factory=dict)

    MARKS = {"right": ("✓", "#009e73"), "wrong": ("✗", "#d55e00"), "not yet": ("…", "#8c8c8c")}  # noqa: RUF012

    def __str__(self):
        return f"{self.MARKS[self.state][0]} {self.id} {self.state}: {self.sentence}"

    def _repr_mimebundle_(self, **_):
        mark, color = self.MARKS[self.state]
        text = f"<b>{mark} {html.escape(self.id)} {self.state}:</b> {html.escape(self.sentence)}"
        bar = f"border-left:4px solid {color};padding:4px 10px;margin:2px 0"
        return {"text/plain": str(self), "text/html": f'<div style="{bar}">{text}</div>'}


class Wrong(Exception):
    """Raised by a judge: a sentence that says what to think about, and pictures by title."""

    def __init__(self, sentence, **pictures):
        super().__init__(sentence)
        self.pictures = {title.replace("_", " "): picture for title, picture in pictures.items()}


class NotYet(Exception):
    """Raised by a judge where the learner has not written anything yet."""


def exercise(id, title, *, hints, right, target=None):
    """Register the decorated function as the judge of an exercise."""

    def register(judge):
        if len(hints) != 3 or id in EXERCISES:
            raise ValueError(f"exercise {id} needs three hints and an id of its own")
        EXERCISES[id] = Exercise(id, title, judge, tuple(hints), right, target)
        return judge

    return register


def verdict(id, answer):
    """Return the `Verdict` on an answer, without showing or keeping it."""
    asked = _find(id)
    try:
        if unwritten(answer):
            raise NotYet("nothing is written here yet. Fill in the cell above, run it, and run this one again.")
        more = asked.judge(answer) or ""
    except NotYet as reason:
        return Verdict(id, "not yet", str(reason))
    except Wrong as reason:
        return Verdict(id, "wrong", str(reason), reason.pictures)
    except (Exception, SystemExit) as error:
        # what came back is of a kind that the judge cannot even compare
        return Verdict(
            id, "wrong", f"what came back cannot be judged ({said(error)}): is it the kind of thing that was asked for?"
        )
    return Verdict(id, "right", f"{more} {asked.right}".strip())


def check(id, answer):
    """Say whether an answer is right, what to think about if it is not, and keep what is done.

    Parameters
    ----------
    id : str
        The exercise, for example ``"1.2"``.
    answer : function or value
        What the exercise asks for: the function itself, or the value.
    """
    found = verdict(id, answer)
    display(found)
    pictures = comparable(found.pictures)
    if pictures:
        show_images(pictures, cols=4)
    if found.state == "right":
        note = store.keep(id)
        if note:
            print(note)


_hints_given = {}


def hint(id):
    """Show one more hint for an exercise each time it is called; there are three."""
    asked = _find(id)
    given = _hints_given[id] = min(_hints_given.get(id, 0) + 1, 3)
    for number, text in enumerate(asked.hints[:given], 1):
        print(f"hint {number} of 3: {text}")
    if given == 3:
        print("These are all. The solutions lie in notebooks/solutions.")


def target(id):
    """Show the picture that an exercise asks for."""
    asked = _find(id)
    if asked.target is None:
        raise ValueError(f"exercise {id} has no picture to aim at; check({id!r}, …) tells what it expects")
    show_images({"what to aim at": asked.target()}, cols=1)


def progress(chapter=None):
    """Show how far you are: a line for each chapter and what comes next, or the exercises of one chapter.

    Parameters
    ----------
    chapter : int, optional
        List the exercises of this chapter alone.
    """
    done, note = store.load()
    if note:
        print(note)
    ids = sorted(EXERCISES, key=_numbers)
    chapters = sorted({_numbers(id)[0] for id in ids})
    if chapter is not None and chapter not in chapters:
        raise ValueError(f"there is no chapter {chapter!r} with exercises; there are {', '.join(map(str, chapters))}")
    shown = [id for id in ids if chapter in (None, _numbers(id)[0])]
    for number, group in itertools.groupby(shown, lambda id: _numbers(id)[0]):
        bar = "".join("■" if id in done else "·" for id in group)
        print(f"Chapter {number}: {bar.count('■'):2} of {len(bar)} exercises done  {bar}")
    if chapter is not None:
        for id in shown:
            print(f"  {'✓' if id in done else '·'} {id:5} {EXERCISES[id].title}")
    coming = next((id for id in shown if id not in done), None)
    print(f"Next: {coming} {EXERCISES[coming].title}" if coming else "All of them are done.")


def _numbers(id):
    """Return (chapter, number) of an exercise."""
    return tuple(map(int, id.split(".")))


def unwritten(answer):
    """Tell whether an answer is still the stub's placeholder."""
    return answer is None or answer is ...


def call(function, *arguments, fresh=False):
    """Return what a learner's function gives, on copies of the arguments; judge its manners too.

    With `fresh`, the result has to be a new array, not a part of what came in.
    """
    if not callable(function):
        raise Wrong('expected the function itself: write its name without brackets, as in check("1.2", upside_down).')
    copies = [copy.deepcopy(argument) for argument in arguments]
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        try:
            result = function(*copies)
        except (Exception, SystemExit) as error:
            raise Wrong(f"your function stopped{met(arguments)}: {type(error).__name__}: {said(error)}") from None
    if unwritten(result):
        raise NotYet("your function returns nothing yet. If you wrote it already: does it end with return?")
    for before, after in zip(arguments, copies, strict=True):
        if not as_it_was(before, after):
            raise Wrong(_changed(before))
        arrays = isinstance(result, np.ndarray) and isinstance(after, np.ndarray)
        if fresh and arrays and result.shape == after.shape and np.shares_memory(result, after):
            raise Wrong("what came back is the picture that came in, or a view of it; asked is a copy.")
    return result


def _changed(argument):
    """Return the sentence for an argument that the learner's function has changed."""
    if isinstance(argument, np.ndarray):
        return "your function changed the picture (or array) that it was given. A slice is a view, and += changes the array itself: work on a copy."
    kind = "list" if isinstance(argument, list) else "dict" if isinstance(argument, dict) else "collection"
    return f"your function changed the {kind} that it was given, or something in it: make a new one, and leave this one as it is."


def as_array(given):
    """Return an answer as an array of numbers, or say what kind of thing it is."""
    if isinstance(given, tuple):
        raise Wrong("your function returns several things; return the one array that was asked for.")
    try:
        array = np.asarray(given)
    except ValueError:
        raise Wrong("the rows of what came back are not equally long; return one array.") from None
    if array.dtype.kind not in "buif":
        raise Wrong(f"expected numbers, got {type(given).__name__} of type {array.dtype}.")
    return array


def compare(given, expected, image, mistakes=(), tolerance=0):
    """Raise `Wrong` unless `given` equals `expected`; `mistakes` are (wrong result, sentence) pairs.

    Floats may be those of float32 throughout: other libraries compute in them.
    """
    type_counts = tolerance == 0
    tolerance = max(tolerance, _float32_slack(expected))
    was_list = isinstance(given, list)
    given = as_array(given)
    for wrong, sentence in mistakes:
        wrong = np.asarray(wrong)
        if wrong.shape == given.shape and _same(given, wrong, tolerance) and not _same(wrong, expected, tolerance):
            raise Wrong(sentence, **_pictures(image, expected, given))
    if given.shape != expected.shape:
        raise Wrong(f"the result should have the shape {expected.shape}, yours has {given.shape}.")
    if expected.dtype == bool and given.dtype != bool:
        raise Wrong(
            f"a mask holds True and False; yours holds {given.dtype} numbers. A comparison such as image > 100 makes one."
        )
    if not _same(given, expected, tolerance):
        differ = ~np.isclose(given.astype(float), expected.astype(float), rtol=0, atol=tolerance or 1e-9)
        told = f"{differ.sum()} of {differ.size} values differ from what was asked for"
        told += ", all of them near the border." if _only_near_border(differ) else "."
        raise Wrong(told, **_pictures(image, expected, given))
    if type_counts and given.dtype != expected.dtype and {given.dtype.kind, expected.dtype.kind} != {"f"}:
        yours = "a list" if was_list else given.dtype
        raise Wrong(f"the values are right, but their type should be {expected.dtype}, yours is {yours}.")


def _only_near_border(differ):
    if differ.ndim < 2 or min(differ.shape[:2]) < 6:
        return False
    rows, cols = (n // 5 + 1 for n in differ.shape[:2])
    return not differ[rows:-rows, cols:-cols].any()


def _float32_slack(expected):
    """Return how far a result computed in float32 may lie from the expected floats; 0 where whole numbers are asked."""
    if expected.dtype.kind != "f" or not expected.size:
        return 0
    return 2e-6 * float(np.abs(expected).max(initial=0, where=np.isfinite(expected)))


def _same(a, b, tolerance):
    if a.dtype.kind not in "buif" or a.shape != b.shape:
        return False
    return bool(np.allclose(a.astype(float), b.astype(float), rtol=0, atol=tolerance or 1e-9))


def _pictures(image, expected, given):
    """Return input, expected, yours and their difference, where all of them can be shown."""
    pictures = {"input": image, "expected": expected, "yours": given}
    if not all(p.ndim == 2 or (p.ndim == 3 and p.shape[-1] == 3) for p in pictures.values()):
        return {}
    if not np.isfinite(given.astype(float)).all():
        return {}
    if given.shape == expected.shape:
        pictures["difference"] = np.abs(given.astype(float) - expected.astype(float))
    return pictures


def _find(id):
    if not isinstance(id, str):
        raise ValueError(f'an exercise is named in quotes, as in hint("{id}")')
    if id not in EXERCISES:
        close = difflib.get_close_matches(str(id), EXERCISES, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(sorted(EXERCISES, key=_numbers))}."
        raise ValueError(f"there is no exercise {id!r}; {hint}")
    return EXERCISES[id]
