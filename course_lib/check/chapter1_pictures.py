"""Chapter 1, exercises 1.1 to 1.9: pictures as arrays. Each judge is one exercise."""

import numpy as np

from .. import data
from ..color import rgb2gray
from .engine import Wrong, as_array, call, compare, exercise
from .pictures import colour_pictures, grey_pictures, random_colour, random_grey


@exercise(
    "1.1",
    "How large is a picture?",
    hints=(
        "Every array knows its own shape: print(coffee.shape).",
        "The shape of a colour picture has three numbers: rows, columns, channels. "
        "How many numbers does one pixel hold?",
        "coffee.size counts every number in the array, all channels included.",
    ),
    right="rows first, then columns; and every pixel of a colour picture holds three numbers.",
)
def judge_size(answer):
    rows, cols, _ = data.coffee().shape
    try:
        given = tuple(int(n) for n in answer)
        if isinstance(answer, set | dict | str):
            raise TypeError("no order")
    except (TypeError, ValueError):
        raise Wrong("expected three whole numbers in this order: (rows, cols, numbers).") from None
    if len(given) != 3:
        raise Wrong(f"expected three numbers, (rows, cols, numbers), got {len(given)}.")
    if given[:2] == (cols, rows):
        raise Wrong(
            "rows and columns are swapped. shape counts downwards first: a landscape picture has fewer rows than columns."
        )
    if given[:2] == (rows, cols) and given[2] == rows * cols:
        raise Wrong(f"{rows * cols:,} is the number of pixels. How many numbers does each of them hold?")
    if given[2] == 3:
        raise Wrong("3 is the number of channels; asked is how many numbers the whole array holds.")
    if given != (rows, cols, rows * cols * 3):
        raise Wrong("at least one of the three numbers is not right; print coffee.shape and coffee.size.")


@exercise(
    "1.2",
    "Upside down",
    hints=(
        "The first axis of the array goes from the top row to the bottom row. Which axis has to run backwards?",
        "A slice with the step -1 runs backwards: numbers[::-1].",
        "NumPy has a function whose name says flip, up, down.",
    ),
    right="the rows run backwards, the columns and the colours stay as they were.",
)
def judge_upside_down(answer):
    for image in (*colour_pictures(), random_grey(3)):
        mistakes = [
            (image, "this is the picture as it was. Nothing was turned over yet."),
            (image[:, ::-1], "left and right are exchanged: that is a mirror. Which axis holds the rows?"),
            (
                image[::-1, ::-1],
                "rows and columns both run backwards: the picture is rotated by 180 degrees, not turned over.",
            ),
            (np.flip(image), "every axis runs backwards, the colours too: np.flip without an axis turns all of them."),
        ]
        compare(call(answer, image), image[::-1], image, mistakes)


@exercise(
    "1.3",
    "Cut out a piece",
    hints=(
        "x counts columns from the left, y counts rows from the top. Which of them comes first in image[..., ...]?",
        "A slice start:stop ends before stop. The stop is where the piece begins plus how long it is.",
        "Rows: y to y + height. Columns: x to x + width.",
    ),
    right="rows come first in an array, so y comes before x.",
)
def judge_cut(answer):
    x, y, width, height = 3, 1, 5, 4
    for image in (random_colour(4, (14, 15)), random_grey(5, (15, 14))):
        mistakes = [
            (
                image[x : x + width, y : y + height],
                "x and y are exchanged: the first axis of an array is the row, which is y.",
            ),
            (
                image[x : x + height, y : y + width],
                "x and y are exchanged: the first axis of an array is the row, which is y.",
            ),
            (
                image[y : y + height + 1, x : x + width + 1],
                "one row and one column too many: the stop of a slice is not included.",
            ),
            (
                image[y : y + height - 1, x : x + width - 1],
                "one row and one column too few: the stop of a slice is not included.",
            ),
            (image[y:height, x:width], "a slice takes start and stop, not start and length: where does the piece end?"),
        ]
        compare(call(answer, image, x, y, width, height), image[y : y + height, x : x + width], image, mistakes)


@exercise(
    "1.4",
    "A black frame",
    hints=(
        "Start from a copy, and set four strips of it to 0: top, bottom, left, right.",
        "The last rows are image[-width:]. What does that slice select where width is 0?",
        "image[rows - width:] is safe for width 0, image[-width:] is not, because -0 is 0.",
    ),
    right="a copy with four black strips; the picture that came in is as it was, and width 0 draws nothing.",
)
def judge_frame(answer):
    for image in (random_colour(6, (12, 14)), random_grey(7, (13, 10))):
        for width in (2, 0):
            rows, cols = image.shape[:2]
            expected = np.zeros_like(image)
            inside = np.s_[width : rows - width, width : cols - width]
            expected[inside] = image[inside]
            top_left = image.copy()
            top_left[:width] = 0
            top_left[:, :width] = 0
            hollow = image.copy()
            hollow[inside] = 0
            if width == 0:
                nothing = np.zeros_like(image)
                mistakes = [(nothing, "with width 0 everything became black: image[-0:] is image[0:], all of it.")]
            else:
                mistakes = [
                    (hollow, "the inside became black and the frame kept the picture: the other way round."),
                    (image[inside], "the frame was cut off. It should stay, in black: same shape as the picture."),
                    (top_left, "only the top and the left are black. A negative index counts from the end."),
                    (np.where(expected == 0, np.where(_edge(image, width), 255, 0), expected).astype(image.dtype),
                     "the frame is white: black is 0."),
                ]  # fmt: skip
            compare(call(answer, image, width, fresh=True), expected, image, mistakes)


def _edge(image, width):
    edge = np.ones(image.shape, bool)
    edge[width:-width, width:-width] = False
    return edge


@exercise(
    "1.5",
    "Only the red",
    hints=(
        "The last axis holds red, green and blue, in this order, counted from 0.",
        "Make a copy, then set two of its three channels to 0.",
        "image[..., 1] is the green channel; so is image[:, :, 1].",
    ),
    right="a colour picture still, with nothing in green and blue.",
)
def judge_red(answer):
    for image in colour_pictures():
        expected = image * np.array([1, 0, 0], dtype=np.uint8)
        mistakes = [
            (
                image[..., 0],
                "this is the red channel by itself, a grey picture. Keep the three channels, with green and blue at 0.",
            ),
            (
                image * np.array([0, 0, 1], dtype=np.uint8),
                "only blue is left: the channels are red, green, blue, in this order.",
            ),
            (image * np.array([0, 1, 1], dtype=np.uint8), "red was removed; it is the one to keep."),
            (
                np.stack([image[..., 0]] * 3, axis=-1),
                "the red values stand in all three channels, which looks grey: green and blue should be 0.",
            ),
        ]
        compare(call(answer, image), expected, image, mistakes)


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
