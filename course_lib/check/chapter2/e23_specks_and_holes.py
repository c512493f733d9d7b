"""2.23: specks and holes go, and the outline stays where it was."""

import numpy as np
from scipy import ndimage

from ... import filters, measure, morphology
from ..answers import Wrong, call
from ..compare import f1, mask_of
from ..exercise import exercise
from ..later import skimage


def specked(seed):
    """Return a shape with specks around it and holes in it, and the shape itself."""
    rng = np.random.default_rng(seed)
    rows, cols = np.mgrid[:120, :160]
    truth = np.hypot(rows - 60, cols - 55) < 38
    truth |= (abs(rows - 60) < 22) & (abs(cols - 115) < 28)
    grains = ndimage.maximum_filter(rng.random(truth.shape) < 0.008, (2, 3))
    return truth ^ grains, truth


ex = exercise(
    "2.23",
    "Specks and holes",
    hints=(
        "Which of the four operations of the last lesson removes small white parts, which one fills small black ones, and which of them move the outline?",
        "Opening removes specks, closing fills holes; both bring the outline back. The specks are up to three pixels wide, and some of them touch: the footprint has to be larger.",
        "morphology.closing(morphology.opening(mask, disk), disk) with a disk of radius 3, or the other order.",
    ),
    cases=lambda: [specked(71)[0]],  # what look shows
    right="and the shape is as large as it was.",
)

FEW = 2  # specks that lie so near to each other that a closing joins them are as large as a part of the shape
UNTOUCHED = "this is the mask as it was."
INVERTED = "inverted: the shape should be True."
NOTHING = "nothing is white any more. Has each erosion its dilation, and is the footprint smaller than the shape?"
EVERYTHING = "everything is white. Has each dilation its erosion, and is the footprint small enough?"
SHRUNK = "the shape has shrunk. Has each erosion its dilation, and is the footprint small enough for the shape's narrow parts and corners?"
GROWN = "the shape has grown. Has each dilation its erosion, and is the footprint so small that it leaves the shape's bays and the specks beside it alone?"
DISPLACED = "the shape moved, or was mirrored: each pixel has to stay in its place, and a footprint needs a middle."
BOTH = "which operation is for which, and is the footprint (or the size) larger than they are?"
TOO_SMALL = "most of both are as they were: the footprint (or the size) is smaller than they are. They are up to three pixels wide, and more where they are joined."
SPECKS = "which operation removes what the footprint does not fit into? A small footprint fits into a speck; and a closing before it joins specks."
HOLES = "which operation fills what is smaller than the footprint? A small footprint fits into a hole; and an opening or an erosion before it makes holes larger."


@ex.judge
def four_masks(answer):
    worst = [0, 0]
    for seed, turn in ((71, 1), (72, -1)):
        mask, truth = (np.ascontiguousarray(a[:, ::turn]) for a in specked(seed))
        for image, true in ((mask, truth), (mask.T.copy(), truth.T)):
            given = mask_of(call(answer, image), image.shape, "the shape")
            left = specks_and_holes(given, true)
            if max(left) > FEW or moved(given, true):
                told = what_is_wrong(given, true, left, image)
                raise Wrong(told, input=image, expected=true, yours=given)
            worst = np.maximum(worst, left)
    return f"of more than forty specks and forty holes at most {worst[0]} and {worst[1]} are left,"


def specks_and_holes(mask, true):
    """Return how many white parts lie outside the true shape, and how many black ones inside it."""
    parts, gaps = measure.label(mask), measure.label(~mask, connectivity=1)
    return (
        len(np.setdiff1d(parts, np.append(parts[true], 0))),
        len(np.setdiff1d(gaps, np.append(gaps[~true], 0))),
    )


def moved(given, true):
    """Tell whether the outline went in or out: by a pixel on one side or on all, or by more in some places."""
    inner, outer = (np.array([given[side].mean() for side in rims(mask)]) for mask in (true, ~true))
    in_or_out = 1 - inner.mean() > 0.6 or outer.mean() > 0.6
    return in_or_out or displaced(given, true) or f1(given, true) < 0.95


def rims(mask):
    """Return the outermost white pixels of a mask on each of four sides."""
    return [mask & ~np.roll(mask, step, axis) for step in (-1, 1) for axis in (0, 1)]


def displaced(given, true):
    """Tell whether the outline moved inwards on one side and outwards on another one."""
    missing = max(1 - given[side].mean() for side in rims(true))
    added = max(given[side].mean() for side in rims(~true))
    return min(missing, added) > 0.5


def what_is_wrong(given, true, left, image):
    if (given == image).all():
        return UNTOUCHED
    if given.all() or not given.any():
        return EVERYTHING if given.all() else NOTHING
    if given[true].mean() < 0.5 < given[~true].mean():
        return INVERTED
    before = specks_and_holes(image, true)
    told = f"{left[0]} of {before[0]} specks and {left[1]} of {before[1]} holes are left: "
    size = given.sum() / true.sum()
    if displaced(given, true):
        return told + DISPLACED
    if size < 0.85 and left[0] <= FEW:
        return told + SHRUNK
    if size > 1.15 and left[1] <= FEW:
        return told + GROWN
    if all(after > number / 2 for after, number in zip(left, before, strict=True)):
        return told + TOO_SMALL
    if max(left) > FEW:
        return told + (BOTH if min(left) > FEW else SPECKS if left[0] > FEW else HOLES)
    return f"{told}that is well, but the outline moved: {SHRUNK if size < 1 else GROWN}"


@ex.right
def clean(mask):
    disk = morphology.disk(3)
    return morphology.opening(morphology.closing(mask, disk), disk)


@ex.right
def by_skimage(mask):
    disk = skimage.morphology.disk(3)
    return skimage.morphology.closing(skimage.morphology.opening(mask, disk), disk)


ex.right(lambda mask: morphology.remove_small_holes(morphology.remove_small_objects(mask, max_size=60), max_size=60))
ex.right(lambda mask: ndimage.binary_closing(ndimage.binary_opening(mask, iterations=2), iterations=2))
ex.right(lambda mask: ndimage.median_filter(mask.astype(np.float32), 7) > 0.5)
ex.right(lambda mask: filters.gaussian(mask, 3) > 0.5)


def opened(mask, radius=3):
    return morphology.opening(mask, morphology.disk(radius))


def closed(mask, radius=3):
    return morphology.closing(mask, morphology.disk(radius))


def largest(mask):
    numbers = measure.label(mask)
    return numbers == np.bincount(numbers[numbers > 0]).argmax()


ex.right(lambda mask: ndimage.binary_fill_holes(largest(mask)))

ex.slip(UNTOUCHED, lambda mask: mask)
ex.slip(INVERTED, lambda mask: ~clean(mask))
ex.slip(NOTHING, lambda mask: opened(mask, 30))
ex.slip(EVERYTHING, lambda mask: morphology.dilation(mask, morphology.disk(60)))
ex.slip(SHRUNK, lambda mask: morphology.erosion(mask, morphology.disk(4)))
ex.slip(SHRUNK, lambda mask: closed(opened(mask, 6), 6))
ex.slip(SHRUNK, lambda mask: morphology.erosion(clean(mask), np.ones((3, 3))))
ex.slip(SHRUNK, lambda mask: morphology.erosion(clean(mask), morphology.disk(3)))
ex.slip(GROWN, lambda mask: morphology.dilation(clean(mask), np.ones((13, 13))))
ex.slip(GROWN, lambda mask: morphology.dilation(clean(mask)))
ex.slip(GROWN, lambda mask: closed(mask, 8))
ex.slip(DISPLACED, lambda mask: clean(mask)[:, ::-1])
ex.slip(DISPLACED, lambda mask: np.roll(clean(mask), -2, axis=0))
ex.slip(DISPLACED, lambda mask: np.roll(clean(mask), 1, axis=1))
ex.slip(TOO_SMALL, filters.median)
ex.slip(TOO_SMALL, lambda mask: filters.gaussian(mask, 1) > 0.5)
ex.slip(BOTH, lambda mask: closed(opened(mask, 1), 1))
ex.slip(SPECKS, closed)
ex.slip(SPECKS, lambda mask: opened(closed(mask), 1))
ex.slip(SPECKS, ndimage.binary_fill_holes)
ex.slip(HOLES, opened)
ex.slip(HOLES, lambda mask: closed(opened(mask), 1))
ex.slip(HOLES, largest)
ex.slip(HOLES, lambda mask: morphology.remove_small_objects(mask, max_size=60))

ex.wrong("58 of 62 specks and 46 of 52 holes are left", lambda mask: filters.gaussian(mask, 1) > 0.5)
ex.wrong("5 of 62 specks and 40 of 52 holes are left", lambda mask: opened(mask, 1))
ex.wrong("55 of 62 specks and 6 of 52 holes are left", lambda mask: closed(mask, 1))
ex.wrong("the outline moved", lambda mask: morphology.dilation(clean(mask)))
ex.wrong("True and False", lambda mask: clean(mask).astype(np.uint8))
ex.wrong("should have the shape of the picture", lambda mask: specked(71)[1])  # right once, not for every mask
