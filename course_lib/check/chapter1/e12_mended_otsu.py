"""1.12: an empty class has no mean, and its nan wins."""

import numpy as np

from ... import data, filters
from ..compare import Things
from ..exercise import exercise
from ..pictures import random_grey
from ._levels import as_level, less_well
from .e11_otsu import COUNTS_ON, SLIPS, of_few_values, otsu, running_sums


def pictures():
    """Return pictures without black pixels (bright coins, two groups of grey values with a gap between), and with some."""
    bright = np.clip(data.coins()[::5, ::5].astype(int) + 40, 0, 255).astype(np.uint8)
    gap = np.where(random_grey(13, (20, 20)) > 90, 60, 20).astype(np.uint8) + random_grey(14, (20, 20)) // 32
    some_black = np.where(gap > 40, gap, 0).astype(np.uint8)
    return bright, gap, some_black, gap + np.uint8(188), *of_few_values()[:2], of_few_values()[3]


ex = exercise(
    "1.12",
    "Why did this Otsu return 0?",
    cases=pictures,
    compare=Things(otherwise=less_well, alone=False),
    hints=(
        "What stands in the first places of separation, for a picture without black pixels? Print it.",
        "0 / 0 is nan, and np.argmax takes the first nan for the largest of all.",
        "Replace nan by 0 before looking for the largest (np.nan_to_num), or use np.nanargmax.",
    ),
    right="an empty class has no mean; its nan no longer wins.",
)
ex.read(as_level)


@ex.right
def mended_otsu(image):
    levels = np.arange(256)
    counts = np.bincount(image.ravel(), minlength=256)
    below = np.cumsum(counts)
    above = counts.sum() - below
    mass = np.cumsum(counts * levels)
    with np.errstate(all="ignore"):
        gap = mass / below - (mass[-1] - mass) / above
        separation = below * above * gap**2
    separation = np.nan_to_num(separation)  # an empty class has no mean: 0 / 0 is nan, and argmax takes the first nan
    return levels[np.argmax(separation)]


ex.right(filters.threshold_otsu)
ex.right(otsu)
ex.right(running_sums(lambda separation: np.where(np.isnan(separation), -1, separation)))
ex.right(running_sums(lambda separation: separation == np.nanmax(separation)))
ex.right(running_sums(lambda separation: np.nan_to_num(separation, nan=255)))
ex.right(lambda image: int(image.min()) + running_sums(lambda values: values[image.min() : image.max()])(image))


@ex.right
def by_skimage(image):
    import skimage

    return skimage.filters.threshold_otsu(image)


def raised(more):
    """Return an answer that makes the sizes of the classes larger, so that none is empty."""

    def answer(image):
        counts = np.bincount(image.ravel(), minlength=256)
        size, mass = np.cumsum(counts), np.cumsum(counts * np.arange(256))
        below, above = more(size), more(counts.sum() - size)
        return np.argmax(below * above * (mass / below - (mass[-1] - mass) / above) ** 2)

    return answer


STILL_0 = (
    "still 0 for a picture without black pixels: which place is taken, and what stands there? Look at separation[:5]."
)
ex.slip(STILL_0, running_sums(lambda separation: separation))
ex.slip(STILL_0, running_sums(lambda separation: np.where(separation == np.nan, 0, separation)))
ex.slip(STILL_0, running_sums(lambda separation: np.nan_to_num(separation, nan=np.inf)))
ex.slip(STILL_0, running_sums(np.isnan))
ex.slip(STILL_0, running_sums(lambda separation: -np.nan_to_num(separation)))
ex.slip(STILL_0, running_sums(lambda separation: separation[1:]))
ex.slip("[::-1] counts from the other end: leave the order of the levels.")(
    running_sums(lambda separation: np.nan_to_num(separation)[::-1])
)
ex.slip("every picture gets 0: what does your measure hold?", lambda image: 0)
WINS = "255 puts every pixel below the level: nan was replaced by something that wins. It has to lose."
ex.slip(
    WINS,
    lambda image: 255 - running_sums(lambda separation: np.nan_to_num(separation, nan=np.inf)[::-1])(image),
)
ex.slip(WINS, lambda image: 255)
ex.slip(
    "this is the darkest value of the picture, the first one that is not nan, not the best.",
    running_sums(np.isfinite),
)

STILL_WINS = "a nan still wins: more than one place holds nan, below the darkest value and from the brightest one on."
ex.slip(STILL_WINS, running_sums(lambda separation: np.r_[0, separation[1:]]))
ex.slip(STILL_WINS, lambda image: running_sums(lambda separation: separation[1:])(image) + 1)
ex.slip(STILL_WINS, lambda image: image.max())
ex.slip(STILL_WINS, running_sums(lambda separation: np.arange(256) == np.argsort(separation)[-1]))
ex.slip(f"{STILL_WINS} And the darkest value was taken for 0.", lambda image: image.max() - image.min())
ex.slip(STILL_WINS, lambda image: running_sums(lambda separation: separation[image.min() :])(image))
EMPTY_WINS = "in a picture of 254 and 255 alone, an empty class still wins: what replaces its nan is too large, or its size was raised. Let nan lose: 0."
ex.slip(EMPTY_WINS)(running_sums(lambda separation: np.nan_to_num(separation, nan=np.nanmean(separation))))
ex.slip("sorted, the measure no longer stands at its level: np.argmax has to look at separation in its own order.")(
    running_sums(lambda separation: np.sort(np.nan_to_num(separation)))
)
ex.slip(EMPTY_WINS, raised(lambda size: size + 1))
ex.slip(EMPTY_WINS, raised(lambda size: np.maximum(size, 1)))
for level in (100, 120, 128, 147):
    ex.slip("the same level for every picture: mend the computation.", lambda image, level=level: level)

for sentence, answer in SLIPS:
    ex.slip(sentence, answer)

ex.wrong(COUNTS_ON, running_sums(lambda separation: separation[~np.isnan(separation)]))
ex.wrong("yours is 150 in every call", lambda image: 150)
