"""4.15: the values of dice are read from a picture."""

import numpy as np
from scipy import ndimage

from ... import color, filters, measure
from ..answers import Wrong, call
from ..exercise import exercise
from ..later import skimage
from .dice import throws

ex = exercise(
    "4.15",
    "Project: read the dice",
    hints=(
        "Two segmentations: the dice (bright, with their holes filled: ndimage.binary_fill_holes) and the dots in them.",
        "A dot belongs to the die in whose filled region it lies. regionprops gives each die's box, and its image within it.",
        "Let no size be a fixed number: compare with the largest die's area. Sort by the column of each die's centroid.",
    ),
    right="every die read, in every light and size. Now your own picture.",
)

SAME = "got the same values as the one before. Does your function look at the picture?"
ORDER = "The values are right, the order is not: sort by the column of each die's middle."
ONE_MORE = "One too many in each: is the die itself, or the background, counted as a dot?"
LIGHT = "Is the level a fixed number? Let Otsu find it."
SIZE = "Is a size a fixed number? At half the size a dot has a quarter of the pixels: compare with the die."
TWICE = "Is a size a fixed number? Here a crumb has more pixels than a die had in the smallest picture, and a speck more than a dot: compare with the die."
CRUMBS = "A crumb is no die, and its dark middle no dot: compare its area with the dice."
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
        told = f"the picture {name} should give {values}, yours gives {given[name]}."
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
    if not given:
        return f"No die was found. {advice(name)}"
    if len(given) > len(values):
        return f"Too many dice: what else is bright? {advice(name)}"
    if len(given) < len(values):
        return f"Dice are missing. {advice(name)}"
    if "specks" not in name and all(g == v + 1 for g, v in zip(given, values, strict=True)):
        return ONE_MORE
    return advice(name)


def advice(name):
    """Return what to think about in the picture of this name."""
    about = {"light": LIGHT, "twice": TWICE, "size": SIZE, "crumbs": CRUMBS}
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
ex.slip(CRUMBS, read_dice(is_die=lambda area, largest: area >= 100))

ex.wrong("Too many dice", read_dice(is_die=lambda area, largest: True))
ex.wrong("Too many dice", read_dice(is_die=lambda area, largest: area >= 500))
ex.wrong("No die was found", read_dice(is_die=lambda area, largest: area >= 1500))
ex.wrong("No die was found", lambda image: [])
ex.wrong("Dice are missing", lambda image: dice_values(image)[:2])
ex.wrong("their sum", lambda image: 14)
ex.wrong("whole numbers", lambda image: ["six", "three", "five"])
ex.wrong("whole numbers", lambda image: [None, float("nan")])
ex.wrong("a list of values", lambda image: {"left": 6})
