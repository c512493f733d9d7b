"""1.5: the channels of a colour picture are its last axis."""

import numpy as np

from ... import color
from ..exercise import exercise
from ..pictures import colour_pictures, random_colour

ex = exercise(
    "1.5",
    "Only the red",
    cases=lambda: (*colour_pictures(), random_colour(3, (1, 1)), random_colour(3, (3, 3))),
    hints=(
        "Which axis holds red, green and blue, and at which place does red stand?",
        "Make a copy, then set two of its three channels to 0.",
        "image[..., 1] is the green channel, image[..., 2] the blue one; copy[..., 1] = 0 makes one black.",
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
ex.right(lambda image: np.dstack([image[..., 0], 0 * image[..., 0], 0 * image[..., 0]]))
ex.right(lambda image: np.array([[[red, 0, 0] for red, _, _ in row] for row in image.tolist()], np.uint8))


@ex.right
def without_green_and_blue(image):
    copy = image.copy()
    copy[:, :, 1:] = 0
    return copy


def channels(*three, dtype=np.uint8, axis=-1):
    """Return an answer that puts three channels together: 0, 1, 2 of the picture, or None for 0."""

    def answer(image):
        return np.stack([0 * image[..., 0] if c is None else image[..., c] for c in three], axis).astype(dtype)

    return answer


ALONE = "this is the red channel by itself, a grey picture. Keep the three channels, with green and blue at 0."
ex.slip(ALONE, lambda image: image[..., 0])
ex.slip(ALONE, lambda image: image[..., :1])
ex.slip("blue is missing altogether: three channels, two of them 0.", lambda image: image[..., :2], by_shape=True)
ex.slip("only blue is left: the channels are red, green, blue, in this order.", times(0, 0, 1))
ex.slip("only green is left: the channels are counted from 0, so red is image[..., 0].", times(0, 1, 0))
ex.slip("red was removed; it is the one to keep.", times(0, 1, 1))
ex.slip("green is still there: two channels should be 0, green and blue.", times(1, 1, 0))
ex.slip("blue is still there: two channels should be 0, green and blue.", times(1, 0, 1))
ex.slip("the red values stand in all three channels, which looks grey: green and blue should be 0.", channels(0, 0, 0))
PLACE = "the red values stand in another channel: red comes first, result[..., 0]."
ex.slip(PLACE, channels(None, None, 0))
ex.slip(PLACE, channels(None, 0, None))
ex.slip("green stands in the red channel: red is image[..., 0], counted from 0.", channels(1, None, None))
ex.slip("blue stands in the red channel: red is image[..., 0]; the order is red, green, blue.", channels(2, None, None))
ex.slip("red and blue changed places; asked is red alone.", channels(2, 1, 0))
ex.slip("the channels came first: they are the last axis, np.stack(…, axis=-1).", channels(0, None, None, axis=0))
ex.slip("the channels came second: they are the last axis, np.stack(…, axis=-1).", channels(0, None, None, axis=1))
ex.slip(
    "the three stand side by side: np.stack(…, axis=-1) lays channels on each other.",
    lambda image: np.concatenate([image[..., 0], 0 * image[..., 0], 0 * image[..., 0]], axis=1),
    by_shape=True,
)
ex.slip("this is the picture as it was.", lambda image: image)
ex.slip("all is black: the red channel should stay as it was.", np.zeros_like)
ex.slip("multiplied by 255, which overflows in uint8 (255 times 2 is 254): the weight of red is 1.", times(255, 0, 0))
FULL = "red is 255 everywhere: keep the red channel as it was."
ex.slip(FULL, lambda image: np.full_like(image, 255) * np.array([1, 0, 0], np.uint8))
ex.slip(FULL, lambda image: image | np.array([255, 0, 0], np.uint8))
ex.slip("this is the negative of red: keep the red channel as it was.", lambda image: only_red(255 - image))
ex.slip(
    "green and blue are 255, and bright: nothing of them is 0.", lambda image: only_red(image) | np.uint8([0, 255, 255])
)
ex.slip("green and blue are 1; black is 0.", lambda image: only_red(image) | np.uint8([0, 1, 1]))
ex.slip(
    "green and blue are halved; nothing of them should be left: 0.",
    lambda image: (image * [1, 0.5, 0.5]).astype(np.uint8),
)
ex.slip("divided by 255: the red channel stays as it was.", lambda image: image / 255 * [1, 0, 0])

GREY = "this is grey, from all three channels, shown in red: take the red channel alone."
ex.slip(GREY, lambda image: (color.rgb2gray(image)[..., np.newaxis] * [255, 0, 0]).astype(np.uint8))
ex.slip(GREY, lambda image: (image.mean(axis=-1, keepdims=True) * [1, 0, 0]).astype(np.uint8))
ex.slip("this is grey, from all three channels; asked is a colour picture with red alone.", color.rgb2gray)
ex.slip(
    "pixels that are red stayed, others became black: every pixel has some red, and keeps it.",
    lambda image: np.where(image[..., :1] >= image.max(axis=-1, keepdims=True), image, 0),
)


def set_to_0(where):
    """Return an answer that sets some of a copy to 0."""

    def answer(image):
        copy = image.copy()
        copy[where] = 0
        return copy

    return answer


ROWS = "rows were set to 0, not channels: those are the last axis, image[..., 1]."
for rows in (np.s_[1:], np.s_[1:3], 1, 2):
    ex.slip(ROWS, set_to_0(rows))
for cols in (np.s_[:, 1:], np.s_[:, 1:3], np.s_[:, 1], np.s_[:, 2]):
    ex.slip("columns were set to 0, not channels: those are the last axis, image[..., 1].", set_to_0(cols))

ex.wrong("type should be uint8", lambda image: image * np.array([1, 0, 0]))


@ex.wrong("changed the picture")
def in_place(image):
    image[..., 1:] = 0
    return image
