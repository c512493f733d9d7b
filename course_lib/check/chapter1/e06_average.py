"""1.6: the sum of three uint8 numbers needs more room than uint8 has."""

import numpy as np

from ... import color
from ..compare import Arrays
from ..exercise import exercise
from ..pictures import colour_pictures

ex = exercise(
    "1.6",
    "The plain average of the channels",
    cases=colour_pictures,
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


def overflowing(image):
    return image[..., 0] + image[..., 1] + image[..., 2]


OVERFLOW = "the sum overflowed: uint8 starts again at 0 after 255. Convert before you add."
ex.slip(OVERFLOW, lambda image: overflowing(image) / 3)
ex.slip(OVERFLOW, lambda image: overflowing(image) // 3)
ex.slip(OVERFLOW, overflowing)

LOST = "the decimals are lost: divide with / and keep floats."
ex.slip(LOST, lambda image: image.astype(int).sum(axis=-1) // 3)
ex.slip(LOST, lambda image: sum(image[..., c] // 3 for c in range(3)))
ex.slip("the decimals are lost: leave out the rounding.", lambda image: average(image).round())
ex.slip("this is the sum of the channels: divide it by 3.", lambda image: image.sum(axis=-1))

ALIKE = "Asked is the plain average, all three alike."
ex.slip(f"this is the weighted grey of rgb2gray. {ALIKE}", lambda image: color.rgb2gray(image) * 255)
ex.slip(
    "this is the weighted grey of rgb2gray, from 0 to 1. Asked is the plain average, from 0 to 255.", color.rgb2gray
)
WEIGHTED = f"this is a weighted grey, in which green counts most. {ALIKE}"
ex.slip(WEIGHTED, lambda image: image @ np.array([0.299, 0.587, 0.114]))


@ex.slip(WEIGHTED)
def of_pillow(image):
    """The same in whole numbers, as Pillow's convert("L") computes it."""
    return (image.astype(int) @ np.array([19595, 38470, 7471]) + 2**15) // 2**16


ex.slip(
    "this is the mean of the largest and the smallest channel; asked is that of all three.",
    lambda image: image.max(axis=-1) / 2 + image.min(axis=-1) / 2,
)
ex.slip("divided by 255 too: keep the range 0 to 255.", lambda image: average(image) / 255)
ex.slip("the average ran along the rows: the channels are the last axis, axis=-1.", lambda image: image.mean(axis=0))
ex.slip("the average ran along the columns: the channels are the last axis, axis=-1.", lambda image: image.mean(axis=1))
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
