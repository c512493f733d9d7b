"""1.10: a mask of what is dark."""

import numpy as np

from ... import filters
from ..exercise import exercise
from ..pictures import grey_pictures


def pictures_and_levels():
    """Return pictures with a level that occurs in each of them, and every value with the first and the last level."""
    pairs = [(image, int(np.sort(image.ravel())[image.size // 3])) for image in grey_pictures()]
    every = np.arange(256, dtype=np.uint8).reshape(8, 32)
    return [*pairs, (every, 0), (every, 255), (every, 9), (every[:1, 9:10], 9), (every[:1, 9:10], 8)]


ex = exercise(
    "1.10",
    "The dark side",
    cases=pictures_and_levels,
    hints=(
        "What does a comparison of a picture with a number give, for example image > 100? Print it.",
        "Ink is dark. Is a dark pixel above or below the level?",
        "At the level counts as ink here: <= and not <.",
    ),
    right="an inverted threshold: what is dark is the object.",
)


@ex.right
def ink(image, level):
    return image <= level


ex.right(lambda image, level: ~(image > level))
ex.right(lambda image, level: np.logical_not(image > level))
ex.right(lambda image, level: image < level + 1)
ex.right(lambda image, level: np.array([[value <= level for value in row] for row in image]))


@ex.notice
def places(given, image, level):
    if isinstance(given, tuple):
        return "these are the places where it holds, rows and columns: return the comparison itself, which is the mask."
    return None


@ex.notice
def another_level(given, image, level):
    """Say at which level a mask cuts, where that is not the one that was given, nor the value below it."""
    given = np.asarray(given)
    if given.dtype != bool or given.shape != image.shape or given.all() or not given.any():
        return None
    reached = int(image[given].max())
    near = (
        level in (reached, reached + 1) or np.array_equal(given, image < level) or np.array_equal(given, image <= level)
    )
    if near or not np.array_equal(given, image <= reached):
        return None
    return (
        f"your mask reaches up to {reached}, and the level that was given is {level}: compare with level, as it comes."
    )


INVERTED = "inverted: ink is dark, so it lies below the level and not above."
ex.slip("right shape, inverted: which side of the level is the ink?", lambda image, level: image > level)
ex.slip(INVERTED, lambda image, level: image >= level)
ex.slip("nearly: pixels that lie exactly at the level should count as ink too.", lambda image, level: image < level)
ex.slip("this marks the pixels exactly at the level; darker ones are ink too.", lambda image, level: image == level)
ex.slip("this marks all but the pixels at the level: brighter ones are no ink.", lambda image, level: image != level)
NUMBERS = "these are the numbers 0 and 255; a mask holds True and False, as a comparison gives them."
ex.slip(NUMBERS, lambda image, level: (image <= level).astype(np.uint8) * 255)
ex.slip(f"{NUMBERS} And it is the ink that should be True.", lambda image, level: np.where(image <= level, 0, 255))
KEPT = "this keeps the grey values of the ink; asked is only where it is: True and False."
ex.slip(KEPT, lambda image, level: np.where(image <= level, image, 0))
ex.slip(KEPT, lambda image, level: np.where(image <= level, image, 255))
ex.slip(
    "this keeps the grey values of the paper; asked is only where the ink is: True and False.",
    lambda image, level: np.where(image > level, image, 0),
)
ex.slip("this is how far each pixel is above the level: compare with <=, which gives True and False.")(
    lambda image, level: image.astype(int) - level
)
ex.slip(
    "one number for each pixel of ink, its value or its place; asked is a mask of the picture's shape.",
    lambda image, level: image[image <= level],
    by_shape=True,
)
ex.slip(
    "these are the places of the ink, row and column; asked is the mask, which is the comparison itself.",
    lambda image, level: np.argwhere(image <= level),
    by_shape=True,
)
ex.slip(
    "one number: asked is a mask, True or False for every pixel.",
    lambda image, level: (image <= level).sum(),
    by_shape=True,
)
ex.slip("the negative was compared: compare the picture itself.", lambda image, level: 255 - image <= level)
ex.slip("the pixels that are 0 are missing: black is ink too.", lambda image, level: (image > 0) & (image <= level))
ex.slip(
    "everything is marked: ink is only what lies at the level or below it.", lambda image, _: np.ones_like(image, bool)
)
SCALE = "nothing is marked. Are the picture and the level on the same scale, 0 to 255?"
ex.slip(SCALE, lambda image, level: np.zeros_like(image, bool))
ex.slip(
    "the picture goes from 0 to 255, the level was divided by 255: leave it as it is.",
    lambda i, level: i <= level / 255,
)
for number in (50, 100, 127, 128, 150, 200):
    ex.slip(
        "the level that is given was not used, and the mask is inverted.",
        lambda image, level, number=number: image > number,
    )
ex.slip(
    "the brighter pixels came back, in a row: asked is a mask of the picture's shape, True for the ink.",
    lambda image, level: image[image > level],
    by_shape=True,
)
ex.slip("the picture as it was came back: compare it with level.", lambda image, level: image)

ELSEWHERE = "and the level that was given is"
ex.wrong(ELSEWHERE, lambda image, level: image <= level + 1)
ex.wrong(ELSEWHERE, lambda image, level: image <= 100)
ex.wrong(ELSEWHERE, lambda image, level: image <= 128)
ex.wrong(ELSEWHERE, lambda image, level: image <= image.mean())
ex.wrong(ELSEWHERE, lambda image, level: image < filters.threshold_otsu(image))
ex.wrong("places where it holds", lambda image, level: np.where(image <= level))
ex.wrong("True and False", lambda image, level: (image <= level).astype(int))
