"""Chapter 3, exercises 3.1 to 3.3 and 3.7: pixels that are missing or broken. Each judge is one exercise."""

import numpy as np

from .. import data
from ..restoration import inpaint_biharmonic
from ..util import img_as_float
from .legacy import Wrong, as_array, call, compare, exercise
from .pictures import random_colour, random_grey


@exercise(
    "3.1",
    "A mask for a box",
    hints=(
        "A mask has the rows and columns of the picture and no channels: image.shape[:2].",
        "Start with np.zeros(image.shape[:2], bool) and set one slice of it to True.",
        "The rows go from top to top + height, the columns from left to left + width.",
    ),
    right="rows and columns without channels, and True where the pixels are missing.",
)
def judge_box(answer):
    top, left, height, width = 2, 5, 4, 3
    for image in (random_colour(31, (14, 16)), random_grey(32, (15, 13))):
        expected = np.zeros(image.shape[:2], bool)
        expected[top : top + height, left : left + width] = True
        swapped, wide, short = (np.zeros_like(expected) for _ in range(3))
        swapped[left : left + width, top : top + height] = True
        wide[top : top + height + 1, left : left + width + 1] = True
        short[top:height, left:width] = True
        mistakes = [
            (~expected, "inverted: True should mark what is missing, False what is known."),
            (swapped, "rows and columns are exchanged: the first axis counts from the top."),
            (wide, "one row and one column too many: the stop of a slice is not included."),
            (short, "a slice takes start and stop, not start and length: where does the box end?"),
        ]
        given = as_array(call(answer, image, top, left, height, width))
        if image.ndim == 3 and given.shape == image.shape:
            raise Wrong("this mask has channels. A pixel is missing as a whole: use image.shape[:2].")
        if given.dtype != bool and given.shape == expected.shape and np.array_equal(given != 0, expected):
            raise Wrong(
                f"the box is right, but your mask holds {given.dtype} numbers. np.zeros(shape, bool) begins with False everywhere."
            )
        compare(given, expected, image, mistakes)


@exercise(
    "3.2",
    "Find the damage",
    hints=(
        "image == 255 compares every number. What shape has the result for a colour picture?",
        "A pixel is damaged if all three of its channels are 255: .all(axis=...) joins an axis.",
        "The channels are the last axis: (image == 255).all(axis=-1).",
    ),
    right="all three channels at 255, one True or False for each pixel.",
)
def judge_damage(answer):
    for seed in (33, 34):
        image = random_colour(seed, (12, 15))
        image[3:6, 2:9] = 255
        for col, fallen in enumerate(((0,), (1,), (2,), (1, 2), (0, 2), (0, 1))):
            image[8, 2 * col : 2 * col + 2] = 255  # white but for one or two channels: yellow, magenta, red, ...
            image[8, 2 * col : 2 * col + 2, fallen] = 90
        image[9, 4:7] = [254, 254, 254]
        image[10, 4:7] = [255, 255, 254]
        white = image == 255
        names = "red", "green", "blue"
        expected = white.all(axis=-1)
        mistakes = [
            (~expected, "inverted: True should mark the damage."),
            (
                white.any(axis=-1),
                "this also marks pixels with one channel at 255, such as pure yellow: all three must be.",
            ),
            (image.mean(axis=-1) > 250, "nearly white counts too with this rule; the damage is exactly 255."),
            *((white[..., c], f"this looks at the {names[c]} channel only.") for c in range(3)),
            *(
                (
                    np.delete(white, c, axis=-1).all(axis=-1),
                    f"the {names[c]} channel is not looked at: a pixel that misses white there alone is not damaged.",
                )
                for c in range(3)
            ),
            (white.all(axis=0).any(axis=-1), "the wrong axis was joined: the channels are the last one, -1."),
        ]
        given = as_array(call(answer, image))
        if given.shape == image.shape:
            raise Wrong("this mask still has three channels: join them into one True or False for each pixel.")
        compare(given, expected, image, mistakes)


@exercise(
    "3.3",
    "Remove the logo",
    hints=(
        "restoration.inpaint_biharmonic takes the picture and the mask.",
        "For a colour picture it has to know where the channels are: channel_axis=-1.",
        "The result is a float picture from 0 to 1; return it as it is.",
    ),
    right="filled from the pixels around, all three channels.",
)
def judge_logo(answer):
    for name, rows, cols in (("chateau", 20, 320), ("landscape", 200, 260)):
        image = data.load(name)[rows : rows + 40, cols : cols + 50].copy()
        mask = np.zeros(image.shape[:2], bool)
        mask[12:22, 15:30] = True
        image[mask] = [250, 200, 0]
        clean = img_as_float(image)
        expected = inpaint_biharmonic(image, mask, channel_axis=-1)

        def filled(value, clean=clean, mask=mask):
            return np.where(mask[..., None], value, clean)

        given = as_array(call(answer, image, mask))
        if given.shape == expected.shape and given.dtype.kind in "uif" and given.max() > 2:
            raise Wrong(
                "the values go up to 255: the result of inpainting is a float picture from 0 to 1. Return that."
            )
        mistakes = [
            (clean, "the logo is still there."),
            (filled(0), "the hole is black: it has to be filled from the pixels around it."),
            (filled(clean[~mask].mean(axis=0)), "the hole has the mean colour of the picture, and its rim shows."),
            (filled(1), "the hole is white: it has to be filled from the pixels around it."),
            (
                inpaint_biharmonic(image, ~mask, channel_axis=-1),
                "the mask is inverted: the picture was filled in from the logo. True marks what is missing.",
            ),
        ]
        compare(given, expected, image, mistakes, tolerance=0.004)
