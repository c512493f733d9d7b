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
    compare=Arrays(tolerance=1e-3),  # wherever from 3 sigma on the weights are cut off
    hints=(
        "Which neighbours may a red value be mixed with, and which not?",
        "filters.gaussian has a parameter that says along which axis the colours lie.",
        "The colours lie along the last axis, -1: filters.gaussian(image, sigma, channel_axis=-1).",
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
for sigmas in (3, 5, 8):  # where the weights are cut off
    ex.also(
        lambda image, sigma, sigmas=sigmas: ndimage.gaussian_filter(image / 255, (sigma, sigma, 0), truncate=sigmas)
    )


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
ex.slip("a picture without colours came back; all three channels should stay.", smooth_grey, by_shape=True)
ex.slip(
    "all three channels are alike: this is grey; the colours should stay.",
    lambda image, sigma: np.stack([smooth_grey(image, sigma)] * 3, axis=-1),
)
ex.slip(TOO_BRIGHT, lambda image, sigma: (smooth(image, sigma) * 255).astype(np.uint8))
ex.slip(TOO_BRIGHT, lambda image, sigma: ndimage.gaussian_filter(image, (sigma, sigma, 0)))
ex.slip(
    "beyond the border you took black; repeat or mirror the picture there.",
    lambda image, sigma: filters.gaussian(image, sigma, channel_axis=-1, mode="constant"),
)
ex.wrong("your function stopped", lambda image, sigma: filters.gaussian(image, sigma))


@ex.slip(
    "the smoothed channels are floats below 1; put into an array of integers, such as np.zeros_like(image), they become 0."
)
def into_integers(image, sigma):
    result = np.zeros_like(image)
    for channel in range(3):
        result[..., channel] = filters.gaussian(image[..., channel], sigma)
    return result


ex.slip(
    "the colours are the first axis now: np.stack(..., axis=-1) puts them last.",
    lambda image, sigma: smooth(image, sigma).transpose(2, 0, 1),
    by_shape=True,
)
ex.slip("red and blue are exchanged.", lambda image, sigma: smooth(image, sigma)[..., ::-1])
ex.slip(
    "axis 1 holds the columns; the colours lie along the last axis, -1.",
    lambda image, sigma: filters.gaussian(image, sigma, channel_axis=1),
)
ex.slip(
    "at the border the other side came in (mode 'wrap'): repeat the border pixels, or mirror the picture.",
    lambda image, sigma: filters.gaussian(image, sigma, channel_axis=-1, mode="wrap"),
)
ex.slip(
    "a way through uint8 leaves 256 different values. Keep floats from the beginning to the end.",
    lambda image, sigma: (smooth(image, sigma) * 255).astype(np.uint8) / 255,
)
ex.slip(
    "a filter of a uint8 picture gives uint8, and the decimals are lost: util.img_as_float first.",
    lambda image, sigma: ndimage.gaussian_filter(image, (sigma, sigma, 0)) / 255,
)
for side in (
    lambda sigma: 3,
    lambda sigma: 5,
    lambda sigma: 2 * int(sigma) + 1,
    lambda sigma: 2 * round(2 * sigma) + 1,
    lambda sigma: 2 * round(3 * sigma) + 1,
):
    ex.slip(
        "this is a mean; asked is a Gaussian.",
        lambda image, sigma, side=side: ndimage.uniform_filter(image / 255, (side(sigma), side(sigma), 1)),
    )
ex.slip(TOO_BRIGHT, lambda image, sigma: np.rint(smooth(image, sigma) * 255))
ex.slip(MIXED, lambda image, sigma: ndimage.gaussian_filter(image / 255, sigma))
ex.slip(MIXED, lambda image, sigma: skimage.filters.gaussian(image, sigma))
TAKEN_AWAY = "this is what smoothing takes away; asked is what it leaves."
ex.slip(TAKEN_AWAY, lambda image, sigma: image / 255 - smooth(image, sigma))
ex.slip(TAKEN_AWAY, lambda image, sigma: image - smooth(image, sigma))


def on_borders(sentence, change):
    """Add a slip for each way to repeat or mirror the picture; `change(image, sigma, smooth)` smooths with `smooth`."""
    for mode in ("nearest", "reflect", "mirror"):

        def smooth(image, sigma, rows=1, cols=1, mode=mode):
            picture = image if image.dtype.kind == "f" else image / 255
            return ndimage.gaussian_filter(picture, (rows * sigma, cols * sigma, 0), mode=mode)

        ex.slip(sentence, lambda image, sigma, smooth=smooth: change(image, sigma, smooth))


on_borders(TOO_BRIGHT, lambda image, sigma, smooth: smooth(image, sigma) * 255)
on_borders(
    "divided by 255 twice: filters.gaussian, too, makes 0 to 1 of uint8.", lambda i, s, smooth: smooth(i, s) / 255
)
on_borders(
    "divided by 256: white is 255, and becomes 1.", lambda image, sigma, smooth: smooth(image, sigma) * 255 / 256
)
on_borders("the sigma that is given was not used: gaussian's default is 1.", lambda i, sigma, smooth: smooth(i, 1))
on_borders("sigma is the standard deviation: do not square it.", lambda i, sigma, smooth: smooth(i, sigma**2))
on_borders("smoothed too much: use the sigma that is given.", lambda image, sigma, smooth: smooth(image, 2 * sigma))
on_borders("smoothed too little: use the sigma that is given.", lambda image, sigma, smooth: smooth(image, sigma / 2))
on_borders("sigma was cut to a whole number: use it as it is.", lambda i, sigma, smooth: smooth(i, int(sigma)))
on_borders("smoothed twice.", lambda image, sigma, smooth: smooth(smooth(image, sigma), sigma))
BOTH = "alone: a Gaussian takes the neighbours in both directions."
on_borders(f"smoothed downwards {BOTH}", lambda image, sigma, smooth: smooth(image, sigma, cols=0))
on_borders(f"smoothed sideways {BOTH}", lambda image, sigma, smooth: smooth(image, sigma, rows=0))
for channel, name in enumerate(("red", "green", "blue")):
    on_borders(
        f"all three channels are the smoothed {name}: take a channel of its own each time.",
        lambda image, sigma, smooth, c=channel: np.stack([smooth(image, sigma)[..., c]] * 3, axis=-1),
    )
    on_borders(
        f"only {name} was smoothed: the other two have to be, too.",
        lambda image, sigma, smooth, c=channel: np.where(np.arange(3) == c, smooth(image, sigma), image / 255),
    )
