"""Chapter 4, exercises 4.9 to 4.12: contours. Each judge is one exercise."""

import numpy as np

from .. import color, data, filters
from .legacy import Wrong, as_array, call, compare, exercise
from .numbers import one_number
from .pictures import random_colour
from .several import close, judge_together
from .shaped import compare_shaped, whole


@exercise(
    "4.9",
    "Ready for contours",
    hints=(
        "Three things in a row: grey, the threshold of the grey picture, the comparison.",
        "color.rgb2gray makes it grey, filters.threshold_otsu finds the threshold.",
        "grey > filters.threshold_otsu(grey).",
    ),
    right="one True or False for each pixel, and the level found by Otsu.",
)
def judge_prepare(answer):
    photographs = (
        data.load("dice")[90:270:2, 90:290:2],
        data.coffee()[60:200:2, 100:280:2],
        random_colour(61, (30, 40)),
    )
    dim = (data.load("dice")[100:260:2, 380:540:2] * 0.5).astype(np.uint8)
    for image in (*photographs, dim):
        grey = color.rgb2gray(image)
        level = filters.threshold_otsu(grey)
        expected = grey > level
        given = call(answer, image)
        if isinstance(given, list) and len(given) != len(image):
            raise Wrong("a list came back: contours? Asked is the picture that they are found in.")
        given = as_array(given)
        whole_levels = (255 * grey).round().astype(np.uint8), (255 * grey).astype(np.uint8)
        ways = (expected, *(levels > filters.threshold_otsu(levels) for levels in whole_levels))
        is_mask = given.dtype == bool and given.shape == expected.shape
        if is_mask and any(np.mean(given != way) < 0.002 for way in ways):
            continue  # other ways to round
        mistakes = [
            (~expected, "inverted: True should be where it is brighter than the threshold."),
            (grey > 0.5, "the level is 0.5 for every picture: let Otsu find it."),
            (grey > grey.mean(), "this is the mean; Otsu's threshold is where the two classes lie farthest apart."),
            (grey, "this is the grey picture; it has to be binarised."),
            (np.full(grey.shape, level), "this is the threshold; compare the picture with it."),
            (np.zeros_like(expected), "nothing is marked: are picture and threshold on one scale, 0 to 1 or 0 to 255?"),
            (np.ones_like(expected), "all is marked: are picture and threshold on one scale, 0 to 1 or 0 to 255?"),
        ]
        told = [
            (image.shape, "this still has channels: make the picture grey before the comparison."),
            ((), "one number came back, the threshold? Compare the picture with it."),
        ]
        if is_mask:
            mistakes.append((given, _what_was_cut(image, grey, given)))
        compare_shaped(given, expected, image, mistakes, told)


def _what_was_cut(image, grey, mask):
    """Say which grey picture a wrong mask is the binary one of, if it can be told."""
    others = {f"channel {c}": image[..., c] for c in range(3)}
    others |= {"the plain mean of the channels": image.mean(axis=-1), "the largest channel": image.max(axis=-1)}
    if _cuts(grey, mask):
        return "the picture is the right one, the level is not: it is not Otsu's threshold of the grey picture."
    if _cuts(grey, ~mask):
        return "the dark side is marked, and the level is not Otsu's threshold of the grey picture."
    names = " or ".join(name for name, picture in others.items() if _cuts(picture, mask))
    if names:
        return f"this is a level on {names}: make it grey with rgb2gray, which weighs the channels as the eye does."
    return "this is not the grey picture cut at one level: is it rgb2gray, one threshold, and one comparison?"


def _cuts(picture, mask):
    """Tell whether one level parts what is marked from the rest."""
    return mask.any() and not mask.all() and picture[mask].min() > picture[~mask].max()


@exercise(
    "4.10",
    "Sixteen cases",
    hints=(
        "high = image > level says for each pixel whether it is above.",
        "The upper left corners of all cells are high[:-1, :-1]; the upper right ones high[:-1, 1:].",
        "high[:-1, :-1] + 2 * high[:-1, 1:] + 4 * high[1:, :-1] + 8 * high[1:, 1:], as whole numbers.",
    ),
    right="four slices, each a corner of all cells at once.",
)
def judge_cases(answer):
    for seed, level in ((62, 3), (63, 4), (64, 0.5)):
        two_lines = np.eye(5, 8) * 0.9 + np.eye(5, 8, 2) * 0.3  # one above the level, one between 0 and the level
        image = np.random.default_rng(seed).integers(0, 8, (6, 9)) if level > 1 else two_lines
        a, b, c, d = corners(image > level)
        expected = cell_numbers(image > level)
        mistakes = [
            (15 - expected, "inverted: a corner counts if it is above the level."),
            (cell_numbers(image >= level), "a value that equals the level is not above it."),
            (cell_numbers(image > int(level)), "the level was cut to a whole number; it may lie between."),
            (a + 2 * c + 4 * b + 8 * d, "2 and 4 are exchanged: upper right is 2, lower left is 4."),
            (a + 2 * b + 8 * c + 4 * d, "4 and 8 are exchanged: lower left is 4, lower right is 8."),
            (c + 2 * d + 4 * a + 8 * b, "above and below are exchanged: the upper corners are 1 and 2."),
            (b + 2 * a + 4 * d + 8 * c, "left and right are exchanged: the left corners are 1 and 4."),
            (d + 2 * c + 4 * b + 8 * a, "the order is turned round: the upper left corner counts 1."),
            (a + b + c + d, "this is the number of high corners; 1, 2, 4 and 8 tell which ones."),
            (a | b | c | d, "this tells whether any corner is high; asked is which ones."),
        ]  # fmt: skip
        told = [(image.shape, "as large as the picture: between 5 pixels there are 4 cells, so one row and one column less.")]  # fmt: skip
        compare_shaped(whole(call(answer, image, level)), expected, expected, mistakes, told)


def corners(high):
    """Return four arrays: the upper left, upper right, lower left and lower right corners of all cells, 0 or 1."""
    high = high.astype(int)
    return high[:-1, :-1], high[:-1, 1:], high[1:, :-1], high[1:, 1:]


def cell_numbers(high):
    return sum(n * corner for n, corner in zip((1, 2, 4, 8), corners(high), strict=True))


@exercise(
    "4.11",
    "Where the line crosses",
    hints=(
        "high = values > level. The line crosses where high[k + 1] differs from high[k].",
        "Between a and b the level is reached after the share (level - a) / (b - a) of the way.",
        "k = np.flatnonzero(high[1:] != high[:-1]); then k + (level - values[k]) / (values[k + 1] - values[k]).",
    ),
    right="rising or falling, the same share of the way.",
)
def judge_crossings(answer):
    rng = np.random.default_rng(65)
    rows = (
        (rng.random(14), 0.5),
        (rng.normal(0, 2, 11), -0.3),
        (np.array([0.1, 0.9]), 0.3),
        (np.array([0.9, 0.2, 0.1]), 0.4),
        (np.array([0.1, 0.2, 0.3]), 0.7),
    )
    for values, level in rows:
        high = values > level
        k = np.flatnonzero(high[1:] != high[:-1])
        share = (level - values[k]) / (values[k + 1] - values[k])
        expected, rising = k + share, high[k + 1]
        mistakes = [
            (k + 1 - share, "the share is counted from the wrong end: it begins at the left value."),
            (k + 0.5, "halfway between is right for a binary row; here the values say how far."),
            (share, "these are shares of the way: add the place of the left value."),
            (k, "these are the places of the left values: add the share of the way."),
            (k + 1, "these are the places of the right values; the line crosses before them."),
            (expected + 1, "one too far: places count from 0."),
            (expected[rising], "where the values fall, the line crosses as well."),
            (expected[~rising], "where the values rise, the line crosses as well."),
            (np.concatenate([expected[rising], expected[~rising]]), "the places are right; put them in order from left to right."),
            (np.where(rising, expected, k + 1 - share), "right where the values rise; where they fall, the share is negative over negative."),
        ]  # fmt: skip
        given = as_array(call(answer, values, level))
        if given.size == expected.size:
            given = given.reshape(expected.shape)
        elif given.ndim == 1 and len(k) == 0:
            raise Wrong("no line crosses this row: an empty array is asked for.")
        compare(given, expected, values, mistakes, tolerance=1e-9)


def ring(length, apart=(0, 0), seed=0):
    """Return a contour with so many points, whose last point lies so far `apart` from the first."""
    points = np.random.default_rng(seed + length).random((length, 2)) * 50
    points[-1] = points[0] + apart
    return points


@exercise(
    "4.12",
    "Count the closed ones",
    hints=(
        "contour[0] is the first point, contour[-1] the last one; each has a row and a column.",
        "np.array_equal(contour[0], contour[-1]) is True where both are the same.",
        "sum(... and least <= len(c) < limit for c in contours) counts the True ones.",
    ),
    right="closed, long enough, and below the limit.",
)
def judge_count(answer):
    sizes = (9, 9, 20, 20, 20, 33, 47, 47, 60, 60, 60, 60, 75, 90, 90)
    closed = [ring(size, seed=number) for number, size in enumerate(sizes)]
    # ends in another row and column, in the same row, in the same column, with the same sum, and near the beginning
    ways = {(5, 3): (9, 33, 50, 60), (0, 3): (20, 41, 50, 90), (5, 0): (22, 33, 33, 59, 59), (3, -3): (20, 47, 58, 60)}
    ways |= {(0.5, -0.5): (33, 44, 47, 51, 59), (0.05, 0.02): (22, 58)}
    still_open = [ring(size, apart, seed) for apart, sizes in ways.items() for seed, size in enumerate(sizes)]
    given, found = [], []
    for contours, least, limit in (
        (closed + still_open, 20, 60),
        (still_open[:3] + closed[::-1], 33, 90),
        (still_open, 0, 100),
        ([], 5, 9),
    ):
        number = call(answer, contours, least, limit)
        if isinstance(number, list):
            raise Wrong("a list came back; asked is how many there are.")
        given.append(one_number(number))
        found.append(dict(ways_to_count(contours, least, limit)))
    told = [([case[sentence] for case in found], sentence) for sentence in found[0] if sentence]
    expected = [case[""] for case in found]
    judge_together(given, expected, told, close, lambda n: f"expected {expected[n]}, got {given[n]:.5g}.", alone=False)


def ways_to_count(contours, least, limit):
    """Yield (sentence, number) for each way to count; the right one has no sentence."""
    lengths = np.array([len(c) for c in contours])
    gaps = np.array([c[0] - c[-1] for c in contours]).reshape(-1, 2)
    rows, cols = (gaps == 0).T
    closed = rows & cols
    fits = (lengths >= least) & (lengths < limit)
    yield "", (fits & closed).sum()
    yield "the open ones count as well: is the last point the first?", fits.sum()
    yield (
        "one that ends near its beginning was counted: its last point is not the first, so it is open.",
        (fits & (np.abs(gaps).max(axis=1, initial=0) < 0.1)).sum(),
    )
    yield (
        "one that ends half a pixel from its beginning was counted: its last point is not the first, so it is open.",
        (fits & (np.abs(gaps).max(axis=1, initial=0) < 1)).sum(),
    )
    yield "a point has a row and a column: both have to agree, not the row alone.", (fits & rows).sum()
    yield "a point has a row and a column: both have to agree, not the column alone.", (fits & cols).sum()
    yield "a point has a row and a column: both have to agree, not one of them.", (fits & (rows | cols)).sum()
    yield (
        "a point has a row and a column: both have to agree, not their sum.",
        (fits & (np.abs(gaps.sum(axis=1)) < 1e-9)).sum(),
    )
    yield "these are the open ones.", (fits & ~closed).sum()
    yield "the short ones count as well: at least `least` points.", (closed & (lengths < limit)).sum()
    yield "the long ones count as well: fewer than `limit` points.", (closed & (lengths >= least)).sum()
    yield "`limit` itself should not count: fewer than it.", (closed & (lengths >= least) & (lengths <= limit)).sum()
    yield "`least` itself should count: at least so many.", (closed & (lengths > least) & (lengths < limit)).sum()
    yield "`least` should count, `limit` should not.", (closed & (lengths > least) & (lengths <= limit)).sum()
    yield "all closed ones count; look at their lengths.", closed.sum()
    yield "all contours count; only some of them are asked for.", len(contours)
