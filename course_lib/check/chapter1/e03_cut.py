"""1.3: x, y, width and height of a piece, as slices of an array."""

import numpy as np

from ..exercise import exercise
from ..pictures import random_colour, random_grey


def pictures_and_pieces():
    """Return pieces in the middle, at each border, of one pixel, and the whole picture."""
    yield random_colour(4, (20, 18)), 5, 2, 7, 11
    yield random_grey(5, (15, 17)), 2, 6, 9, 5
    yield random_grey(4, (14, 15)), 0, 5, 7, 9
    yield random_colour(5, (9, 8)), 4, 0, 4, 3
    yield random_grey(6, (8, 9)), 3, 4, 1, 1
    yield random_grey(7, (6, 5)), 0, 0, 5, 6


ex = exercise(
    "1.3",
    "Cut out a piece",
    cases=pictures_and_pieces,
    hints=(
        "x counts columns from the left, y counts rows from the top. Which of them comes first in image[..., ...]?",
        "A slice start:stop ends before stop. The stop is where the piece begins plus how long it is.",
        "Rows: y to y + height. Columns: x to x + width.",
    ),
    right="rows come first in an array, so y comes before x.",
)


@ex.right
def cut(image, x, y, width, height):
    return image[y : y + height, x : x + width]


ex.right(lambda image, x, y, width, height: image[y:][:height, x:][:, :width].copy())
ex.right(lambda image, x, y, width, height: image[np.ix_(range(y, y + height), range(x, x + width))])


def piece(more_rows=0, more_cols=0, down=0, right=0):
    """Return an answer that cuts out some rows and columns more, or begins elsewhere."""
    return lambda image, x, y, width, height: cut(
        image, max(x + right, 0), max(y + down, 0), width + more_cols, height + more_rows
    )


EXCHANGED = "x and y are exchanged: the first axis of an array is the row, which is y."
ex.slip(EXCHANGED, lambda image, x, y, width, height: image[x : x + width, y : y + height])
ex.slip(EXCHANGED, lambda image, x, y, width, height: image[x : x + height, y : y + width])
ex.slip(
    "width and height are exchanged: the first slice takes rows, and height says how many.",
    lambda image, x, y, width, height: image[y : y + width, x : x + height],
)
TWICE = "stands in both slices: rows go with y and height, columns with x and width."
ex.slip(f"the width {TWICE}", lambda image, x, y, width, height: image[y : y + width, x : x + width])
ex.slip(f"the height {TWICE}", lambda image, x, y, width, height: image[y : y + height, x : x + height])
ex.slip(f"x {TWICE}", lambda image, x, y, width, height: image[x : x + height, x : x + width])
ex.slip(f"y {TWICE}", lambda image, x, y, width, height: image[y : y + height, y : y + width])

ex.slip("one row and one column too many: the stop of a slice is not included.", piece(1, 1))
ex.slip("one row and one column too few: the stop of a slice is not included.", piece(-1, -1))
ex.slip("one row too many: the stop of a slice is not included.", piece(1, 0))
ex.slip("one column too many: the stop of a slice is not included.", piece(0, 1))
ex.slip("one row too few: the stop of a slice is not included.", piece(-1, 0))
ex.slip("one column too few: the stop of a slice is not included.", piece(0, -1))
ex.slip("the first row and column of the piece are missing: it begins at y and x, not after.", piece(-1, -1, 1, 1))
ex.slip("the piece lies one pixel too far to the bottom right: rows and columns count from 0.", piece(0, 0, 1, 1))
for down, right in ((1, 0), (0, 1), (-1, 0), (0, -1)):
    ex.slip(
        "the piece lies one row or one column beside: x and y count from 0, as slices do.", piece(0, 0, down, right)
    )
ex.slip("the piece begins one pixel too early: x and y count from 0, as slices do.", piece(0, 0, -1, -1))
ex.slip("the piece begins one pixel too early: x and y count from 0, as slices do.")(
    lambda image, x, y, width, height: image[y - 1 : y - 1 + height, x - 1 : x - 1 + width]
)

STOP = "a slice takes start and stop, not start and length: where does the piece end?"
ex.slip(STOP, lambda image, x, y, width, height: image[y:height, x:width])
ex.slip(STOP, lambda image, x, y, width, height: image[y : y + height, x:width])
ex.slip(STOP, lambda image, x, y, width, height: image[y:height, x : x + width])
ex.slip(f"{STOP} And rows come first.", lambda image, x, y, width, height: image[x:width, y:height])
ex.slip(
    "x:y is a slice from x to y: the rows go from y to y + height, the columns from x to x + width.",
    lambda image, x, y, width, height: image[x:y, width:height],
)
ex.slip(
    "height - y is how far y is from height: the piece ends at y + height, and at x + width.",
    lambda image, x, y, width, height: image[y : height - y, x : width - x],
)
ex.slip(
    "this is the piece at the top left: x and y say where it begins.",
    lambda image, x, y, width, height: image[:height, :width],
)
ex.slip(
    "all rows and columns from the beginning of the piece on: say where it ends, too.",
    lambda image, x, y, width, height: image[y:, x:],
)
ex.slip("x was not used: the columns begin at x.", lambda image, x, y, width, height: image[y : y + height, :width])
ex.slip("y was not used: the rows begin at y.", lambda image, x, y, width, height: image[:height, x : x + width])
ex.slip("the columns have no stop: they end at x + width.", lambda image, x, y, w, h: image[y : y + h, x:])
ex.slip("the rows have no stop: they end at y + height.", lambda image, x, y, w, h: image[y:, x : x + w])
ex.slip("one row and one column too many, at the top and the left: the piece begins at y and x.")(
    lambda image, x, y, w, h: image[max(y - 1, 0) : y + h, max(x - 1, 0) : x + w]
)
COMMA = "two brackets, one after the other, both take rows: write the two slices in one bracket, with a comma between."
ex.slip(COMMA, lambda image, x, y, width, height: image[y : y + height][x : x + width])
ex.slip(COMMA, lambda image, x, y, width, height: image[x : x + width][y : y + height])
ex.slip(COMMA, lambda image, x, y, width, height: image[y:][x:][:height][:, :width])
ex.slip(
    "a negative stop counts from the end of the picture: the piece ends at y + height, and at x + width.",
    lambda image, x, y, width, height: image[y:-height, x:-width],
)
ex.slip(
    "start and stop are exchanged: the slice is empty, for it runs upwards.",
    lambda image, x, y, width, height: image[y + height : y, x + width : x],
)
ex.slip(
    "all that lies behind the piece: it begins at y and x, and ends at y + height and x + width.",
    lambda image, x, y, width, height: image[y + height :, x + width :],
)
ex.slip(
    "the piece lies on its side: rows stay rows, columns stay columns.",
    lambda image, x, y, width, height: cut(image, x, y, width, height).swapaxes(0, 1),
)
ex.slip("all columns of these rows: take a slice of the columns too.", lambda image, x, y, w, h: image[y : y + h])
ex.slip("all rows of these columns: take a slice of the rows too.", lambda image, x, y, w, h: image[:, x : x + w])
ex.slip("this is the whole picture: take a slice of its rows, and one of its columns.", lambda image, *_: image)
ex.slip("this is one pixel: a piece needs a slice of rows, and one of columns.", lambda image, x, y, *_: image[y, x])
ex.slip(
    "y was counted from the bottom; it counts from the top.",
    lambda image, x, y, width, height: image[::-1][y : y + height, x : x + width][::-1],
)
ex.slip("(x, y) is a corner of the piece, at the top left, and not its middle.")(
    lambda image, x, y, width, height: cut(image, max(x - width // 2, 0), max(y - height // 2, 0), width, height)
)


@ex.slip("black all round it: return the piece alone, height rows and width columns.")
def on_black(image, x, y, width, height):
    black = np.zeros_like(image)
    black[y : y + height, x : x + width] = cut(image, x, y, width, height)
    return black


HARD = "these numbers fit the first call alone: use x, y, width and height."
ex.slip(HARD, lambda image, x, y, width, height: image[2:13, 5:12])
ex.slip(HARD, lambda image, x, y, width, height: image[y : y + 11, x : x + 7])
ex.slip(HARD, lambda image, x, y, width, height: cut(image, 5, 2, width, height))
ex.slip(HARD, lambda image, x, y, width, height: cut(image, 5, y, width, height))
ex.slip(HARD, lambda image, x, y, width, height: cut(image, x, 2, width, height))
ex.slip(HARD, lambda image, x, y, width, height: cut(image, x, y, 7, height))
ex.slip(HARD, lambda image, x, y, width, height: cut(image, x, y, width, 11))

MIDDLE = "(x, y) is a corner of the piece, at the top left, and not its middle."
for more in (0, 1):
    ex.slip(MIDDLE, by_shape=True)(
        lambda image, x, y, width, height, more=more: image[
            y - height // 2 : y + height // 2 + more, x - width // 2 : x + width // 2 + more
        ]
    )
