"""The odd pictures that morphology meets; of a footprint, the odd ones are its size and its values."""

import numpy as np

from course_lib import morphology

_GREY = ("erosion", "dilation", "opening", "closing", "white_tophat", "black_tophat")
_BINARY = ("binary_erosion", "binary_dilation", "binary_opening", "binary_closing")


def grey(function):
    return lambda image: [function(image), function(image, np.ones((4, 3)), mode="ignore"), function(image, image)]


def binary(function):
    return lambda image: [function(image), function(image, np.ones((4, 3)), mode="min")]


CASES = {
    **{f"morphology.{name}": grey(getattr(morphology, name)) for name in _GREY},
    **{f"morphology.{name}": binary(getattr(morphology, name)) for name in _BINARY},
    "morphology.remove_small_objects": morphology.remove_small_objects,
    "morphology.remove_small_holes": morphology.remove_small_holes,
    "morphology.disk": morphology.disk,
    "morphology.diamond": morphology.diamond,
    "morphology.square": morphology.square,
    "morphology.rectangle": lambda size: morphology.rectangle(size, size),
    "morphology.footprint_rectangle": morphology.footprint_rectangle,
}
