"""2.11: the darkest pixel becomes 0, the brightest 1."""

import numpy as np

from ... import data, exposure
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import random_grey


def dull_pictures():
    """Return grey pictures that use only some of the range."""
    return (
        data.load("chest_phantom")[100:200:3, 60:240:3],
        40 + random_grey(31) // 2,
        90 + random_grey(32, (12, 5)) // 4,
    )


ex = exercise(
    "2.11",
    "Stretch by hand",
    cases=lambda: (*dull_pictures(), random_grey(33, (1, 6))),
    compare=Arrays(tolerance=1e-6),
    hints=(
        "What has to be subtracted, so that the darkest pixel becomes 0? What is the brightest one then?",
        "After that the brightest is image.max() - image.min(). Divide by it, so that it becomes 1.",
        "(image - image.min()) / (image.max() - image.min()), with both pairs of brackets.",
    ),
    right="the darkest pixel is 0, the brightest 1, and the others lie between in proportion.",
)


@ex.right
def stretch(image):
    image = image.astype(float)
    return (image - image.min()) / (image.max() - image.min())


ex.right(lambda image: exposure.rescale_intensity(image, out_range=(0.0, 1.0)))
ex.right(lambda image: skimage.exposure.rescale_intensity(image, out_range=(0.0, 1.0)))

NOT_ONE = "the darkest pixel is 0, but the brightest is not 1: divide by the distance between both."
TOO_BRIGHT = "the values go from 0 to 255; asked are floats from 0 to 1."

ex.slip(
    "0 to 255 became 0 to 1; but this picture does not use all of it: its own darkest value should become 0.",
    lambda image: image / 255,
)
ex.slip(
    "the brightest pixel is 1, but the darkest is not 0: subtract the minimum first.",
    lambda image: image / image.max(),
)
ex.slip(
    "divided by the right distance, but the darkest pixel is not 0: subtract the minimum first.",
    lambda image: image / (image.max() - image.min()),
)
ex.slip(
    "a division comes before a subtraction: put image - image.min() in brackets.",
    lambda image: image - image.min() / (image.max() - image.min()),
)
ex.slip(NOT_ONE, lambda image: image - image.min())
ex.slip(NOT_ONE, lambda image: (image - image.min()) / image.max())
ex.slip(NOT_ONE, lambda image: (image - image.min()) / 255)
ex.slip(TOO_BRIGHT, lambda image: stretch(image) * 255)
ex.slip(TOO_BRIGHT, lambda image: (stretch(image) * 255).astype(np.uint8))
ex.slip(TOO_BRIGHT, lambda image: exposure.rescale_intensity(image))
ex.slip(
    "nearly: a way through uint8 leaves 256 different values. Keep floats from the beginning to the end.",
    lambda image: (stretch(image) * 255).astype(np.uint8) / 255,
)
ex.slip("this is equalising; here the distances between the values stay in proportion.", exposure.equalize_hist)
ex.slip("the darkest pixel became 1: the picture is inverted.", lambda image: 1 - stretch(image))
ex.slip(
    "converted to whole numbers, all that is left is 0 and 1: keep floats.",
    lambda image: stretch(image).astype(int),
)
ex.slip(
    "this makes the mean 0 and the spread 1; asked is: the darkest pixel 0, the brightest 1.",
    lambda image: (image - image.mean()) / image.std(),
)
PIECES = "each column or row was stretched by itself; asked is one minimum and one maximum for the whole picture."
ex.slip(PIECES, lambda image: (image - image.min(axis=0)) / np.ptp(image.astype(float), axis=0))
ex.slip(PIECES, lambda image: (image - image.min(axis=1)[:, None]) / np.ptp(image.astype(float), axis=1)[:, None])
ex.slip(
    "the minimum of the picture became 0, but it was subtracted after the division: divide the difference.",
    lambda image: image / image.max() - image.min() / 255,
)
ex.slip("rounded: keep all the digits.", lambda image: stretch(image).round(2))
ex.slip(
    "only 0 and 1 are left: was it rounded, or compared with a level? Keep all the floats between.",
    lambda image: stretch(image).round(),
)
ex.slip(
    "two percentiles were stretched, as in the next exercise; here they are minimum and maximum.",
    lambda image: np.clip((image - np.percentile(image, 2)) / np.subtract(*np.percentile(image, (98, 2))), 0, 1),
)
ex.slip(
    "the brightest pixel is not quite 1: image.max() - image.min() is the whole distance, without + 1.",
    lambda image: (image - image.min()) / (image.max() - image.min() + 1.0),
)
ex.slip("the values go from -1 to 1; asked are floats from 0 to 1.", lambda image: 2 * stretch(image) - 1)
ex.slip(
    "multiplied by the distance; divide by it.",
    lambda image: (image.astype(float) - image.min()) * (image.max() - image.min()),
)
ex.slip(
    "a division comes before a subtraction: put both differences in brackets.",
    lambda image: image.astype(float) - image.min() / image.max() - image.min(),
)
ex.slip(
    "a division comes before a subtraction: put image.max() - image.min() in brackets.",
    lambda image: (image.astype(float) - image.min()) / image.max() - image.min(),
)
ex.slip(
    "the darkest pixel became the brightest: subtract the minimum from the picture, not the picture from the maximum.",
    lambda image: (image.max() - image) / image.max(),
)
ex.slip(
    "the mean was subtracted; subtract the minimum, which becomes 0.",
    lambda image: (image - image.mean()) / np.ptp(image.astype(float)),
)
ex.slip(
    "the minimum is a grey value, and was subtracted from shares: subtract first, then divide.",
    lambda image: image / 255 - image.min(),
)
ex.slip(
    "255 was subtracted; subtract the minimum, which becomes 0.",
    lambda image: (image - 255.0) / np.ptp(image.astype(float)),
)
ex.slip(PIECES, lambda image: (image - image.min(axis=0)) / (image.max(axis=0) - image.min(axis=0) + 1e-9))
ex.slip(
    "the minimum was added; subtract it, from the picture and from the maximum.",
    lambda image: (image.astype(float) + image.min()) / (image.max() + float(image.min())),
)
ex.slip("cut off at its own ends, the picture stays as it was: subtract the darkest value, then divide.")(
    lambda image: np.clip(image, image.min(), image.max())
)
