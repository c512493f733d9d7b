"""1.11: the level that sets the two classes farthest apart."""

import numpy as np

from ... import data, filters
from ..compare import Things
from ..exercise import exercise
from ._levels import as_level, between, less_well, measures


def pictures():
    """Return pictures with every value, without dark ones, with few bright ones, and of few values."""
    ramp = np.arange(256, dtype=np.uint8).reshape(16, 16)
    bright = ramp.copy()
    bright[:, 12:] = 250
    skewed = np.clip(np.random.default_rng(12).normal(60, 12, (40, 40)), 0, 255)
    skewed[:6] += 120
    return np.concatenate([bright, ramp], axis=1), data.coins()[::5, ::5], skewed.astype(np.uint8), *of_few_values()


def of_few_values():
    """Return pictures in which 0, 1, 253 or 254 is the best level, each value in many pixels."""
    few = [[2, 0], [0, 1]], [[4, 0, 3, 0], [3, 0, 2, 1]], [[254, 255, 254, 253]], [[254, 255]]
    return [np.array(values, np.uint8).repeat(20, axis=0).repeat(20, axis=1) for values in few]


ex = exercise(
    "1.11",
    "Write Otsu",
    cases=pictures,
    compare=Things(otherwise=less_well, alone=False),
    hints=(
        "For every level: how many pixels lie at or below it, how many above, and what are the means of both?",
        "np.cumsum(counts) counts the pixels up to each level; np.cumsum(counts * levels) sums their values.",
        "Take the level where below * above * (mean_below - mean_above)**2 is largest: np.argmax.",
    ),
    right="no other level sets the two classes farther apart.",
)
ex.read(as_level)


@ex.right
def otsu(image):
    best, level = -1.0, 0
    for candidate in range(255):
        low, high = image[image <= candidate], image[image > candidate]
        if low.size and high.size:
            separation = low.size * high.size * (low.mean() - high.mean()) ** 2
            if separation > best:
                best, level = separation, candidate
    return level


ex.right(filters.threshold_otsu)
ex.right(lambda image: float(otsu(image)))


@ex.right
def by_skimage(image):
    import skimage

    return skimage.filters.threshold_otsu(image)


def by(measure, of=lambda values: values):
    """Return an answer that takes another measure for the best, or looks for it in a part of the levels."""
    return lambda image: np.argmax(of(measures(image, measure)))


ex.right(by(lambda low, high: -low.size * low.variance - high.size * high.variance))
ex.right(lambda image: max(np.unique(image)[:-1], key=lambda level: measures(image)[level]))


def running_sums(mend):
    """Return the solution with running sums, with `mend` for what it does with nan before it takes the largest."""

    def answer(image):
        levels = np.arange(256)
        counts = np.bincount(image.ravel(), minlength=256)
        below = np.cumsum(counts)
        above = counts.sum() - below
        mass = np.cumsum(counts * levels)
        with np.errstate(all="ignore"):
            gap = mass / below - (mass[-1] - mass) / above
        return np.argmax(mend(below * above * gap**2))

    return answer


ex.right(running_sums(np.nan_to_num))

COUNTS_ON = "the answer counts from the first level that is left, not from 0: add it back."
OTSU = "Otsu looks for the level with the largest variance between the classes."
IS_MEAN = f"this is the mean of the picture; {OTSU} Is the difference of the means squared, and nothing else?"
IS_MEDIAN = f"this is the median of the picture; {OTSU} Is the difference of the means in your product?"
BOTH_SIZES = "the means are farthest apart here, but the classes' sizes are missing: weigh with the product of both."

SLIPS = (  # of 1.12 too
    (
        "one too high: your level is the first one of the bright class. A pixel is bright if it lies above the level.",
        lambda image: otsu(image) + 1,
    ),
    (f"the darkest value was taken for 0: {COUNTS_ON}", lambda image: otsu(image) - int(image.min())),
    (f"you skipped the empty levels, but {COUNTS_ON}", lambda image: np.argmax(measures(image)[np.unique(image)])),
    (f"one too low: the first level was left out, but {COUNTS_ON}", by(between, lambda values: values[1:])),
    (
        "one too low: a pixel at the level belongs to the dark class, nothing is to be subtracted.",
        lambda image: otsu(image) - 1,
    ),
    (BOTH_SIZES, by(lambda low, high: (low.mean - high.mean) ** 2)),
    (
        "here the classes are least apart. Is the difference squared, or is it negative? Is the largest looked for (or, of the variances within, the smallest)?",
        by(lambda low, high: -between(low, high)),
    ),
    (IS_MEAN, by(lambda low, high: low.size * high.size * (high.mean - low.mean))),
)
for sentence, answer in SLIPS:
    ex.slip(sentence, answer)

ex.slip(IS_MEAN, lambda image: int(image.mean()))
ex.slip(IS_MEAN, lambda image: round(image.mean()))
ex.slip(IS_MEDIAN, np.median)
ex.slip(IS_MEDIAN, by(lambda low, high: low.size * high.size))
ex.slip("the size of the bright class is missing in the product: pixels at or below, times pixels above.")(
    by(lambda low, high: low.size * (low.mean - high.mean) ** 2)
)
DARKEST = "only the darkest value lies at or below your level: does your product change with the level, are both sizes in it, and are the sums those of the grey values, not of the counts?"
ex.slip(DARKEST, by(lambda low, high: high.size * (low.mean - high.mean) ** 2))
ex.slip(DARKEST, np.min)
BRIGHTEST = "only the brightest value lies above your level. Are the sizes multiplied, is the sum of the bright class that of all less that of the dark class, and is the best value kept, not only its level?"
ex.slip(BRIGHTEST, by(lambda low, high: low.size / high.size * (low.mean - high.mean) ** 2))
ex.slip(BRIGHTEST, by(lambda low, high: low.size * high.size * (low.mean - low.mean * low.size / high.size) ** 2))
ex.slip(BRIGHTEST, lambda image: int(np.unique(image)[-2]))
ex.slip(BRIGHTEST, lambda image: int(image.max()) - 1)
ex.slip(
    "this is the middle between darkest and brightest, which ignores how many pixels there are of each.",
    lambda image: (int(image.min()) + int(image.max())) // 2,
)
ex.slip(
    "this is meant to be the middle between darkest and brightest, whose sum overflows in uint8; Otsu asks how many pixels there are of each value."
)(lambda image: (image.min() + image.max()) / 2)
ex.slip(f"this is the value that occurs most often; {OTSU}", lambda image: np.bincount(image.ravel()).argmax())
ex.slip(
    "the two variances were added without the shares of their classes.",
    by(lambda low, high: -low.variance - high.variance),
)
ex.slip(
    "the two standard deviations were added; take the variances, their squares.",
    by(lambda low, high: -low.size * np.sqrt(low.variance) - high.size * np.sqrt(high.variance)),
)
ex.slip(
    "these are the sums of the classes, not their means: divide each by its number of pixels.",
    by(lambda low, high: low.size * high.size * (low.size * low.mean - high.size * high.mean) ** 2),
)
ex.slip(
    "the means were added; the product takes their difference.",
    by(lambda low, high: low.size * high.size * (low.mean + high.mean) ** 2),
)
ex.slip(
    "the product of the sizes counts less than the means: no root of it.",
    by(lambda low, high: np.sqrt(low.size * high.size) * (low.mean - high.mean) ** 2),
)
for level in (127, 128):
    ex.slip(f"{level} is half the range, whatever the picture holds; {OTSU}", lambda image, level=level: level)
ex.slip("this is the level of the negative, 255 - level.", lambda image: 255 - otsu(image))
ex.slip("the levels stop too early: 254 can be the best one, range(255).", by(between, lambda values: values[:254]))
ex.slip("the levels end in the middle of the range: every one from 0 to 254 can be the best.")(
    by(between, lambda values: values[:128])
)
ex.slip("every other level was left out: the loop makes steps of 2, and 1 is asked for.")(
    by(between, lambda values: np.where(np.arange(256) % 2 == 0, values, -np.inf))
)
ex.slip("these are means of a mask, the share of its pixels: the mean of the grey values is image[mask].mean().")(
    by(lambda low, high: low.size * high.size * (low.size - high.size).astype(float) ** 2)
)
ex.slip("level 0 was left out: it is the best one where only black is dark.")(
    lambda image: np.argmax(np.r_[-np.inf, measures(image)[1:]])
)
SIDES = "a pixel at the level itself belongs to the dark class, and to that one alone: <= and >."
ex.slip(SIDES, lambda image: best_of_loop(image, np.less, np.greater))
ex.slip(SIDES, lambda image: best_of_loop(image, np.less_equal, np.greater_equal))
ex.slip("the means were rounded to whole numbers: keep their decimals.")(
    by(lambda low, high: low.size * high.size * (np.floor(low.mean) - np.floor(high.mean)) ** 2)
)
ex.slip(
    "no level was larger than the first one, 0: print your measure. Does it change with the level, and is it a number?",
    lambda image: 0,
)
EMPTY = "at this level one class is empty. Its mean is 0 / 0, which is nan, and np.argmax takes nan for the largest; or is your difference not squared, and negative?"
ex.slip(EMPTY, running_sums(lambda separation: separation))
ex.slip(EMPTY, running_sums(np.sqrt))
ex.slip(EMPTY, lambda image: image.max())


def best_of_loop(image, is_low, is_high):
    """Return the best level if the classes are told apart in another way."""
    best, level = -1.0, 0
    for candidate in range(256):
        low, high = image[is_low(image, candidate)], image[is_high(image, candidate)]
        if low.size and high.size and low.size * high.size * (low.mean() - high.mean()) ** 2 > best:
            best, level = low.size * high.size * (low.mean() - high.mean()) ** 2, int(candidate)
    return level


ex.wrong("return the level itself", lambda image: image > otsu(image))
ex.wrong("return the place of the largest", measures)
ex.wrong("return the number itself", lambda image: [otsu(image)])
ex.wrong("0 was divided by 0", lambda image: float("nan"))
ex.wrong("not the value itself", lambda image: measures(image).max())
ex.wrong("expected numbers", lambda image: "107")
ex.wrong("its levels are 0 to 255", lambda image: otsu(image) / 255)
ex.wrong("separates the classes less well than level", lambda image: otsu(image) + 20)
