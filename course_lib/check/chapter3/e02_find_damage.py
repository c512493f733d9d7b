"""3.2: a pixel is damaged if all of its channels are white."""

import numpy as np

from ... import color, filters
from ..answers import as_array
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
        image[11, 8:10] = 0
        yield image
    yield random_colour(35, (6, 4)).clip(0, 200)  # no damage at all
    corner = random_colour(36, (5, 9))
    corner[-1, -1] = corner[1:4, 2:5] = 255  # a single pixel, and some
    yield corner


ex = exercise(
    "3.2",
    "Find the damage",
    cases=damaged_pictures,
    hints=(
        "image == 255 compares every number. What is the shape of the result for a colour picture, and what is the shape of a mask?",
        "A pixel is damaged if all three of its channels are 255: .all(axis=...) makes one True or False of all those along an axis.",
        "The channels are the last axis, -1: compare first, then .all(axis=-1).",
    ),
    right="all three channels at 255, one True or False for each pixel.",
)


@ex.right
def damaged_pixels(image):
    return (image == 255).all(axis=-1)


ex.right(lambda image: image.min(axis=-1) == 255)
ex.right(lambda image: image.astype(int).sum(axis=-1) == 765)


@ex.notice
def is_no_mask(given, image):
    given = as_array(given)
    if given.dtype.kind in "uif" and np.array_equal(given != 0, damaged_pixels(image)):
        return f"the right pixels, but as {given.dtype} numbers; a mask holds True and False: compare, for example with > 0."
    return None


@ex.notice
def takes_nearly_white(given, image):
    given, right = as_array(given), damaged_pixels(image)
    if given.dtype != bool or given.shape != right.shape or (right & ~given).any():
        return None
    more = image[given & ~right]
    if len(more) and more.min() > 128:
        return f"this also marks pixels that are nearly white, or bright, as {more[0].tolist()}; damage is exactly 255 in all three channels."
    return None


ex.wrong("nearly white", lambda image: image.mean(axis=-1) > 250)
ex.wrong("nearly white", lambda image: (image > 250).all(axis=-1))
ex.wrong("nearly white", lambda image: image.min(axis=-1) >= 254)
ex.wrong("nearly white", lambda image: image.astype(int).sum(axis=-1) >= 764)

ex.slip("inverted: True should mark the damage.", lambda image: ~damaged_pixels(image))
ex.slip(
    "this still has three channels: join them into one True or False for each pixel.",
    lambda image: image == 255,
    by_shape=True,
)
ex.slip(
    "this also marks pixels with one channel at 255, such as pure yellow: all three must be.",
    lambda image: (image == 255).any(axis=-1),
)
ex.slip(
    "this also marks pixels with two channels at 255, such as pure yellow: all three must be.",
    lambda image: (image == 255).sum(axis=-1) >= 2,
)
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
    "in uint8 the sum of three numbers wraps around: 100 + 100 + 53 is 253, and so is 255 + 255 + 255.",
    lambda image: image[..., 0] + image[..., 1] + image[..., 2] == 253,
)
ex.slip(
    "nothing is marked. Damage is 255 in each channel. (And sums of uint8 numbers wrap around at 256: none is 765.)",
    lambda image: image[..., 0] + image[..., 1] + image[..., 2] == 765,
)
ex.slip("this marks what is not 0 in any channel: compare with 255 before you join.", lambda image: image.all(axis=-1))
ex.slip(
    "these are the places of the damage, row and column; a mask has True or False at each pixel.",
    lambda image: np.argwhere(damaged_pixels(image)),
)
ex.slip(
    "these are the damaged pixels themselves; a mask says at each pixel whether it is one of them.",
    lambda image: image[damaged_pixels(image)],
)
ex.slip(
    "this is one answer for each channel of the whole picture; asked is one for each pixel: .all(axis=-1).",
    lambda image: (image == 255).all(axis=(0, 1)),
    by_shape=True,
)
ex.slip("these are the channels at 255, in one row; asked is a mask of the pixels.", lambda image: image[image == 255])
ex.slip("this marks pixels with no channel at 255: ask for == 255, in all.", lambda image: (image < 255).all(axis=-1))
ex.slip(
    "the sum of the three channels is asked whether it reaches 255; white is 255 in each, 765 in all.",
    lambda image: image.sum(axis=-1) >= 255,
)
ex.slip("this marks black, not white.", lambda image: (image == 0).all(axis=-1))
ex.slip(
    "this marks pixels with three equal channels, all greys: ask for 255.",
    lambda image: (image[..., 0] == image[..., 1]) & (image[..., 1] == image[..., 2]),
)


@ex.slip("the damage was looked for in the first picture only: ask image itself.")
def places_of_the_first(image):
    mask = np.zeros(image.shape[:2], bool)
    mask[3:6, 2:9] = True
    return mask


ex.wrong("as int64 numbers", lambda image: damaged_pixels(image).astype(np.int64))
ex.slip("cut at Otsu's level, all bright pixels are marked: damage is exactly 255 in all three channels.")(
    lambda image: color.rgb2gray(image) > filters.threshold_otsu(color.rgb2gray(image))
)
