"""Pictures with broken pixels, and what is put in their place in other ways."""

import numpy as np
from scipy import ndimage

from ... import data
from ..pictures import random_grey


def noisy_pictures():
    rng = np.random.default_rng(40)
    for image in (data.coins()[60:100, 100:140].clip(1, 254), random_grey(41, (20, 24)).clip(1, 254)):
        image[5, 5:9], image[7, 5:9] = 1, 254  # next to broken, and right
        hit = rng.random(image.shape)
        hit[[0, -1]] = hit[:, [0, -1]] = 0.5  # whole windows only: no rule for the border is asked
        image[hit < 0.05], image[hit > 0.95] = 0, 255
        image[10:13, 10:14] = 255  # a clump: the median of its middle is broken too
        yield image
    yield random_grey(42, (7, 9)).clip(1, 254)  # nothing is broken
    single = random_grey(43, (6, 5)).clip(1, 254)
    single[2, 3] = 0
    yield single


def replaced(by):
    """Return an answer that puts what `by(image)` gives in the place of broken pixels."""
    return lambda image: np.where((image == 0) | (image == 255), by(image), image)


def medians(image, shape=((1, 1, 1),) * 3):
    return ndimage.median_filter(image, footprint=np.array(shape))


def by_window(value):
    """Return an answer with `value(window)` for each broken pixel; the window is 3 x 3 numbers."""

    def answer(image):
        mended = image.astype(float)
        for row, col in np.argwhere((image == 0) | (image == 255)):
            mended[row, col] = value(image[row - 1 : row + 2, col - 1 : col + 2])
        return mended

    return answer
