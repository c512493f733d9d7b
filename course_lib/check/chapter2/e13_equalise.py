"""2.13: each pixel becomes the share of the pixels that are not brighter."""

import numpy as np

from ... import exposure
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import grey_pictures
from .e11_stretch import dull_pictures, stretch

ex = exercise(
    "2.13",
    "Write the equalisation",
    cases=lambda: (*dull_pictures(), *grey_pictures(), np.array([[0, 255, 255, 7]], np.uint8)),
    compare=Arrays(tolerance=1e-6),
    hints=(
        "How many pixels have the value 0, and how many have 0 or 1? Which list would tell it for all 256 values?",
        "Count each value: np.bincount(image.ravel(), minlength=256). np.cumsum adds the counts up; divide by all pixels.",
        "The running sum is a table: table[image] looks up every pixel at once.",
    ),
    right="each pixel is now the share of pixels that are not brighter.",
)


@ex.right
def equalise(image):
    counts = np.bincount(image.ravel(), minlength=256)
    table = np.cumsum(counts) / image.size
    return table[image]


ex.right(exposure.equalize_hist)
ex.right(lambda image: skimage.exposure.equalize_hist(image))
ex.right(lambda image: np.searchsorted(np.sort(image.ravel()), image, side="right") / image.size)


def running(image):
    """Return for each value how many pixels have it or a darker one."""
    return np.cumsum(np.bincount(image.ravel(), minlength=256))


TOO_BRIGHT = "the values go from 0 to 255; asked are floats from 0 to 1."

ex.slip(
    "these are numbers of pixels; divide by image.size to get shares.",
    lambda image: running(image)[image],
)
ex.slip(
    "divided by 255: asked is the share of the pixels, so divide by how many there are.",
    lambda image: running(image)[image] / 255,
)
ex.slip(
    "divided by the number of rows, which is len(image); all pixels together are image.size.",
    lambda image: running(image)[image] / len(image),
)
ex.slip(
    "// rounds down, so that every share below 1 became 0: divide with /.",
    lambda image: running(image)[image] // image.size,
)
ex.slip(TOO_BRIGHT, lambda image: equalise(image) * 255)
ex.slip(TOO_BRIGHT, lambda image: (equalise(image) * 255).astype(np.uint8))
ex.slip(
    "these are the counts themselves; add them up first: np.cumsum.",
    lambda image: (np.bincount(image.ravel(), minlength=256) / image.size)[image],
)
ex.slip(
    "np.cumsum(image) adds the grey values themselves; count them first: np.bincount.",
    lambda image: np.cumsum(image) / image.size,
)
ex.slip(
    "np.histogram lays its bins from the darkest to the brightest pixel, so bin 7 is not value 7: take np.bincount.",
    lambda image: (np.cumsum(np.histogram(image, 256)[0]) / image.size)[image],
)
ex.slip(
    "this is the share of pixels that are darker; asked is: darker or equal. The brightest becomes 1.",
    lambda image: np.searchsorted(np.sort(image.ravel()), image) / image.size,
)
ex.slip(
    "stretched once more: the darkest pixel need not become 0; it is the share of its own value.",
    lambda image: stretch(equalise(image)),
)
ex.slip("this is the share of pixels that are brighter: the picture is inverted.", lambda image: 1 - equalise(image))
ex.slip("this is stretching; equalising asks for the share of pixels that are not brighter.", stretch)
ex.slip(
    "this is the table of 256 shares; now look up each pixel in it: table[image].",
    lambda image: running(image) / image.size,
    by_shape=True,
)
ex.slip(
    "equal pixels should have equal shares: these are places in the sorted order, one for each pixel.",
    lambda image: (image.ravel().argsort(kind="stable").argsort() + 1).reshape(image.shape) / image.size,
)
ex.slip(
    "equal pixels should have equal shares: these are places in the sorted order, one for each pixel.",
    lambda image: image.ravel().argsort(kind="stable").argsort().reshape(image.shape) / image.size,
)
ex.slip("divided by one pixel less than there are: image.size.", lambda image: running(image)[image] / (image.size - 1))
ex.slip(
    "this is OpenCV's formula: the darkest value becomes 0, and the result goes to 255. Asked is the share itself.",
    lambda image: np.rint(255 * stretch(equalise(image))),
)
ex.slip(
    "this counts different values, not pixels: np.unique gives how often each is there with return_counts=True.",
    lambda image: np.searchsorted(np.unique(image), image, side="right") / len(np.unique(image)),
)
ex.slip(
    "this is the share of pixels that are as bright or brighter; asked is: as dark or darker.",
    lambda image: 1 - np.searchsorted(np.sort(image.ravel()), image) / image.size,
)
ex.slip(
    "the counts were added up from the bright end; begin at the dark one.",
    lambda image: (np.cumsum(np.bincount(image.ravel(), minlength=256)[::-1]) / image.size)[image],
)
ex.slip(
    "divided by 256, the number of values: asked is the share of the pixels, image.size.",
    lambda image: running(image)[image] / 256,
)
ex.slip(
    "this is OpenCV's formula: the darkest value becomes 0. Asked is the share itself, and all of its digits.",
    lambda image: np.rint(255 * stretch(equalise(image))) / 255,
)
ex.slip(
    "a way through uint8 leaves 256 different values. Keep floats from the beginning to the end.",
    lambda image: (equalise(image) * 255).astype(np.uint8) / 255,
)
ex.slip("this is adaptive, tile by tile; asked is one table for the whole picture.", exposure.equalize_adapthist)
for axis, name in ((1, "row"), (0, "column")):
    ex.slip(
        f"each {name} has shares of its own; asked are those of the whole picture.",
        lambda image, axis=axis: np.apply_along_axis(equalise, axis, image),
    )
ex.slip("rounded: keep all the digits.", lambda image: equalise(image).round(2))
ex.slip(
    "divided by the sum of the running sums; the last of them is all pixels: image.size.",
    lambda image: (running(image) / running(image).sum())[image],
)
ex.slip("these are the pixels divided by 255: count how many are as dark or darker.", lambda image: image / 255)
ex.slip(
    "table[image - 1] looks one value too low: table[image].", lambda image: (running(image) / image.size)[image - 1]
)
ex.slip(
    "table[255 - image] looks at the inverted picture: table[image].",
    lambda image: (running(image) / image.size)[255 - image],
)
ex.slip("the pixels were sorted: each of them has to stay in its place.", lambda image: np.sort(equalise(image)))
ex.slip("grey values were added up, not pixels: count how many are as dark or darker.")(
    lambda image: (np.cumsum(image.ravel()) / image.sum()).reshape(image.shape)
)
