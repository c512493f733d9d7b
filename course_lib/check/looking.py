"""What an answer gives, before it is checked: the arguments of a first case, and what came back."""

import copy
import inspect

import numpy as np

from ..show import show_images
from .answers import unwritten
from .views import can_be_shown, comparable

SMALLEST_PICTURE = 8  # pixels a side: what is smaller is read as numbers
FEW_NUMBERS = 64


def shown(exercise, answer):
    """Show what an answer gives for the exercise's first case: pictures as pictures, the rest as text."""
    if exercise.value:
        print(f"your answer: {told(answer)}")
        return
    case = exercise.all_cases()[0]
    result = answer(*copy.deepcopy(case))  # where it stops, Python says in which line
    names = inspect.signature(exercise.rights[0]).parameters
    things = dict(zip(names, case, strict=False)) | {"what came back": result}
    pictures = {name: thing for name, thing in things.items() if is_picture(thing)}
    for name, thing in things.items():
        if name not in pictures:
            print(f"{name}: {told(thing)}")
    if pictures:
        show_images(comparable(pictures), cols=3)


def is_picture(thing):
    """Tell whether this is better seen than read.

    >>> is_picture(np.eye(3)), is_picture(np.eye(30)), is_picture([1, 2])
    (False, True, False)
    """
    return isinstance(thing, np.ndarray) and min(thing.shape[:2], default=0) >= SMALLEST_PICTURE and can_be_shown(thing)


def told(thing):
    """Return what a thing is, and what is in it, in a line or a small table.

    >>> told(None)
    'nothing: does the function end with return?'
    >>> told(np.arange(100))
    'an array of shape (100,) and type int64, from 0 to 99'
    """
    if unwritten(thing):
        return "nothing: does the function end with return?"
    if not isinstance(thing, np.ndarray):
        return _cut(_plain(thing))
    about = f"an array of shape {thing.shape} and type {thing.dtype}"
    if 0 < thing.size <= FEW_NUMBERS:
        return f"{about}:\n{np.array2string(thing, precision=4, suppress_small=True)}"
    if thing.size and thing.dtype.kind in "uif":
        return f"{about}, from {thing.min():.4g} to {thing.max():.4g}"
    return about


def _plain(thing):
    if isinstance(thing, list | tuple) and any(isinstance(part, np.ndarray) for part in thing):
        shapes = ", ".join(str(np.shape(part)) for part in thing)
        return f"a {type(thing).__name__} of {len(thing)}, of shapes {shapes}"
    text = repr(thing)
    return type(thing).__name__ if " at 0x" in text else text  # where it lies in memory tells a learner nothing


def _cut(text, longest=300):
    return text if len(text) <= longest else f"{text[:longest]} …"
