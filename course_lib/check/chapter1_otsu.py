"""Chapter 1, exercises 1.11, 1.12 and 1.14: Otsu's level, and a poster made with it. Each judge is one exercise."""

import itertools

import numpy as np

from .. import data
from ..color import rgb2gray
from ..filters import threshold_otsu
from .legacy import Wrong, as_array, call, compare, exercise
from .pictures import random_grey
from .several import judge_together


def separations(image):
    """Return Otsu's measure for every level of a uint8 picture, from two loops over the definition."""
    values = image.ravel().astype(float)
    result = np.zeros(256)
    for level in range(255):
        low, high = values[values <= level], values[values > level]
        if low.size and high.size:
            result[level] = low.size * high.size * (low.mean() - high.mean()) ** 2
    return result


def _level_mistakes(image, separation):
    """Return (levels, sentence) for the levels that typical slips find."""
    values = image.ravel().astype(float)
    gaps, spreads = np.zeros(256), np.full(256, np.inf)
    for level in range(255):
        low, high = values[values <= level], values[values > level]
        if low.size and high.size:
            gaps[level] = (low.mean() - high.mean()) ** 2
            spreads[level] = low.var() + high.var()
    best, least, mean = np.argmax(separation), values.min(), values.mean()
    counts_on = "the answer counts from the first level that is left, not from 0: add it back."
    used = np.unique(image)
    return [
        ({best + 1}, "one too high: your level is the first one of the bright class. A pixel is bright if it lies above the level."),
        ({best - least}, f"the darkest value was taken for 0: {counts_on}"),
        ({np.argmax(separation[used])}, f"you skipped the empty levels, but {counts_on}"),
        ({np.argmax(gaps)}, "the means are farthest apart here, but the classes' sizes are missing: weigh with both shares."),
        ({np.argmin(np.where(separation > 0, separation, np.inf))}, "here the classes are least apart: look for the largest value, not the smallest."),
        ({int(mean), round(mean)}, f"this is the mean of the picture; {OTSU} Is the difference of the means squared?"),
        ({np.floor(np.median(values))}, f"this is the median of the picture; {OTSU}"),
        ({(least + values.max()) // 2}, "this is the middle between darkest and brightest, which ignores how many pixels there are of each."),
        ({np.argmin(spreads)}, "the two variances were added without the shares of their classes."),
        ({0}, "no level was larger than the first one, 0: print your measure. Does it change with the level, and is it a number?"),
        (set(np.flatnonzero(separation == 0)), "at this level one class is empty. Its mean is 0 / 0, which is nan, and np.argmax takes nan for the largest; or is your difference not squared, and negative?"),
    ]  # fmt: skip


OTSU = "Otsu looks for the level with the largest variance between the classes."


def _judge_level(answer, pictures, extra=()):
    """Judge levels; a mistake is named where it explains those of all pictures. `extra` are more (levels, sentence)."""
    given = [_as_level(call(answer, image)) for image in pictures]
    measures = [separations(image) for image in pictures]
    expected = [set(np.flatnonzero(one >= one.max() * (1 - 1e-9))) for one in measures]
    slips = [
        [*(more(image, one) for more in extra), *_level_mistakes(image, one)]
        for image, one in zip(pictures, measures, strict=True)
    ]
    mistakes = [([levels for levels, _ in cases], cases[0][1]) for cases in zip(*slips, strict=True)]

    def otherwise(case):
        right = min(expected[case])
        found = f"level {given[case]} parts the classes less well than level {right}."
        raise Wrong(found, input=pictures[case], expected=pictures[case] > right, yours=pictures[case] > given[case])

    judge_together(given, expected, mistakes, lambda level, levels: np.floor(level) in levels, otherwise, alone=False)


def _as_level(given):
    given = as_array(given)
    if given.ndim != 0:
        raise Wrong(f"expected one number, the level; got an array of shape {given.shape}.")
    if not np.isfinite(given):
        raise Wrong("the level is not a number: somewhere 0 was divided by 0, where a class holds no pixel.")
    if given > 255:
        raise Wrong(
            "that is far above 255: return the level at which the largest value stands, not the value itself (np.argmax)."
        )
    return given.item()


@exercise(
    "1.11",
    "Write Otsu",
    hints=(
        "For every level: how many pixels lie at or below it, how many above, and what are the means of both?",
        "np.cumsum(counts) counts the pixels up to each level; np.cumsum(counts * levels) sums their values.",
        "Take the level where below * above * (mean_below - mean_above)**2 is largest: np.argmax.",
    ),
    right="no other level sets the two classes farther apart.",
)
def judge_otsu(answer):
    skewed = np.clip(np.random.default_rng(12).normal(60, 12, (40, 40)), 0, 255)
    skewed[:6] += 120
    full = np.arange(256, dtype=np.uint8).reshape(16, 16)
    full[:, 12:] = 250
    # every value occurs in `full`, so a division by an empty class is not judged here: that is exercise 1.12
    every = np.concatenate([full.ravel(), np.arange(256, dtype=np.uint8)]).reshape(16, 32)
    _judge_level(answer, (every, data.coins()[::3, ::3], skewed.astype(np.uint8)))


@exercise(
    "1.12",
    "Why did this Otsu return 0?",
    hints=(
        "Print the separation for a picture without black pixels. What stands in its first places?",
        "0 / 0 is nan, and np.argmax takes the first nan for the largest of all.",
        "Replace nan by 0 before looking for the largest (np.nan_to_num), or use np.nanargmax.",
    ),
    right="an empty class has no mean; its nan no longer wins.",
)
def judge_bug(answer):
    dark_free = np.clip(data.coins()[::3, ::3].astype(int) + 40, 0, 255).astype(np.uint8)
    gap = np.where(random_grey(13, (20, 20)) > 90, 60, 20).astype(np.uint8) + random_grey(14, (20, 20)) // 32
    _judge_level(answer, (dark_free, gap), (_still_zero, _largest, _darkest, _nan_wins))


def _still_zero(image, separation):
    return (
        {0},
        "still 0. Which value does argmax find first: look at the separation for a picture without any black pixel.",
    )


def _largest(image, separation):
    return {255}, "255 puts every pixel below the level: nan was replaced by something that wins. It has to lose."


def _darkest(image, separation):
    return {int(image.min())}, "this is the darkest value of the picture, the first one that is not nan, not the best."


def _nan_wins(image, separation):
    told = "a nan still wins: more than one place holds nan, below the darkest value and from the brightest one on."
    return set(np.flatnonzero(separation == 0)), told


def poster(image):
    """Return the poster that exercise 1.14 asks for."""
    grey = rgb2gray(image)
    mask = grey > threshold_otsu(grey)
    black_white = np.stack([mask] * 3, axis=-1).astype(np.uint8) * 255
    top = np.concatenate([image, 255 - image], axis=1)
    return np.concatenate([top, np.concatenate([image[:, ::-1], black_white], axis=1)], axis=0)


@exercise(
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
def judge_poster(answer):
    for image in (data.coffee()[::4, ::4], data.astronaut()[100:200:2, 150:300:2]):
        expected = poster(image)
        given = as_array(call(answer, image))
        rows, cols = image.shape[:2]
        if given.shape == (rows, 4 * cols, 3) or given.shape == (4 * rows, cols, 3):
            raise Wrong("the four stand in one line: two rows of two are asked for.")
        if given.shape == expected.shape and given.dtype.kind in "uif":
            told = _about_poster(given, image, expected)
            if told:
                raise Wrong(told, expected=expected, yours=given)
        compare(given, expected, image)


QUARTERS = (
    "top left (the picture)",
    "top right (the negative)",
    "bottom left (the mirror image)",
    "bottom right (black and white)",
)


def _about_poster(given, image, expected):
    """Return what is wrong with a poster of the right shape, or None."""
    if _same_part(given, expected / 255):
        return "the values go from 0 to 1: the poster is a uint8 picture, from 0 to 255, as the picture is."
    mine, theirs = _quarters(given), _quarters(expected)
    wrong = [number for number in range(4) if not _same_part(mine[number], theirs[number])]
    if not wrong:
        return None
    if any(all(map(_same_part, mine, others)) for others in itertools.permutations(theirs)):
        return "the four quarters are right, their places are not: picture and negative above, mirror image and black and white below."
    number = wrong[0]
    if _same_part(mine[number] * 255.0, theirs[number]):
        return f"the quarter at the {QUARTERS[number]} holds 0 to 1: in a uint8 picture white is 255."
    for slip, told in _quarter_slips(image, theirs)[number]:
        if _same_part(mine[number], slip):
            return told
    return f"the quarter at the {QUARTERS[number]} differs."


def _quarters(whole):
    rows, cols = whole.shape[0] // 2, whole.shape[1] // 2
    return [whole[r : r + rows, c : c + cols] for r in (0, rows) for c in (0, cols)]


def _quarter_slips(image, theirs):
    """Return (wrong quarter, sentence) pairs for each quarter."""
    mean = image.mean(axis=-1)
    of_mean = np.stack([mean > threshold_otsu(mean)] * 3, axis=-1) * 255
    modulo = "255 - picture is the negative; 256 - picture and -picture are one off, and turn black into black."
    return (
        [(image[..., ::-1], "the channels of the picture are in another order: red, green, blue.")],
        [(image, "the quarter at the top right is the picture itself; asked is its negative: 255 - picture."), (-image, modulo)],
        [(image[::-1], "the bottom left is upside down; asked is a mirror image: left and right change places."),
         (image[::-1, ::-1], "the bottom left is turned by 180 degrees; asked is a mirror image: left and right change places.")],
        [(255 - theirs[3], "the black and white quarter is inverted: bright pixels should be white."),
         (of_mean, "the black and white quarter was made from the mean of the channels; make it grey with rgb2gray.")],
    )  # fmt: skip


def _same_part(a, b):
    return bool(np.allclose(a.astype(float), b.astype(float), atol=1e-3))
