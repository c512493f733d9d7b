"""2.5: a colour picture is smoothed channel by channel."""

import numpy as np
from scipy import ndimage

from ... import color, filters, util
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import colour_pictures


def pictures_and_sigmas():
    return [(image, sigma) for image in colour_pictures() for sigma in (1.0, 2.5)]


ex = exercise(
    "2.5",
    "Smooth a colour picture",
    cases=pictures_and_sigmas,
    compare=Arrays(tolerance=1e-6),
    hints=(
        "filters.gaussian has a parameter that says where the colours lie.",
        "The colours lie along the last axis: -1.",
        "filters.gaussian(image, sigma, channel_axis=-1).",
    ),
    right="each colour by itself, from 0 to 1.",
)


@ex.right
def smooth(image, sigma):
    return filters.gaussian(image, sigma, channel_axis=-1)


ex.right(lambda image, sigma: skimage.filters.gaussian(image, sigma, channel_axis=-1))
ex.right(lambda image, sigma: np.stack([filters.gaussian(image[..., c], sigma) for c in range(3)], axis=-1))

# any way to repeat or mirror the picture at the border
ex.also(lambda image, sigma: filters.gaussian(image, sigma, channel_axis=2, mode="reflect"))
ex.also(lambda image, sigma: filters.gaussian(image, sigma, channel_axis=2, mode="mirror"))


def smooth_grey(image, sigma):
    return filters.gaussian(color.rgb2gray(image), sigma)


MIXED = "red, green and blue ran into each other: say with channel_axis where the colours lie."
TOO_BRIGHT = "the values go from 0 to 255; asked are floats from 0 to 1."

ex.slip(MIXED, lambda image, sigma: ndimage.gaussian_filter(util.img_as_float(image), sigma, mode="nearest"))
ex.slip(MIXED, lambda image, sigma: ndimage.gaussian_filter(image, sigma))
ex.slip(
    "axis 0 holds the rows; the colours lie along the last axis, -1.",
    lambda image, sigma: filters.gaussian(image, sigma, channel_axis=0),
)
ex.slip("this is the picture as it was.", lambda image, sigma: util.img_as_float(image))
ex.slip("this is grey; the colours should stay.", smooth_grey, by_shape=True)
ex.slip(
    "all three channels are alike: this is grey; the colours should stay.",
    lambda image, sigma: np.stack([smooth_grey(image, sigma)] * 3, axis=-1),
)
ex.slip(TOO_BRIGHT, lambda image, sigma: smooth(image, sigma) * 255)
ex.slip(TOO_BRIGHT, lambda image, sigma: (smooth(image, sigma) * 255).astype(np.uint8))
ex.slip(TOO_BRIGHT, lambda image, sigma: ndimage.gaussian_filter(image, (sigma, sigma, 0)))
ex.slip(
    "beyond the border you took black; repeat or mirror the picture there.",
    lambda image, sigma: filters.gaussian(image, sigma, channel_axis=-1, mode="constant"),
)
ex.slip("the sigma that is given was not used: gaussian's default is 1.", lambda image, sigma: smooth(image, 1))
ex.slip("sigma is the standard deviation: do not square it.", lambda image, sigma: smooth(image, sigma**2))
ex.slip("smoothed too much: use the sigma that is given.", lambda image, sigma: smooth(image, 2 * sigma))
ex.wrong("your function stopped", lambda image, sigma: filters.gaussian(image, sigma))
