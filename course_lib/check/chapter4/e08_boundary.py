"""4.8: where labels change, two pixels thick."""

import numpy as np
from scipy import ndimage

from ... import filters, segmentation
from ..exercise import exercise
from ..forbidden import without
from ..later import skimage
from .boundaries import labelled, last_left_out, marked, missing_and_extra
from .told import Told

ex = exercise(
    "4.8",
    "Where labels change",
    cases=labelled,
    compare=Told(say=missing_and_extra),
    hints=(
        "How do you compare every pixel with its left neighbour at once? And when two differ, which of them is marked?",
        "labels[:, 1:] != labels[:, :-1] compares the pixels of a row; both of a differing pair belong to the boundary.",
        "across = labels[:, 1:] != labels[:, :-1]; mask[:, 1:] |= across; mask[:, :-1] |= across. The same for rows: |= adds.",
    ),
    right="both sides of every change, across and down, and none across a corner.",
)


@ex.right
def boundary(labels):
    across, down = labels[:, 1:] != labels[:, :-1], labels[1:] != labels[:-1]
    mask = np.zeros(labels.shape, bool)
    mask[:, 1:] |= across
    mask[:, :-1] |= across
    mask[1:] |= down
    mask[:-1] |= down
    return mask


@ex.right
def largest_is_not_least(labels):
    cross = ndimage.generate_binary_structure(2, 1)
    return ndimage.maximum_filter(labels, footprint=cross) != ndimage.minimum_filter(labels, footprint=cross)


@ex.notice
def contours_came_back(given, labels):
    if isinstance(given, list) and given and isinstance(given[0], np.ndarray) and given[0].ndim == 2:
        return "a list of contours came back; asked is a mask, True or False for each pixel."


without(ex, "find_boundaries")


def by_four(labels, places=((0, 1), (2, 1), (1, 0), (1, 2))):
    """Compare each pixel with its four neighbours (or others) in the labels with a border that repeats them."""
    rows, cols = labels.shape
    wide = np.pad(labels, 1, mode="edge")
    return np.array([wide[r : r + rows, c : c + cols] != labels for r, c in places])


ex.right(lambda labels: by_four(labels).any(axis=0))


NOT_IT = "find_boundaries made it"
ex.wrong(NOT_IT, segmentation.find_boundaries)
ex.wrong(NOT_IT, lambda labels: skimage.segmentation.find_boundaries(labels))

ex.slip("inverted: True should mark the boundary.", lambda labels: ~boundary(labels))

ONE_SIDE = "one side of each change only: both pixels of a differing pair belong to the boundary."


ex.slip(ONE_SIDE, marked(right=False, lower=False))
ex.slip(ONE_SIDE, marked(left=False, upper=False))
for side in ("right", "left", "lower", "upper"):
    ex.slip(
        f"where two pixels differ, the {side} one of them is not marked: both belong to the boundary.",
        marked(**{side: False}),
    )
ex.slip(ONE_SIDE, marked(right=False, upper=False))
ex.slip(ONE_SIDE, marked(left=False, lower=False))
ex.slip(ONE_SIDE, lambda labels: segmentation.find_boundaries(labels, mode="inner"))
ex.slip(ONE_SIDE, lambda labels: segmentation.find_boundaries(labels, mode="outer"))


across_alone = marked(lower=False, upper=False)
ex.slip("changes from row to row are missing.", across_alone)
ex.slip("changes from column to column are missing.", marked(right=False, left=False))

CORNER = "pixels that meet at a corner only do not count here."
ex.slip(CORNER, lambda labels: segmentation.find_boundaries(labels, connectivity=2))
ex.slip(CORNER, lambda labels: ndimage.maximum_filter(labels, 3) != ndimage.minimum_filter(labels, 3))


@ex.slip("np.roll brings the last row and column to the other side, where they are no neighbours.")
def rolled(labels):
    return np.any([np.roll(labels, by, axis) != labels for by in (-1, 1) for axis in (0, 1)], axis=0)


for by in (-1, 1):
    ex.slip(
        "the first row and column were compared with the last (np.roll and the index -1 do that), and one side of each change is missing.",
        lambda labels, by=by: (np.roll(labels, by, 0) != labels) | (np.roll(labels, by, 1) != labels),
    )


ex.slip("uint8 ends at 255: a label of 256 became 0.", lambda labels: boundary(labels.astype(np.uint8)))
ex.slip(
    "the neighbours on both sides were compared with each other, and a piece one pixel wide is missed.",
    lambda labels: np.any(np.array(np.gradient(labels)) != 0, axis=0),
)
ex.slip(
    "differences to several neighbours were added up, where they can cancel out: look at each neighbour alone.",
    lambda labels: ndimage.laplace(labels) != 0,
)


@ex.slip("the border of the picture is left out: pixels there have neighbours, too.")
def without_border(labels):
    mask = boundary(labels)
    mask[[0, -1]] = mask[:, [0, -1]] = False
    return mask


for sentence, differ in (
    ("where the labels are equal is marked: asked is where they differ, !=.", np.equal),
    ("a label that is larger is not the only one that differs: !=, not >.", np.greater),
    ("a label that is smaller is not the only one that differs: !=, not <.", np.less),
    ("it does not matter by how much labels differ: any two that are not equal do.", lambda a, b: abs(a - b) == 1),
    ("it does not matter by how much labels differ: any two that are not equal do.", lambda a, b: abs(a - b) > 1),
    ("a label of 0 is a piece like the others: its boundaries count.", lambda a, b: (a != b) & (a > 0) & (b > 0)),
):
    ex.slip(sentence, marked(differ))

CROSS = ndimage.generate_binary_structure(2, 1)
for extreme in (ndimage.maximum_filter, ndimage.minimum_filter):
    ex.slip(
        "only one side of each change, that with the smaller or that with the larger label: both pixels belong to it.",
        lambda labels, extreme=extreme: labels != extreme(labels, footprint=CROSS),
    )
    ex.slip(
        "one side of each change, and pixels that meet at a corner: four neighbours count, and both sides.",
        lambda labels, extreme=extreme: labels != extreme(labels, 3),
    )
INSIDE = "these are the insides of the pieces: True should mark where labels change."
DIAGONAL = "the pixels at the corners were compared; asked are those above, below, at the left and at the right."
for sentence, answer in (
    (INSIDE, lambda labels: ~boundary(labels) & (labels > 0)),
    ("one pixel that differs is enough (any, or |); here all four have to.", lambda labels: by_four(labels).all(axis=0)),
    ("the neighbours to the right were compared alone, and the last column with 0.",
     lambda labels: np.diff(labels, axis=1, append=0) != 0),
    ("two pixels have to differ in yours; one is enough.", lambda labels: by_four(labels).sum(axis=0) > 1),
    ("what was marked twice is unmarked again: join the marks with |.", lambda labels: by_four(labels).sum(axis=0) % 2 == 1),
    (DIAGONAL, lambda labels: by_four(labels, ((0, 0), (2, 2), (0, 2), (2, 0))).any(axis=0)),
    (DIAGONAL, lambda labels: by_four(labels, ((0, 0), (2, 2))).any(axis=0)),
    (CORNER, lambda labels: by_four(labels, np.ndindex(3, 3)).any(axis=0)),
    ("gradients are sums, in which changes cancel: compare each pixel with its neighbours.",
     lambda labels: ndimage.generic_gradient_magnitude(labels.astype(float), ndimage.prewitt) > 0),
):  # fmt: skip
    ex.slip(sentence, answer)


OVER = "the rows' changes were written over those of the columns: |= adds to what is marked, = replaces it."
ex.slip(OVER, marked(join=lambda old, new: new))


@ex.slip(OVER)
def written_over_on_one_side(labels):
    mask = np.zeros(labels.shape, bool)
    mask[:, 1:] = labels[:, 1:] != labels[:, :-1]
    mask[1:] = labels[1:] != labels[:-1]
    return mask


LAST = "the last row and column are left out of the loops: a pixel there has a neighbour in its own row or column, too."
ex.slip(LAST, lambda labels: last_left_out(labels, True))
ex.slip(LAST, lambda labels: last_left_out(labels, False))


ex.slip(
    "only pixels with a change across and down are marked: one of the two is enough, so |.",
    lambda labels: across_alone(labels) & marked(right=False, left=False)(labels),
)
BEYOND = "the border of the picture is marked where nothing changes: beyond it there are no neighbours."
ex.slip(BEYOND, lambda labels: boundary(np.pad(labels, 1))[1:-1, 1:-1])
ex.slip(BEYOND, lambda labels: boundary(np.pad(labels, 1, constant_values=-1))[1:-1, 1:-1])
ex.slip(
    "these are the insides of the pieces, without the pixels at the picture's border: True should mark the boundary.",
    lambda labels: ~boundary(np.pad(labels, 1, constant_values=-1))[1:-1, 1:-1],
)
ex.slip(
    "one side of each change only, and the first row and column compared with 0: no pixel lies beyond the border.",
    lambda labels: (np.diff(labels, axis=0, prepend=0) != 0) | (np.diff(labels, axis=1, prepend=0) != 0),
)
ex.slip(
    "changes in one direction, and weighed with the rows beside: compare each pixel with its four neighbours.",
    lambda labels: ndimage.sobel(labels) != 0,
)
ex.slip(CORNER, lambda labels: filters.sobel(labels.astype(float)) > 0)
ex.slip(
    "a picture with three channels came back, lines drawn on it? Asked is a mask.",
    lambda labels: segmentation.mark_boundaries(np.zeros(labels.shape), labels),
    by_shape=True,
)
SMALLER = "np.diff gives one row or column less: between 5 pixels there are 4 changes, and each belongs to two pixels."
ex.slip(SMALLER, lambda labels: np.diff(labels) != 0, by_shape=True)
ex.slip(SMALLER, lambda labels: np.diff(labels, axis=0) != 0, by_shape=True)
ex.slip(SMALLER, lambda labels: (np.diff(labels)[1:] != 0) | (np.diff(labels, axis=0)[:, 1:] != 0), by_shape=True)
ex.slip(
    "this picture has twice the size, with boundaries between the pixels; asked is a mask of the pixels.",
    lambda labels: segmentation.find_boundaries(labels, mode="subpixel"),
    by_shape=True,
)

ex.wrong("list of contours", lambda labels: [np.zeros((5, 2)), np.zeros((3, 2))])
ex.wrong("True and False", lambda labels: boundary(labels).astype(int))

ex.wrong("all of them at the border", lambda labels: np.pad(boundary(labels)[:, 1:-1], ((0, 0), (1, 1))))
ex.wrong("but the last column is False", lambda labels: np.pad(boundary(labels)[:, :-1], ((0, 0), (0, 1))))
ex.wrong("that you do not mark", lambda labels: boundary(labels) & (labels % 3 > 1))
ex.slip("assigned one after the other, the last one writes over those before: m[1:] |= … adds to what is there.")(
    lambda labels: last_written(labels)
)


def last_written(labels):
    found = np.zeros(labels.shape, bool)
    down, right = labels[1:] != labels[:-1], labels[:, 1:] != labels[:, :-1]
    found[1:] = down
    found[:-1] = down
    found[:, 1:] = right
    found[:, :-1] = right
    return found


ex.slip("the labels were turned into a mask first: two pieces with other numbers than 0 differ, too.")(
    lambda labels: boundary((labels > 0).astype(int))
)
ex.slip("compared with the pixels two steps away: the neighbour is the next one, 1:-1 beside :-2 and 2:.")(
    lambda labels: two_away(labels)
)


def two_away(labels):
    p = np.pad(labels, 2, mode="edge")
    rows = (p[2:-2, 2:-2] != p[:-4, 2:-2]) | (p[2:-2, 2:-2] != p[4:, 2:-2])
    return rows | (p[2:-2, 2:-2] != p[2:-2, :-4]) | (p[2:-2, 2:-2] != p[2:-2, 4:])
