"""9.3: what is darker than its surroundings, and narrow."""

import numpy as np
from scipy import ndimage

from course_lib.check.exercise import exercise


def pictures():
    for seed, size in ((5, 3), (6, 5), (7, 7)):
        image = np.random.default_rng(seed).integers(90, 160, (24, 30)).astype(np.uint8)
        image[5:9] = 20
        image[:, 12:14] = 30
        image[16:20, 20:26] = 240
        yield image, size


ex = exercise(
    "9.3",
    "Dark and narrow",
    cases=pictures,
    hints=(
        "Which operation fills what is dark and narrow?",
        "ndimage.grey_closing(image, (size, size)) does it.",
        "What it has added is the answer: closing less picture.",
    ),
    right="a closing fills what is narrow and dark, and the difference shows what was filled.",
)


@ex.right
def dark_and_narrow(image, size):
    return ndimage.grey_closing(image, (size, size)) - image


ex.right(lambda image, size: ndimage.black_tophat(image, (size, size)))
ex.slip("this is the closing itself: its difference to the picture is asked for.")(
    lambda image, size: ndimage.grey_closing(image, (size, size))
)
ex.slip("this shows what is bright and narrow: an opening takes that away, a closing fills what is dark.")(
    lambda image, size: image - ndimage.grey_opening(image, (size, size))
)
ex.slip("the picture less its closing is below 0, and uint8 has no such numbers: the other way round.")(
    lambda image, size: image - ndimage.grey_closing(image, (size, size))
)
ex.slip("this is dilation less picture: the erosion of the closing is missing.")(
    lambda image, size: ndimage.grey_dilation(image, (size, size)) - image
)
ex.slip("the size is always 3: take the one that is given.")(
    lambda image, size: ndimage.grey_closing(image, (3, 3)) - image
)
