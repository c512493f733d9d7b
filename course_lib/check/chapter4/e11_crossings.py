"""4.11: where a row of values crosses the level, between the pixels."""

import numpy as np

from ... import measure
from ..answers import as_array
from ..compare import Arrays
from ..exercise import exercise


def rows_and_levels():
    rng = np.random.default_rng(65)
    yield rng.random(14), 0.5
    yield rng.normal(0, 2, 11), -0.3
    yield np.array([0.1, 0.9]), 0.3
    yield np.array([0.9, 0.2, 0.1]), 0.4
    yield np.array([0.1, 0.2, 0.3]), 0.7


ex = exercise(
    "4.11",
    "Where the line crosses",
    cases=rows_and_levels,
    compare=Arrays(tolerance=1e-9),
    hints=(
        "high = values > level. The line crosses where high[k + 1] differs from high[k].",
        "Between a and b the level is reached after the share (level - a) / (b - a) of the way.",
        "k = np.flatnonzero(high[1:] != high[:-1]); then k + (level - values[k]) / (values[k + 1] - values[k]).",
    ),
    right="rising or falling, the same share of the way.",
)


@ex.notice
def where_nothing_crosses(given, values, level):
    if (values < level).all() and np.size(given):
        return "no line crosses this row: an empty array is asked for."


@ex.read
def in_one_row(given, values, level):
    return as_array(given).ravel()


@ex.right
def crossings(values, level):
    high = values > level
    k = np.flatnonzero(high[1:] != high[:-1])
    return k + (level - values[k]) / (values[k + 1] - values[k])


@ex.right
def by_contours(values, level):
    lines = measure.find_contours(np.stack([values, values]), level)
    return np.sort([line[0, 1] for line in lines])


ex.right(lambda values, level: crossings(np.float32(values), np.float32(level)))


def crossed(place):
    """Return an answer that makes a place of the left index, the share of the way, and whether the values rise."""

    def answer(values, level):
        high = values > level
        k = np.flatnonzero(high[1:] != high[:-1])
        return place(k, (level - values[k]) / (values[k + 1] - values[k]), high[k + 1])

    return answer


ex.slip(
    "the share is counted from the wrong end: it begins at the left value.",
    crossed(lambda k, share, rising: k + 1 - share),
)
ex.slip(
    "halfway between is right for a binary row; here the values say how far.",
    crossed(lambda k, share, rising: k + 0.5),
)
ex.slip("these are shares of the way: add the place of the left value.", crossed(lambda k, share, rising: share))
ex.slip("these are the places of the left values: add the share of the way.", crossed(lambda k, share, rising: k))
ex.slip(
    "these are the places of the right values; the line crosses before them.",
    crossed(lambda k, share, rising: k + 1),
)
ex.slip("one too far: places count from 0.", crossed(lambda k, share, rising: k + 1 + share))
ex.slip("where the values fall, the line crosses as well.", crossed(lambda k, share, rising: (k + share)[rising]))
ex.slip("where the values rise, the line crosses as well.", crossed(lambda k, share, rising: (k + share)[~rising]))
ex.slip(
    "the places are right; put them in order from left to right.",
    crossed(lambda k, share, rising: np.concatenate([(k + share)[rising], (k + share)[~rising]])),
)
ex.slip(
    "right where the values rise; where they fall, the share is negative over negative.",
    crossed(lambda k, share, rising: np.where(rising, k + share, k + 1 - share)),
)

ex.wrong("shape", lambda values, level: crossings(values, level)[0])
ex.wrong("no line crosses", lambda values, level: crossings(values, level) if values.max() > level else [np.nan])
