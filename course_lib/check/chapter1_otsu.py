"""Chapter 1, exercises 1.11, 1.12 and 1.14: Otsu's level, and a poster made with it. Each judge is one exercise."""

import numpy as np

from .. import data
from ..color import rgb2gray
from ..filters import threshold_otsu
from .legacy import Wrong, as_array, call, compare, exercise
from .pictures import random_grey


def separations(image):
    """Return Otsu's measure for every level of a uint8 picture, from two loops over the definition."""
    values = image.ravel().astype(float)
    result = np.zeros(256)
    for level in range(255):
        low, high = values[values <= level], values[values > level]
        if low.size and high.size:
            result[level] = low.size * high.size * (low.mean() - high.mean()) ** 2
    return result


def _level_mistakes(image):
    values = image.ravel().astype(float)
    separation = separations(image)
    gaps = np.zeros(256)
    spreads = np.full(256, np.inf)
    for level in range(255):
        low, high = values[values <= level], values[values > level]
        if low.size and high.size:
            gaps[level] = (low.mean() - high.mean()) ** 2
            spreads[level] = low.var() + high.var()
    mean = "this is the mean of the picture; Otsu looks for the level with the largest variance between the classes."
    mistakes = [
        (
            np.argmax(separation) + 1,
            "one too high: your level is the first one of the bright class. A pixel is bright if it lies above the level.",
        ),
        (
            np.argmax(gaps),
            "the means are farthest apart here, but the classes' sizes are missing: weigh with both shares.",
        ),
        (
            np.argmin(np.where(separation > 0, separation, np.inf)),
            "here the classes are least apart: look for the largest value, not the smallest.",
        ),
        (values.mean(), mean),
        (round(values.mean()), mean),
        (
            np.median(values),
            "this is the median of the picture; Otsu looks for the level with the largest variance between the classes.",
        ),
        (
            (values.min() + values.max()) // 2,
            "this is the middle between darkest and brightest, which ignores how many pixels there are of each.",
        ),
        (np.argmin(spreads), "the two variances were added without the shares of their classes."),
    ]
    return {int(level): sentence for level, sentence in reversed(mistakes)}  # where two agree, the first is told


def _judge_level(answer, pictures, extra=None):
    for image in pictures:
        given = as_array(call(answer, image))
        if given.ndim != 0:
            raise Wrong(f"expected one number, the level; got an array of shape {given.shape}.")
        if given > 255 and np.isfinite(given):
            raise Wrong(
                "that is far above 255: return the level at which the largest value stands, not the value itself (np.argmax)."
            )
        if not np.isfinite(given):
            raise Wrong("the level is not a number: somewhere 0 was divided by 0, where a class holds no pixel.")
        separation = separations(image)
        level = int(np.floor(given))
        if not 0 <= given <= 255 or separation[level] < separation.max() * (1 - 1e-9):
            told = _level_mistakes(image) | (extra or {})
            given = given.item()
            generic = f"level {given} parts the classes less well than level {int(np.argmax(separation))}."
            raise Wrong(
                told.get(level, generic), input=image, expected=image > np.argmax(separation), yours=image > given
            )


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
    gap = np.where(random_grey(13, (20, 20)) > 90, 190, 70).astype(np.uint8) + random_grey(14, (20, 20)) // 32
    lowest = int(dark_free.min())
    every = range(256)
    nan_wins = "a nan still wins: more than one place holds nan, below the darkest value and from the brightest one on."
    extra = {level: nan_wins for level in every if not separations(dark_free)[level]} | {
        0: "still 0. Which value does argmax find first: look at the separation for a picture without any black pixel.",
        255: "255 puts every pixel below the level: nan was replaced by something that wins. It has to lose.",
        lowest: "this is the darkest value of the picture, the first one that is not nan, not the best.",
    }
    shifted = int(np.argmax(separations(dark_free))) - lowest
    extra[shifted] = "you skipped the empty levels, but the answer counts from the first one that is left: add it back."
    _judge_level(answer, (dark_free, gap), extra)


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
    quarters = (
        "top left (the picture)",
        "top right (the negative)",
        "bottom left (the mirror image)",
        "bottom right (black and white)",
    )
    for image in (data.coffee()[::4, ::4], data.astronaut()[100:200:2, 150:300:2]):
        expected = poster(image)
        given = as_array(call(answer, image))
        rows, cols = image.shape[:2]
        if given.shape == (rows, 4 * cols, 3) or given.shape == (4 * rows, cols, 3):
            raise Wrong("the four stand in one line: two rows of two are asked for.")
        if given.shape == expected.shape and given.dtype.kind in "uif":
            for number, name in enumerate(quarters):
                part = np.s_[number // 2 * rows :, number % 2 * cols :]
                mine, theirs = given[part][:rows, :cols], expected[part][:rows, :cols]
                if number == 3 and _same_part(mine, theirs / 255):
                    raise Wrong(
                        "the black and white quarter holds 0 and 1: white is 255 in a uint8 picture.", yours=given
                    )
                if number == 3 and _same_part(mine, 255 - theirs):
                    raise Wrong("the black and white quarter is inverted: bright pixels should be white.", yours=given)
                if number == 2 and _same_part(mine, image[::-1]):
                    raise Wrong(
                        "the bottom left is upside down; asked is a mirror image: left and right change places.",
                        yours=given,
                    )
                if not _same_part(mine, theirs):
                    raise Wrong(f"the quarter at the {name} differs.", expected=expected, yours=given.clip(0, 255))
        compare(given, expected, image)


def _same_part(a, b):
    return bool(np.allclose(a.astype(float), b.astype(float), atol=1e-6))
