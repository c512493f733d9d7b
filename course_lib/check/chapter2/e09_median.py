"""2.9: the middle one of nine."""

import numpy as np
from scipy import ndimage

from ... import filters, morphology
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import grey_pictures, random_grey

ex = exercise(
    "2.9",
    "Write the median",
    cases=lambda: (*grey_pictures(), random_grey(21, (8, 8))),
    compare=Arrays(tolerance=1e-6),
    hints=(
        "np.pad(image, 1, mode='edge'), then nine shifted copies in a list.",
        "np.median(copies, axis=0) takes the middle one for each pixel.",
        "Nine values sorted: the middle one has the number 4, counted from 0.",
    ),
    right="the middle one of nine: as many are darker as are brighter.",
)


@ex.right
def median_of_nine(image):
    rows, cols = image.shape
    padded = np.pad(image, 1, mode="edge")
    copies = [padded[r : r + rows, c : c + cols] for r in range(3) for c in range(3)]
    return np.median(copies, axis=0)


ex.right(filters.median)
ex.right(lambda image: skimage.filters.median(image, np.ones((3, 3))))
ex.right(lambda image: ndimage.median_filter(image, 3, mode="nearest"))
ex.right(lambda image: sorted_nine(image)[4])


def nine(image, mode="edge"):
    rows, cols = image.shape
    padded = np.pad(image, 1, mode=mode)
    return np.array([padded[r : r + rows, c : c + cols] for r in range(3) for c in range(3)])


def sorted_nine(image):
    return np.sort(nine(image), axis=0)


OFF_BY_ONE = "off by one: of nine sorted values, number 4 is the middle, counted from 0."

ex.slip(
    "this is the picture as it was: number 4 of the nine is the pixel itself, as long as they are not sorted.",
    lambda image: nine(image)[4],
)
ex.slip(
    "this is the mean of the nine; the median is the middle one of them, sorted.",
    lambda image: nine(image).mean(axis=0),
)
ex.slip("this is the darkest of the nine; asked is the middle one.", lambda image: sorted_nine(image)[0])
ex.slip("this is the brightest of the nine; asked is the middle one.", lambda image: sorted_nine(image)[8])
ex.slip(OFF_BY_ONE, lambda image: sorted_nine(image)[5])
ex.slip(OFF_BY_ONE, lambda image: sorted_nine(image)[3])
ex.slip(
    "beyond the border you took black; repeat the border pixels: mode='edge'.",
    lambda image: np.median(nine(image, "constant"), axis=0),
)
ex.slip(
    "beyond the border you took a mirrored picture without its outermost pixels; repeat those: mode='edge'.",
    lambda image: np.median(nine(image, "reflect"), axis=0),
)
ex.slip(
    "beyond the border the pixels of the other side came in, as np.roll does it; repeat the border: mode='edge'.",
    lambda image: np.median(nine(image, "wrap"), axis=0),
)
ex.slip(
    "this window holds five pixels, without the corners; asked are all nine.",
    lambda image: filters.median(image, morphology.disk(1)),
)
ex.slip(
    "this window has five by five pixels; asked are three by three.",
    lambda image: ndimage.median_filter(image, 5, mode="nearest"),
)
ex.slip(
    "one median for the whole picture; asked is one for the nine around each pixel.",
    lambda image: np.full(image.shape, np.median(image)),
)
ex.slip(
    "one number for the whole picture; asked is the median of the nine around each pixel.", np.median, by_shape=True
)


@ex.slip("the outermost pixels are missing: pad the picture first.", by_shape=True)
def cropped(image):
    return median_of_nine(image)[1:-1, 1:-1]
