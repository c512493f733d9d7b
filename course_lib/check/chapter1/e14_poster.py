"""1.14: four pictures in one: as it is, its negative, its mirror image, and black and white."""

import itertools

import numpy as np

from ... import color, data, filters, util
from ..answers import Wrong, as_array, call
from ..compare import Arrays
from ..exercise import exercise

ex = exercise(
    "1.14",
    "Reproduce this picture",
    hints=(
        "Four quarters: the picture, its negative, its mirror image, and the picture cut at Otsu's level.",
        "np.concatenate([left, right], axis=1) sets pictures side by side, axis=0 one above the other.",
        "The black and white quarter: rgb2gray, threshold_otsu, the mask times 255 in three uint8 channels (np.stack).",
    ),
    right="flips, negatives, grey, Otsu and channels, all in one picture.",
    target=lambda: poster(data.coffee()[::2, ::2]),
)


@ex.right
def poster(image):
    grey = color.rgb2gray(image)
    mask = grey > filters.threshold_otsu(grey)
    black_and_white = np.stack([mask] * 3, axis=-1).astype(np.uint8) * 255
    top = np.concatenate([image, util.invert(image)], axis=1)
    bottom = np.concatenate([np.fliplr(image), black_and_white], axis=1)
    return np.concatenate([top, bottom], axis=0)


def in_black_and_white(image, white=255, invert=False, grey=color.rgb2gray):
    values = grey(image)
    mask = (values > filters.threshold_otsu(values)) ^ invert
    return np.stack([mask] * 3, axis=-1).astype(np.uint8) * np.uint8(white)


PARTS = {  # what belongs where, from left to right and from top to bottom
    "top left (the picture)": lambda image: image,
    "top right (the negative)": lambda image: 255 - image,
    "bottom left (the mirror image)": lambda image: image[:, ::-1],
    "bottom right (black and white)": in_black_and_white,
}


def of_four(parts):
    """Return an answer that makes four parts and sets them in two rows of two."""
    return lambda image: np.vstack([np.hstack([part(image) for part in parts[n : n + 2]]) for n in (0, 2)])


def with_part(number, part):
    """Return an answer in which one of the four is another one."""
    parts = list(PARTS.values())
    return of_four([*parts[:number], part, *parts[number + 1 :]])


ex.right(with_part(1, lambda image: ~image))

ONE_LINE = "the four stand in one line: two rows of two are asked for."
SHARES = "the values go from 0 to 1: the poster is a uint8 picture, from 0 to 255, as the picture is."
PLACES = "the four quarters are right, their places are not: picture and negative above, mirror image and black and white below."
PART_SLIPS = (
    (0, "the channels of the picture are in another order: red, green, blue.", lambda image: image[..., ::-1]),
    (
        1,
        "the quarter at the top right is the picture itself; asked is its negative: 255 - picture.",
        lambda image: image,
    ),
    (
        1,
        "255 - picture is the negative; 256 - picture and -picture are one off, and turn black into black.",
        lambda image: -image,
    ),
    (2, "the bottom left is the picture itself; asked is a mirror image.", lambda image: image),
    (2, "the bottom left is upside down; asked is a mirror image: left and right change places.", np.flipud),
    (
        2,
        "the bottom left is turned by 180 degrees; asked is a mirror image: left and right change places.",
        lambda image: image[::-1, ::-1],
    ),
    (
        3,
        "the black and white quarter is inverted: bright pixels should be white.",
        lambda image: in_black_and_white(image, invert=True),
    ),
    (
        3,
        "the black and white quarter was made from the mean of the channels; make it grey with rgb2gray.",
        lambda image: in_black_and_white(image, grey=lambda image: image.mean(axis=-1)),
    ),
    (
        3,
        "the quarter at the bottom right is grey: white where it lies above Otsu's level, black elsewhere.",
        lambda image: np.stack([util.img_as_ubyte(color.rgb2gray(image))] * 3, axis=-1),
    ),
)


@ex.judge
def judge(answer):
    for image in (data.coffee()[::4, ::4], data.astronaut()[100:200:2, 150:300:2]):
        given, expected = as_array(call(answer, image)), poster(image)
        rows, cols = image.shape[:2]
        if given.shape in ((rows, 4 * cols, 3), (4 * rows, cols, 3)):
            raise Wrong(ONE_LINE)
        if given.shape == expected.shape:
            told = what_differs(given, image)
            if told:
                raise Wrong(told, expected=expected, yours=given)
        if not Arrays().accepts(given, expected):
            Arrays().complain(given, expected, (image,))


def what_differs(given, image):
    """Return what is wrong with a poster of the right shape, or None."""
    if same(given, poster(image) / 255):
        return SHARES
    mine, asked = quarters(given), [part(image) for part in PARTS.values()]
    number = next((n for n in range(4) if not same(mine[n], asked[n])), None)
    if number is None:
        return None
    if any(all(map(same, mine, others)) for others in itertools.permutations(asked)):
        return PLACES
    place = list(PARTS)[number]
    if same(mine[number] * 255.0, asked[number]):
        return f"the quarter at the {place} holds 0 to 1: in a uint8 picture white is 255."
    slips = (told for n, told, part in PART_SLIPS if n == number and same(mine[n], part(image)))
    return next(slips, f"the quarter at the {place} differs.")


def quarters(whole):
    rows, cols = whole.shape[0] // 2, whole.shape[1] // 2
    return [whole[r : r + rows, c : c + cols] for r in (0, rows) for c in (0, cols)]


def same(a, b):
    return bool(np.allclose(a.astype(float), b.astype(float), atol=1e-3))


for number, sentence, part in PART_SLIPS:
    ex.slip(sentence, with_part(number, part))

ex.slip(ONE_LINE, lambda image: np.hstack([part(image) for part in PARTS.values()]))
ex.slip(ONE_LINE, lambda image: np.vstack([part(image) for part in PARTS.values()]))
ex.slip(SHARES, lambda image: poster(image) / 255)
ex.slip(PLACES, of_four(list(PARTS.values())[::-1]))

ex.wrong("(the negative) holds 0 to 1", with_part(1, lambda image: 1 - image / 255))
ex.wrong("white) holds 0 to 1", with_part(3, lambda image: in_black_and_white(image, white=1)))
ex.wrong("white) differs", with_part(3, lambda image: image))
ex.wrong("picture) differs", lambda image: np.full_like(poster(image), np.nan, float))
ex.wrong("type should be uint8", lambda image: poster(image).astype(float))
ex.wrong("shape", lambda image: poster(image)[: image.shape[0]])
