"""1.13: each pixel is compared with the mean of its own window."""

import numpy as np
from scipy import ndimage

from ... import data, filters
from ..answers import as_array
from ..exercise import exercise
from ..pictures import random_grey


def pictures_and_sizes():
    page, random = data.load("page_dim")[60:140, 30:150], random_grey(15, (30, 24))
    return (page, 7), (random, 5), (random, 9), (np.zeros((20, 20), np.uint8), 7)


ex = exercise(
    "1.13",
    "A threshold for every pixel",
    cases=pictures_and_sizes,
    hints=(
        "Two steps: the mean of the window around every pixel, then a comparison of two pictures.",
        "ndimage.uniform_filter(picture, size) is the mean of every window. What type is its result for a uint8 picture?",
        "Convert to float before you filter, or the means lose their decimals.",
    ),
    right="each pixel is compared with its own neighbourhood.",
)


@ex.right
def brighter_than_window(image, size):
    return image > ndimage.uniform_filter(image.astype(float), size, mode="reflect")


def window_mean(image, size, mode="reflect"):
    return ndimage.uniform_filter(image.astype(float), size, mode=mode)


@ex.read
def settled(given, image, size):
    """Take pixels that equal their mean to the last bits as they are in the reference; black ones have to be right."""
    given = as_array(given)
    if given.dtype != bool or given.shape != image.shape:
        return given
    tie = (np.abs(image - window_mean(image, size)) < 1e-6) & (image > 0)
    return np.where(tie, brighter_than_window(image, size), given)


ex.right(lambda image, size: image > filters.threshold_local(image, size, method="mean"))


@ex.right
def by_skimage(image, size):
    import skimage

    return image > skimage.filters.threshold_local(image, size, method="mean")


@ex.right
def in_float32(image, size):
    padded = np.pad(image.astype(np.float32), size // 2, mode="symmetric")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (size, size))
    return image > windows.mean(axis=(2, 3))


ex.slip(
    "in an even picture no pixel is brighter than its window, but yours finds some: > and not >=.",
    lambda image, size: image >= window_mean(image, size),
)
INVERTED = "right windows, inverted: True is for pixels brighter than the mean of their window."
ex.slip(INVERTED, lambda image, size: image <= window_mean(image, size))
ex.slip(INVERTED, lambda image, size: image < window_mean(image, size))
ex.slip(
    "the means were rounded down: a filter of a uint8 picture gives uint8. Convert to float first.",
    lambda image, size: image > ndimage.uniform_filter(image, size),
)
ex.slip(
    "these windows are weighted by a Gaussian (the default of threshold_local); asked is the plain mean.",
    lambda image, size: image > filters.threshold_local(image, size),
)
ex.slip(
    "these are medians of the windows; asked are means.",
    lambda image, size: image > ndimage.median_filter(image, size),
)
ex.slip(
    "one mean for the whole picture: each pixel should have the mean of its own window.",
    lambda image, size: image > image.mean(),
)
ex.slip(
    "the border was reflected without repeating the edge pixel (SciPy's mirror, NumPy's reflect); asked is SciPy's reflect, NumPy's symmetric.",
    lambda image, size: image > window_mean(image, size, "mirror"),
)
ex.slip(
    'at the border the windows were filled with black: reflect the picture there (mode="reflect").',
    lambda image, size: image > window_mean(image, size, "constant"),
)
ex.slip(
    'at the border the edge pixel was repeated outwards: reflect the picture there (mode="reflect").',
    lambda image, size: image > window_mean(image, size, "nearest"),
)
ex.slip(
    'at the border pixels of the other side came in: reflect the picture there (mode="reflect").',
    lambda image, size: image > window_mean(image, size, "wrap"),
)
ex.slip(
    "the windows reach size pixels to each side, and are too large: they are size pixels wide in all.",
    lambda image, size: image > window_mean(image, 2 * size + 1),
)
for number in (3, 5, 7, 9, 11, 15):
    ex.slip(
        "the size that is given was not used: take size, not a number of your own.",
        lambda image, size, number=number: image > window_mean(image, number),
    )
ex.slip("these are the means of the windows; compare the picture with them.", window_mean)
ex.slip(
    "this is how far each pixel is above its mean; compare with >, which gives True and False.",
    lambda image, size: image - window_mean(image, size),
)

ex.wrong("True and False", lambda image, size: brighter_than_window(image, size).astype(int))
ex.wrong("shape", lambda image, size: brighter_than_window(image, size)[1:-1, 1:-1])
