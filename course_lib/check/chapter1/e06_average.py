"""1.6: the sum of three uint8 numbers needs more room than uint8 has."""

import numpy as np

from ... import color
from ..compare import Arrays
from ..exercise import exercise
from ..pictures import colour_pictures

ex = exercise(
    "1.6",
    "The plain average of the channels",
    cases=lambda: (*colour_pictures(), np.full((1, 1, 3), 255, np.uint8)),
    compare=Arrays(tolerance=1e-3),
    hints=(
        "uint8 holds 0 to 255. What does np.array([200], np.uint8) + np.uint8(100) give?",
        "Convert before you add: image.astype(float).",
        "image.mean(axis=-1) adds in floating point by itself.",
    ),
    right="the sum of three uint8 numbers needs more room than uint8 has, and yours has it.",
)


@ex.right
def average(image):
    return image.mean(axis=-1)


ex.right(lambda image: np.mean(image, axis=2))
ex.right(lambda image: image.astype(np.float32).sum(axis=-1) / 3)
ex.right(lambda image: image[..., 0] / 3 + image[..., 1] / 3 + image[..., 2] / 3)
ex.right(lambda image: (image[..., 0].astype(np.uint16) + image[..., 1] + image[..., 2]) / 3)
ex.right(lambda image: [[sum(pixel) / 3 for pixel in row] for row in image.tolist()])


def of_channels(combine, dtype=float):
    """Return an answer that combines red, green and blue, which have this type."""
    return lambda image: combine(*np.moveaxis(image.astype(dtype), -1, 0))


def plus(red, green, blue):
    return red + green + blue


def weighted(*weights):
    return lambda image: image @ np.array(weights)


OVERFLOW = "the sum overflowed: uint8 starts again at 0 after 255. Convert before you add."
for divide in (lambda total: total / 3, lambda total: total // 3, lambda total: total):
    ex.slip(OVERFLOW, lambda image, divide=divide: divide(of_channels(plus, np.uint8)(image)))
ex.slip(OVERFLOW, of_channels(lambda red, green, blue: ((red + green).astype(float) + blue) / 3, np.uint8))
ex.slip(
    "int8 holds -128 to 127 only: bright values became negative.", lambda image: image.astype(np.int8).sum(axis=-1) / 3
)
ex.slip(
    "float16 has three digits only, too few here: float32 or float.",
    lambda image: image.mean(axis=-1, dtype=np.float16),
)

LOST = "the decimals are lost: divide with / and keep floats."
ex.slip(LOST, lambda image: image.astype(int).sum(axis=-1) // 3)
ex.slip(LOST, lambda image: sum(image[..., c] // 3 for c in range(3)))
ex.slip("the decimals are lost: leave out the rounding.", lambda image: average(image).round())
ex.slip("the decimals are lost: leave out the rounding.", lambda image: np.ceil(average(image)))
ex.slip("one of the three was divided with //, which loses decimals: divide with /.")(
    of_channels(lambda red, green, blue: red / 3 + green / 3 + blue // 3)
)

BRACKETS = "only blue was divided by 3, for / comes before +: put the sum into brackets."
ex.slip(BRACKETS, of_channels(lambda red, green, blue: red + green + blue / 3))
ex.slip(BRACKETS, of_channels(lambda red, green, blue: red + green + blue // 3, int))
ex.slip(f"{BRACKETS} And convert first.", of_channels(lambda red, green, blue: red + green + blue / 3, np.uint8))
ex.slip("this is the sum of the channels: divide it by 3.", lambda image: image.sum(axis=-1))
ex.slip("the sum of three was divided by 4: divide it by 3.", lambda image: image.sum(axis=-1) / 4)
ex.slip("the sum of three was divided by 2: divide it by 3.", lambda image: image.sum(axis=-1) / 2)
ex.slip("the sum was divided by 255: divide it by 3.", lambda image: image.sum(axis=-1) / 255)

ALIKE = "Asked is the plain average, all three alike."
ex.slip(f"this is the weighted grey of rgb2gray. {ALIKE}", lambda image: color.rgb2gray(image) * 255)
ex.slip(
    "this is the weighted grey of rgb2gray, from 0 to 1. Asked is the plain average, from 0 to 255.", color.rgb2gray
)
WEIGHTED = f"this is a weighted grey, in which green counts most. {ALIKE}"
ex.slip(WEIGHTED, weighted(0.299, 0.587, 0.114))
ex.slip(WEIGHTED, weighted(0.2126, 0.7152, 0.0722))
ex.slip(WEIGHTED, lambda image: weighted(0.299, 0.587, 0.114)(image).astype(np.uint8))


@ex.slip(WEIGHTED)
def of_pillow(image):
    """The same in whole numbers, as Pillow's convert("L") computes it."""
    return (image.astype(int) @ np.array([19595, 38470, 7471]) + 2**15) // 2**16


ex.slip("0.33 + 0.33 + 0.34 is 1, but not all three alike: divide by 3, or write 1/3.", weighted(0.33, 0.33, 0.34))
ex.slip("0.33 + 0.33 + 0.34 is 1, but not all three alike: divide by 3, or write 1/3.", weighted(0.33, 0.34, 0.33))
for third in (0.3, 0.33, 0.333, 0.3333):
    ex.slip(f"{third} is less than a third: divide by 3, or write 1/3.", weighted(third, third, third))

ex.slip(
    "this is the mean of the largest and the smallest channel; asked is that of all three.",
    lambda image: image.max(axis=-1) / 2 + image.min(axis=-1) / 2,
)
ex.slip(
    "this is the median, the middle one of the three; asked is their mean.", lambda image: np.median(image, axis=-1)
)
ex.slip("this is the largest channel; asked is the mean of all three.", lambda image: image.max(axis=-1))
ex.slip("this is the smallest channel; asked is the mean of all three.", lambda image: image.min(axis=-1))
for number, name in enumerate(("red", "green", "blue")):
    ex.slip(f"this is {name} alone; asked is the mean of all three.", lambda image, c=number: image[..., c])
ex.slip("green is missing: this is the mean of red and blue.", lambda image: image[..., ::2].mean(axis=-1))
ex.slip("the pixels stand in one row: keep the picture's rows and columns.", by_shape=True)(
    lambda image: image.reshape(-1, 3).mean(axis=-1)
)
ex.slip("blue is missing: this is the mean of red and green.", lambda image: image[..., :2].mean(axis=-1))
ex.slip(
    "red is missing: this is the mean of green and blue. Channels count from 0.",
    lambda image: image[..., 1:].mean(axis=-1),
)
ex.slip(
    "the mean of a mean: red and green count half as much as blue. Add all three, then divide by 3.",
    of_channels(lambda red, green, blue: ((red + green) / 2 + blue) / 2),
)
ex.slip(
    "one channel stands in the sum twice, and another is missing: 0, 1, 2.",
    of_channels(lambda r, g, b: (r + g + g) / 3),
)
ex.slip("this is the mean of the squares, and its root; asked is the plain mean.")(
    lambda image: np.sqrt((image.astype(float) ** 2).mean(axis=-1))
)
ex.slip("divided by 255 too: keep the range 0 to 255.", lambda image: average(image) / 255)
ex.slip("divided by the brightest value: keep the range 0 to 255.", lambda image: average(image) / average(image).max())

ex.slip("the average ran along the rows: the channels are the last axis, axis=-1.", lambda image: image.mean(axis=0))
ex.slip("the average ran along the columns: the channels are the last axis, axis=-1.", lambda image: image.mean(axis=1))
ex.slip(
    "image[0] is the first row, not red: channels are image[..., 0].",
    lambda image: image[0] / 3 + image[1] / 3 + image[2] / 3,
)
ex.slip(
    "this is the mean colour of the picture: average along the last axis only, axis=-1.",
    lambda image: image.mean(axis=(0, 1)),
    by_shape=True,
)
ex.slip(
    "one number for the whole picture: average along the last axis only, axis=-1.",
    lambda image: image.mean(),
    by_shape=True,
)
ex.slip(
    "three channels came back: a grey picture has one number for each pixel.",
    lambda image: np.stack([average(image)] * 3, axis=-1),
    by_shape=True,
)
ex.slip(
    "an axis of length 1 is left over: leave keepdims out.",
    lambda image: image.mean(axis=-1, keepdims=True),
    by_shape=True,
)
ex.slip(
    "two things: the weights are those of the eye; the plain average takes a third of each. And the decimals are lost.",
    lambda image: np.round(image @ np.array([0.299, 0.587, 0.114])),
)
