"""3.5: the mean of the squared error, of pictures in uint8."""

import numpy as np

from ... import color, metrics
from ..compare import Numbers
from ..exercise import exercise
from ..later import skimage
from ..pictures import random_colour, random_grey

ex = exercise(
    "3.5",
    "The mean squared error",
    cases=[
        (random_grey(37, (11, 14)), random_grey(47, (11, 14))),
        (random_grey(38, (8, 5)) // 2, random_grey(48, (8, 5))),
        (random_colour(39, (6, 7)), random_colour(49, (6, 7))),
        (np.zeros((2, 3), np.uint8), np.full((2, 3), 255, np.uint8)),
    ],
    compare=Numbers(1e-5),
    hints=(
        "The name says three steps, to be read from right to left. Which type of number can each of them hold?",
        "Both pictures are uint8, where 10 - 20 is 246. Convert before you subtract.",
        "The error as floats is a.astype(float) - b. Then its square, then np.mean of that.",
    ),
    right="floats first, then the difference, its square, its mean.",
)


@ex.right
def mse(a, b):
    return np.mean((a.astype(float) - b) ** 2)


ex.right(metrics.mean_squared_error)
ex.right(lambda a, b: skimage.metrics.mean_squared_error(a, b))
ex.right(lambda a, b: np.square(np.subtract(a, b, dtype=np.float32)).mean())


def of_error(formula):
    """Return an answer that turns the error into another number, in floats."""
    return lambda a, b: formula(a.astype(float) - b)


ex.slip(
    "in uint8, squares wrap around at 256, and so do differences below 0. Convert to float before subtracting.",
    lambda a, b: np.mean((a - b) ** 2),
)
ex.slip(
    "the difference wrapped around in uint8: convert to float before subtracting.",
    lambda a, b: np.mean((a - b).astype(float) ** 2),
)
ex.slip(
    "the squares wrapped around: int16 ends at 32767, and 255² is 65025. Convert to float.",
    lambda a, b: np.mean((a.astype(np.int16) - b) ** 2),
)
ex.slip(
    "int8 ends at 127: numbers and squares wrapped around. Convert to float.",
    lambda a, b: np.mean((a.astype(np.int8) - b.astype(np.int8)) ** 2),
)
ex.slip(
    "this is the mean of the absolute error; asked is the mean of its square.",
    of_error(lambda error: np.abs(error).mean()),
)
ex.slip("the difference wrapped around in uint8, and it is not squared.", lambda a, b: np.mean(np.abs(a - b)))
ex.slip("this is the mean of the error; asked is the mean of its square.", of_error(np.mean))
ex.slip("a root too many: this is the RMSE.", of_error(lambda error: np.sqrt(np.mean(error**2))))
ex.slip("this is the sum of the squares; asked is their mean.", of_error(lambda error: np.sum(error**2)))
ex.slip("this is the root of the sum of the squares; asked is their mean.", of_error(np.linalg.norm))
ex.slip(
    "square first, then take the mean: errors of opposite sign cancelled.", of_error(lambda error: np.mean(error) ** 2)
)
ex.slip(
    "the squares of the pictures were subtracted; first the difference, then its square.",
    lambda a, b: np.mean(a.astype(float) ** 2 - b.astype(float) ** 2),
)
for freedom in (0, 1):
    ex.slip(
        "np.var takes the mean error off first; here it counts.",
        of_error(lambda error, freedom=freedom: np.var(error, ddof=freedom)),
    )
ex.slip("this is the standard deviation of the error; asked is the mean of its square.", of_error(np.std))
ex.slip("this is the median of the squares; asked is their mean.", of_error(lambda error: np.median(error**2)))
ex.slip("this is the largest square; asked is the mean of all.", of_error(lambda error: np.max(error**2)))
for axis, name in ((0, "rows"), (1, "columns")):
    ex.slip(
        f"the sum was divided by the number of {name}; a mean divides by the number of all values.",
        of_error(lambda error, axis=axis: np.sum(error**2) / error.shape[axis]),
    )
ex.slip(
    "the sum was divided by the number of pixels; a colour picture has three values in each: np.mean divides by all.",
    of_error(lambda error: np.sum(error**2) / (error.shape[0] * error.shape[1])),
)
ex.slip(
    "divide by the number of all values: one less is for estimates of a variance.",
    of_error(lambda error: np.sum(error**2) / (error.size - 1)),
)
ex.slip("the pictures were added; the error is their difference.", lambda a, b: np.mean((a.astype(float) + b) ** 2))
ex.slip(
    "this is the product of the pictures; the error is their difference.", lambda a, b: np.mean(a.astype(float) * b)
)
ex.slip(
    "this is the sum of the absolute errors; asked is the mean of their squares.",
    of_error(lambda error: np.abs(error).sum()),
)
ex.slip(
    "each error is squared before the mean is taken; here it is the mean of their sizes that was squared.",
    of_error(lambda error: np.mean(np.abs(error)) ** 2),
)
ex.slip(
    "this is the root of the sum, divided by the number of values; asked is the mean of the squares, without a root.",
    of_error(lambda error: np.sqrt(np.sum(error**2)) / error.size),
)
ex.slip(
    "in uint16 too, what is below 0 wraps around: convert to float before subtracting.",
    lambda a, b: np.mean((a.astype(np.uint16) - b).astype(float) ** 2),
)
ex.slip("the error was doubled, not squared: ** 2 squares, * 2 doubles.", of_error(lambda error: np.mean(2 * error)))
for kind in (int, np.uint8):
    ex.slip("^ is no power in Python: ** 2 squares.", lambda a, b, kind=kind: np.mean((a.astype(kind) - b) ^ 2))
ex.slip("this is half of it: the mean squared error has no 1/2.", of_error(lambda error: np.mean(error**2) / 2))
ex.slip(
    "the pictures were scaled to 0 to 1; asked is the error in grey levels.",
    of_error(lambda error: np.mean((error / 255) ** 2)),
)
ex.slip(
    "this was divided by 255 once too often: asked is the error in grey levels squared.",
    of_error(lambda error: np.mean(error**2) / 255),
)
ex.slip("this is the PSNR; asked is the MSE.", lambda a, b: 10 * np.log10(255**2 / mse(a, b)))
ex.slip(
    "only red was compared: green and blue count as well.",
    lambda a, b: mse(a[..., 0], b[..., 0]) if a.ndim == 3 else mse(a, b),
)

ex.wrong("one number", of_error(lambda error: error**2))
ex.slip("int8 holds -128 to 127 only: pixels from 128 on became negative. Take float, or int.")(
    lambda a, b: np.mean((a.astype(np.int8).astype(float) - b.astype(np.int8)) ** 2)
)
ex.slip("int8 holds -128 to 127 only: pixels from 128 on became negative. Take float, or int.")(
    lambda a, b: np.mean((a.astype(np.int8) - b.astype(np.int8)).astype(float) ** 2)
)


@ex.slip("colour pictures were made grey first, and count from 0 to 1 then: compare all their numbers as they are.")
def made_grey(a, b):
    return mse(a, b) if a.ndim == 2 else np.mean((color.rgb2gray(a) - color.rgb2gray(b)) ** 2)
