"""3.7: pixels that are broken are replaced, and no others."""

import numpy as np
from scipy import ndimage

from ... import filters
from ..answers import as_array
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from .broken import by_window, medians, noisy_pictures, replaced

ex = exercise(
    "3.7",
    "Mend salt and pepper",
    cases=noisy_pictures,
    compare=Arrays(whole=True),
    hints=(
        "Two things are needed: where the picture is broken, and what to put there. Can you make each for all pixels at once?",
        "Broken is (image == 0) | (image == 255). ndimage.median_filter(image, 3) makes the medians of all windows.",
        "Take the medians only where a pixel is broken: np.where(broken, medians, image) chooses pixel by pixel.",
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


@ex.right
def one_by_one(image):
    mended = image.astype(float)
    for row, col in np.argwhere((image == 0) | (image == 255)):
        mended[row, col] = np.median(image[row - 1 : row + 2, col - 1 : col + 2])
    return mended


@ex.notice
def takes_nearly_broken(given, image):
    if as_array(given).shape != image.shape:
        return None
    changed = as_array(given) != mend(image)
    near = np.minimum(image, 255 - image.astype(int))[changed]
    if changed.any() and near.min() > 0 and (near.max() <= 30 or len(near) < image.size / 8):
        return f"a pixel of value {image[changed][0]} was replaced too: broken is exactly 0 or 255."
    return None


ex.wrong(
    "exactly 0 or 255", lambda image: np.where((image < 5) | (image > 250), ndimage.median_filter(image, 3), image)
)
ex.wrong(
    "exactly 0 or 255", lambda image: np.where((image <= 1) | (image >= 254), ndimage.median_filter(image, 3), image)
)


ex.slip("the median was taken everywhere: pixels that were right have changed too.", medians)
MEANS = "these are means: one grain of salt pulls a mean along. Take the median."
ex.slip(MEANS, replaced(lambda image: ndimage.uniform_filter(image, 3)))
for kind in (np.floor, np.rint, np.positive):
    ex.slip(
        MEANS,
        replaced(lambda image, kind=kind: kind(np.round(ndimage.uniform_filter(image.astype(float), 3), 6))),
    )
for axis, step in ((0, 1), (0, -1), (1, 1), (1, -1)):
    ex.slip(
        "each broken pixel got the value of its neighbour, which may be broken too; asked is the median of the window.",
        replaced(lambda image, axis=axis, step=step: np.roll(image, step, axis)),
    )
ex.slip("in uint8, white is 255 and not 1.", lambda image: np.where((image == 0) | (image == 1), medians(image), image))
ex.slip(
    "all pixels that are not broken became 0: np.where(broken, medians, image) leaves them as they are.",
    lambda image: np.where((image == 0) | (image == 255), medians(image), 0),
)
ex.slip("the pepper is still there: 0 is broken as well.", lambda image: np.where(image == 255, medians(image), image))
ex.slip("the salt is still there: 255 is broken as well.", lambda image: np.where(image == 0, medians(image), image))
ex.slip(
    "the wrong way round: the broken pixels stayed, all others were replaced.",
    lambda image: np.where((image == 0) | (image == 255), image, medians(image)),
)
for kind in (np.uint8, float):
    ex.slip(
        "each broken pixel became the median of the whole picture; asked is that of the 3 x 3 window around it.",
        replaced(lambda image, kind=kind: np.median(image).astype(kind)),
    )
    ex.slip(
        "each broken pixel became the mean of the whole picture; asked is the median of the 3 x 3 window around it.",
        replaced(lambda image, kind=kind: np.mean(image).astype(kind)),
    )
ex.slip(
    "the median was taken everywhere, and of 5 x 5; asked is that of 3 x 3, and only for the broken pixels.",
    lambda image: ndimage.median_filter(image, 5),
)
ex.slip(
    "the medians were taken from a picture from 0 to 1, and the rest goes from 0 to 255: leave it as uint8.",
    replaced(lambda image: medians(image / 255)),
)
ex.slip(
    "in int8, what is over 127 becomes negative: leave the picture as uint8.",
    replaced(lambda image: medians(image.astype(np.int8))),
)
ex.slip(
    "black became white and white black; asked is the median around each.",
    replaced(lambda image: 255 - image),
)
for sigma in (0.5, 1, 2):
    ex.slip(
        "this is a Gaussian mean: one grain of salt pulls a mean along. Take the median.",
        replaced(lambda image, sigma=sigma: ndimage.gaussian_filter(image, sigma)),
    )
for rank in (2, 3, 5, 6):
    ex.slip(
        "sorted, the median is the fifth of nine, number 4 if one counts from 0; another one was taken.",
        replaced(lambda image, rank=rank: ndimage.rank_filter(image, rank, size=3)),
    )
for size in (5, 7, 9):
    ex.slip(
        f"these windows are {size} x {size}; asked are 3 x 3.",
        replaced(lambda image, size=size: ndimage.median_filter(image, size)),
    )
ex.slip("these windows are 2 x 2; asked are 3 x 3.", replaced(lambda image: ndimage.median_filter(image, 2)))
ex.slip("these windows have one row, 1 x 3; asked are 3 x 3.", replaced(lambda image: medians(image, [[1, 1, 1]])))
ex.slip("these windows have one column, 3 x 1; asked are 3 x 3.", replaced(lambda image: medians(image, [[1]] * 3)))
ex.slip(
    "these windows are a cross of five pixels; asked are all nine.",
    replaced(lambda image: medians(image, [[0, 1, 0], [1, 1, 1], [0, 1, 0]])),
)


WITHOUT_ITSELF = "the broken pixel itself is missing in its window; asked is the median of all nine."
ex.slip(WITHOUT_ITSELF, by_window(lambda window: np.median(np.delete(window, 4))))
ex.slip(WITHOUT_ITSELF, replaced(lambda image: medians(image, [[1, 1, 1], [1, 0, 1], [1, 1, 1]])))
for least, kind in ((0, float), (128, float), (0, int), (128, int)):
    ex.slip(
        "broken neighbours were left out of the median. A good thought, but asked is the median of all nine.",
        by_window(
            lambda window, least=least, kind=kind: kind(
                np.median(window[(window > 0) & (window < 255)] if ((window > 0) & (window < 255)).any() else least)
            )
        ),
    )
ex.slip(
    "the window begins at the broken pixel; it should lie around it, from row - 1 to row + 1.",
    replaced(lambda image: ndimage.median_filter(image, 3, origin=-1)),
)
for kind in (float, int):
    ex.slip(
        "the window ends at the broken pixel: the stop of a slice is not included, so row - 1 : row + 2.",
        by_window(lambda window, kind=kind: kind(np.median(window[:2, :2]))),
    )
ex.slip(
    "this is the smallest value of each window; asked is the median.",
    replaced(lambda image: ndimage.minimum_filter(image, 3)),
)
ex.slip(
    "this is the largest value of each window; asked is the median.",
    replaced(lambda image: ndimage.maximum_filter(image, 3)),
)


@ex.slip("rows 1 and -2, columns 1 and -2 have whole windows too, and were left out: the loop ends too early.")
def two_from_the_border(image):
    mended = image.copy()
    mended[2:-2, 2:-2] = mend(image)[2:-2, 2:-2]
    return mended


ex.slip("medians of medians: the filter ran twice.", replaced(lambda image: medians(medians(image))))


@ex.slip("windows hold pixels that were mended already: read from image, write into a copy.")
def one_after_the_other(image):
    mended = image.copy()
    for row, col in np.argwhere((image == 0) | (image == 255)):
        mended[row, col] = np.median(mended[row - 1 : row + 2, col - 1 : col + 2])
    return mended


for value in (0, 128, 255):
    ex.slip(
        f"the broken pixels became {value}; asked is the median around each.",
        replaced(lambda image, value=value: value),
    )
ex.slip(
    "nothing has changed. (If you joined the two conditions with &: no pixel is 0 and 255 at once; | joins them.)",
    lambda image: image,
)
ex.slip(
    "this is the mask of the broken pixels; asked is the mended picture.", lambda image: (image == 0) | (image == 255)
)
ex.slip(
    "these are numbers for the broken pixels alone; asked is the whole picture: np.where puts them in.",
    lambda image: medians(image)[(image == 0) | (image == 255)],
    by_shape=True,
)


@ex.slip("the broken pixels of the window were left out: all nine count.")
def of_right_ones(image):
    result = image.copy()
    for row, col in np.argwhere((image == 0) | (image == 255)):
        window = image[row - 1 : row + 2, col - 1 : col + 2]
        right = window[(window > 0) & (window < 255)]
        result[row, col] = np.median(right if right.size else window)
    return result


@ex.slip(
    "one kind was mended first, and the other kind from the mended picture: take all medians from the picture that came."
)
def one_kind_first(image):
    first = np.where(image == 0, filters.median(image), image)
    return np.where(first == 255, filters.median(first), first)


@ex.slip(
    "one kind was mended first, and the other kind from the mended picture: take all medians from the picture that came."
)
def white_first(image):
    first = np.where(image == 255, filters.median(image), image)
    return np.where(first == 0, filters.median(first), first)
