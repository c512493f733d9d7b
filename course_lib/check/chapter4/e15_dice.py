"""4.15: the values of dice are read from a picture."""

import numpy as np
from scipy import ndimage

from ... import color, data, filters, measure
from ..answers import Wrong, call
from ..exercise import exercise
from ..later import skimage
from .dice import throws

ex = exercise(
    "4.15",
    "Project: read the dice",
    hints=(
        "How does a computer tell which dots belong to which die? And what is the same of a die in every size and light?",
        "Two segmentations: the dice (bright, their holes filled by ndimage.binary_fill_holes), and the dots, which are in them and not bright.",
        "regionprops gives each die's slice, image and centroid[1] to sort by. Leave out dice below a share of the largest one's area, and dots below a share of their die's.",
    ),
    cases=lambda: [data.load("dice")],  # what look shows
    right="every die read, in every light and size. Now your own picture.",
)

SAME = "got the same values as the one before. Does your function look at the picture?"
ORDER = "The values are right, the order is not: sort by the column of each die's middle."
ONE_MORE = "One too many in each: is the die itself, or the background, counted as a dot?"
ONE_FEWER = "One too few in each: does something begin at 1, or is a dot left out?"
TOGETHER = "This is the number of all dots: which die does each lie in?"
MISSING = "Dice are missing: do several hang together in your mask, is one too small, or is the level above the dice?"
SIX = "A die shows 6 dots at most: what else was counted? Pixels, contours, or specks?"
LIGHT = "Is the level a fixed number? Let Otsu find it."
SIZE = "Is a size a fixed number? At half the size a dot has a quarter of the pixels: compare with the die."
TWICE = "Is a size a fixed number, or too small a share of a die's? Here a crumb has more pixels than a die had in the smallest picture, and a speck more than a dot."
CRUMBS = "A crumb is no die, and its dark middle no dot: compare its area with the dice."
SMALL = "Here one die has about half the area of the other, and so have its dots: compare a dot with its own die."
SHOW = "Show what your function takes for dice, and what for dots."


@ex.judge
def judge(answer):
    given = {}
    for name, image, values in throws():
        given[name] = as_values(call(answer, np.ascontiguousarray(image)), values)
        if given[name] == values:
            continue
        if len(given) > 1 and len({tuple(found) for found in given.values()}) == 1:
            raise Wrong(f"the picture {name} {SAME}")
        yours = str(given[name][:12]).replace("]", ", …]" if len(given[name]) > 12 else "]")
        told = f"the picture {name} should give {values}, yours gives {yours}."
        raise Wrong(f"{told} {what_went_wrong(name, given[name], values)}", picture=image)


def as_values(given, values):
    """Return an answer as a list of numbers, or say what is wrong with its kind."""
    if not isinstance(given, (list, tuple, np.ndarray)):
        extra = " This is their sum." if not isinstance(given, (str, dict)) and given == sum(values) else ""
        raise Wrong(f"expected a list of values, one for each die, got {type(given).__name__}.{extra}")
    array = np.asarray(given)
    if array.ndim != 1 or array.dtype.kind not in "uif" or (array.dtype.kind == "f" and not np.isfinite(array).all()):
        if array.size == 0:
            return []
        raise Wrong("expected a list of whole numbers, one for each die.")
    return [int(value) if value == int(value) else float(value) for value in array.tolist()]


def what_went_wrong(name, given, values):
    if sorted(given) == sorted(values):
        return ORDER
    if given == [sum(values)]:
        return TOGETHER
    if not given:
        return f"No die was found. {advice(name)}"
    if len(given) > len(values):
        return f"Too many dice: what else is bright? {advice(name)}"
    if len(given) < len(values):
        return f"{MISSING} {advice(name)}"
    difference = set(np.subtract(given, values).tolist())
    if "specks" not in name and difference in ({1}, {-1}):
        return ONE_MORE if difference == {1} else ONE_FEWER
    return f"{SIX} {advice(name)}" if max(given) > 6 and "specks" not in name else advice(name)


def advice(name):
    """Return what to think about in the picture of this name."""
    about = {"light": LIGHT, "twice": TWICE, "size": SIZE, "crumbs": CRUMBS, "small": SMALL}
    return next((sentence for word, sentence in about.items() if word in name), SHOW)


@ex.right
def dice_values(image):
    grey = color.rgb2gray(image)
    bright = grey > filters.threshold_otsu(grey)
    filled = ndimage.binary_fill_holes(bright)  # a die without its dots
    dots = measure.label(filled & ~bright)
    least = 0.2 * max(region.area for region in measure.regionprops(measure.label(filled)))
    values = {}
    for die in measure.regionprops(measure.label(filled)):
        if die.area < least:
            continue  # a crumb on the cloth
        inside = np.bincount(dots[die.slice][die.image])[1:]  # the area of each dot in this die
        values[die.centroid[1]] = int((inside > 0.008 * die.area).sum())
    return [values[col] for col in sorted(values)]


@ex.right
def by_contours(image):
    """Outlines by their lengths; a dot belongs to the die whose box it lies in."""
    grey = skimage.color.rgb2gray(image)
    contours = skimage.measure.find_contours(grey > skimage.filters.threshold_otsu(grey), 0.5)
    longest = max(len(c) for c in contours)
    dice = sorted((c for c in contours if len(c) > 0.5 * longest), key=lambda c: c[:, 1].mean())
    dots = [c.mean(axis=0) for c in contours if 0.08 * longest < len(c) < 0.3 * longest]
    return [sum(((c.min(0) < dot) & (dot < c.max(0))).all() for dot in dots) for c in dice]


ex.right(lambda image: tuple(dice_values(image)))
ex.right(lambda image: np.array(dice_values(image)))


def read_dice(
    level=filters.threshold_otsu,
    is_die=lambda area, largest: area >= 0.2 * largest,
    is_dot=lambda area, die: area > 0.008 * die,
    order=lambda die: die.centroid[1],
):
    """Return the solution with one of its four decisions taken another way."""

    def answer(image):
        grey = color.rgb2gray(image)
        bright = grey > level(grey)
        filled = ndimage.binary_fill_holes(bright)
        dots = measure.label(filled & ~bright)
        regions = measure.regionprops(measure.label(filled))
        largest = max((region.area for region in regions), default=0)
        dice = sorted((region for region in regions if is_die(region.area, largest)), key=order)
        areas = [np.bincount(dots[die.slice][die.image])[1:] for die in dice]
        return [int(is_dot(inside, die.area).sum()) for inside, die in zip(areas, dice, strict=True)]

    return answer


ex.slip(SAME, lambda image: [6, 3, 5])
ex.slip(ORDER, read_dice(order=lambda die: die.bbox[1]))
ex.slip(ORDER, read_dice(order=lambda die: die.bbox[3]))
ex.slip(ORDER, read_dice(order=lambda die: die.label))
ex.slip(ORDER, read_dice(order=lambda die: -die.centroid[1]))
ex.slip(ONE_MORE, lambda image: [value + 1 for value in dice_values(image)])
ex.slip(LIGHT, read_dice(level=lambda grey: 0.6))
ex.slip(SIZE, read_dice(is_dot=lambda area, die: (area > 200) & (area < 500)))
ex.slip(SIZE, read_dice(is_dot=lambda area, die: area > 50))
ex.slip(SIZE, read_dice(is_die=lambda area, largest: area >= 1500))
ex.slip(TWICE, read_dice(is_dot=lambda area, die: area > 25))
ex.slip(TWICE, read_dice(is_die=lambda area, largest: area >= 700, is_dot=lambda area, die: area > 25))
ex.slip(TWICE, read_dice(is_die=lambda area, largest: area >= 0.05 * largest))
ex.slip(TWICE, read_dice(is_dot=lambda area, die: area > 0.002 * die))
ex.slip(SMALL, read_dice(is_die=lambda area, largest: area >= 0.6 * largest))
ex.slip(CRUMBS, read_dice(is_die=lambda area, largest: area >= 100))
ex.slip(TOGETHER, lambda image: [sum(dice_values(image))])
ex.slip(ONE_FEWER, lambda image: [value - 1 for value in dice_values(image)])
ex.slip(SIX, lambda image: [50 * value for value in dice_values(image)])
ex.slip(MISSING, read_dice(level=lambda grey: 0.4))
ex.slip(MISSING, lambda image: dice_values(image)[:2])

ex.wrong("Too many dice", read_dice(is_die=lambda area, largest: True))
ex.wrong("Too many dice", read_dice(is_die=lambda area, largest: area >= 500))
ex.wrong("Too many dice", read_dice(level=np.mean))
ex.wrong("No die was found", read_dice(is_die=lambda area, largest: area >= 1500))
ex.wrong("No die was found", lambda image: [])
ex.wrong("their sum", lambda image: 14)
ex.wrong("whole numbers", lambda image: ["six", "three", "five"])
ex.wrong("whole numbers", lambda image: [None, float("nan")])
ex.wrong("a list of values", lambda image: {"left": 6})
