"""1.7: room first, then the sum, then cut off what left the range."""

import numpy as np

from ..exercise import exercise
from ..pictures import grey_pictures, random_colour


def pictures_and_amounts():
    return [(image, amount) for image in (*grey_pictures(), random_colour(8)) for amount in (60, -60, 90)]


ex = exercise(
    "1.7",
    "Brighter, without overflow",
    cases=pictures_and_amounts,
    hints=(
        "image + 60 in uint8 turns 200 into 4. Make room first, then add.",
        "image.astype(int) has room; np.clip(…, 0, 255) cuts off what is too large or too small.",
        "The result should be a uint8 picture again: .astype(np.uint8) comes last.",
    ),
    right="what would leave the range stops at black or white, and the type is uint8 again.",
)


@ex.right
def brighten(image, amount):
    return np.clip(image.astype(int) + amount, 0, 255).astype(np.uint8)


ex.right(lambda image, amount: np.clip(image.astype(float) + amount, 0, 255).astype(np.uint8))
ex.right(lambda image, amount: np.clip(image.astype(np.int16) + amount, 0, 255).astype(np.uint8))
ex.right(lambda image, amount: np.minimum(np.maximum(image + np.int64(amount), 0), 255).astype(np.uint8))


def wide(image, amount):
    return image.astype(int) + amount


TURNED_DARK = "bright pixels turned dark: the sum overflowed in uint8 before it could be cut off. Make room first."
ex.slip(
    "with a negative amount dark pixels turned bright: what falls below 0 has to stop at 0, before it is uint8 again.",
    lambda image, amount: np.minimum(wide(image, amount), 255).astype(np.uint8),
)
ex.slip(TURNED_DARK, lambda image, amount: wide(image, amount).astype(np.uint8))
ex.slip(TURNED_DARK, lambda image, amount: np.maximum(wide(image, amount), 0).astype(np.uint8))
ex.slip(
    "some values lie above 255: cut off at both ends, np.clip(…, 0, 255).",
    lambda image, amount: np.maximum(wide(image, amount), 0),
)
ex.slip("some values lie outside 0 to 255: cut them off with np.clip.", wide)

UNSCALED = "everything is white or black: the picture was scaled to 0 to 1, the amount was not."
ex.slip(UNSCALED, lambda image, amount: np.clip(image / 255 + amount, 0, 1))
ex.slip(UNSCALED, lambda image, amount: (np.clip(image / 255 + amount, 0, 1) * 255).astype(np.uint8))
ex.slip(
    "multiplying changes bright pixels more than dark ones: add the amount.",
    lambda image, amount: np.clip(image * (1 + amount / 255), 0, 255).astype(np.uint8),
)
ex.slip(
    "a negative amount made the picture brighter: add it as it is.", lambda image, amount: brighten(image, abs(amount))
)
ex.slip("the amount was subtracted: add it.", lambda image, amount: brighten(image, -amount))
ex.slip("this is the picture as it was.", lambda image, amount: image)
for number in (60, 90):
    ex.slip(
        "the amount that is given was not used: add amount, not a number of your own.",
        lambda image, amount, number=number: brighten(image, number),
    )


@ex.slip("the result was stretched to 0 to 255: that changes the contrast. Cut off with np.clip instead.")
def stretched(image, amount):
    values = wide(image, amount)
    return ((values - values.min()) / (values.max() - values.min()) * 255).astype(np.uint8)


ex.wrong("type should be uint8", lambda image, amount: np.clip(wide(image, amount), 0, 255))
ex.wrong("turned dark", lambda image, amount: image + amount)  # which stops where the amount is negative
