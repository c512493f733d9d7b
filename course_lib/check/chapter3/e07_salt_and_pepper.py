"""3.7: pixels that are broken are replaced, and no others."""

import numpy as np
from scipy import ndimage

from ... import data, filters
from ..exercise import exercise
from ..later import skimage
from ..pictures import random_grey


def noisy_pictures():
    rng = np.random.default_rng(40)
    for image in (data.coins()[60:100, 100:140].clip(1, 254), random_grey(41, (20, 24)).clip(1, 254)):
        hit = rng.random(image.shape)
        hit[[0, -1]] = hit[:, [0, -1]] = 0.5  # whole windows only: no rule for the border is asked
        image[hit < 0.05], image[hit > 0.95] = 0, 255
        yield image


ex = exercise(
    "3.7",
    "Mend salt and pepper",
    cases=noisy_pictures,
    hints=(
        "Two things: which pixels are broken (0 or 255), and what the median of each 3 x 3 window is.",
        "ndimage.median_filter(image, 3) makes all the medians. Take them only where a pixel is broken.",
        "np.where(broken, medians, image) chooses pixel by pixel.",
    ),
    right="only the broken pixels were replaced; all others are exactly as they were.",
)


@ex.right
def mend(image):
    broken = (image == 0) | (image == 255)
    return np.where(broken, ndimage.median_filter(image, 3), image)


@ex.right
def by_filters(image, median=filters.median):
    return np.where((image == 0) | (image == 255), median(image, np.ones((3, 3))), image)


ex.right(lambda image: by_filters(image, skimage.filters.median))


@ex.slip("the median was taken everywhere: pixels that were right have changed too.")
def everywhere(image):
    return ndimage.median_filter(image, 3)


@ex.slip("these are means: one grain of salt pulls a mean along. Take the median.")
def means(image):
    broken = (image == 0) | (image == 255)
    return np.where(broken, ndimage.uniform_filter(image.astype(float), 3).astype(np.uint8), image)


@ex.slip("the pepper is still there: 0 is broken as well.")
def salt_alone(image):
    return np.where(image == 255, ndimage.median_filter(image, 3), image)


@ex.slip("the salt is still there: 255 is broken as well.")
def pepper_alone(image):
    return np.where(image == 0, ndimage.median_filter(image, 3), image)


@ex.slip("the wrong way round: the broken pixels stayed, all others were replaced.")
def others(image):
    broken = (image == 0) | (image == 255)
    return np.where(broken, image, ndimage.median_filter(image, 3))


@ex.slip("each broken pixel became the median of the whole picture; asked is that of the 3 x 3 window around it.")
def of_everything(image):
    return np.where((image == 0) | (image == 255), np.median(image).astype(np.uint8), image)


@ex.slip("these windows are 5 x 5; asked are 3 x 3.")
def wide_windows(image):
    return np.where((image == 0) | (image == 255), ndimage.median_filter(image, 5), image)


ex.slip("nothing has changed.", lambda image: image)
ex.slip(
    "this is the mask of the broken pixels; asked is the mended picture.", lambda image: (image == 0) | (image == 255)
)


@ex.wrong("differ")
def blackened(image):
    return np.where((image == 0) | (image == 255), 0, image).astype(np.uint8)
