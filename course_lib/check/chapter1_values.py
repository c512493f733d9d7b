"""Chapter 1, exercises 1.6 to 1.9: grey values, their types and their counts. Each judge is one exercise."""

import numpy as np

from ..color import rgb2gray
from .legacy import Wrong, as_array, call, compare, exercise
from .pictures import colour_pictures, grey_pictures, random_colour, random_grey


@exercise(
    "1.6",
    "The plain average of the channels",
    hints=(
        "uint8 holds 0 to 255. What does np.array([200], np.uint8) + np.uint8(100) give?",
        "Convert before you add: image.astype(float).",
        "image.mean(axis=-1) adds in floating point by itself.",
    ),
    right="the sum of three uint8 numbers needs more room than uint8 has, and yours has it.",
)
def judge_average(answer):
    for image in colour_pictures():
        red, green, blue = (image[..., c] for c in range(3))
        expected = (red.astype(float) + green + blue) / 3
        mistakes = [
            (
                (red + green + blue) / 3,
                "the sum overflowed: uint8 starts again at 0 after 255. Convert before you add.",
            ),
            (
                (red + green + blue) // 3,
                "the sum overflowed: uint8 starts again at 0 after 255. Convert before you add.",
            ),
            (np.floor(expected), "the decimals are lost: divide with / and keep floats."),
            (
                rgb2gray(image) * 255,
                "this is the weighted grey of rgb2gray. Asked is the plain average, all three alike.",
            ),
            (
                rgb2gray(image),
                "this is the weighted grey of rgb2gray, from 0 to 1. Asked is the plain average, from 0 to 255.",
            ),
            (expected / 255, "divided by 255 too: keep the range 0 to 255."),
            (expected.mean(axis=0), "the average ran along the wrong axis: the channels are the last one."),
            (image.mean(axis=0), "the average ran along the rows: the channels are the last axis, axis=-1."),
            (image.mean(), "one number for the whole picture: average along the last axis only, axis=-1."),
        ]
        compare(call(answer, image), expected, image, mistakes, tolerance=1e-3)


@exercise(
    "1.7",
    "Brighter, without overflow",
    hints=(
        "image + 60 in uint8 turns 200 into 4. Make room first, then add.",
        "image.astype(int) has room; np.clip(…, 0, 255) cuts off what is too large or too small.",
        "The result should be a uint8 picture again: .astype(np.uint8) comes last.",
    ),
    right="what would leave the range stops at black or white, and the type is uint8 again.",
)
def judge_brighten(answer):
    told = {
        True: "bright pixels turned dark: the sum overflowed in uint8 before it could be cut off. Make room first.",
        False: "with a negative amount dark pixels turned bright: what falls below 0 has to stop at 0, before it is uint8 again.",
    }
    for image in (*grey_pictures(), random_colour(8)):
        for amount in (60, -60):
            wide = image.astype(int) + amount
            expected = np.clip(wide, 0, 255).astype(np.uint8)
            wrapped = (wide % 256).astype(np.uint8)
            mistakes = [
                (wrapped, told[amount > 0]),
                (wide, "some values lie outside 0 to 255: cut them off with np.clip."),
                (
                    np.clip(image.astype(float) / 255 + amount, 0, 1),
                    "everything is white or black: the picture was scaled to 0 to 1, the amount was not.",
                ),
                (
                    (image * (1 + amount / 255)).clip(0, 255).astype(np.uint8),
                    "multiplying changes bright pixels more than dark ones: add the amount.",
                ),
            ]
            compare(call(answer, image, amount), expected, image, mistakes)


@exercise(
    "1.8",
    "The negative",
    hints=(
        "Black becomes white: which number minus the pixel turns 0 into the largest value, and the largest into 0?",
        "The largest value is 255 for uint8 and 1.0 for floats; ask image.dtype.",
        "For uint8: 255 - image. For floats: 1 - image.",
    ),
    right="black and white changed places, for whole numbers and for floats.",
)
def judge_negative(answer):
    for image in (*grey_pictures(), random_colour(9)):
        mistakes = [
            (
                (256 - image.astype(int)).astype(np.uint8),
                "off by one: 256 - 0 does not fit into uint8. The largest value is 255.",
            ),
            (
                (-image.astype(int) % 256).astype(np.uint8),
                "-image in uint8 is 256 - image: black stays black. Subtract from 255.",
            ),
            ((1 - image.astype(int)) % 256, "1 - image suits floats from 0 to 1. What is white in a uint8 picture?"),
            (
                image.max() - image,
                "subtracted from this picture's brightest value; white is 255, also where nothing is white.",
            ),
            (1 - image / 255, "the values are right as shares of white; the result should be uint8 like the picture."),
        ]
        compare(call(answer, image), 255 - image, image, mistakes)
    black = np.zeros((4, 5), np.uint8)
    mistakes = [
        (1 - black, "an all-black uint8 picture became 1, nearly black: go by image.dtype, not by its brightest value.")
    ]
    compare(call(answer, black), 255 - black, black, mistakes)
    for kind in (np.float64, np.float32):
        image = np.random.default_rng(10).random((9, 12)).astype(kind)
        mistakes = [
            (
                255 - image,
                f"right for uint8, but the {np.dtype(kind)} picture from 0 to 1 became about 255: ask image.dtype which white it is.",
            ),
            (-image, "-image makes negative numbers: subtract from 1."),
            (
                image.max() - image,
                "subtracted from this picture's brightest value; white is 1.0, also where nothing is white.",
            ),
        ]
        given = as_array(call(answer, image))
        compare(given, 1 - image, image, mistakes, tolerance=1e-6)
        if given.dtype != kind:
            raise Wrong(f"the values are right; the type should stay {np.dtype(kind)}, yours is {given.dtype}.")


@exercise(
    "1.9",
    "Write the histogram",
    hints=(
        "256 counters, one for each value. Every pixel adds one to the counter of its value.",
        "np.bincount counts whole numbers in a 1-D array; image.ravel() is 1-D.",
        "np.bincount(…, minlength=256) gives 256 counts even where the picture has no white pixel.",
    ),
    right="256 counts, and together they are as many as there are pixels.",
)
def judge_histogram(answer):
    even = np.full((300, 300), 7, np.uint8)  # more equal pixels than a uint8 or uint16 counter can hold
    for image in (*grey_pictures(), random_grey(11) // 3 + 40, random_colour(16), even):
        expected = np.bincount(image.ravel(), minlength=256)
        given = call(answer, image)
        if isinstance(given, tuple) and len(given) in (2, 3):
            raise Wrong("several things came back, the counts and where the bins lie: return the counts alone.")
        given = as_array(given)
        if not given.any():
            raise Wrong("nothing was counted: all numbers are 0.")
        if given.shape == (255,):
            raise Wrong("255 counts: the values 0 to 255 are 256 different ones.")
        if given.ndim == 1 and given.size == int(image.max()) + 1 < 256:
            raise Wrong(
                "the counts stop at the brightest value of this picture; they should always be 256 (minlength)."
            )
        if image.ndim == 3 and given.shape in ((3, 256), (256, 3)):
            raise Wrong("one histogram for each channel; asked is one for all numbers of the picture together.")
        mistakes = [
            (
                np.histogram(image, bins=256)[0],
                "the bins go from the darkest to the brightest pixel of this picture; they should always go from 0 to 255 (range=(0, 256)).",
            ),
            (
                np.minimum(expected, 1),
                "each value was counted once at most: counts[image] += 1 does not add up repeated values. np.bincount does.",
            ),
            (expected % 256, "the counters overflowed: they are uint8 themselves, and a count can be larger than 255."),
            (expected / image.size, "these are shares that sum to 1; asked are counts."),
            (
                np.cumsum(expected),
                "each number counts its own value and all darker ones: that is the running sum of the histogram.",
            ),
        ]
        compare(given, expected, image, mistakes, tolerance=1e-6)
