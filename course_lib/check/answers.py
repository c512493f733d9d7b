"""A learner's answer: calling it on copies, and saying what is wrong with what came back."""

import copy

import numpy as np

from .handing import as_it_was, undisturbed
from .prints import caught
from .results import odd, own
from .stopped import stopped


class Wrong(Exception):
    """Raised by a judge: a sentence that says what to think about, and pictures by title.

    `by` says where the sentence comes from: "slip", "rule", "place" (nothing explained it), "error" (the function
    stopped), or "" for all others.
    """

    def __init__(self, sentence, by="", **pictures):
        super().__init__(sentence)
        self.by = by
        self.printed = None  # what the call printed that is spoken of, where this is not the last one
        self.pictures = {title.replace("_", " "): picture for title, picture in pictures.items()}


class NotYet(Exception):
    """Raised by a judge where the learner has not written anything yet."""


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
    try:
        with undisturbed(), caught():
            result = function(*copies)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise Wrong(stopped(function, arguments, error, call), "error") from None
    if unwritten(result):
        raise NotYet("your function returns nothing yet. If you wrote it already: does it end with return?")
    for before, after in zip(arguments, copies, strict=True):
        if not as_it_was(before, after):
            raise Wrong(_changed(before))
        arrays = isinstance(result, np.ndarray) and isinstance(after, np.ndarray)
        if fresh and arrays and result.shape == after.shape and np.shares_memory(result, after):
            raise Wrong("what came back is the picture that came in, or a view of it; asked is a copy.")
    if sentence := odd(result):
        raise Wrong(sentence)
    return own(result)


def a_value(answer):
    """Return an answer that is a value, where it is none that nobody ever asks for."""
    if sentence := odd(answer):
        raise Wrong(sentence)
    return answer


def _changed(argument):
    """Return the sentence for an argument that the learner's function has changed."""
    if isinstance(argument, np.ndarray):
        return "your function changed the picture (or array) that it was given. A slice is a view, and += changes the array itself: work on a copy."
    kind = "list" if isinstance(argument, list) else "dict" if isinstance(argument, dict) else "collection"
    return f"your function changed the {kind} that it was given, or something in it: make a new one, and leave this one as it is."


SEVERAL = "your function returns several things; return the one array that was asked for."


def as_array(given):
    """Return an answer as an array of numbers, or say what kind of thing it is."""
    if isinstance(given, tuple) and any(isinstance(one, np.ndarray) and one.ndim > 1 for one in given):
        raise Wrong(SEVERAL)
    try:
        array = np.asarray(given)
    except ValueError:
        if isinstance(given, tuple):
            raise Wrong(SEVERAL) from None
        raise Wrong("the rows of what came back are not equally long; return one array.") from None
    if array.dtype.kind not in "buif":
        raise Wrong(f"expected numbers, got {type(given).__name__} of type {array.dtype}.")
    if hasattr(given, "__array_interface__") and not isinstance(given, np.ndarray | np.generic):
        raise Wrong(f"what came back is no array but {type(given).__name__}: np.asarray(...) makes an array of it.")
    return array
