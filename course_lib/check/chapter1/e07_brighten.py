"""1.7: room first, then the sum, then cut off what left the range."""

import numpy as np

from ..exercise import exercise
from ..pictures import grey_pictures, random_colour


def pictures_and_amounts():
    """Return pictures with amounts that go beyond both ends, and every value with the largest ones, 1 and 0."""
    pairs = [(image, amount) for image in (*grey_pictures(), random_colour(8)) for amount in (60, -60, 90)]
    every = np.arange(256, dtype=np.uint8).reshape(8, 32)
    return [*pairs, *((every, amount) for amount in (255, -255, 1, -1, 0, 128))]


ex = exercise(
    "1.7",
    "Brighter, without overflow",
    cases=pictures_and_amounts,
    hints=(
        "image + 60 in uint8 turns 200 into 4. What has to come before the sum, and what after it?",
        "image.astype(int) has room; np.clip(…, 0, 255) cuts off what is too large or too small.",
        "Room, sum, clip; and a uint8 picture again: .astype(np.uint8) comes last.",
    ),
    right="what would leave the range stops at black or white, and the type is uint8 again.",
)


@ex.right
def brighten(image, amount):
    return np.clip(image.astype(int) + amount, 0, 255).astype(np.uint8)


ex.right(lambda image, amount: np.clip(image.astype(float) + amount, 0, 255).astype(np.uint8))
ex.right(lambda image, amount: np.clip(image.astype(np.int16) + amount, 0, 255).astype(np.uint8))
ex.right(lambda image, amount: np.minimum(np.maximum(image + np.int64(amount), 0), 255).astype(np.uint8))
ex.right(lambda image, amount: brighten(np.arange(256, dtype=np.uint8), amount)[image])


def wide(image, amount):
    return image.astype(int) + amount


def after_sum(change, dtype=np.uint8):
    """Return an answer that has room for the sum, and then changes it."""
    return lambda image, amount: change(wide(image, amount)).astype(dtype)


TURNED_DARK = "bright pixels turned dark: the sum overflowed in uint8 before it could be cut off. Make room first."
ex.slip(
    "with a negative amount dark pixels turned bright: what falls below 0 has to stop at 0, before it is uint8 again.",
    after_sum(lambda total: np.minimum(total, 255)),
)
ex.slip(TURNED_DARK, after_sum(lambda total: total))
ex.slip(TURNED_DARK, after_sum(lambda total: np.maximum(total, 0)))
OUTSIDE = "some values lie outside 0 to 255: cut them off at both ends, np.clip(…, 0, 255)."
ex.slip(OUTSIDE, wide)
ex.slip(OUTSIDE, after_sum(lambda total: np.maximum(total, 0), int))
ex.slip("int8 holds -128 to 127 only: pixels from 128 on became negative. Take int.")(
    lambda image, amount: np.clip(image.astype(np.int8).astype(int) + amount, 0, 255).astype(np.uint8)
)
ex.slip(
    "the result went through int8, which holds -128 to 127 only: .astype(np.uint8) comes last.",
    after_sum(lambda total: np.clip(total, 0, 255), np.int8),
)

UNSCALED = "everything is white or black: the picture was scaled to 0 to 1, the amount was not."
ex.slip(UNSCALED, lambda image, amount: np.clip(image / 255 + amount, 0, 1))
ex.slip(UNSCALED, lambda image, amount: (np.clip(image / 255 + amount, 0, 1) * 255).astype(np.uint8))
SHARES = "these are floats from 0 to 1; asked is a uint8 picture, from 0 to 255."
ex.slip(SHARES, lambda image, amount: np.clip(image / 255 + amount / 255, 0, 1))
ex.slip(SHARES, lambda image, amount: brighten(image, amount) / 255)
ex.slip(
    "everything is 0 or 1: white is 255 in a uint8 picture, np.clip(…, 0, 255).",
    after_sum(lambda total: np.clip(total, 0, 1)),
)
ex.slip("everything is 255: minimum(…, 255) cuts off above, maximum(…, 0) below. Yours are exchanged.")(
    lambda image, amount: np.full_like(image, 255)
)
ex.slip("everything is 0: np.clip takes the lower end first, 0, 255.", lambda image, amount: np.zeros_like(image))
ex.slip(
    "nothing is white, 255: it is the largest value, and may occur.", after_sum(lambda total: np.clip(total, 0, 254))
)
ex.slip(
    "nothing is black, 0: it is the smallest value, and may occur.", after_sum(lambda total: np.clip(total, 1, 255))
)
ex.slip("% 255 starts again at 0; what is too large should stop at 255.", after_sum(lambda total: total % 255))
ex.slip(
    "what is larger than 255 became 0 (256 is 0 in uint8, too): it should stop at 255.",
    after_sum(lambda total: np.where((total < 0) | (total > 255), 0, total)),
)
ex.slip(
    "what fell below 0 came back as a positive number: it should stop at 0.",
    after_sum(lambda total: np.clip(abs(total), 0, 255)),
)
ex.slip("pixels that would leave the range were left as they were: they should stop at 0 or 255.")(
    lambda image, amount: np.where(
        (wide(image, amount) < 0) | (wide(image, amount) > 255), image, brighten(image, amount)
    )
)
ex.slip(
    "what fell below 0 became white; it should stop at 0. (uint16 has no negative numbers: take int.)",
    after_sum(lambda total: np.minimum(total.astype(np.uint16), 255)),
)
ex.slip(
    "cut off at the darkest and the brightest value of this picture: the range is 0 to 255.",
    lambda image, amount: np.clip(wide(image, amount), image.min(), image.max()).astype(np.uint8),
)
ex.slip(
    "multiplying changes bright pixels more than dark ones: add the amount.",
    lambda image, amount: np.clip(image * (1 + amount / 255), 0, 255).astype(np.uint8),
)
ex.slip(
    "multiplied by the amount: add it.",
    lambda image, amount: np.clip(image.astype(int) * amount, 0, 255).astype(np.uint8),
)
ex.slip(
    "a negative amount made the picture brighter: add it as it is.", lambda image, amount: brighten(image, abs(amount))
)
ex.slip("a negative amount changed nothing: add it as it is.", lambda image, amount: brighten(image, max(amount, 0)))
ex.slip("the amount was subtracted: add it.", lambda image, amount: brighten(image, -amount))
ex.slip("the picture was subtracted from the amount: add the amount to it.")(
    lambda image, amount: np.clip(amount - image.astype(int), 0, 255).astype(np.uint8)
)
ex.slip("half of the amount was added.", lambda image, amount: brighten(image, amount // 2))
ex.slip("the amount was added twice.", lambda image, amount: brighten(image, 2 * amount))
ex.slip("this is the picture as it was.", lambda image, amount: image)
for number in (60, 90, 50, 100):
    ex.slip(
        "the amount that is given was not used: add amount, not a number of your own.",
        lambda image, amount, number=number: brighten(image, number),
    )


@ex.slip("only red changed in the colour picture: add the amount to all channels.")
def red_alone(image, amount):
    if image.ndim == 2:
        return brighten(image, amount)
    return np.concatenate([brighten(image[..., :1], amount), image[..., 1:]], axis=-1)


@ex.slip("the result was stretched to 0 to 255: that changes the contrast. Cut off with np.clip instead.")
def stretched(image, amount):
    values = wide(image, amount)
    return ((values - values.min()) / (values.max() - values.min()) * 255).astype(np.uint8)


ex.wrong("type should be uint8", lambda image, amount: np.clip(wide(image, amount), 0, 255))
ex.wrong("turned dark", lambda image, amount: image + amount)  # which stops where the amount is negative
ex.slip("int8 holds -128 to 127 only: pixels from 128 on became negative. Take int.")(
    lambda image, amount: np.clip(image.astype(np.int8) + amount, 0, 255).astype(np.uint8)
)
ex.slip(
    "white and black are exchanged where the range ends: what is too large should stop at 255, too small at 0.",
    after_sum(lambda total: np.where(total > 255, 0, np.where(total < 0, 255, total))),
)
ex.slip(
    "some are 1 too dark: through / 255 and * 255 decimals come up, and .astype(np.uint8) cuts them off. Add whole numbers.",
    lambda image, amount: (np.clip(image / 255 + amount / 255, 0, 1) * 255).astype(np.uint8),
)
ex.slip(
    "two things: the amount was subtracted, and what left the range started again at its other end. Add, in int, and cut off.",
    lambda image, amount: (image.astype(int) - amount).astype(np.uint8),
)
ex.slip(
    "nothing is black, 0, or white, 255: they are the ends of the range, and may occur.",
    after_sum(lambda total: np.clip(total, 1, 254)),
)
