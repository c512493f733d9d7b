"""2.20: each pixel becomes a block of equal ones."""

import numpy as np
from scipy import ndimage

from ... import data, transform
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import random_colour, random_grey


def pictures_and_sizes():
    yield random_colour(55, (4, 5)), 3
    yield random_grey(56, (3, 6)), 4
    yield data.rocket()[200:230, 300:330], 2
    yield random_grey(57, (1, 1)), 3
    yield random_grey(58, (2, 3)), 1


ex = exercise(
    "2.20",
    "Enlarge without making anything up",
    cases=pictures_and_sizes,
    compare=Arrays(tolerance=1e-6),
    hints=(
        "How many times does each row have to appear, and how many times each column? What about the colours?",
        "np.repeat(image, n, axis=0) repeats every row n times.",
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


@ex.notice
def made_up(given, image, n):
    """Return the sentence for values that are not in the picture and differ within a block, whatever made them."""
    given = np.asarray(given)
    if n == 1 or given.shape != enlarge(image, n).shape or given.dtype.kind not in "uif":
        return None
    equal = np.isclose(given, enlarge(given[::n, ::n], n)).all()
    new = ~np.isin(given, image) & (given != 0)
    return MADE_UP if not equal and new.mean() > 0.3 else None


MADE_UP = "values were invented between the pixels: take the nearest pixel, order=0."
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


TILES_TOO = "every row is n times there, but the columns are repeated like tiles: np.repeat along axis 1, too."
ex.slip(TILES_TOO, lambda image, n: np.tile(image.repeat(n, axis=0), (1, n, 1)[: image.ndim]))
ex.slip(
    "every column is n times there, but the rows are repeated like tiles: np.repeat along axis 0, too.",
    lambda image, n: np.tile(image.repeat(n, axis=1), (n, 1, 1)[: image.ndim]),
)
ex.slip(
    "the rows were repeated twice, the columns not: once along axis 0, once along axis 1.",
    lambda image, n: image.repeat(n, axis=0).repeat(n, axis=0),
    by_shape=True,
)
ex.slip("the rows are tiled, the columns not.", lambda image, n: np.concatenate([image] * n))


@ex.slip("only one pixel of each block was set, the others stayed 0: all n × n get the pixel's value.")
def one_of_each_block(image, n):
    result = np.zeros((image.shape[0] * n, image.shape[1] * n, *image.shape[2:]), image.dtype)
    result[::n, ::n] = image
    return result


ex.slip("this is the picture as it was.", lambda image, n: image)
ex.slip(
    "np.resize fills the new shape with the numbers one after the other; a picture needs np.repeat along both axes.",
    lambda image, n: np.resize(image, enlarge(image, n).shape),
)
ex.slip(
    "this makes the picture smaller: one pixel in n. Asked is each pixel n times.", lambda image, n: image[::n, ::n]
)
ex.slip(
    "n pixels were added at the right and below; asked is each pixel as a block.",
    lambda image, n: np.pad(
        image, ((0, image.shape[0] * (n - 1)), (0, image.shape[1] * (n - 1)), (0, 0))[: image.ndim]
    ),
)
ex.slip(
    "ndimage.zoom puts the outermost pixels at the very corners, so the blocks are not equally large: np.repeat.",
    lambda image, n: ndimage.zoom(image, (n, n, 1)[: image.ndim], order=0),
)
ex.slip(
    "the columns and the colours were repeated: rows are axis 0, columns are axis 1.",
    lambda image, n: image.repeat(n, axis=1).repeat(n, axis=-1),
    by_shape=True,
)
ex.slip("n was not used: it is not always 2.", lambda image, n: enlarge(image, 2), by_shape=True)
ex.slip("the values were multiplied by n; the picture should grow.", lambda image, n: image * n)
ex.slip("the blocks are right, but their values were divided.", lambda image, n: enlarge(image, n) / n**2)
ex.slip("the blocks are right, but dark and bright are exchanged.", lambda image, n: 255 - enlarge(image, n))
ex.slip(
    "a colour picture came back grey: repeat all three channels.",
    lambda image, n: enlarge(image if image.ndim == 2 else image[..., 0], n),
    by_shape=True,
)
ex.slip(
    "each pixel became a row of n * n equal ones, and the rows were cut anew: np.repeat along axis 0, then along axis 1.",
    lambda image, n: image.repeat(n * n).reshape(enlarge(image, n).shape),
)
ex.slip(
    "the border pixels were repeated at the right and below; asked is each pixel as a block.",
    lambda image, n: np.pad(
        image, ((0, image.shape[0] * (n - 1)), (0, image.shape[1] * (n - 1)), (0, 0))[: image.ndim], mode="edge"
    ),
)
LAST_AXIS = "the last axis grew too: it holds the colours, and stays. Only rows and columns are repeated."
for several in (ndimage.zoom, lambda image, n: image.repeat(n, 0).repeat(n, 1).repeat(n, -1)):
    ex.slip(LAST_AXIS, several, by_shape=True)
ex.slip("rows and columns are exchanged: rows stay rows.", lambda i, n: enlarge(i, n).swapaxes(0, 1), by_shape=True)
