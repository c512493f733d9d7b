"""3.2: a pixel is damaged if all of its channels are white."""

import numpy as np

from ..exercise import exercise
from ..pictures import random_colour

NAMES = "red", "green", "blue"


def damaged_pictures():
    for seed, top, left in ((33, 3, 2), (34, 1, 6)):
        image = random_colour(seed, (12, 15))
        image[top : top + 3, left : left + 7] = 255
        for col, fallen in enumerate(((0,), (1,), (2,), (1, 2), (0, 2), (0, 1))):
            image[8, 2 * col : 2 * col + 2] = 255  # white but for one or two channels: yellow, magenta, red, ...
            image[8, 2 * col : 2 * col + 2, fallen] = 90
        image[9, 4:7] = [254, 254, 254]
        image[10, 4:7] = [255, 255, 254]
        image[11, 4:7] = [100, 100, 53]  # in uint8, the sum of these is the sum of three times 255
        yield image


ex = exercise(
    "3.2",
    "Find the damage",
    cases=damaged_pictures,
    hints=(
        "image == 255 compares every number. What shape has the result for a colour picture?",
        "A pixel is damaged if all three of its channels are 255: .all(axis=...) joins an axis.",
        "The channels are the last axis: (image == 255).all(axis=-1).",
    ),
    right="all three channels at 255, one True or False for each pixel.",
)


@ex.right
def damaged_pixels(image):
    return (image == 255).all(axis=-1)


ex.right(lambda image: image.min(axis=-1) == 255)
ex.right(lambda image: image.astype(int).sum(axis=-1) == 765)

ex.slip("inverted: True should mark the damage.", lambda image: ~damaged_pixels(image))
ex.slip(
    "this mask still has three channels: join them into one True or False for each pixel.",
    lambda image: image == 255,
    by_shape=True,
)
ex.slip(
    "this also marks pixels with one channel at 255, such as pure yellow: all three must be.",
    lambda image: (image == 255).any(axis=-1),
)
ex.slip("nearly white counts too with this rule; the damage is exactly 255.", lambda image: image.mean(axis=-1) > 250)
for c, name in enumerate(NAMES):
    ex.slip(f"this looks at the {name} channel only.", lambda image, c=c: image[..., c] == 255)
    ex.slip(
        f"the {name} channel is not looked at: a pixel that misses white there alone is not damaged.",
        lambda image, c=c: (np.delete(image, c, axis=-1) == 255).all(axis=-1),
    )
for axis in (0, 1):
    ex.slip(
        "the wrong axis was joined: the channels are the last one, -1.",
        lambda image, axis=axis: (image == 255).all(axis=axis),
        by_shape=True,
    )
ex.slip(
    "this is one answer for the whole picture: .all(axis=...) asks at each pixel.",
    lambda image: (image == 255).all(),
    by_shape=True,
)
ex.slip(
    "nothing is marked. Damage is 255 in each channel. (And sums of uint8 numbers wrap around at 256: none is 765.)",
    lambda image: image[..., 0] + image[..., 1] + image[..., 2] == 765,
)

ex.wrong("differ", lambda image: image.astype(int).sum(axis=-1) >= 764)
ex.wrong("differ", lambda image: image[..., 0] + image[..., 1] + image[..., 2] == 253)
ex.wrong("True and False", lambda image: damaged_pixels(image).astype(int))
ex.wrong("differ", lambda image: damaged_pixels(next(damaged_pictures())))  # where the first picture has it
