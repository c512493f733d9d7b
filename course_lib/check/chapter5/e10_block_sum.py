"""5.10: the sum of any block from four numbers of a table."""

import numpy as np

from ..compare import Numbers
from ..exercise import exercise
from ..later import skimage


def tables():
    rng = np.random.default_rng(91)
    for block in ((2, 3, 4, 5), (0, 0, 3, 6), (5, 1, 5, 2), (0, 4, 10, 8), (3, 0, 1, 1)):
        table = np.zeros((11, 13), int)
        table[1:, 1:] = rng.integers(1, 100, (10, 12)).cumsum(0).cumsum(1)
        yield table, *block


ex = exercise(
    "5.10",
    "A sum from four numbers",
    cases=tables,
    compare=Numbers(),
    hints=(
        "table[r, c] is the sum of all pixels above row r and left of column c. Which four corners has the block?",
        "The block ends before row + height and before col + width: bottom, right = row + height, col + width.",
        "table[bottom, right] - table[row, right] - table[bottom, col] + table[row, col].",
    ),
    right="four numbers, for a block of any size. That is why large windows cost no more than small ones.",
)


@ex.read
def as_number(given, *case):
    """Take an array of one number, too: scikit-image's function returns it."""
    return given.item() if isinstance(given, np.ndarray) and given.size == 1 else given


@ex.right
def block_sum(table, row, col, height, width):
    bottom, right = row + height, col + width
    return table[bottom, right] - table[row, right] - table[bottom, col] + table[row, col]


def image_of(table):
    return np.diff(np.diff(table, axis=0), axis=1)


@ex.right
def from_the_picture(table, row, col, height, width):
    return image_of(table)[row : row + height, col : col + width].sum()


@ex.right
def by_skimage(table, row, col, height, width):
    return skimage.transform.integrate(table[1:, 1:], (row, col), (row + height - 1, col + width - 1))


def corners(combine):
    """Return an answer that combines the four numbers: below right, above right, below left, above left."""

    def answer(table, row, col, height, width):
        bottom, right = row + height, col + width
        return combine(table[bottom, right], table[row, right], table[bottom, col], table[row, col])

    return answer


ex.slip("the corner above and left was taken off twice: put it back once.", corners(lambda d, b, c, a: d - b - c))
ex.slip("the corner above and left was taken off twice, and once more.", corners(lambda d, b, c, a: d - b - c - a))
ex.slip(
    "this is the sum of everything above and left of the block's end, not of the block.",
    corners(lambda d, b, c, a: d),
)
ex.slip(
    "two strips are still in it: the one above the block and the one to its left.", corners(lambda d, b, c, a: d - a)
)
ex.slip("one strip is still in it: the one to the left of the block.", corners(lambda d, b, c, a: d - b))
ex.slip("one strip is still in it: the one above the block.", corners(lambda d, b, c, a: d - c))
ex.slip(
    "this adds up the table; its numbers are sums already.",
    lambda table, row, col, height, width: table[row : row + height, col : col + width].sum(),
)
ex.slip(
    "height and width are exchanged.",
    lambda table, row, col, height, width: from_the_picture(table, row, col, width, height),
)
ex.slip(
    "row and col are exchanged.",
    lambda table, row, col, height, width: from_the_picture(table, col, row, height, width),
)
ex.slip(
    "one row and one column short: the table has one more.",
    lambda table, row, col, height, width: block_sum(table, row, col, height - 1, width - 1),
)
MOVED = "moved by one: table[row, col] ends before that pixel."
ex.slip(MOVED, lambda table, row, col, *size: from_the_picture(table, row + 1, col + 1, *size))
ex.slip(MOVED, lambda table, row, col, *size: block_sum(table, row - 1, col - 1, *size))
LENGTHS = "height and width are lengths, not where it ends."
ex.slip(LENGTHS, lambda table, row, col, height, width: block_sum(table, row, col, height - row, width - col))
ex.slip(LENGTHS, lambda table, row, col, height, width: image_of(table)[row:height, col:width].sum())
ex.slip(
    "this is the mean of the block; asked is the sum.",
    lambda table, row, col, height, width: block_sum(table, row, col, height, width) / (height * width),
)

ex.wrong("expected one number, got an array", lambda table, row, col, height, width: table[row:, col:])
ex.wrong("expected ", lambda table, row, col, height, width: -1)
