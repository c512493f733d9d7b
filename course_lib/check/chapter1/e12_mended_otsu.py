"""1.12: an empty class has no mean, and its nan wins."""

import numpy as np

from ... import data, filters
from ..compare import Things
from ..exercise import exercise
from ..pictures import random_grey
from .e11_otsu import COUNTS_ON, SLIPS, as_level, less_well, otsu, running_sums


def pictures():
    """Return pictures without black pixels: bright coins, and two groups of grey values with a gap between."""
    bright = np.clip(data.coins()[::3, ::3].astype(int) + 40, 0, 255).astype(np.uint8)
    gap = np.where(random_grey(13, (20, 20)) > 90, 60, 20).astype(np.uint8) + random_grey(14, (20, 20)) // 32
    return bright, gap


ex = exercise(
    "1.12",
    "Why did this Otsu return 0?",
    cases=pictures,
    compare=Things(otherwise=less_well, alone=False),
    hints=(
        "Print the separation for a picture without black pixels. What stands in its first places?",
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


@ex.right
def by_skimage(image):
    import skimage

    return skimage.filters.threshold_otsu(image)


ex.slip(
    "still 0. Which value does argmax find first: look at the separation for a picture without any black pixel.",
    running_sums(lambda separation: separation),
)
ex.slip(
    "255 puts every pixel below the level: nan was replaced by something that wins. It has to lose.",
    lambda image: 255 - running_sums(lambda separation: np.nan_to_num(separation, nan=np.inf)[::-1])(image),
)
ex.slip(
    "this is the darkest value of the picture, the first one that is not nan, not the best.",
    running_sums(np.isfinite),
)

STILL_WINS = "a nan still wins: more than one place holds nan, below the darkest value and from the brightest one on."
ex.slip(STILL_WINS, running_sums(lambda separation: np.r_[0, separation[1:]]))
ex.slip(STILL_WINS, lambda image: image.max())

for sentence, answer in SLIPS:
    ex.slip(sentence, answer)

ex.wrong(COUNTS_ON, running_sums(lambda separation: separation[~np.isnan(separation)]))
ex.wrong("less well", lambda image: 147)
