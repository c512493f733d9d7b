"""Chapter 4, exercises 4.13 to 4.15: regions, and the dice. Each judge is one exercise."""

import numpy as np
from scipy import ndimage

from .. import data, measure
from ..transform import rescale
from ..util import img_as_ubyte
from .engine import Wrong, as_array, call, compare, exercise
from .numbers import compare_number


def regions_to_choose_from():
    """Return masks in which the largest region is the first, the last, in between, joined at a corner, or one of two."""
    five = np.zeros((13, 16), bool)  # first, smallest, largest but one, largest, last: each is another region
    five[0, 2:8] = five[2, 12:15] = five[4:7, 1:4] = five[5:10, 8:13] = five[11, 3:15] = True
    single = np.zeros((5, 7), bool)
    single[1::2, 1::2] = True
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
    return (
        five,
        blobs,
        single,
        hollow,
        corner,
        blobs[::-1, ::-1].copy(),
        equal,
        np.ones((4, 6), bool),
        np.eye(5, 7, dtype=bool),
    )


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
            (labels == last, "two are equally large: take the one that comes first."),
            (by_edges == 1 + edge_sizes[1:].argmax(), "pixels that touch at a corner are connected here: connectivity 2."),
            (labels == 1 + sizes[1:].argmin(), "this is the smallest region."),
            (labels == 1, "this is the first region; the largest may come later."),
            (labels == len(sizes) - 1, "this is the last region; the largest may come earlier."),
            (labels == 1 + np.argmax(boxes), "the largest box; asked is the region with the most pixels."),
            (mask, "this is the whole mask: one region of it is asked for."),
            (labels == sizes[1:].argmax(), "one region too early: sizes[1:] begins with region 1, so add 1 to what argmax finds in it."),
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


DARK = (30, 30, 30)


def throws():
    """Return pictures of dice with their values from left to right, and a word on each."""
    dice = data.load("dice")
    crumbs = with_crumbs(dice, 14)
    specks = with_squares(with_crumbs(dice, 24), ((189, 174), (160, 480), (330, 320)), 5, DARK)
    # the small die's left edge lies to the right of the large one's, its middle to the left; mirrored, so do the right edges
    two = np.concatenate([dice[110:260, 100:250], dice[:120, :150]])
    two[150:262, 11:123] = scaled(dice[105:254, 385:534], 0.75)
    return (
        ("as it is", dice, [6, 3, 5]),
        ("mirrored", dice[:, ::-1], [5, 3, 6]),
        ("turned by 90 degrees", np.rot90(dice), [5, 6, 3]),
        ("turned the other way", np.rot90(dice, -1), [3, 6, 5]),
        ("with one die", dice[:, :270], [6]),
        ("with six dice", np.hstack([dice, dice[:, ::-1]]), [6, 3, 5, 5, 3, 6]),
        ("in half the light", (dice * 0.5).astype(np.uint8), [6, 3, 5]),
        ("at half the size", scaled(dice, 1 / 2), [6, 3, 5]),
        ("with crumbs on the cloth", crumbs, [6, 3, 5]),
        ("with a small die below a large one", two, [5, 6]),
        ("with a small die below a large one, mirrored", two[:, ::-1], [6, 5]),
        ("at a third of the size", scaled(dice, 1 / 3), [6, 3, 5]),
        ("at twice the size, with crumbs on the cloth and specks on the dice", scaled(specks, 2), [6, 3, 5]),
    )


def scaled(image, scale):
    return img_as_ubyte(rescale(image, scale, anti_aliasing=scale < 1, channel_axis=-1))


def with_crumbs(image, side):
    """Return a copy of the dice with five bright crumbs on the cloth, each with a dark middle."""
    middles = (47, 67), (67, 337), (407, 127), (437, 567), (307, 607)
    return with_squares(with_squares(image, middles, side, (230, 225, 210)), middles, 6, DARK)


def with_squares(image, middles, side, colour):
    """Return a copy of a picture with squares of one colour on it."""
    copy = image.copy()
    for row, col in middles:
        copy[row - side // 2 : row - side // 2 + side, col - side // 2 : col - side // 2 + side] = colour
    return copy


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
        return f"{told} Too many dice: what else is bright? {_about(name)}"
    if len(given) < len(values):
        return f"{told} Dice are missing. " + _about(name)
    if "specks" not in name and all(g == v + 1 for g, v in zip(given, values, strict=True)):
        return f"{told} One too many in each: is the die itself, or the background, counted as a dot?"
    return f"{told} " + _about(name)


def _about(name):
    if "light" in name:
        return "Is the level a fixed number? Let Otsu find it."
    if "twice" in name:
        return "Is a size a fixed number? Here a crumb has more pixels than a die had in the smallest picture, and a speck more than a dot: compare with the die."
    if "size" in name:
        return "Is a size a fixed number? At half the size a dot has a quarter of the pixels: compare with the die."
    if "crumbs" in name:
        return "A crumb is no die, and its dark middle no dot: compare its area with the dice."
    return "Show what your function takes for dice, and what for dots."
