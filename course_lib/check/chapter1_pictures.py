"""Chapter 1, exercises 1.1 to 1.5: pictures as arrays. Each judge is one exercise."""

import numpy as np

from .. import data
from .legacy import Wrong, call, compare, exercise
from .pictures import colour_pictures, random_colour, random_grey


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
