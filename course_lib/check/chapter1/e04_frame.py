"""1.4: four black strips on a copy."""

import numpy as np

from ..exercise import exercise
from ..pictures import random_colour, random_grey


def pictures_and_widths():
    colour, grey = random_colour(6, (12, 14)), random_grey(7, (13, 10))
    return (colour, 2), (colour, 0), (grey, 4), (grey, 0)


ex = exercise(
    "1.4",
    "A black frame",
    cases=pictures_and_widths,
    fresh=True,
    hints=(
        "Start from a copy, and set four strips of it to 0: top, bottom, left, right.",
        "The last rows are image[-width:]. What does that slice select where width is 0?",
        "image[rows - width:] is safe for width 0, image[-width:] is not, because -0 is 0.",
    ),
    right="a copy with four black strips; the picture that came in is as it was, and width 0 draws nothing.",
)


@ex.right
def frame(image, width):
    rows, cols = image.shape[:2]
    framed = image.copy()
    framed[:width] = 0
    framed[rows - width :] = 0
    framed[:, :width] = 0
    framed[:, cols - width :] = 0
    return framed


@ex.right
def inside_on_black(image, width):
    framed = np.zeros_like(image)
    inside = np.s_[width : image.shape[0] - width, width : image.shape[1] - width]
    framed[inside] = image[inside]
    return framed


@ex.slip("with width 0 everything became black: image[-0:] is image[0:], all of it.")
def to_minus_zero(image, width):
    framed = image.copy()
    framed[:width] = framed[-width:] = 0
    framed[:, :width] = framed[:, -width:] = 0
    return framed


ex.slip(
    "the inside became black and the frame kept the picture: the other way round.",
    lambda image, width: image - frame(image, width),
)


@ex.slip("the frame was cut off. It should stay, in black: same shape as the picture.", by_shape=True)
def cut_off(image, width):
    return image[width : image.shape[0] - width, width : image.shape[1] - width]


@ex.slip("the frame was added round the picture. Paint it over its edge: same shape as the picture.", by_shape=True)
def added(image, width):
    rows, cols = image.shape[:2]
    larger = np.zeros((rows + 2 * width, cols + 2 * width, *image.shape[2:]), image.dtype)
    larger[width : width + rows, width : width + cols] = image
    return larger


@ex.slip("only the top and the left are black. A negative index counts from the end.")
def top_and_left(image, width):
    framed = image.copy()
    framed[:width] = 0
    framed[:, :width] = 0
    return framed


FOUR = "two of the four strips are missing: top, bottom, left and right."


@ex.slip(FOUR)
def top_and_bottom(image, width):
    framed = image.copy()
    framed[:width] = framed[image.shape[0] - width :] = 0
    return framed


ex.slip(FOUR, lambda image, width: top_and_bottom(image.swapaxes(0, 1), width).swapaxes(0, 1))
ex.slip("the frame is white: black is 0.", lambda image, width: np.where(frame(np.ones_like(image), width), image, 255))
ex.slip("the frame is one pixel too wide.", lambda image, width: frame(image, width + 1))
ex.slip("the frame is one pixel too narrow.", lambda image, width: frame(image, max(width - 1, 0)))
ex.slip("this is the picture as it was. No strip was painted yet.", lambda image, width: image.copy())

ex.wrong("asked is a copy", lambda image, width: image if width == 0 else frame(image, width))
ex.wrong("differ", lambda image, width: frame(image, 2) if width else image.copy())


@ex.wrong("changed the picture")
def in_place(image, width):
    image[:width] = 0
    return image
