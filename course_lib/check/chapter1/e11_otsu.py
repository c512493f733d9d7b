"""1.11: the level that sets the two classes farthest apart."""

import numpy as np

from ... import data, filters
from ..answers import Wrong, as_array
from ..compare import Things
from ..exercise import exercise


def pictures():
    """Return pictures in which every value occurs, in which dark ones do not, and with few bright pixels."""
    ramp = np.arange(256, dtype=np.uint8).reshape(16, 16)
    bright = ramp.copy()
    bright[:, 12:] = 250
    skewed = np.clip(np.random.default_rng(12).normal(60, 12, (40, 40)), 0, 255)
    skewed[:6] += 120
    return np.concatenate([bright, ramp], axis=1), data.coins()[::3, ::3], skewed.astype(np.uint8)


def less_well(given, expected, image):
    """Say that a level is not the best one, and show what lies above both."""
    told = f"level {given} parts the classes less well than level {expected}."
    raise Wrong(told, input=image, expected=image > expected, yours=image > given)


def as_level(given, image):
    """Return the level, or say what is wrong with its kind; levels that part the picture like the best are the best."""
    given = as_array(given)
    if given.ndim != 0:
        raise Wrong(f"expected one number, the level; got an array of shape {given.shape}.")
    if not np.isfinite(given):
        raise Wrong("the level is not a number: somewhere 0 was divided by 0, where a class holds no pixel.")
    if given > 255:
        raise Wrong(
            "that is far above 255: return the level at which the largest value stands, not the value itself (np.argmax)."
        )
    level, best = int(np.floor(given)), int(filters.threshold_otsu(image))
    return best if np.array_equal(image > level, image > best) else level


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


def measures(image, measure=lambda low, high: low.size * high.size * (low.mean() - high.mean()) ** 2):
    """Return a measure of the two classes for each level; -inf where one of them is empty."""
    result = np.full(256, -np.inf)
    for level in range(255):
        low, high = image[image <= level].astype(float), image[image > level].astype(float)
        if low.size and high.size:
            result[level] = measure(low, high)
    return result


def by(measure):
    """Return an answer that takes another measure for the best."""
    return lambda image: np.argmax(measures(image, measure))


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
IS_MEAN = f"this is the mean of the picture; {OTSU} Is the difference of the means squared?"

SLIPS = (  # of 1.12 too
    (
        "one too high: your level is the first one of the bright class. A pixel is bright if it lies above the level.",
        lambda image: otsu(image) + 1,
    ),
    (f"the darkest value was taken for 0: {COUNTS_ON}", lambda image: otsu(image) - int(image.min())),
    (f"you skipped the empty levels, but {COUNTS_ON}", lambda image: np.argmax(measures(image)[np.unique(image)])),
    (
        "the means are farthest apart here, but the classes' sizes are missing: weigh with both shares.",
        by(lambda low, high: (low.mean() - high.mean()) ** 2),
    ),
    (
        "here the classes are least apart: look for the largest value, not the smallest.",
        by(lambda low, high: -low.size * high.size * (low.mean() - high.mean()) ** 2),
    ),
    (IS_MEAN, lambda image: int(image.mean())),
    (IS_MEAN, lambda image: round(image.mean())),
    (IS_MEAN, by(lambda low, high: low.size * high.size * (high.mean() - low.mean()))),
    (f"this is the median of the picture; {OTSU}", np.median),
    (
        "this is the middle between darkest and brightest, which ignores how many pixels there are of each.",
        lambda image: (int(image.min()) + int(image.max())) // 2,
    ),
    (
        "the two variances were added without the shares of their classes.",
        by(lambda low, high: -low.var() - high.var()),
    ),
)
for sentence, answer in SLIPS:
    ex.slip(sentence, answer)

ex.slip(
    "no level was larger than the first one, 0: print your measure. Does it change with the level, and is it a number?",
    lambda image: 0,
)
EMPTY = "at this level one class is empty. Its mean is 0 / 0, which is nan, and np.argmax takes nan for the largest; or is your difference not squared, and negative?"
ex.slip(EMPTY, running_sums(lambda separation: separation))
ex.slip(EMPTY, running_sums(np.sqrt))
ex.slip(EMPTY, lambda image: image.max())

ex.wrong("one number", lambda image: image > otsu(image))
ex.wrong("0 was divided by 0", lambda image: float("nan"))
ex.wrong("not the value itself", lambda image: measures(image).max())
ex.wrong("expected numbers", lambda image: "107")
ex.wrong("less well", lambda image: otsu(image) + 20)
