"""A case: one call, to a function of the course and to scikit-image's of that name, on one kind of pictures."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

_SIDE = 512  # of the cases' pictures


class Case(NamedTuple):
    """A name, the two functions, and what both are called with."""

    name: str
    our_function: Callable
    their_function: Callable
    arguments: tuple
    options: dict

    def ours(self):
        return self.our_function(*self.arguments, **self.options)

    def theirs(self):
        return self.their_function(*self.arguments, **self.options)

    def changed(self, change):
        """Return the case with changed pictures, or None where no argument is a picture that changes."""
        arguments = tuple(change(argument) for argument in self.arguments)
        same = all(new is old for new, old in zip(arguments, self.arguments, strict=True))
        return None if same else self._replace(arguments=arguments)


def cases_of(ours, theirs):
    """Return what makes the cases of two modules: case(name, function's name, *arguments, **options)."""

    def case(name, function, *arguments, **options):
        return Case(name, getattr(ours, function), getattr(theirs, function), arguments, options)

    return case


def as_float32(argument):
    """Return a picture of float64 as float32, and everything else as it is.

    >>> as_float32(np.ones((512, 512))).dtype, as_float32(np.ones((3, 3))).dtype
    (dtype('float32'), dtype('float64'))
    """
    return argument.astype(np.float32) if _is_picture(argument) and argument.dtype == np.float64 else argument


def four_times_as_wide(argument):
    """Return a picture beside and below itself, four times, and everything else as it is.

    >>> four_times_as_wide(np.ones((512, 512, 3))).shape
    (2048, 2048, 3)
    """
    if not _is_picture(argument):
        return argument
    return np.tile(argument, (4, 4, *[1] * (argument.ndim - 2)))


def _is_picture(argument):
    return isinstance(argument, np.ndarray) and argument.shape[:2] == (_SIDE, _SIDE)
