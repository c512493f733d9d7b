"""1.14: four pictures in one: as it is, its negative, its mirror image, and black and white."""

import itertools

import numpy as np

from ... import color, data, filters, util
from ..answers import Wrong, as_array, call
from ..exercise import exercise
from ._poster_parts import OTHER_LEVEL, PART_SLIPS, PARTS, cut_elsewhere, doubtful

ex = exercise(
    "1.14",
    "Reproduce this picture",
    hints=(
        "How does each quarter come from the picture at the top left? Which of them can you make in one line?",
        "np.concatenate([left, right], axis=1) sets pictures side by side, axis=0 one above the other.",
        "The black and white quarter: rgb2gray, threshold_otsu, the mask times 255 in three uint8 channels (np.stack).",
    ),
    right="flips, negatives, grey, Otsu and channels, all in one picture.",
    cases=lambda: [data.coffee()[::2, ::2]],  # what look shows
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


@ex.right
def with_whole_numbers(image):
    grey = util.img_as_ubyte(color.rgb2gray(image))
    black_and_white = np.where(grey > filters.threshold_otsu(grey), 255, 0).astype(np.uint8)
    return np.vstack([np.hstack([image, ~image]), np.hstack([image[:, ::-1], np.dstack([black_and_white] * 3)])])


@ex.right
def in_place_of_black(image):
    rows, cols = image.shape[:2]
    whole = np.zeros((2 * rows, 2 * cols, 3), np.uint8)
    whole[:rows, :cols], whole[:rows, cols:], whole[rows:, :cols] = image, 255 - image, image[:, ::-1]
    grey = (color.rgb2gray(image) * 255).astype(np.uint8)
    whole[rows:, cols:][grey > filters.threshold_otsu(grey)] = 255
    return whole


def of_four(parts):
    """Return an answer that makes four parts and sets them in two rows of two."""
    return lambda image: np.vstack([np.hstack([part(image) for part in parts[n : n + 2]]) for n in (0, 2)])


def with_part(number, part):
    """Return an answer in which one of the four is another one."""
    parts = list(PARTS.values())
    return of_four([*parts[:number], part, *parts[number + 1 :]])


ONE_LINE = "the four stand in one line: two rows of two are asked for."
SHARES = "the values go from 0 to 1: the poster is a uint8 picture, from 0 to 255, as the picture is."
PLACES = "the four quarters are right, their places are not: picture and negative above, mirror image and black and white below."
BLOCK = "the last axis holds channels, and must stay 3 long: np.hstack sets pictures side by side, np.vstack one above the other."
PILED = "the four lie in an array of more axes: np.concatenate sets pictures side by side, np.array piles them up."
TWO = "there are two pictures, and four are asked for: set two such rows one above the other."
SINGLE = (
    "the poster is as large as the picture; asked is one twice as high and twice as wide, every quarter at full size."
)
HARD = "the poster has the size of another picture: it is made from the one that is given."


@ex.judge
def judge(answer):
    for image in (data.coffee()[:201:4, ::4], data.astronaut()[100:200:2, 150:300:2]):
        given, expected = as_array(call(answer, image)), poster(image)
        if given.shape != expected.shape:
            raise Wrong(what_shape(given.shape, *image.shape), expected=expected)
        told = what_differs(given, image)
        if told:
            raise Wrong(told, expected=expected, yours=given)
        if given.dtype != np.uint8:
            raise Wrong(f"the values are right, but their type should be uint8, yours is {given.dtype}.")


def what_shape(shape, rows, cols, channels):
    """Say what the shape of a poster tells, where it is not the right one."""
    if shape in ((rows, 4 * cols, channels), (4 * rows, cols, channels)):
        return ONE_LINE
    if len(shape) == 3 and shape[2] in (2 * channels, 4 * channels):
        return BLOCK
    if len(shape) > 3:
        return PILED
    if shape in ((rows, 2 * cols, channels), (2 * rows, cols, channels)):
        return TWO
    if shape == (rows, cols, channels):
        return SINGLE
    if len(shape) == 3 and min(shape[:2]) > 4 * rows:
        return HARD
    return f"the shape should be {(2 * rows, 2 * cols, channels)}, twice as high and twice as wide; yours has {shape}."


def what_differs(given, image):
    """Return what is wrong with a poster of the right shape, or None."""
    if same(given, poster(image) / 255):
        return SHARES
    mine, asked = quarters(given), [part(image) for part in PARTS.values()]
    number = next((n for n in range(4) if not same(mine[n] if n < 3 else settled(mine[n], image), asked[n])), None)
    if number is None:
        return None
    if any(all(map(same, mine, others)) for others in itertools.permutations(asked)):
        return PLACES
    place = list(PARTS)[number]
    if same(mine[number] * 255.0, asked[number]):
        return f"the quarter at the {place} holds 0 to 1: in a uint8 picture white is 255."
    if number == 3 and cut_elsewhere(mine[3], image):
        return OTHER_LEVEL
    slips = (told for n, told, part in PART_SLIPS if n == number and same(mine[n], part(image)))
    return next(slips, f"the quarter at the {place} differs: {where(mine[number], asked[number])}")


def settled(quarter, image):
    """Return a quarter in which pixels that lie nearly at Otsu's level are black or white as in ours."""
    black_or_white = np.isin(quarter, (0, 255)).all(axis=-1) & (np.ptp(quarter, axis=-1) == 0)
    free = (doubtful(image) & black_or_white)[..., np.newaxis]
    return np.where(free, PARTS["bottom right (black and white)"](image), quarter)


def where(mine, asked):
    """Name one pixel in which two quarters differ."""
    differ = np.abs(mine.astype(float) - asked).max(axis=-1)
    row, col = np.unravel_index(np.argmax(differ != 0), differ.shape)
    share = (differ != 0).mean()
    return f"in {share:.0%} of its pixels; at its row {row}, column {col} asked is {asked[row, col].tolist()}, yours is {mine[row, col].tolist()}."


def quarters(whole):
    rows, cols = whole.shape[0] // 2, whole.shape[1] // 2
    return [whole[r : r + rows, c : c + cols] for r in (0, rows) for c in (0, cols)]


def same(a, b):
    return bool(np.allclose(a.astype(float), b.astype(float), atol=1e-3))


for number, sentence, part in PART_SLIPS:
    ex.slip(sentence, with_part(number, part))

ALL = list(PARTS.values())
ex.slip(ONE_LINE, lambda image: np.hstack([part(image) for part in ALL]))
ex.slip(ONE_LINE, lambda image: np.vstack([part(image) for part in ALL]))
ex.slip(SHARES, lambda image: poster(image) / 255)
ex.slip(PLACES, of_four(ALL[::-1]))
ex.slip(PLACES, of_four([ALL[0], ALL[2], ALL[1], ALL[3]]))
ex.slip(PILED, lambda image: np.array([part(image) for part in ALL]))
ex.slip(BLOCK, lambda image: np.block([[image, 255 - image], [image[:, ::-1], image]]))
ex.slip(BLOCK, lambda image: np.dstack([part(image) for part in ALL]))
ex.slip(TWO, lambda image: np.hstack([image, 255 - image]))
ex.slip(SINGLE, lambda image: poster(image)[::2, ::2][: len(image), : image.shape[1]])
ex.slip(HARD, lambda image: poster(data.coffee()))

ex.wrong("(the negative) holds 0 to 1", with_part(1, lambda image: 1 - image / 255))
ex.wrong("white) holds 0 to 1", with_part(3, lambda image: ALL[3](image) // 255))
ex.wrong("white) differs: in", with_part(3, lambda image: image))
ex.wrong("picture) differs", lambda image: np.full_like(poster(image), np.nan, float))
ex.wrong("type should be uint8", lambda image: poster(image).astype(float))
ex.wrong("twice as wide; yours has", lambda image: poster(image)[..., 0])
