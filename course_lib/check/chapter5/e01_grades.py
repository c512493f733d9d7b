"""5.1: Canny's two thresholds make three classes."""

import numpy as np

from ..compare import Arrays
from ..exercise import exercise


def strengths(seed, shape):
    """Return random strengths in steps of an eighth, so that some lie exactly at a threshold."""
    return np.random.default_rng(seed).integers(0, 9, shape) / 8


def two_pictures():
    yield strengths(511, (13, 17)), 0.25, 0.625
    yield strengths(512, (20, 9)), 0.5, 0.875


ex = exercise(
    "5.1",
    "Weak, strong or nothing",
    cases=two_pictures,
    compare=Arrays(whole=True),
    hints=(
        "How many thresholds does a pixel of class 0 reach, one of class 1, one of class 2?",
        "strength >= low is a mask, and so is strength >= high; a strong pixel is in both. Masks count as 0 and 1 once they are integers: .astype(int).",
        "Add the two masks, the first of them as integers: (strength >= low).astype(int) + …",
    ),
    right="two thresholds make three classes; exactly at a threshold counts as reached.",
)


@ex.right
def grade(strength, low, high):
    return (strength >= low).astype(int) + (strength >= high)


@ex.right
def value_by_value(strength, low, high):
    return [[int(v >= low) + int(v >= high) for v in row] for row in strength]


ex.right(lambda strength, low, high: np.digitize(strength, [low, high]))
ex.right(lambda strength, low, high: np.select([strength >= high, strength >= low], [2.0, 1.0]))
ex.right(lambda strength, low, high: np.where(strength >= high, 2, np.where(strength >= low, 1, 0)).astype(np.uint8))


@ex.notice
def sum_of_masks(given, strength, low, high):
    """Tell a mask from numbers of the same values: they come from another mistake."""
    if any(np.array_equal(given, mask) for mask in (strength >= low, strength > low)) and given.dtype == bool:
        return "this holds only True and False: the sum of two masks is a mask. Make one of them integers first."
    return None


OVERWRITTEN = (
    "what reaches high reaches low as well, and became 1: write the strong pixels last, or ask for high first."
)


@ex.slip(OVERWRITTEN)
def weak_ones_last(strength, low, high):
    grades = np.zeros(strength.shape)
    grades[strength >= high] = 2
    grades[strength >= low] = 1
    return grades


@ex.slip(OVERWRITTEN)
def above_low_last(strength, low, high):
    grades = np.zeros(strength.shape)
    grades[strength > high] = 2
    grades[strength > low] = 1
    return grades


ex.slip(OVERWRITTEN, lambda strength, low, high: np.select([strength >= low, strength >= high], [1, 2]))
ex.slip("only the strong pixels are marked: where are the weak ones?", lambda strength, low, high: strength >= high)
ex.slip(
    "nearly: exactly at a threshold counts as reached.",
    lambda strength, low, high: (strength > low).astype(int) + (strength > high),
)
ex.slip(
    "nearly: exactly at the low threshold is weak, not nothing.",
    lambda strength, low, high: (strength > low).astype(int) + (strength >= high),
)
ex.slip(
    "nearly: exactly at the high threshold is strong, not weak.",
    lambda strength, low, high: (strength >= low).astype(int) + (strength > high),
)
ex.slip("the wrong way round: 0 is nothing, 2 is strong.", lambda strength, low, high: 2 - grade(strength, low, high))
ex.slip(
    "weak and strong are exchanged: 1 is weak, 2 is strong.",
    lambda strength, low, high: np.where(strength >= high, 1, np.where(strength >= low, 2, 0)),
)
ex.slip("what is below the low threshold is nothing: 0.", lambda strength, low, high: np.where(strength >= high, 2, 1))
ex.slip(
    "the weak pixels are missing: 1 where it reaches low and not high.",
    lambda strength, low, high: np.where(strength >= high, 2, 0),
)
ex.slip(
    "a strong pixel was counted as weak as well: 2 is strong.",
    lambda strength, low, high: (strength >= low) + 2 * (strength >= high),
)
ex.slip("every class is one too high: nothing is 0.", lambda strength, low, high: grade(strength, low, high) + 1)
ex.slip(
    "these are the strengths themselves, cut off at the low threshold; asked are the classes 0, 1 and 2.",
    lambda strength, low, high: np.where(strength >= low, strength, 0),
)

REST = "what is below the low threshold became no 0: begin with zeros, and put in 1 and 2."
ex.slip(REST, lambda strength, low, high: np.select([strength >= high, strength >= low], [2, 1], strength))
ex.slip(
    "the strengths themselves were added up; add the masks, 1 for each threshold that is reached.",
    lambda strength, low, high: strength * (strength >= low) + strength * (strength >= high),
)
REACHED = "what reaches `low` is weak, and what reaches `high` strong: is a comparison the wrong way round?"
ex.slip(REACHED, lambda s, low, high: np.where(s >= high, 2, np.where(s <= low, 1, 0)))
ex.slip(REACHED, lambda s, low, high: np.where(s <= high, 2, np.where(s <= low, 1, 0)))
ex.slip(REACHED, lambda s, low, high: np.where(s >= high, 2, np.where(s < low, 1, 0)))
ex.slip(
    "the two thresholds are exchanged: what reaches `low` alone is weak, 1.",
    lambda strength, low, high: np.where(strength >= low, 2, np.where(strength >= high, 1, 0)),
)
ex.slip(
    "the strong pixels are missing: 2 where it reaches high.",
    lambda strength, low, high: ((strength >= low) & (strength < high)).astype(int),
)

ex.wrong("only True and False", lambda strength, low, high: (strength >= low) + (strength >= high))
ex.wrong("only True and False", lambda strength, low, high: weak_ones_last(strength, low, high).astype(bool))
ex.wrong("nan in it", lambda strength, low, high: np.full(strength.shape, np.nan))


@ex.wrong("there is no column 9: they count from 0 to 8")
def for_one_size_alone(strength, low, high):
    return [[int(strength[r, c] >= low) + int(strength[r, c] >= high) for c in range(17)] for r in range(13)]
