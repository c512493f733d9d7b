"""2.23: specks and holes go, and the outline stays where it was."""

import numpy as np
from scipy import ndimage

from ... import filters, measure, morphology
from ..answers import Wrong, call
from ..compare import f1, mask_of, rounded_down
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
        "Opening removes specks, closing fills holes. Both give the shape its outline back.",
        "The specks are up to three pixels wide, some of them touch. The footprint has to be larger.",
        "morphology.closing(morphology.opening(mask, disk), disk) with a disk of radius 3, or the other order.",
    ),
    right="and the shape is as large as it was.",
)

FEW = 2  # specks that lie so near to each other that a closing joins them are as large as a part of the shape
INVERTED = "inverted: the shape should be True."
SHRUNK = "the shape has shrunk, and perhaps its holes have grown: after an erosion, a dilation has to bring the outline back."
GROWN = "the shape has grown: after a dilation, an erosion has to bring the outline back."
BOTH = "which operation is for which, and is the footprint larger than they are?"
SPECKS = "which operation removes what the footprint does not fit into? A small footprint fits into a speck."
HOLES = "which operation fills what is smaller than the footprint? A small footprint fits into a hole."
OUTLINE = "has each erosion its dilation, and is the footprint small enough?"


@ex.judge
def four_masks(answer):
    worst = [0, 0]
    for seed, turn in ((71, 1), (72, -1)):
        mask, truth = (np.ascontiguousarray(a[:, ::turn]) for a in specked(seed))
        for image, true in ((mask, truth), (mask.T.copy(), truth.T)):
            given = mask_of(call(answer, image), image.shape, "the shape")
            left = specks_and_holes(given, true)
            if max(left) > FEW or f1(given, true) < 0.95:
                told = what_is_wrong(given, true, left, specks_and_holes(image, true))
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


def what_is_wrong(given, true, left, before):
    if given[true].mean() < 0.5 < given[~true].mean():
        return INVERTED
    told = f"{left[0]} of {before[0]} specks and {left[1]} of {before[1]} holes are left: "
    if given.sum() < 0.85 * true.sum() and left[0] <= FEW:
        return told + SHRUNK
    if given.sum() > 1.15 * true.sum() and left[1] <= FEW:
        return told + GROWN
    if max(left) > FEW:
        return told + (BOTH if min(left) > FEW else SPECKS if left[0] > FEW else HOLES)
    return f"{told}that is well, but the outline moved (score {rounded_down(f1(given, true), 3)} of 0.950): {OUTLINE}"


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


ex.slip(INVERTED, lambda mask: ~clean(mask))
ex.slip(SHRUNK, lambda mask: np.zeros_like(mask))
ex.slip(SHRUNK, lambda mask: morphology.erosion(mask, morphology.disk(4)))
ex.slip(GROWN, lambda mask: np.ones_like(mask))
ex.slip(GROWN, lambda mask: morphology.dilation(clean(mask), np.ones((13, 13))))
ex.slip(BOTH, filters.median)
ex.slip(BOTH, lambda mask: closed(opened(mask, 1), 1))
ex.slip(SPECKS, closed)
ex.slip(SPECKS, ndimage.binary_fill_holes)
ex.slip(HOLES, opened)
ex.slip(HOLES, lambda mask: morphology.remove_small_objects(mask, max_size=60))
ex.slip(OUTLINE, lambda mask: morphology.erosion(clean(mask), morphology.disk(3)))

ex.wrong("62 of 62 specks and 52 of 52 holes are left", lambda mask: mask)
ex.wrong("58 of 62 specks and 46 of 52 holes are left", lambda mask: filters.gaussian(mask, 1) > 0.5)
ex.wrong("5 of 62 specks and 40 of 52 holes are left", lambda mask: opened(mask, 1))
ex.wrong("55 of 62 specks and 6 of 52 holes are left", lambda mask: closed(mask, 1))
ex.wrong("should have the shape of the picture", lambda mask: specked(71)[1])  # right once, not for every mask


@ex.wrong("score 0.949 of 0.950")
def just_too_few(mask):
    """Return the first mask's shape with the fewest pixels missing that leave it below a score of 0.95."""
    truth = specked(71)[1]
    total = truth.sum()
    missing = next(k for k in range(total) if 2 * (total - k) / (2 * total - k) < 0.95)
    rows, cols = np.nonzero(truth)
    truth[rows[:missing], cols[:missing]] = False
    return truth
