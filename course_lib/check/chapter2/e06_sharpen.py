"""2.6: a picture with more of its own detail."""

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
        "What does a Gaussian take away from a picture, written as a difference? What may adding it do to the range?",
        "The detail is image - filters.gaussian(image, sigma). Add it to the picture, amount times.",
        "Sharpening can leave the range from 0 to 1: np.clip(image + amount * detail, 0, 1).",
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
    "what is above 1 is left: cut off at 0 and at 1, not at 255.",
    lambda image, sigma, amount: np.clip(image + amount * detail(image, sigma), 0, 255),
)
ex.slip(
    "this smooths: the detail has the wrong sign. What the filter takes away is image - blurred, and it is added.",
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


ex.slip(
    "sigma and amount are exchanged: the first is the width of the Gaussian, the second multiplies the detail.",
    lambda image, sigma, amount: sharpen(image, amount, sigma),
)
CUT_TOO_EARLY = "the detail was cut to 0 and 1, so it can only brighten: cut the result, not the detail."
ex.slip(
    CUT_TOO_EARLY,
    lambda image, sigma, amount: np.clip(image + amount * np.clip(detail(image, sigma), 0, 1), 0, 1),
)
ex.slip(
    CUT_TOO_EARLY,
    lambda image, sigma, amount: np.clip(image + np.clip(amount * detail(image, sigma), 0, 1), 0, 1),
)
ex.slip(
    "the sign of the detail is lost (np.abs), so it can only brighten.",
    lambda image, sigma, amount: np.clip(image + amount * np.abs(detail(image, sigma)), 0, 1),
)
ex.slip(
    "amount * image - smoothed: the amount belongs to the difference, which is then added to the picture.",
    lambda image, sigma, amount: np.clip(amount * image - filters.gaussian(image, sigma), 0, 1),
)
ex.slip("this is the picture as it was.", lambda image, sigma, amount: image)
ex.slip(
    "this is the smoothed picture; asked is a sharpened one.",
    lambda image, sigma, amount: filters.gaussian(image, sigma),
)
ex.slip(
    "the values go from 0 to 255; asked are floats from 0 to 1.",
    lambda image, sigma, amount: 255 * sharpen(image, sigma, amount),
)
ex.slip(
    "what is below 0 is left: cut off at 0 too.",
    lambda image, sigma, amount: np.minimum(image + amount * detail(image, sigma), 1),
)
ex.slip(
    "the sum was divided by 1 + amount: that is no sharper than a part of it. Add, then cut off.",
    lambda image, sigma, amount: (image + amount * detail(image, sigma)) / (1 + amount),
)
ex.slip(
    "cut off at -1 and 1; this picture's values go from 0 to 1.",
    lambda image, sigma, amount: np.clip(image + amount * detail(image, sigma), -1, 1),
)
ex.slip(
    "this is the detail alone, and not amount times: add it to the picture.",
    lambda image, sigma, amount: detail(image, sigma),
)
ex.slip(
    "the amount was added; it multiplies the detail.",
    lambda image, sigma, amount: np.clip(image + amount + detail(image, sigma), 0, 1),
)
ex.slip(
    "the detail was multiplied with the picture; add it.",
    lambda image, sigma, amount: np.clip(image * amount * detail(image, sigma), 0, 1),
)
ex.slip(
    "the detail was divided by the amount; it is taken amount times.",
    lambda image, sigma, amount: np.clip(image + detail(image, sigma) / amount, 0, 1),
)
ex.slip(
    "the values go from 0 to 255, and the decimals are lost; asked are floats from 0 to 1.",
    lambda image, sigma, amount: (255 * sharpen(image, sigma, amount)).astype(np.uint8),
)
ex.slip(
    "a way through uint8 leaves 256 different values. Keep floats from the beginning to the end.",
    lambda image, sigma, amount: (255 * sharpen(image, sigma, amount)).astype(np.uint8) / 255,
)
ex.slip(
    "the smoothed picture was subtracted amount times, and the picture itself taken once: amount belongs to both.",
    lambda image, sigma, amount: np.clip(image - amount * filters.gaussian(image, sigma), 0, 1),
)
ex.slip(
    "this is the smoothed picture and amount times the picture: the detail is image - smoothed.",
    lambda image, sigma, amount: np.clip(filters.gaussian(image, sigma) + amount * image, 0, 1),
)
ex.slip(
    "sigma and amount are exchanged: the first is the width of the Gaussian, the second multiplies the detail.",
    lambda image, sigma, amount: filters.unsharp_mask(image, amount, sigma),
)
ex.slip(
    "divided by the largest value: that makes all of it darker. Cut off with np.clip instead.",
    lambda image, sigma, amount: (
        (image + amount * detail(image, sigma)) / (image + amount * detail(image, sigma)).max()
    ),
)
ex.slip(
    "this smooths: the detail has the wrong sign. What the filter takes away is image - blurred, and it is added. Then cut off what leaves the range.",
    lambda image, sigma, amount: image - amount * detail(image, sigma),
)
ex.slip(
    "the picture was multiplied by the amount as well: image + amount * detail.",
    lambda image, sigma, amount: np.clip(amount * (image + detail(image, sigma)), 0, 1),
)
ex.slip("the amount was squared: it counts as it is.", lambda image, sigma, amount: sharpen(image, sigma, amount**2))
ex.slip("what left the range came in again at its other end (% 1): it should stop there, np.clip.")(
    lambda image, sigma, amount: (image + amount * detail(image, sigma)) % 1
)
ex.slip("smoothed twice: what one filters.gaussian(image, sigma) takes away is asked for.")(
    lambda image, sigma, amount: np.clip(
        image + amount * (image - filters.gaussian(filters.gaussian(image, sigma), sigma)), 0, 1
    )
)
