"""4.10: which of a cell's four corners are above the level, as one number."""

import itertools

import numpy as np

from ... import measure
from ..exercise import exercise
from .told import Told


def pictures_and_levels():
    for seed, level in ((62, 3), (63, 4)):
        yield np.random.default_rng(seed).integers(0, 8, (6, 9)), level
    yield np.eye(5, 8) * 0.9 + np.eye(5, 8, 2) * 0.3, 0.5  # one line above the level, one between 0 and the level
    yield np.array([[100, 101], [255, 99]], np.uint8), 100
    yield np.random.default_rng(64).integers(0, 256, (9, 2), dtype=np.uint8), 127
    yield np.full((2, 4), 0.2), -0.5


def one_cell(where, given, expected, image, level):
    r, c = where
    corners = image[r : r + 2, c : c + 2].tolist()
    return f"the cell in row {r}, column {c} has the corners {corners[0]} above and {corners[1]} below: with the level {level} its case is {expected[where]}, you say {given[where]:g}."


ex = exercise(
    "4.10",
    "Sixteen cases",
    cases=pictures_and_levels,
    compare=Told(whole=True, say=one_cell),
    hints=(
        "Which slice of the picture holds the upper left corners of all cells, and which the upper right ones?",
        "With high = image > level, they are high[:-1, :-1] and high[:-1, 1:]. Each is worth its number where it is True.",
        "high[:-1, :-1] + 2 * high[:-1, 1:] + 4 * high[1:, :-1] + 8 * high[1:, 1:], as whole numbers.",
    ),
    right="four slices, each a corner of all cells at once.",
)


@ex.right
def cases(image, level):
    high = (image > level).astype(int)
    return high[:-1, :-1] + 2 * high[:-1, 1:] + 4 * high[1:, :-1] + 8 * high[1:, 1:]


def weighed(upper_left, upper_right, lower_left, lower_right):
    """Return an answer that gives the corners other weights."""

    def answer(image, level):
        high = (image > level).astype(int)
        upper = upper_left * high[:-1, :-1] + upper_right * high[:-1, 1:]
        return upper + lower_left * high[1:, :-1] + lower_right * high[1:, 1:]

    return answer


ex.right(measure.cells.cell_cases)
ex.right(lambda image, level: cases(image, level).astype(float))

ex.slip("inverted: a corner counts if it is above the level.", lambda image, level: 15 - cases(image, level))


@ex.slip("inverted: a corner counts if it is above the level, >.")
def below_the_level(image, level):
    low = (image < level).astype(int)
    return low[:-1, :-1] + 2 * low[:-1, 1:] + 4 * low[1:, :-1] + 8 * low[1:, 1:]


BRACKETS = "twice, four and eight times the value were compared with the level: compare first, 2 * (a > level)."


@ex.slip(BRACKETS)
def multiplied_before(image, level):
    upper = (image[:-1, :-1] > level).astype(int) + (2 * image[:-1, 1:] > level)
    return upper + (4 * image[1:, :-1] > level) + (8 * image[1:, 1:] > level)


ex.slip(BRACKETS, lambda image, level: multiplied_before(image, level) > 0)


@ex.slip("a value that equals the level is not above it.")
def at_least_the_level(image, level):
    high = (image >= level).astype(int)
    return high[:-1, :-1] + 2 * high[:-1, 1:] + 4 * high[1:, :-1] + 8 * high[1:, 1:]


@ex.right
def cell_by_cell(image, level):
    rows, cols = image.shape
    result = np.zeros((rows - 1, cols - 1), np.uint8)
    for r in range(rows - 1):
        for c in range(cols - 1):
            corners = image[r, c], image[r, c + 1], image[r + 1, c], image[r + 1, c + 1]
            result[r, c] = sum(2**k for k, value in enumerate(corners) if value > level)
    return result


ex.slip("the level was cut to a whole number; it may lie between.", lambda image, level: cases(image, int(level)))
ex.slip(
    "compared with the mean of the picture: take the level that is given.",
    lambda image, level: cases(image, image.mean()),
)
for number in (0, 0.5, 3, 4, 127):
    ex.slip(
        "compared with the same number in every picture: take the level that is given.",
        lambda image, level, number=number: cases(image, number),
    )
ex.slip("2 and 4 are exchanged: upper right is 2, lower left is 4.", weighed(1, 4, 2, 8))
ex.slip("4 and 8 are exchanged, as if you went round the cell: lower left is 4, lower right is 8.", weighed(1, 2, 8, 4))
ex.slip("above and below are exchanged: the upper corners are 1 and 2.", weighed(4, 8, 1, 2))
ex.slip("left and right are exchanged: the left corners are 1 and 4.", weighed(2, 1, 8, 4))
ex.slip("the order is turned round: the upper left corner counts 1.", weighed(8, 4, 2, 1))
PLACES = "the numbers stand at other corners: upper left 1, upper right 2, lower left 4, lower right 8."
for numbers in itertools.permutations((1, 2, 4, 8)):
    if numbers not in ((1, 2, 4, 8), (1, 4, 2, 8), (1, 2, 8, 4), (4, 8, 1, 2), (2, 1, 8, 4), (8, 4, 2, 1)):
        ex.slip(PLACES, weighed(*numbers))
TWICE = "one corner counts in place of another, and its own: each slice stands once."
for one, other in itertools.permutations(range(4), 2):
    numbers = [1, 2, 4, 8]
    numbers[one] += numbers[other]
    numbers[other] = 0
    ex.slip(TWICE, weighed(*numbers))
POWERS = "the corners count 1, 2, 4 and 8, so that each sum comes from one set of corners only; yours count "
ex.slip(POWERS + "1, 2, 3 and 4.", weighed(1, 2, 3, 4))
ex.slip(POWERS + "0, 1, 2 and 3.", weighed(0, 1, 2, 3))
ex.slip(POWERS + "2, 4, 8 and 16.", weighed(2, 4, 8, 16))
ex.slip(POWERS + "1, 10, 100 and 1000.", weighed(1, 10, 100, 1000))
ex.slip(POWERS + "1, 2, 4 and 6.", weighed(1, 2, 4, 6))
ex.slip(POWERS + "1, 3, 5 and 7.", weighed(1, 3, 5, 7))
for corner, name in enumerate(("upper left", "upper right", "lower left", "lower right")):
    ex.slip(f"the {name} corner does not count in yours.", weighed(*(0 if k == corner else 2**k for k in range(4))))
    ex.slip(
        f"only the {name} corner counts in yours: was the sum of the four meant?",
        weighed(*(2**k if k == corner else 0 for k in range(4))),
    )
ex.slip("this is the number of high corners; 1, 2, 4 and 8 tell which ones.", weighed(1, 1, 1, 1))
ex.slip("this tells whether any corner is high; asked is which ones.", lambda image, level: cases(image, level) > 0)
ex.slip(
    "this tells where a line runs; asked is the case of each cell.",
    lambda image, level: (cases(image, level) > 0) & (cases(image, level) < 15),
)
ex.slip("this tells where a line runs; asked is the case of each cell.", lambda image, level: cases(image, level) % 15)


@ex.slip("the values themselves were added up; compare them with the level first.")
def values_added(image, level):
    image = image.astype(float)
    return image[:-1, :-1] + 2 * image[:-1, 1:] + 4 * image[1:, :-1] + 8 * image[1:, 1:]


WHOLE = "as large as the picture: between 5 pixels there are 4 cells, so one row and one column less."
ex.slip(WHOLE, lambda image, level: np.pad(cases(image, level), ((0, 1), (0, 1))), by_shape=True)
ex.slip(
    "this has two rows and columns less than the picture; 5 pixels in a row have 4 cells between them.",
    lambda image, level: cases(image, level)[1:, 1:],
    by_shape=True,
)
ex.slip(
    "cells that have no side in common came out: they overlap, so there is one from each pixel to the next.",
    lambda image, level: cases(image, level)[::2, ::2],
    by_shape=True,
)
ex.slip(
    "in one row; asked are the rows and columns of the cells.",
    lambda image, level: cases(image, level).ravel(),
    by_shape=True,
)
ex.slip(
    "one number came back: sum the four corners of each cell, not all cells.",
    lambda image, level: cases(image, level).sum(),
    by_shape=True,
)
ex.slip(
    "every second row and column were taken: cells overlap, so there is one from each pixel to the next.",
    lambda image, level: image[::2, ::2],
    by_shape=True,
)


@ex.slip("the largest of the high corners' numbers; asked is their sum.")
def largest_corner(image, level):
    return np.exp2(np.floor(np.log2(np.maximum(cases(image, level), 0.5)))) * (cases(image, level) > 0)


@ex.slip("the corners were multiplied, so that one low corner makes 0: add them up.")
def multiplied(image, level):
    return 64 * (cases(image, level) == 15)


@ex.slip("only the first high corner counts (elif ends the search): all four are asked, and added up.")
def first_corner(image, level):
    return cases(image, level) & -cases(image, level)


ex.wrong("the cell in row", lambda image, level: cases(image, level) * (image[:-1, :-1] > level))
ex.slip("the lower right corner counts 1: each corner has a power of two of its own, 1, 2, 4 and 8.")(
    lambda image, level: (
        (image > level)[:-1, :-1]
        | 2 * (image > level)[:-1, 1:]
        | 4 * (image > level)[1:, :-1]
        | (image > level)[1:, 1:]
    )
)
