"""Kinds of mistakes that are known in every exercise, and the sentence for each."""

from .diagnosis import SHAPES, THINGS, VALUES, diagnosis
from .tried import Clock, border_asked

__all__ = ["SHAPES", "THINGS", "VALUES", "Clock", "border_asked", "diagnosis"]
