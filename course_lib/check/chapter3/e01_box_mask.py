"""3.1: a mask has rows and columns, no channels."""

import numpy as np

from ..exercise import exercise
from ..pictures import random_colour, random_grey

ex = exercise(
    "3.1",
    "A mask for a box",
    cases=[(random_colour(31, (14, 16)), 2, 5, 4, 3), (random_grey(32, (15, 13)), 6, 1, 5, 9)],
    hints=(
        "A mask has the rows and columns of the picture and no channels: image.shape[:2].",
        "Start with np.zeros(image.shape[:2], bool) and set one slice of it to True.",
        "The rows go from top to top + height, the columns from left to left + width.",
    ),
    right="rows and columns without channels, and True where the pixels are missing.",
)


@ex.right
def box_mask(image, top, left, height, width):
    mask = np.zeros(image.shape[:2], bool)
    mask[top : top + height, left : left + width] = True
    return mask


@ex.right
def by_places(image, top, left, height, width):
    rows, cols = np.indices(image.shape[:2])
    return (rows >= top) & (rows < top + height) & (cols >= left) & (cols < left + width)


@ex.notice
def holds_numbers(given, *case):
    given = np.asarray(given)
    if given.dtype != bool and np.array_equal(given, box_mask(*case)):
        return f"the box is right, but your mask holds {given.dtype} numbers. np.zeros(shape, bool) begins with False everywhere."
    return None


ex.wrong("the box is right, but your mask holds uint8 numbers", lambda *case: box_mask(*case).astype(np.uint8))
ex.wrong("the box is right, but your mask holds float64 numbers", lambda *case: box_mask(*case).astype(float))


@ex.slip("this mask has channels. A pixel is missing as a whole: use image.shape[:2].", by_shape=True)
def with_channels(image, top, left, height, width):
    mask = np.zeros(image.shape, bool)
    mask[top : top + height, left : left + width] = True
    return mask


ex.slip("inverted: True should mark what is missing, False what is known.", lambda *case: ~box_mask(*case))
ex.slip(
    "rows and columns are exchanged: the first axis counts from the top.",
    lambda image, top, left, height, width: box_mask(image, left, top, width, height),
)
ex.slip(
    "one row and one column too many: the stop of a slice is not included.",
    lambda image, top, left, height, width: box_mask(image, top, left, height + 1, width + 1),
)
ex.slip(
    "one row and one column too few: the stop of a slice is not included, so it is top + height.",
    lambda image, top, left, height, width: box_mask(image, top, left, height - 1, width - 1),
)
ex.slip(
    "one row too many: the stop of a slice is not included.",
    lambda image, top, left, height, width: box_mask(image, top, left, height + 1, width),
)
ex.slip(
    "one column too many: the stop of a slice is not included.",
    lambda image, top, left, height, width: box_mask(image, top, left, height, width + 1),
)


@ex.slip("a slice takes start and stop, not start and length: where does the box end?")
def start_and_length(image, top, left, height, width):
    mask = np.zeros(image.shape[:2], bool)
    mask[top:height, left:width] = True
    return mask


ex.wrong("should have the shape", lambda *case: 1)
ex.wrong("differ", lambda image, *case: box_mask(image, 2, 5, 4, 3))  # the box of the first picture, again
