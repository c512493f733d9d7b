"""What a thing is, in a few words: for sentences that say what an answer was called with, and what came back."""

import inspect
import itertools
import reprlib

import numpy as np

SHORT = 60  # characters: what is shorter is shown as it is
MANY = 64  # entries: a longer list is not looked through
FEW = 9  # numbers of an array that are shown
NO_PICTURES = {
    "kernel",
    "window",
    "table",
    "scores",
    "points",
    "colours",
    "examples",
    "first",
    "second",
    "labels",
    "counts",
}
BOX = {"r", "c", "width", "height"}
PLURALS = {dict: "dicts", list: "lists", tuple: "tuples", str: "texts", np.ndarray: "arrays"}


def thing(value, name=""):
    """Return what a value is; the name of the parameter tells a small picture from another array.

    >>> thing(np.zeros((5, 7), np.uint8)), thing(np.zeros(256, int)), thing(3)
    ('a grey picture of 5 rows and 7 columns (uint8)', 'an array of 256 numbers (int64)', '3')
    """
    if isinstance(value, np.ndarray):
        return _array(value, name)
    if callable(value):
        return "a function"
    shown = short(value)
    if not isinstance(value, list | tuple | dict | set | str | int | float | None):
        return f"a thing of type {type(value).__name__}"
    if len(shown) <= SHORT:
        return shown
    return "a long text" if isinstance(value, str) else f"a {type(value).__name__} of {_elements(value)}"


def short(value):
    """Return a value as Python writes it, with plain numbers in place of NumPy's; longer than `SHORT` where it is not small."""
    plain = _plain(value)
    return reprlib.repr(plain) if isinstance(plain, list | tuple | dict | set) and len(plain) > MANY else repr(plain)


def number(value):
    """Return a number as short as it can be told apart from its neighbours.

    >>> number(np.float64(0.25)), number(np.uint8(7)), number(np.bool_(True)), number(1234567.0)
    ('0.25', '7', 'True', '1234567')
    """
    value = value.item() if isinstance(value, np.generic) else value
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.5g}" if isinstance(value, float) else str(value)


def circumstances(case, names=()):
    """Return what a function was called with, as the end of a sentence: " on a mask of … with x = 3 and y = 1"."""
    named = list(itertools.zip_longest(names[: len(case)], case))
    on = [thing(value, name or "") for name, value in named if _large(value)]
    given = [f"{name} = {thing(value)}" if name else thing(value) for name, value in named if not _large(value)]
    parts = [f" {word} {listed(some)}" for word, some in (("on", on), ("with", given)) if some]
    text = "".join(parts)
    return text if len(text) <= 300 else text[:300] + " …"


def names_of(function):
    """Return the names of a function's parameters; none where it has no names for them."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return ()
    return tuple(
        p.name
        for p in itertools.takewhile(lambda p: p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD), parameters)
    )


def listed(words):
    """Return words as a list in a sentence: a, b and c."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def counted(number, word):
    """Return a number and its word, in the plural where it is not 1.

    >>> counted(1, "box"), counted(2, "box"), counted(0, "face")
    ('1 box', '2 boxes', '0 faces')
    """
    return f"{number} {word}" if number == 1 else f"{number} {word}{'es' if word.endswith('x') else 's'}"


def _large(value):
    return isinstance(value, np.ndarray) and value.size > FEW


def _array(array, name):
    shape, kind = array.shape, array.dtype
    if 0 < array.size <= FEW and array.ndim <= 2:
        return f"{short(array)} ({kind})"
    if not array.size:
        return f"an empty array of shape {shape}"
    if array.ndim == 1:
        return f"an array of {shape[0]} {'True and False' if kind.kind == 'b' else 'numbers'} ({kind})"
    size = f"{counted(shape[0], 'row')} and {counted(shape[1], 'column')}"
    if array.ndim == 2 and kind.kind == "b":
        return f"a mask of {size}"
    looks = kind == np.uint8 or (kind.kind == "f" and name not in NO_PICTURES and min(shape[:2]) > 3)
    if looks and (array.ndim == 2 or (array.ndim == 3 and shape[2] == 3)):
        return f"a {'grey' if array.ndim == 2 else 'colour'} picture of {size} ({kind})"
    return f"an array of {size} ({kind})" if array.ndim == 2 else f"an array of shape {shape} ({kind})"


def _elements(value):
    """Return how many there are, and of what: "3 boxes"."""
    some = list(value)
    if all(isinstance(one, dict) and one.keys() >= BOX for one in some):
        return counted(len(some), "box")
    kinds = {type(one) for one in some}
    if kinds <= {int, float, bool}:
        return counted(len(some), "number")
    return f"{len(some)} {PLURALS.get(kinds.pop(), 'things') if len(kinds) == 1 else 'things'}"


def _plain(value):
    """Return a value with Python's numbers and lists in place of NumPy's."""
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist() if value.size <= MANY else value
    if isinstance(value, dict):
        return {_plain(key): _plain(one) for key, one in value.items()}
    if type(value) in (list, tuple, set):
        return type(value)(map(_plain, value)) if len(value) <= MANY else value
    return value
