"""1.1: what the shape of an array says of its picture."""

import numpy as np

from ... import data
from ..answers import Wrong, as_array
from ..compare import Things
from ..exercise import exercise

ex = exercise(
    "1.1",
    "How large is a picture?",
    value=True,
    compare=Things(
        otherwise=lambda given, expected: (
            "at least one of the three numbers is not right; print coffee.shape and coffee.size."
        )
    ),
    hints=(
        "Every array knows its own shape: print(coffee.shape).",
        "The shape of a colour picture has three numbers: rows, columns, channels. "
        "How many numbers does one pixel hold?",
        "coffee.size counts every number in the array, all channels included.",
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


@ex.read
def three_whole_numbers(given):
    """Return the three numbers as a tuple, or say what is wrong with their kind."""
    if not isinstance(given, tuple | list | np.ndarray) or getattr(given, "ndim", 1) == 0:
        raise Wrong("expected three whole numbers in this order: (rows, cols, numbers).")
    numbers = as_array(list(given))
    if numbers.shape != (3,):
        raise Wrong(f"expected three numbers, (rows, cols, numbers), got {numbers.size}.")
    if (numbers != np.rint(numbers)).any():
        raise Wrong(f"{list(given)} are not whole numbers: an array has no half rows.")
    return tuple(numbers.tolist())


for numbers in (720_000, 240_000, 3):
    ex.slip(
        "rows and columns are swapped. shape counts downwards first: a landscape picture has fewer rows than columns.",
        lambda numbers=numbers: (600, 400, numbers),
    )
ex.slip("240,000 is the number of pixels. How many numbers does each of them hold?", lambda: (400, 600, 400 * 600))
ex.slip("3 is the number of channels; asked is how many numbers the whole array holds.", lambda: data.coffee().shape)

ex.wrong("at least one", lambda: (400, 600, 1_440_000))
ex.wrong("got 2", lambda: (400, 600))
ex.wrong("no half rows", lambda: (400.7, 600.2, 720_000.9))
ex.wrong("no half rows", lambda: (400, 600, float("nan")))
ex.wrong("three whole numbers", lambda: "400 x 600")
ex.wrong("in this order", lambda: {400, 600, 720_000})
ex.wrong("three whole numbers", lambda: 720_000)
ex.wrong("expected numbers", lambda: ["400", "600", "720000"])
