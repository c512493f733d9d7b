"""Chapter 4, exercises 4.9 to 4.15: contours, regions, and the dice. Each judge is one exercise."""

import numpy as np
from scipy import ndimage

from .. import color, data, filters, measure
from ..transform import rescale
from ..util import img_as_ubyte
from .chapter4_pieces import own_shape, whole
from .engine import Wrong, as_array, call, compare, exercise
from .numbers import compare_number
from .pictures import random_colour


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
        plain = image.mean(axis=-1)
        given = as_array(call(answer, image))
        told = [(image.shape, "this still has channels: make the picture grey before the comparison.")]
        own_shape(given, expected, told)
        if given.dtype == bool and given.shape == expected.shape and np.mean(given != expected) < 0.002:
            continue  # other ways to round
        mistakes = [
            (~expected, "inverted: True should be where it is brighter than the threshold."),
            (grey > 0.5, "the level is 0.5 for every picture: let Otsu find it."),
            (grey > grey.mean(), "this is the mean; Otsu's threshold is where the two classes lie farthest apart."),
            (
                plain > filters.threshold_otsu(plain),
                "the plain mean of the channels: rgb2gray weighs them as the eye does.",
            ),
            (grey, "this is the grey picture; it has to be binarised."),
            (np.full(grey.shape, level), "this is the threshold; compare the picture with it."),
        ] + [
            (
                image[..., c] > filters.threshold_otsu(np.ascontiguousarray(image[..., c])),
                f"this is channel {c} alone: make it grey with rgb2gray.",
            )
            for c in range(3)
        ]
        compare(given, expected, image, mistakes)


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
        a, b, c, d = (
            part.astype(int)
            for high in [image > level]
            for part in (high[:-1, :-1], high[:-1, 1:], high[1:, :-1], high[1:, 1:])
        )
        expected = a + 2 * b + 4 * c + 8 * d
        or_equal = image >= level
        equal = or_equal[:-1, :-1] + 2 * or_equal[:-1, 1:] + 4 * or_equal[1:, :-1] + 8 * or_equal[1:, 1:]
        mistakes = [
            (15 - expected, "inverted: a corner counts if it is above the level."),
            (equal, "a value that equals the level is not above it."),
            (a + 2 * c + 4 * b + 8 * d, "2 and 4 are exchanged: upper right is 2, lower left is 4."),
            (a + 2 * b + 8 * c + 4 * d, "4 and 8 are exchanged: lower left is 4, lower right is 8."),
            (d + 2 * c + 4 * b + 8 * a, "the order is turned round: the upper left corner counts 1."),
            (a + b + c + d, "this is the number of high corners; 1, 2, 4 and 8 tell which ones."),
            (a | b | c | d, "this tells whether any corner is high; asked is which ones."),
        ]
        given = whole(call(answer, image, level))
        told = [
            (
                image.shape,
                "as large as the picture: between 5 pixels there are 4 cells, so one row and one column less.",
            )
        ]
        own_shape(given, expected, told)
        compare(given, expected, expected, mistakes)


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
    # ends in another row and column, in the same row, in the same column, and with the same sum
    ways = {(5, 3): (9, 33, 50, 60), (0, 3): (20, 41, 50, 90), (5, 0): (33, 33, 59), (3, -3): (20, 47, 58, 60)}
    still_open = [ring(size, apart, seed) for apart, sizes in ways.items() for seed, size in enumerate(sizes)]
    for contours, least, limit in (
        (closed + still_open, 20, 60),
        (still_open[:3] + closed[::-1], 33, 90),
        (still_open, 0, 100),
        ([], 5, 9),
    ):
        lengths = np.array([len(c) for c in contours])
        is_closed = np.array([(c[0] == c[-1]).all() for c in contours], bool)
        same_row = np.array([c[0, 0] == c[-1, 0] for c in contours], bool)
        same_col = np.array([c[0, 1] == c[-1, 1] for c in contours], bool)
        fits = (lengths >= least) & (lengths < limit)
        mistakes = [
            (fits.sum(), "the open ones count as well: is the last point the first?"),
            ((fits & same_row).sum(), "a point has a row and a column: both have to agree."),
            ((fits & same_col).sum(), "a point has a row and a column: both have to agree."),
            ((fits & (same_row | same_col)).sum(), "a point has a row and a column: both have to agree."),
            ((fits & ~is_closed).sum(), "these are the open ones."),
            ((is_closed & (lengths < limit)).sum(), "the short ones count as well: at least `least` points."),
            ((is_closed & (lengths >= least)).sum(), "the long ones count as well: fewer than `limit` points."),
            ((is_closed & (lengths >= least) & (lengths <= limit)).sum(), "`limit` itself should not count: fewer than it."),
            ((is_closed & (lengths > least) & (lengths < limit)).sum(), "`least` itself should count: at least so many."),
            ((is_closed & (lengths > least) & (lengths <= limit)).sum(), "`least` should count, `limit` should not."),
            (is_closed.sum(), "all closed ones count; look at their lengths."),
            (len(contours), "all contours count; only some of them are asked for."),
        ]  # fmt: skip
        given = call(answer, contours, least, limit)
        if isinstance(given, list):
            raise Wrong("a list came back; asked is how many there are.")
        compare_number(given, (fits & is_closed).sum(), mistakes)


def regions_to_choose_from():
    """Return masks in which the largest region is the first, the last, in between, joined at a corner, or one of two."""
    blobs = np.zeros((14, 18), bool)
    blobs[1:3, 1:9], blobs[5:10, 2:7], blobs[6:9, 10:13], blobs[12, 1:16] = True, True, True, True
    corner = np.zeros((10, 12), bool)
    corner[0:3, 0:3] = corner[3:6, 3:6] = corner[8, 2:12] = True  # 18 together, 9 each; the line has 10
    corner[1, 5:8] = True
    equal = np.zeros((7, 9), bool)
    equal[1:3, 5:7] = equal[2:4, 0:2] = equal[6, 4] = True
    hollow = np.zeros((10, 17), bool)
    hollow[0, 16] = hollow[1:8, 1:8] = True
    hollow[2:7, 2:7] = False  # 24 pixels in the larger box
    hollow[2:7, 10:16], hollow[4, 12] = True, False  # 29 pixels round a hole
    return blobs, hollow, corner, blobs[::-1, ::-1].copy(), equal, np.ones((4, 6), bool), np.eye(5, 7, dtype=bool)


@exercise(
    "4.13",
    "The largest thing",
    hints=(
        "measure.label numbers the regions; np.bincount(labels.ravel()) counts the pixels of each number.",
        "Number 0 is the background, and often the largest: leave it out.",
        "sizes[0] = 0, then labels == sizes.argmax().",
    ),
    right="the background left out, corners connected, and of equals the first.",
)
def judge_largest(answer):
    for mask in regions_to_choose_from():
        labels = measure.label(mask)
        sizes = np.bincount(labels.ravel())
        by_edges = measure.label(mask, connectivity=1)
        edge_sizes = np.bincount(by_edges.ravel())
        with_ground = labels == sizes.argmax()
        last = len(sizes) - 1 - sizes[:0:-1].argmax()
        boxes = [region.area_bbox for region in measure.regionprops(labels)]
        expected = labels == 1 + sizes[1:].argmax()
        mistakes = [
            (~expected, "inverted: True should mark the largest region."),
            (with_ground, "this is the background: number 0 is no region, leave it out."),
            (by_edges == 1 + edge_sizes[1:].argmax(), "pixels that touch at a corner are connected here: connectivity 2."),
            (labels == 1 + sizes[1:].argmin(), "this is the smallest region."),
            (labels == 1, "this is the first region; the largest may come later."),
            (labels == len(sizes) - 1, "this is the last region; the largest may come earlier."),
            (labels == last, "two are equally large: take the one that comes first."),
            (labels == 1 + np.argmax(boxes), "the largest box; asked is the region with the most pixels."),
            (mask, "this is the whole mask: one region of it is asked for."),
            (ndimage.binary_fill_holes(expected), "a hole was filled: its pixels do not belong to the region."),
        ]  # fmt: skip
        given = as_array(call(answer, mask))
        if given.ndim == 0:
            raise Wrong("one number came back; asked is the mask of the region.")
        compare(given, expected, mask, mistakes)


@exercise(
    "4.14",
    "Why is it one too many?",
    hints=(
        "Print np.unique(labels) for a small mask. Which number is no region?",
        "In a mask that is True everywhere, the background does not occur: taking 1 away would be wrong there.",
        "The labels run from 1 to the number of regions, and 0 is background: the largest label is the count.",
    ),
    right="the labels run from 1 to their number, so the largest one counts them; in an empty mask it is 0.",
)
def judge_how_many(answer):
    blobs = regions_to_choose_from()
    masks = (*blobs[::-1], np.zeros((4, 5), bool), ~blobs[0], np.ones((1, 1), bool))
    for mask in masks:
        labels = measure.label(mask)
        count = len(np.unique(labels))
        found = measure.label(mask, connectivity=1).max()
        sentence = "the background is still counted: 0 is no region."
        mistakes = [(count, sentence)]
        if mask.all():
            mistakes = [(count - 1, "for a mask that is True everywhere there is no background to take away.")]
        if not mask.any():
            mistakes = [(1, "an empty mask has no regions: 0 is asked for.")]
        mistakes += [
            (found, "pixels that touch at a corner were connected before: keep connectivity as it is."),
            (labels.max() + 1, sentence),
            (mask.sum(), "these are pixels; asked are regions."),
        ]
        compare_number(call(answer, mask), labels.max(), mistakes)


def throws():
    """Return pictures of dice with their values from left to right, and a word on each."""
    dice = data.load("dice")
    crumbs = dice.copy()
    for row, col in ((40, 60), (60, 330), (400, 120), (430, 560), (300, 600)):
        crumbs[row : row + 14, col : col + 14] = (230, 225, 210)
        crumbs[row + 4 : row + 10, col + 4 : col + 10] = (30, 30, 30)
    return (
        ("as it is", dice, [6, 3, 5]),
        ("mirrored", dice[:, ::-1], [5, 3, 6]),
        ("turned by 90 degrees", np.rot90(dice), [5, 6, 3]),
        ("turned the other way", np.rot90(dice, -1), [3, 6, 5]),
        ("with one die", dice[:, :270], [6]),
        ("with six dice", np.hstack([dice, dice[:, ::-1]]), [6, 3, 5, 5, 3, 6]),
        ("in half the light", (dice * 0.5).astype(np.uint8), [6, 3, 5]),
        ("at half the size", img_as_ubyte(rescale(dice, 0.5, anti_aliasing=True, channel_axis=-1)), [6, 3, 5]),
        ("with crumbs on the cloth", crumbs, [6, 3, 5]),
    )


@exercise(
    "4.15",
    "Project: read the dice",
    hints=(
        "Two segmentations: the dice (bright, with their holes filled: ndimage.binary_fill_holes) and the dots in them.",
        "A dot belongs to the die in whose filled region it lies. regionprops gives each die's box, and its image within it.",
        "Let no size be a fixed number: compare with the largest die's area. Sort by the column of each die's centroid.",
    ),
    right="every die read, in every light and size. Now your own picture.",
)
def judge_dice(answer):
    given = {}
    for name, image, values in throws():
        given[name] = _as_values(call(answer, np.ascontiguousarray(image)), values)
        if given[name] == values:
            continue
        if len(given) > 1 and len({tuple(v) for v in given.values()}) == 1:
            raise Wrong(
                f"the picture {name} got the same values as the one before. Does your function look at the picture?"
            )
        raise Wrong(_dice_sentence(name, given[name], values), picture=image)


def _as_values(given, values):
    if not isinstance(given, (list, tuple, np.ndarray)):
        extra = " This is their sum." if not isinstance(given, (str, dict)) and given == sum(values) else ""
        raise Wrong(f"expected a list of values, one for each die, got {type(given).__name__}.{extra}")
    array = np.asarray(given)
    if array.ndim != 1 or array.dtype.kind not in "uif" or (array.dtype.kind == "f" and not np.isfinite(array).all()):
        if array.size == 0:
            return []
        raise Wrong("expected a list of whole numbers, one for each die.")
    return [int(value) if value == int(value) else float(value) for value in array.tolist()]


def _dice_sentence(name, given, values):
    told = f"the picture {name} should give {values}, yours gives {given}."
    if sorted(given) == sorted(values):
        return f"{told} The values are right, the order is not: sort by the column of each die's middle."
    if not given:
        return f"{told} No die was found. " + _about(name)
    if len(given) > len(values):
        return f"{told} Too many dice: what else is bright?"
    if len(given) < len(values):
        return f"{told} Dice are missing. " + _about(name)
    if all(g == v + 1 for g, v in zip(given, values, strict=True)):
        return f"{told} One too many in each: is the die itself, or the background, counted as a dot?"
    return f"{told} " + _about(name)


def _about(name):
    if "light" in name:
        return "Is the level a fixed number? Let Otsu find it."
    if "size" in name:
        return "Is a size a fixed number? At half the size a dot has a quarter of the pixels: compare with the die."
    if "crumbs" in name:
        return "A crumb is no die, and its dark middle no dot: compare its area with the dice."
    return "Show what your function takes for dots, die by die."
