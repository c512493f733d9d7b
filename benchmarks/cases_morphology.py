"""Morphology on 512 x 512 pictures."""

import warnings

import numpy as np
import skimage.data
import skimage.morphology

from course_lib import morphology

from .case import Case

GREY = skimage.data.camera()
FLOAT = GREY / 255
MASK = GREY > 128
SQUARE, DISK, LARGE = np.ones((5, 5)), skimage.morphology.disk(3), skimage.morphology.disk(10)


def case(name, function, *arguments, **options):
    """Return a case; scikit-image warns of the end of some names."""

    def theirs(*arguments, **options):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)
            return getattr(skimage.morphology, function)(*arguments, **options)

    return Case(name, getattr(morphology, function), theirs, arguments, options)


CASES = [
    case("erosion cross floats", "erosion", FLOAT),
    case("erosion square 5 uint8", "erosion", GREY, SQUARE),
    case("erosion disk 3 floats", "erosion", FLOAT, DISK),
    case("erosion disk 10 uint8", "erosion", GREY, LARGE),
    case("dilation disk 3 floats", "dilation", FLOAT, DISK),
    case("opening disk 10 floats", "opening", FLOAT, LARGE),
    case("closing disk 3 uint8", "closing", GREY, DISK),
    case("white_tophat disk 3 uint8", "white_tophat", GREY, DISK),
    case("black_tophat disk 3 floats", "black_tophat", FLOAT, DISK),
    case("binary_erosion cross", "binary_erosion", MASK),
    case("binary_dilation disk 3", "binary_dilation", MASK, DISK),
    case("binary_closing disk 3", "binary_closing", MASK, DISK),
    case("binary_opening disk 10", "binary_opening", MASK, LARGE),
    case("remove_small_objects", "remove_small_objects", MASK, max_size=64),
    case("remove_small_holes", "remove_small_holes", MASK, max_size=64),
]
