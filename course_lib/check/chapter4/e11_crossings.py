"""4.11: where a row of values crosses the level, between the pixels."""

import itertools

import numpy as np

from ... import measure
from ..answers import as_array
from ..exercise import exercise
from .places import Places, rows_and_levels

ex = exercise(
    "4.11",
    "Where the line crosses",
    cases=rows_and_levels,
    compare=Places(tolerance=1e-9),
    hints=(
        "Between which two values does the line cross? And how far is it from the left one, as a share of the way?",
        "With high = values > level, it crosses where high[k + 1] differs from high[k], after (level - a) / (b - a) of the way.",
        "k = np.flatnonzero(high[1:] != high[:-1]); then k + (level - values[k]) / (values[k + 1] - values[k]).",
    ),
    right="rising or falling, the same share of the way.",
)


@ex.notice
def where_nothing_crosses(given, values, level):
    high = values > level
    if high.all() == high.any() and np.size(given):
        return "no line crosses this row, all its values are on one side: an empty array is asked for."


@ex.read
def in_one_row(given, values, level):
    return as_array(list(given) if isinstance(given, tuple) else given).ravel()


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


ex.right(lambda values, level: tuple(crossings(values, level).tolist()))


@ex.right
def pair_by_pair(values, level):
    found = []
    for k, (a, b) in enumerate(itertools.pairwise(values)):
        if (a - level) * (b - level) < 0:
            found.append(k + abs(level - a) / abs(b - a))
    return found


def crossed(place, level_of=lambda values, level: level):
    """Return an answer that makes a place of the left index, the share of the way, and whether the values rise."""

    def answer(values, level):
        level = level_of(values, level)
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
ex.slip(
    "these are the places of the left values: add the share of the way, and keep floats.",
    crossed(lambda k, share, rising: k),
)
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

ex.slip(
    "how far the level is from the left value was divided by how far it is from the right one; the whole way is b - a.",
    crossed(lambda k, share, rising: k + share / (1 - share)),
)
ex.slip(
    "the level itself was added; asked is the share of the way at which it is reached.",
    lambda values, level: crossed(lambda k, share, rising: k)(values, level) + level,
)
ex.slip(
    "the mean of the two values was added; asked is the share of the way at which the level is reached.",
    lambda values, level: (lambda k: k + (values[k] + values[k + 1]) / 2)(
        crossed(lambda k, share, rising: k)(values, level)
    ),
)
BRACKETS = "(level - a) / (b - a) needs both its brackets: without them, only what stands beside the / is divided."
UNBRACKETED = (
    lambda a, b, level: (level - a) / b - a,
    lambda a, b, level: level - a / (b - a),
    lambda a, b, level: level - a / b - a,
)
for share_of in UNBRACKETED:
    ex.slip(
        BRACKETS,
        lambda values, level, share_of=share_of: (lambda k: k + share_of(values[k], values[k + 1], level))(
            crossed(lambda k, share, rising: k)(values, level)
        ),
    )
WRONG_SIGN = "the share has the wrong sign: (level - a) / (b - a) is positive, however the values go."
ex.slip(WRONG_SIGN, crossed(lambda k, share, rising: k - share))
ex.slip(
    WRONG_SIGN + " (abs of one alone turns it round.)",
    crossed(lambda k, share, rising: np.where(rising, k + share, k - share)),
)
ex.slip(
    "the share was divided the wrong way round: (level - a) / (b - a).", crossed(lambda k, share, rising: k + 1 / share)
)
ex.slip(
    "rounded to the nearest pixel; asked is the place between them.",
    crossed(lambda k, share, rising: np.rint(k + share)),
)
for digits in (1, 2, 3):
    ex.slip(
        f"rounded to {digits} digits: leave the places as they come.",
        crossed(lambda k, share, rising, digits=digits: np.round(k + share, digits)),
    )
ex.slip("pixel 0 lies at the place 0, not at 0.5.", crossed(lambda k, share, rising: k + share + 0.5))
for number in (0, 0.5):
    ex.slip(
        f"these are crossings of the level {number}: take the one that is given.",
        crossed(lambda k, share, rising: k + share, lambda values, level, number=number: number),
    )
ex.slip(
    "these are crossings of the mean; take the level that is given.",
    crossed(lambda k, share, rising: k + share, lambda values, level: values.mean()),
)
LAST = "the last pair of values is not looked at: between n values there are n - 1 pairs."
ex.slip(LAST, lambda values, level: crossings(values[:-1], level))
ex.slip(
    "the first pair of values is not looked at: pairs begin at place 0.",
    lambda values, level: 1 + crossings(values[1:], level),
)
ex.slip(
    "this is the first crossing alone: all of them are asked for.", crossed(lambda k, share, rising: (k + share)[:1])
)
ex.slip(
    "from right to left: the order asked for is from left to right.",
    crossed(lambda k, share, rising: (k + share)[::-1]),
)
ex.slip(
    "how far the level lies above the left value was not divided by how far the right one does.",
    lambda values, level: (lambda k: k + level - values[k])(crossed(lambda k, share, rising: k)(values, level)),
)
ex.slip("this is how many there are; asked is where they lie.", lambda *case: [len(crossings(*case))])
ex.slip(
    "this is the value nearest to the level; asked is where the line between two values crosses it.",
    lambda values, level: [np.argmin(np.abs(values - level))],
)
ex.slip(
    "np.interp wants values that rise from left to right, and gives one place; here they rise and fall.",
    lambda values, level: [np.interp(level, values, np.arange(len(values)))],
)
AS_VALUE = "values were added; asked are places: the place of the left value, and the share of the way."
for make in (lambda k, a, b, level: a + (level - a) / (b - a), lambda k, a, b, level: level + 0 * k):
    ex.slip(
        AS_VALUE,
        lambda values, level, make=make: (lambda k: make(k, values[k], values[k + 1], level))(
            crossed(lambda k, share, rising: k)(values, level)
        ),
    )
ex.slip("one mean place came back; all of them are asked for.", lambda *case: [np.mean(crossings(*case))])
ex.slip(
    "these are the places whose values lie above the level; asked is where the line crosses it.",
    lambda values, level: np.flatnonzero(values > level),
)
ex.slip("where the values fall, the line crosses as well.", crossed(lambda k, share, rising: (k + 0.5)[rising]))
WHOLE_WAY = (
    "the share is (level - a) / (b - a): what stands below the line is the whole way, from one value to the other."
)
for below in (
    lambda a, b, level: a,
    lambda a, b, level: b,
    lambda a, b, level: a + b,
    lambda a, b, level: abs(level - a) + abs(b),
):
    ex.slip(
        WHOLE_WAY,
        lambda values, level, below=below: (lambda k: k + (level - values[k]) / below(values[k], values[k + 1], level))(
            crossed(lambda k, share, rising: k)(values, level)
        ),
    )
    ex.slip(
        WHOLE_WAY,
        lambda values, level, below=below: (
            lambda k: k + abs(level - values[k]) / below(values[k], values[k + 1], level)
        )(crossed(lambda k, share, rising: k)(values, level)),
    )
ex.slip(
    "these are the values at the left of each crossing; asked are places.",
    lambda values, level: values[crossed(lambda k, share, rising: k)(values, level)],
)
ex.slip(
    "one came for each pair of neighbours; asked are the places, only where the level lies between the two.",
    lambda values, level: (values > level)[1:] != (values > level)[:-1],
    by_shape=True,
)
ex.slip(
    "twice as many numbers as crossings came: a row and a column of each? Asked is the place in the row alone.",
    lambda values, level: np.stack([crossings(values, level) * 0, crossings(values, level)], axis=1).ravel(),
    by_shape=True,
)

ex.wrong("is reached at", crossed(lambda k, share, rising: k + share**2))
ex.wrong("you give", lambda values, level: np.flatnonzero(np.abs(values - level) < 0.1))
ex.wrong("no line crosses", lambda values, level: crossings(values, level) if values.max() > level else [np.nan])
pairs = itertools.pairwise
ex.slip("the difference itself was added: divide it by the step from one value to the next.")(
    lambda values, level: [k + abs(level - a) for k, (a, b) in enumerate(pairs(values)) if (a > level) != (b > level)]
)
ex.slip("these are values, the means of the two; asked are the places at which the level is crossed.")(
    lambda values, level: [(a + b) / 2 for a, b in pairs(values) if (a > level) != (b > level)]
)
ex.slip("this is a mask of the values; asked are the places of the crossings, with their decimals.")(
    lambda values, level: values > level
)
