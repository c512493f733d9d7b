"""1.3: x, y, width and height of a piece, as slices of an array."""

from ..exercise import exercise
from ..pictures import random_colour, random_grey


def pictures_and_pieces():
    yield random_colour(4, (14, 15)), 3, 1, 5, 4
    yield random_grey(5, (15, 14)), 2, 6, 8, 7
    yield random_grey(4, (14, 15)), 0, 5, 7, 2


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


def piece(more_rows=0, more_cols=0):
    """Return an answer that cuts out some rows and columns more."""
    return lambda image, x, y, width, height: cut(image, x, y, width + more_cols, height + more_rows)


EXCHANGED = "x and y are exchanged: the first axis of an array is the row, which is y."
ex.slip(EXCHANGED, lambda image, x, y, width, height: image[x : x + width, y : y + height])
ex.slip(EXCHANGED, lambda image, x, y, width, height: image[x : x + height, y : y + width])
ex.slip(
    "width and height are exchanged: the first slice takes rows, and height says how many.",
    lambda image, x, y, width, height: image[y : y + width, x : x + height],
)
ex.slip("one row and one column too many: the stop of a slice is not included.", piece(1, 1))
ex.slip("one row and one column too few: the stop of a slice is not included.", piece(-1, -1))
ex.slip("one row too many: the stop of a slice is not included.", piece(1, 0))
ex.slip("one column too many: the stop of a slice is not included.", piece(0, 1))
ex.slip("one row too few: the stop of a slice is not included.", piece(-1, 0))
ex.slip("one column too few: the stop of a slice is not included.", piece(0, -1))
ex.slip(
    "a slice takes start and stop, not start and length: where does the piece end?",
    lambda image, x, y, width, height: image[y:height, x:width],
)
ex.slip(
    "this is the piece at the top left: x and y say where it begins.",
    lambda image, x, y, width, height: image[:height, :width],
)
ex.slip("this is the whole picture: take a slice of its rows, and one of its columns.", lambda image, *_: image)

# numbers that fit the first call alone
ex.wrong("shape", lambda image, x, y, width, height: image[1:5, 3:8])
ex.wrong("differ", lambda image, x, y, width, height: cut(image, 3, y, width, height))
ex.wrong("differ", lambda image, x, y, width, height: cut(image, x, 1, width, height))
ex.wrong("shape", lambda image, x, y, width, height: cut(image, x, y, 5, height))
ex.wrong("shape", lambda image, x, y, width, height: cut(image, x, y, width, 4))
