"""9.2: the left half, and its mirror image beside it."""

import numpy as np

from course_lib.check.exercise import exercise
from course_lib.check.pictures import random_colour, random_grey

ex = exercise(
    "9.2",
    "A face of two left halves",
    cases=lambda: (random_grey(41, (6, 10)), random_grey(42, (9, 4)), random_colour(43, (5, 12))),
    hints=("Where does the left half end?", "half[:, ::-1] is its mirror image.", "np.concatenate(…, axis=1) joins."),
    right="the right half is the mirror image of the left one.",
)


@ex.right
def two_left_halves(image):
    half = image[:, : image.shape[1] // 2]
    return np.concatenate([half, half[:, ::-1]], axis=1)


def halves(image):
    middle = image.shape[1] // 2
    return image[:, :middle], image[:, middle:]


@ex.right
def painted(image):
    made = image.copy()
    middle = image.shape[1] // 2
    made[:, middle:] = image[:, :middle][:, ::-1]
    return made


ex.slip("the left half stands there twice: the second one has to be mirrored.")(
    lambda image: np.concatenate([halves(image)[0], halves(image)[0]], axis=1)
)
ex.slip("these are two right halves.")(
    lambda image: np.concatenate([halves(image)[1][:, ::-1], halves(image)[1]], axis=1)
)
ex.slip("the mirror image stands on the left, and should stand on the right.")(
    lambda image: np.concatenate([halves(image)[0][:, ::-1], halves(image)[0]], axis=1)
)
ex.slip("this is the whole picture mirrored.", lambda image: image[:, ::-1])


@ex.slip("the upper half was mirrored downwards: the first axis holds the rows.")
def upper(image):
    made = image.copy()
    rows = len(image) // 2
    made[len(image) - rows :] = image[:rows][::-1]
    return made


ex.slip("written into the picture itself, from which it was still being read: copy first.")(
    lambda image: np.concatenate([halves(image)[0], halves(image)[1][:, ::-1]], axis=1)
)
