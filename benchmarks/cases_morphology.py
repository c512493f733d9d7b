"""Morphology on 512 x 512 pictures."""

import warnings

import numpy as np
import skimage.data
import skimage.morphology

from course_lib import morphology

GREY = skimage.data.camera()
FLOAT = GREY / 255
MASK = GREY > 128
SQUARE, DISK, LARGE = np.ones((5, 5)), skimage.morphology.disk(3), skimage.morphology.disk(10)


def both(name, function, *arguments, **options):
    """One row of the table: the same call of ours and of scikit-image (which warns of the end of some names)."""

    def theirs():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)
            return getattr(skimage.morphology, function)(*arguments, **options)

    return name, lambda: getattr(morphology, function)(*arguments, **options), theirs


CASES = [
    both("erosion cross floats", "erosion", FLOAT),
    both("erosion square 5 uint8", "erosion", GREY, SQUARE),
    both("erosion disk 3 floats", "erosion", FLOAT, DISK),
    both("erosion disk 10 uint8", "erosion", GREY, LARGE),
    both("dilation disk 3 floats", "dilation", FLOAT, DISK),
    both("opening disk 10 floats", "opening", FLOAT, LARGE),
    both("closing disk 3 uint8", "closing", GREY, DISK),
    both("white_tophat disk 3 uint8", "white_tophat", GREY, DISK),
    both("black_tophat disk 3 floats", "black_tophat", FLOAT, DISK),
    both("binary_erosion cross", "binary_erosion", MASK),
    both("binary_dilation disk 3", "binary_dilation", MASK, DISK),
    both("binary_closing disk 3", "binary_closing", MASK, DISK),
    both("binary_opening disk 10", "binary_opening", MASK, LARGE),
    both("remove_small_objects", "remove_small_objects", MASK, max_size=64),
    both("remove_small_holes", "remove_small_holes", MASK, max_size=64),
]
