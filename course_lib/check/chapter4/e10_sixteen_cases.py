"""4.10: which of a cell's four corners are above the level, as one number."""

import numpy as np

from ... import measure
from ..compare import Arrays
from ..exercise import exercise


def pictures_and_levels():
    for seed, level in ((62, 3), (63, 4)):
        yield np.random.default_rng(seed).integers(0, 8, (6, 9)), level
    yield np.eye(5, 8) * 0.9 + np.eye(5, 8, 2) * 0.3, 0.5  # one line above the level, one between 0 and the level


ex = exercise(
    "4.10",
    "Sixteen cases",
    cases=pictures_and_levels,
    compare=Arrays(whole=True),
    hints=(
        "high = image > level says for each pixel whether it is above.",
        "The upper left corners of all cells are high[:-1, :-1]; the upper right ones high[:-1, 1:].",
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


@ex.slip("a value that equals the level is not above it.")
def at_least_the_level(image, level):
    high = (image >= level).astype(int)
    return high[:-1, :-1] + 2 * high[:-1, 1:] + 4 * high[1:, :-1] + 8 * high[1:, 1:]


ex.slip("the level was cut to a whole number; it may lie between.", lambda image, level: cases(image, int(level)))
ex.slip("2 and 4 are exchanged: upper right is 2, lower left is 4.", weighed(1, 4, 2, 8))
ex.slip("4 and 8 are exchanged: lower left is 4, lower right is 8.", weighed(1, 2, 8, 4))
ex.slip("above and below are exchanged: the upper corners are 1 and 2.", weighed(4, 8, 1, 2))
ex.slip("left and right are exchanged: the left corners are 1 and 4.", weighed(2, 1, 8, 4))
ex.slip("the order is turned round: the upper left corner counts 1.", weighed(8, 4, 2, 1))
ex.slip("this is the number of high corners; 1, 2, 4 and 8 tell which ones.", weighed(1, 1, 1, 1))
ex.slip("this tells whether any corner is high; asked is which ones.", lambda image, level: cases(image, level) > 0)
ex.slip(
    "as large as the picture: between 5 pixels there are 4 cells, so one row and one column less.",
    lambda image, level: np.pad(cases(image, level), ((0, 1), (0, 1))),
    by_shape=True,
)
