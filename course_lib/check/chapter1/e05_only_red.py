"""1.5: the channels of a colour picture are its last axis."""

import numpy as np

from ... import color
from ..exercise import exercise
from ..pictures import colour_pictures

ex = exercise(
    "1.5",
    "Only the red",
    cases=colour_pictures,
    hints=(
        "The last axis holds red, green and blue, in this order, counted from 0.",
        "Make a copy, then set two of its three channels to 0.",
        "image[..., 1] is the green channel; so is image[:, :, 1].",
    ),
    right="a colour picture still, with nothing in green and blue.",
)


@ex.right
def only_red(image):
    red = np.zeros_like(image)
    red[..., 0] = image[..., 0]
    return red


def times(*weights):
    """Return an answer that multiplies the channels by 0 or 1."""
    return lambda image: image * np.array(weights, dtype=np.uint8)


ex.right(times(1, 0, 0))


@ex.right
def without_green_and_blue(image):
    copy = image.copy()
    copy[:, :, 1:] = 0
    return copy


ALONE = "this is the red channel by itself, a grey picture. Keep the three channels, with green and blue at 0."
ex.slip(ALONE, lambda image: image[..., 0])
ex.slip(ALONE, lambda image: image[..., :1])
ex.slip("only blue is left: the channels are red, green, blue, in this order.", times(0, 0, 1))
ex.slip("only green is left: the channels are counted from 0, so red is image[..., 0].", times(0, 1, 0))
ex.slip("red was removed; it is the one to keep.", times(0, 1, 1))
ex.slip("green is still there: two channels should be 0, green and blue.", times(1, 1, 0))
ex.slip("blue is still there: two channels should be 0, green and blue.", times(1, 0, 1))
ex.slip(
    "the red values stand in all three channels, which looks grey: green and blue should be 0.",
    lambda image: np.stack([image[..., 0]] * 3, axis=-1),
)
ex.slip("this is the picture as it was.", lambda image: image)
ex.slip(
    "red is 255 everywhere: keep the red channel as it was.",
    lambda image: np.full_like(image, 255) * np.array([1, 0, 0], np.uint8),
)


@ex.slip("the rows were set to 0, not the channels: those are the last axis, image[..., 1].")
def rows_for_channels(image):
    copy = image.copy()
    copy[1:] = 0
    return copy


ex.wrong("shape", color.rgb2gray)
ex.wrong("type should be uint8", lambda image: image * np.array([1, 0, 0]))


@ex.wrong("changed the picture")
def in_place(image):
    image[..., 1:] = 0
    return image
