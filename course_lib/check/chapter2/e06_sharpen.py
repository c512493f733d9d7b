"""2.6: a picture and some more of its detail."""

import numpy as np

from ... import filters, util
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import grey_pictures


def pictures_and_amounts():
    for image in grey_pictures():
        yield util.img_as_float(image), 1.0, 2.5
        yield util.img_as_float(image), 2.0, 0.6


ex = exercise(
    "2.6",
    "Sharpen by hand",
    cases=pictures_and_amounts,
    compare=Arrays(tolerance=1e-6),
    hints=(
        "The detail is what a Gaussian takes away: image - filters.gaussian(image, sigma).",
        "Add it to the picture, amount times.",
        "Sharpening can leave the range from 0 to 1: np.clip(..., 0, 1).",
    ),
    right="the picture and amount times its detail, within its range.",
)


@ex.right
def sharpen(image, sigma, amount):
    detail = image - filters.gaussian(image, sigma)
    return np.clip(image + amount * detail, 0, 1)


ex.right(lambda image, sigma, amount: np.clip((1 + amount) * image - amount * filters.gaussian(image, sigma), 0, 1))
ex.also(lambda image, sigma, amount: filters.unsharp_mask(image, sigma, amount))  # another border
ex.right(lambda image, sigma, amount: skimage.filters.unsharp_mask(image, sigma, amount))


def detail(image, sigma):
    return image - filters.gaussian(image, sigma)


TOO_WIDE = "values below 0 or above 1 are left: cut them off with np.clip."
ALONE = "this is the detail alone: add it to the picture."

ex.slip(TOO_WIDE, lambda image, sigma, amount: image + amount * detail(image, sigma))
ex.slip(
    "cut off at 0 and 255; this picture's values go from 0 to 1.",
    lambda image, sigma, amount: np.clip(image + amount * detail(image, sigma), 0, 255),
)
ex.slip(
    "this smooths: the detail was subtracted; add it.",
    lambda image, sigma, amount: np.clip(image - amount * detail(image, sigma), 0, 1),
)
ex.slip(ALONE, lambda image, sigma, amount: amount * detail(image, sigma))
ex.slip(ALONE, lambda image, sigma, amount: np.clip(amount * detail(image, sigma), 0, 1))
ex.slip(
    "the smoothed picture was added; add the detail: what it lacks.",
    lambda image, sigma, amount: np.clip(image + amount * filters.gaussian(image, sigma), 0, 1),
)
ex.slip(
    "the amount belongs to the detail, not to the picture.",
    lambda image, sigma, amount: np.clip(amount * image + detail(image, sigma), 0, 1),
)
ex.slip(
    "the sigma that is given was not used: gaussian's default is 1.",
    lambda image, sigma, amount: sharpen(image, 1, amount),
)
ex.slip(
    "the amount was not used.",
    lambda image, sigma, amount: np.clip(image + detail(image, sigma), 0, 1),
)
ex.slip(
    "the detail was added to the smoothed picture; add it to the picture itself.",
    lambda image, sigma, amount: np.clip(filters.gaussian(image, sigma) + amount * detail(image, sigma), 0, 1),
)


@ex.slip("the result was stretched to 0 to 1: that changes every pixel. Cut off with np.clip instead.")
def stretched(image, sigma, amount):
    raw = image + amount * detail(image, sigma)
    return (raw - raw.min()) / (raw.max() - raw.min())
