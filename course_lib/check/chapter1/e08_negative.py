"""1.8: what white is depends on the type of the picture."""

import numpy as np

from ... import util
from ..compare import Arrays
from ..exercise import exercise
from ..pictures import grey_pictures, random_colour


def pictures():
    random = np.random.default_rng(10).random((9, 12))
    black = np.zeros((4, 5), np.uint8)
    return *grey_pictures(), random_colour(9), black, random * 0.9, random.astype(np.float32)


ex = exercise(
    "1.8",
    "The negative",
    cases=pictures,
    compare=Arrays(tolerance=1e-6, keep_type=True),
    hints=(
        "Black becomes white: which number minus the pixel turns 0 into the largest value, and the largest into 0?",
        "The largest value is 255 for uint8 and 1.0 for floats; ask image.dtype.",
        "For uint8: 255 - image. For floats: 1 - image.",
    ),
    right="black and white changed places, for whole numbers and for floats.",
)


@ex.right
def negative(image):
    white = 255 if image.dtype == np.uint8 else 1
    return white - image


ex.right(util.invert)
ex.right(lambda image: ~image if image.dtype.kind == "u" else 1 - image)


@ex.right
def by_skimage(image):
    import skimage

    return skimage.util.invert(image)


def for_each(of_uint8, of_floats):
    """Return an answer that asks for the type first."""
    return lambda image: of_uint8(image) if image.dtype == np.uint8 else of_floats(image)


def one_minus(image):
    return 1 - image


ex.slip(
    "right for uint8 and float64, but the float32 picture from 0 to 1 became about 255: float32 are floats too.",
    lambda image: 1 - image if image.dtype == float else 255 - image,
)
ex.slip(
    "right for uint8, but a picture of floats from 0 to 1 became about 255: ask image.dtype which white it is.",
    lambda image: 255 - image,
)
ex.slip(
    "an all-black uint8 picture became 1, nearly black: go by image.dtype, not by its brightest value.",
    lambda image: 255 - image if image.max() > 1 else 1 - image,
)

FROM_1 = "1 - image suits floats from 0 to 1. What is white in a uint8 picture?"
ex.slip(FROM_1, one_minus)
ex.slip(FROM_1, for_each(lambda image: 1 - image.astype(float), one_minus))
ex.slip("for floats, -image makes negative numbers: subtract from 1.", for_each(negative, np.negative))
ex.slip(
    "off by one: 256 - image and -image are the same in uint8, and black stays black. The largest value is 255.",
    np.negative,
)
ex.slip(
    "off by one: 256 - image does not fit into uint8. The largest value is 255.",
    for_each(lambda image: 256 - image.astype(int), one_minus),
)
ex.slip(
    "subtracted from this picture's brightest value; white is 255 in uint8 and 1.0 in floats, also where nothing is white.",
    lambda image: image.max() - image,
)
ex.slip(
    "the values are right as shares of white; the result should be uint8 like the picture.",
    for_each(lambda image: 1 - image / 255, one_minus),
)
ex.slip("this is the picture as it was.", lambda image: image)
ex.slip("this is a mirror image; the negative changes each value, and no place.", lambda image: image[:, ::-1])

ex.wrong("type should be float32", for_each(negative, lambda image: 1 - image.astype(float)))
ex.wrong("type should be uint8", for_each(lambda image: 255 - image.astype(int), one_minus))
