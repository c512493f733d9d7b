"""1.8: what white is depends on the type of the picture."""

import numpy as np

from ... import util
from ..compare import Arrays
from ..exercise import exercise
from ..pictures import grey_pictures, random_colour


def pictures():
    """Return pictures of uint8, among them black and white ones, and of floats that are not white anywhere."""
    random, black = np.random.default_rng(10).random((9, 12)), np.zeros((4, 5), np.uint8)
    floats = random * 0.9, random.astype(np.float32), np.zeros((3, 4)), random_colour(3) / 255
    return *grey_pictures(), random_colour(9), black, black + np.uint8(255), black[:1, :1] + np.uint8(1), *floats


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
ex.right(lambda image: np.iinfo(np.uint8).max - image if np.issubdtype(image.dtype, np.integer) else 1.0 - image)


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
    "right for uint8, but floats from 0 to 1 became about 256: their white is 1.",
    for_each(negative, lambda image: 256 - image),
)
DARK = "a dark uint8 picture became 1, nearly black: go by image.dtype, not by its brightest value."
ex.slip(DARK, lambda image: 255 - image if image.max() > 1 else 1 - image)
ex.slip("a black uint8 picture became 1, nearly black: go by image.dtype, not by its brightest value.")(
    lambda image: 255 - image if image.max() >= 1 else 1 - image
)

FROM_1 = "1 - image suits floats from 0 to 1. What is white in a uint8 picture?"
ex.slip(FROM_1, one_minus)
ex.slip(FROM_1, for_each(lambda image: 1 - image.astype(float), one_minus))
ex.slip("for floats, -image makes negative numbers: subtract from 1.", for_each(negative, np.negative))
ex.slip(
    "off by one: 256 - image and -image are the same in uint8, and black stays black. The largest value is 255.",
    np.negative,
)
ex.slip("off by one: 256 - image and -image are the same in uint8, and black stays black. The largest value is 255.")(
    for_each(np.negative, one_minus)
)
ex.slip(
    "off by one: 256 - image does not fit into uint8. The largest value is 255.",
    for_each(lambda image: 256 - image.astype(int), one_minus),
)
ex.slip("off by one: white is 255, the largest uint8.", for_each(lambda image: 254 - image, one_minus))
ORDER = "the other way round: white minus the picture. picture - 255 would be negative, and uint8 starts again at 255."
ex.slip(ORDER, for_each(lambda image: image - 255, lambda image: image - 1))
ex.slip(ORDER, for_each(lambda image: abs(image - 255), one_minus))
ex.slip(ORDER, lambda image: image - image.dtype.type(negative(np.zeros_like(image)).max()))
ex.slip(
    "subtracted from this picture's brightest value; white is 255 in uint8 and 1.0 in floats, also where nothing is white.",
    lambda image: image.max() - image,
)
ex.slip(
    "mirrored between this picture's darkest and brightest value: black (0) becomes white, also where neither occurs.",
    lambda image: image.max() + image.min() - image,
)
ex.slip(
    "subtracted from half the range: black becomes white, not grey.",
    for_each(lambda image: 127 - image, lambda i: 0.5 - i),
)
ex.slip(
    "subtracted from half the range: black becomes white, not grey.",
    for_each(lambda image: 128 - image, lambda i: 0.5 - i),
)
ex.slip(
    "the values are right as shares of white; the result should be uint8 like the picture.",
    for_each(lambda image: 1 - image / 255, one_minus),
)
RANGE = "the floats came back in the range 0 to 255: they should stay between 0 and 1."
ex.slip(RANGE, for_each(negative, lambda image: 255 - image * 255))
ex.slip(RANGE, lambda image: 255 - util.img_as_ubyte(image))
ex.slip(RANGE, for_each(negative, lambda image: 255 - (image * 255).astype(np.uint8)))
ex.slip(
    "the floats were cut to whole numbers, 0 and 1: keep their type.",
    for_each(negative, lambda i: (1 - i).astype(np.uint8)),
)
BLACK_AND_WHITE = "only black and white are left: each grey value has a negative of its own, white - value."
ex.slip(BLACK_AND_WHITE, lambda image: image < negative(np.zeros_like(image)).max() / 2)
ex.slip(
    BLACK_AND_WHITE,
    for_each(
        lambda image: np.where(image < 128, 255, 0).astype(np.uint8), lambda image: (image < 0.5).astype(image.dtype)
    ),
)
ex.slip(
    "only black is told from the rest, so two values are left: each grey value has a negative, white - value.",
    np.logical_not,
)
ex.slip("1 / image is no negative: subtract from white.", for_each(negative, lambda image: 1 / image))


@ex.slip("only red was turned round in the colour picture: take all channels.")
def red_alone(image):
    if image.ndim == 2:
        return negative(image)
    return np.concatenate([negative(image[..., :1]), image[..., 1:]], axis=-1)


ex.slip("the colour picture is as it was: it has a negative, too.", lambda i: i if i.ndim == 3 else negative(i))
ex.slip("this is the picture as it was.", lambda image: image)
MIRROR = "this is a mirror image; the negative changes each value, and no place."
ex.slip(MIRROR, lambda image: image[:, ::-1])
ex.slip(MIRROR, lambda image: image[::-1])
ex.slip(MIRROR, lambda image: image[::-1, ::-1])

ex.wrong("type should be float32", for_each(negative, lambda image: 1 - image.astype(float)))
ex.wrong("type should be uint8", for_each(lambda image: 255 - image.astype(int), one_minus))
ex.slip(
    "only black is told from the rest, so two values are left: each grey value has a negative, white - value.",
    lambda image: np.where(image == 0, negative(np.zeros_like(image)), 0).astype(image.dtype),
)
ex.slip(
    "only black is told from the rest, so two values are left: each grey value has a negative, white - value.",
    lambda image: np.where(image == 0, 255, 0),
)


@ex.slip("the picture was stretched between its darkest and brightest value first: subtract the values as they are.")
def stretched(image):
    with np.errstate(all="ignore"):
        return 1 - (image - image.min()) / np.subtract(image.max(), image.min(), dtype=float)


@ex.slip(
    "divided by this picture's brightest value first: white is 255 in uint8 and 1.0 in floats, and the type should stay."
)
def shares_of_the_brightest(image):
    return 1 - image / image.max() if image.max() > 0 else 1 - image
