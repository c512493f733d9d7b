"""1.1: what the shape of an array says of its picture."""

import functools

import numpy as np

from ... import data
from ..answers import Wrong, as_array
from ..compare import Things
from ..exercise import chosen, exercise

NAMES = "rows", "columns", "numbers in the array"
PICTURE = chosen("coffee", "rocket", "chelsea")


def which_is_wrong(given, expected):
    """Say which of the three numbers are not right."""
    if sorted(given) == sorted(expected):
        return "these are the three numbers, but in another order: (rows, cols, numbers)."
    wrong = [name for name, mine, asked in zip(NAMES, given, expected, strict=True) if mine != asked]
    counts = "these numbers are" if len(wrong) > 1 else "this number is"
    return f"{counts} not right yet: {', '.join(wrong)}. Print {PICTURE}.shape and {PICTURE}.size."


ex = exercise(
    "1.1",
    "How large is a picture?",
    value=True,
    compare=Things(otherwise=which_is_wrong),
    told={"coffee": PICTURE},
    hints=(
        f"Which of an array's properties tells how large it is? Print it for {PICTURE}.",
        f"{PICTURE}.shape has three numbers: rows, columns, channels. How many numbers does one pixel hold?",
        f"{PICTURE}.shape[0] and {PICTURE}.shape[1] are the first two; {PICTURE}.size counts every number, all channels included.",
    ),
    right="rows first, then columns; and every pixel of a colour picture holds three numbers.",
)


@functools.cache  # the slips ask for it many times
def picture():
    return getattr(data, PICTURE)()


@ex.right
def size():
    return picture().shape[0], picture().shape[1], picture().size


ex.right(lambda: list(size()))
ex.right(lambda: np.array(size()))
ex.right(lambda: tuple(map(float, size())))
ex.right(lambda: (len(picture()), np.int64(size()[1]), np.prod(picture().shape)))


@ex.read
def three_whole_numbers(given):
    """Return the three numbers as a tuple, or say what is wrong with their kind."""
    if isinstance(given, np.ndarray) and given.ndim > 1:
        raise Wrong("this is a picture; asked are three numbers about it: (rows, cols, numbers).")
    if not isinstance(given, tuple | list | np.ndarray) or getattr(given, "ndim", 1) == 0:
        raise Wrong("expected three whole numbers in this order: (rows, cols, numbers).")
    if any(number is ... or number is None for number in given):
        raise Wrong("one of the three is not filled in yet: (rows, cols, numbers).")
    if any(isinstance(number, tuple | list | np.ndarray) for number in given):
        raise Wrong("one of the three is several numbers itself: write three single ones, (rows, cols, numbers).")
    if any(isinstance(number, str) for number in given):
        raise Wrong("a number in quotes is a text: leave the quotes out.")
    numbers = as_array(list(given))
    if numbers.shape != (3,):
        raise Wrong(f"expected three numbers, (rows, cols, numbers), got {numbers.size}.")
    if (numbers != np.rint(numbers)).any():
        raise Wrong(f"{list(given)} are not whole numbers: an array has no half rows.")
    return tuple(numbers.tolist())


def rows_cols_and(third):
    """Return an answer of the right rows and columns, and a third number that is made of both and the picture."""
    return lambda: (*size()[:2], third(*size()[:2], picture()))


SWAPPED = "rows and columns are swapped. shape counts downwards first: a landscape picture has fewer rows than columns."
for third in (lambda rows, cols: 3 * rows * cols, lambda rows, cols: rows * cols, lambda rows, cols: 3):
    ex.slip(SWAPPED, lambda third=third: (*size()[1::-1], third(*size()[:2])))
PIXELS = "the third number is how many pixels there are. How many numbers does each of them hold?"
ex.slip(PIXELS, rows_cols_and(lambda rows, cols, _: rows * cols))
ex.slip(
    "3 is the number of channels; asked is how many numbers the whole array holds.",
    lambda: picture().shape,
)
LAST = "that is the last row and the last column, counted from 0; asked is how many."
ex.slip(LAST, lambda: (size()[0] - 1, size()[1] - 1, size()[2]))
ex.slip(LAST, lambda: (size()[0] - 1, size()[1] - 1, (size()[0] - 1) * (size()[1] - 1) * 3))
COLS = "these are the columns and the channels: shape[0] counts the rows, and comes first."
ex.slip(COLS, lambda: (size()[1], 3, size()[2]))
TWICE = f"the rows stand there twice: len({PICTURE}) counts them alone."
ex.slip(TWICE, lambda: (size()[0], size()[0], size()[2]))
ex.slip(
    "this is the sum of the numbers; asked is how many they are.", rows_cols_and(lambda rows, cols, p: int(p.sum()))
)
for values in (255, 256):
    ex.slip(
        "that is what one number can be; asked is how many the array holds.",
        rows_cols_and(lambda rows, cols, p, values=values: values),
    )
ex.slip(
    "that is how many bits the array takes; each uint8 has 8 of them.",
    rows_cols_and(lambda rows, cols, p: 8 * p.nbytes),
)
ex.slip("rows, columns and channels are multiplied, not added.", rows_cols_and(lambda rows, cols, _: rows + cols + 3))

ex.wrong("this number is not right yet: numbers in the array.", rows_cols_and(lambda rows, cols, p: 2 * p.size))
ex.wrong("these numbers are not right yet: rows, columns.", lambda: (40, 60, size()[2]))
ex.wrong("in another order", lambda: (size()[2], *size()[:2]))
ex.wrong("got 2", lambda: size()[:2])
ex.wrong("got 4", lambda: (*picture().shape, picture().size))
ex.wrong("this is a picture", picture)
ex.wrong("not filled in yet", rows_cols_and(lambda *_: ...))
ex.wrong("three single ones", lambda: (picture().shape[:2], picture().size))
ex.wrong("no half rows", lambda: tuple(number + 0.7 for number in size()))
ex.wrong("no half rows", rows_cols_and(lambda *_: float("nan")))
ex.wrong("three whole numbers", lambda: "400 x 600")
ex.wrong("in this order", lambda: set(size()))
ex.wrong("three whole numbers", lambda: size()[2])
ex.wrong("leave the quotes out", lambda: list(map(str, size())))
