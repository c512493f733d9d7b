"""3.5: the mean of the squared error, of pictures in uint8."""

import numpy as np

from ... import metrics
from ..compare import Numbers
from ..exercise import exercise
from ..later import skimage
from ..pictures import random_grey

ex = exercise(
    "3.5",
    "The mean squared error",
    cases=[(random_grey(seed, (11, 14)), random_grey(seed + 10, (11, 14))) for seed in (37, 38)],
    compare=Numbers(),
    hints=(
        "Three steps, as the name says, from right to left: the error, its square, the mean.",
        "Both pictures are uint8. What is 10 - 20 in uint8? Convert before you subtract.",
        "np.mean((a.astype(float) - b) ** 2).",
    ),
    right="floats first, then the difference, its square, its mean.",
)


@ex.right
def mse(a, b):
    return np.mean((a.astype(float) - b) ** 2)


ex.right(metrics.mean_squared_error)
ex.right(lambda a, b: skimage.metrics.mean_squared_error(a, b))


def error(a, b):
    return a.astype(float) - b


ex.slip(
    "too small: uint8 arithmetic wrapped around. Convert to float before subtracting.",
    lambda a, b: np.mean((a - b) ** 2),
)
ex.slip(
    "the difference wrapped around: convert to float before subtracting.",
    lambda a, b: np.mean((a - b).astype(float) ** 2),
)
ex.slip(
    "the squares wrapped around: int16 ends at 32767, and 255² is 65025. Convert to float.",
    lambda a, b: np.mean((a.astype(np.int16) - b) ** 2),
)
ex.slip(
    "this is the mean of the absolute error; asked is the mean of its square.", lambda a, b: np.abs(error(a, b)).mean()
)
ex.slip("a root too many: this is the RMSE.", lambda a, b: np.sqrt(mse(a, b)))
ex.slip("this is the sum of the squares; asked is their mean.", lambda a, b: np.sum(error(a, b) ** 2))
ex.slip("square first, then take the mean: errors of opposite sign cancelled.", lambda a, b: np.mean(error(a, b)) ** 2)
ex.slip(
    "the pictures were scaled to 0 to 1; asked is the error in grey levels.",
    lambda a, b: np.mean((error(a, b) / 255) ** 2),
)

ex.wrong("one number", lambda a, b: error(a, b) ** 2)
