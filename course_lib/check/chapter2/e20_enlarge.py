"""2.20: each pixel becomes a block of equal ones."""

import numpy as np

from ... import data, transform
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import random_colour, random_grey


def pictures_and_sizes():
    yield random_colour(55, (4, 5)), 3
    yield random_grey(56, (3, 6)), 4
    yield data.rocket()[200:230, 300:330], 2


ex = exercise(
    "2.20",
    "Enlarge without making anything up",
    cases=pictures_and_sizes,
    compare=Arrays(tolerance=1e-6),
    hints=(
        "Each row has to be there n times, and each column too.",
        "np.repeat(image, n, axis=0) repeats every row.",
        "Do it twice: along axis 0 and along axis 1. The colours lie along axis 2 and stay.",
    ),
    right="each pixel is now a block, and no value is new.",
)


@ex.right
def enlarge(image, n):
    return np.repeat(np.repeat(image, n, axis=0), n, axis=1)


def resized(resize, **options):
    return lambda image, n: resize(image, (image.shape[0] * n, image.shape[1] * n), **options)


ex.right(resized(transform.resize, order=0))
ex.right(resized(transform.resize, order=0, preserve_range=True))
ex.right(lambda image, n: resized(skimage.transform.resize, order=0, preserve_range=True)(image, n))
ex.right(lambda image, n: np.kron(image, np.ones((n, n, 1)[: image.ndim], image.dtype)))
ex.right(lambda image, n: image[np.arange(len(image) * n) // n][:, np.arange(image.shape[1] * n) // n])

ex.slip(
    "the whole picture is repeated, like tiles on a wall; asked is each pixel n times.",
    lambda image, n: np.tile(image, (n, n, 1)[: image.ndim]),
)
ex.slip("the rows are repeated, the columns not yet.", lambda image, n: image.repeat(n, axis=0))
ex.slip("the columns are repeated, the rows not yet.", lambda image, n: image.repeat(n, axis=1))

MADE_UP = "values were made up between the pixels: take the nearest pixel, order=0."
ex.slip(MADE_UP, resized(transform.resize))
ex.slip(MADE_UP, resized(transform.resize, preserve_range=True))
ex.slip(MADE_UP, resized(transform.resize, mode="edge"))
ex.slip(
    "the right pixels, but the values now go from 0 to 1: keep the picture's own numbers.",
    lambda image, n: enlarge(image / 255, n),
)
ex.slip(
    "the colours were repeated too: only rows and columns.",
    lambda image, n: np.kron(image, np.ones((n, n, n)[: image.ndim], image.dtype)),
)
ex.slip(
    "without an axis, np.repeat makes one long line: say axis=0, then axis=1.", lambda image, n: np.repeat(image, n)
)
