"""1.1: what the shape of an array says of its picture."""

import numpy as np

from ... import data
from ..answers import Wrong, as_array
from ..compare import Things
from ..exercise import exercise

NAMES = "rows", "columns", "numbers in the array"


def which_is_wrong(given, expected):
    """Say which of the three numbers are not right."""
    if sorted(given) == sorted(expected):
        return "these are the three numbers, but in another order: (rows, cols, numbers)."
    wrong = [name for name, mine, asked in zip(NAMES, given, expected, strict=True) if mine != asked]
    counts = "these numbers are" if len(wrong) > 1 else "this number is"
    return f"{counts} not right yet: {', '.join(wrong)}. Print coffee.shape and coffee.size."


ex = exercise(
    "1.1",
    "How large is a picture?",
    value=True,
    compare=Things(otherwise=which_is_wrong),
    hints=(
        "Which of an array's properties tells how large it is? Print it for coffee.",
        "coffee.shape has three numbers: rows, columns, channels. How many numbers does one pixel hold?",
        "coffee.shape[0] and coffee.shape[1] are the first two; coffee.size counts every number, all channels included.",
    ),
    right="rows first, then columns; and every pixel of a colour picture holds three numbers.",
)


@ex.right
def size_of_coffee():
    coffee = data.coffee()
    return coffee.shape[0], coffee.shape[1], coffee.size


ex.right(lambda: [400, 600, 720_000])
ex.right(lambda: np.array([400, 600, 720_000]))
ex.right(lambda: (400.0, 600.0, 720_000.0))
ex.right(lambda: (len(data.coffee()), np.int64(600), np.prod(data.coffee().shape)))


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


SWAPPED = "rows and columns are swapped. shape counts downwards first: a landscape picture has fewer rows than columns."
for numbers in (720_000, 240_000, 3):
    ex.slip(SWAPPED, lambda numbers=numbers: (600, 400, numbers))
ex.slip("240,000 is the number of pixels. How many numbers does each of them hold?", lambda: (400, 600, 400 * 600))
ex.slip("3 is the number of channels; asked is how many numbers the whole array holds.", lambda: data.coffee().shape)
ex.slip("that is the last row and the last column, counted from 0; asked is how many.", lambda: (399, 599, 720_000))
ex.slip(
    "that is the last row and the last column, counted from 0; asked is how many.", lambda: (399, 599, 399 * 599 * 3)
)
ex.slip("600 columns of 3 channels: shape[0] counts the rows, and comes first.", lambda: (600, 3, 720_000))
ex.slip("400 stands there twice: len(coffee) counts the rows alone.", lambda: (400, 400, 720_000))
ex.slip("this is the sum of the numbers; asked is how many they are.", lambda: (400, 600, int(data.coffee().sum())))
for values in (255, 256):
    ex.slip("that is what one number can be; asked is how many the array holds.", lambda v=values: (400, 600, v))
ex.slip(
    "that is how many bits the array takes; each uint8 has 8 of them.", lambda: (400, 600, 8 * data.coffee().nbytes)
)
ex.slip("rows, columns and channels are multiplied, not added.", lambda: (400, 600, 400 + 600 + 3))

ex.wrong("this number is not right yet: numbers in the array.", lambda: (400, 600, 1_440_000))
ex.wrong("these numbers are not right yet: rows, columns.", lambda: (40, 60, 720_000))
ex.wrong("in another order", lambda: (720_000, 400, 600))
ex.wrong("got 2", lambda: (400, 600))
ex.wrong("got 4", lambda: (*data.coffee().shape, data.coffee().size))
ex.wrong("this is a picture", data.coffee)
ex.wrong("not filled in yet", lambda: (400, 600, ...))
ex.wrong("three single ones", lambda: (data.coffee().shape[:2], data.coffee().size))
ex.wrong("no half rows", lambda: (400.7, 600.2, 720_000.9))
ex.wrong("no half rows", lambda: (400, 600, float("nan")))
ex.wrong("three whole numbers", lambda: "400 x 600")
ex.wrong("in this order", lambda: {400, 600, 720_000})
ex.wrong("three whole numbers", lambda: 720_000)
ex.wrong("leave the quotes out", lambda: ["400", "600", "720000"])
