"""9.1: how much of a picture has hit the ends of its range."""

import numpy as np

from course_lib.check.compare import Numbers
from course_lib.check.exercise import exercise


def pictures():
    made = [np.random.default_rng(seed).integers(0, 256, (20, 31), dtype=np.uint8) for seed in range(3)]
    for number, image in enumerate(made):
        image[: 3 + number] = 255
        image[-2 - 2 * number :, :20] = 0
    return made


ex = exercise(
    "9.1",
    "Too dark and too bright",
    cases=pictures,
    compare=Numbers(),
    hints=("Which two values are meant?", "A comparison makes a mask; | joins two.", "The mean of a mask is a share."),
    right="what lies at the ends of the range may have been anything beyond.",
)


@ex.right
def burnt(image):
    return np.mean((image == 0) | (image == 255))


ex.right(lambda image: ((image < 1).sum() + (image > 254).sum()) / image.size)

ex.slip("these are the bright ends only: pixels at 0 are lost too.", lambda image: np.mean(image == 255))
ex.slip("these are the dark ends only: pixels at 255 are lost too.", lambda image: np.mean(image == 0))
ex.slip("this is their number: a share is divided by all pixels.")(lambda image: ((image == 0) | (image == 255)).sum())
ex.slip("this is in per cent: a share lies between 0 and 1.")(
    lambda image: 100 * np.mean((image == 0) | (image == 255))
)
ex.slip("this is the share of all others.", lambda image: np.mean((image > 0) & (image < 255)))
