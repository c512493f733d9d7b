"""1.10: a mask of what is dark."""

import numpy as np

from ..exercise import exercise
from ..pictures import grey_pictures


def pictures_and_levels():
    """Return pictures with a level that occurs in each of them."""
    return [(image, int(np.sort(image.ravel())[image.size // 3])) for image in grey_pictures()]


ex = exercise(
    "1.10",
    "The dark side",
    cases=pictures_and_levels,
    hints=(
        "A comparison of a picture with a number is a mask: True where it holds.",
        "Ink is dark. Is a dark pixel above or below the level?",
        "At the level counts as ink here: <= and not <.",
    ),
    right="an inverted threshold: what is dark is the object.",
)


@ex.right
def ink(image, level):
    return image <= level


ex.right(lambda image, level: ~(image > level))

ex.slip("right shape, inverted: which side of the level is the ink?", lambda image, level: image > level)
ex.slip("inverted: ink is dark, so it lies below the level and not above.", lambda image, level: image >= level)
ex.slip("nearly: pixels that lie exactly at the level should count as ink too.", lambda image, level: image < level)
ex.slip("this marks the pixels exactly at the level; darker ones are ink too.", lambda image, level: image == level)
ex.slip(
    "these are the numbers 0 and 255; a mask holds True and False, as a comparison gives them.",
    lambda image, level: (image <= level).astype(np.uint8) * 255,
)
ex.slip(
    "this keeps the grey values of the ink; asked is only where it is: True and False.",
    lambda image, level: np.where(image <= level, image, 0),
)
ex.slip(
    "these are the ink's pixels in a row; asked is a mask of the picture's shape.",
    lambda image, level: image[image <= level],
    by_shape=True,
)
for number in (100, 127, 128):
    ex.slip(
        "the level that is given was not used: compare with level.",
        lambda image, level, number=number: image <= number,
    )

ex.wrong("True and False", lambda image, level: (image <= level).astype(int))
