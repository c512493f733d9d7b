"""Chapter 2, exercises 2.21 to 2.23: shapes. Each judge is one exercise."""

import numpy as np
from scipy import ndimage

from .. import data
from ..measure import label
from ..morphology import disk
from .legacy import Wrong, call, compare, exercise
from .masks import f1, mask_of
from .numbers import rounded_down
from .pictures import grey_pictures


def masks():
    """Return small masks with shapes at the border, specks and holes."""
    world = data.load("world")[60:140:2, 300:460:2]
    return world, np.random.default_rng(61).random((11, 14)) < 0.8, np.random.default_rng(62).random((9, 6)) < 0.2


@exercise(
    "2.21",
    "Write an erosion",
    hints=(
        "All nine pixels have to be white. For numbers, that is their minimum.",
        "np.pad(image, 1, mode='edge'), nine shifted copies, and np.min(copies, axis=0).",
        "np.minimum.reduce(copies) does the same, for masks and for grey pictures.",
    ),
    right="the least of nine, for masks and for grey pictures alike.",
)
def judge_erosion(answer):
    for image in (*masks(), *grey_pictures()):
        expected = ndimage.minimum_filter(image, 3, mode="nearest")
        mistakes = [
            (ndimage.maximum_filter(image, 3, mode="nearest"), "this is the dilation: the white grows. An erosion takes the least of the nine."),
            (ndimage.minimum_filter(image, 3, mode="constant"), "the border was eaten: beyond it you took black. Repeat the border pixels, np.pad's mode 'edge'."),
            (ndimage.minimum_filter(image, footprint=disk(1), mode="nearest"), "the four corners of the footprint are missing: asked are all nine pixels."),
            (ndimage.minimum_filter(image, 5, mode="nearest"), "this footprint has five by five pixels; asked are three by three."),
            (ndimage.median_filter(image, 3, mode="nearest"), "this is the median of the nine; an erosion takes the least."),
            (ndimage.uniform_filter(image.astype(float), 3, mode="nearest"), "this is the mean of the nine; an erosion takes the least."),
            (expected[1:-1, 1:-1], "the outermost pixels are missing: pad the picture first."),
            (image, "nothing was eroded yet."),
        ]  # fmt: skip
        compare(call(answer, image), expected, image, mistakes)


@exercise(
    "2.22",
    "The outline",
    hints=(
        "Which pixels does an erosion take away?",
        "The outline is what is white in the mask and black in its erosion.",
        "mask & ~morphology.erosion(mask, np.ones((3, 3))).",
    ),
    right="what an erosion takes away is the rim.",
)
def judge_outline(answer):
    for mask in masks():
        thin = ndimage.minimum_filter(mask, 3, mode="nearest")
        thick = ndimage.maximum_filter(mask, 3, mode="nearest")
        expected = mask & ~thin
        mistakes = [
            (thick & ~mask, "this is the rim outside the shape; asked is the one inside: white pixels of the mask itself."),
            (thick & ~thin, "this rim is two pixels wide, inside and outside; asked is the inner one."),
            (thin, "this is the erosion; asked is what it takes away."),
            (~expected, "inverted: the outline should be True."),
            (mask & ~ndimage.minimum_filter(mask, footprint=disk(1), mode="nearest"), "a footprint without corners was used, so the outline has gaps for diagonal neighbours: take the square of 3 x 3."),
            (mask & ~ndimage.minimum_filter(mask, 3, mode="constant"), "the picture's own border counts as outline: beyond it you took black."),
            (mask, "this is the mask as it was."),
        ]  # fmt: skip
        compare(call(answer, mask), expected, mask, mistakes)


def specked(seed):
    """Return a shape with specks around it and holes in it, and the shape itself."""
    rng = np.random.default_rng(seed)
    rows, cols = np.mgrid[:120, :160]
    truth = np.hypot(rows - 60, cols - 55) < 38
    truth |= (abs(rows - 60) < 22) & (abs(cols - 115) < 28)
    grains = ndimage.maximum_filter(rng.random(truth.shape) < 0.008, (2, 3))
    return truth ^ grains, truth


@exercise(
    "2.23",
    "Specks and holes",
    hints=(
        "Opening removes specks, closing fills holes. Both give the shape its outline back.",
        "The specks are up to three pixels wide, some of them touch. The footprint has to be larger.",
        "morphology.closing(morphology.opening(mask, disk), disk) with a disk of radius 3, or the other order.",
    ),
    right="and the shape is as large as it was.",
)
def judge_specks(answer):
    worst = [0, 0]
    for seed, turn in ((71, 1), (72, -1)):
        mask, truth = (np.ascontiguousarray(a[:, ::turn]) for a in specked(seed))
        for image, true in ((mask, truth), (mask.T.copy(), truth.T)):
            given = mask_of(call(answer, image), image.shape, "the shape")
            left = specks_and_holes(given, true)
            if max(left) > FEW or f1(given, true) < 0.95:
                told = _advice(given, true, left, specks_and_holes(image, true))
                raise Wrong(told, input=image, expected=true, yours=given)
            worst = np.maximum(worst, left)
    return f"of more than forty specks and forty holes at most {worst[0]} and {worst[1]} are left,"


FEW = 2  # specks that lie so near to each other that a closing joins them are as large as a part of the shape


def specks_and_holes(mask, true):
    """Return how many white parts lie outside the true shape, and how many black ones inside it."""
    parts, gaps = label(mask), label(~mask, connectivity=1)
    return (
        len(np.setdiff1d(parts, np.append(parts[true], 0))),
        len(np.setdiff1d(gaps, np.append(gaps[~true], 0))),
    )


def _advice(given, true, left, before):
    """Return what is wrong with an answer that leaves specks, holes, or another outline."""
    score = f1(given, true)
    if given[true].mean() < 0.5 < given[~true].mean():
        return "inverted: the shape should be True."
    told = f"{left[0]} of {before[0]} specks and {left[1]} of {before[1]} holes are left: "
    if given.sum() < 0.85 * true.sum() and left[0] <= FEW:
        return f"{told}the shape has shrunk, and perhaps its holes have grown: after an erosion, a dilation has to bring the outline back."
    if given.sum() > 1.15 * true.sum() and left[1] <= FEW:
        return f"{told}the shape has grown: after a dilation, an erosion has to bring the outline back."
    if min(left) > FEW:
        return f"{told}which operation is for which, and is the footprint larger than they are?"
    if left[0] > FEW:
        return (
            f"{told}which operation removes what the footprint does not fit into? A small footprint fits into a speck."
        )
    if left[1] > FEW:
        return f"{told}which operation fills what is smaller than the footprint? A small footprint fits into a hole."
    return f"{told}that is well, but the outline moved (score {rounded_down(score, 3)} of 0.950): has each erosion its dilation, and is the footprint small enough?"
