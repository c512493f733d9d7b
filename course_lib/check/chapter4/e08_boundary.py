"""4.8: where labels change, two pixels thick."""

import numpy as np
from scipy import ndimage

from ... import segmentation
from ..exercise import exercise
from ..later import skimage
from .e01_piece_sizes import random_labels


def labelled():
    third = np.zeros((8, 10), int)
    third[:, -1], third[-1], third[2:4, 2:5], third[5, 6] = 7, 7, 256, 9  # 256 is 0 in uint8; 9 is one pixel
    return random_labels(57, 4), random_labels(58, 3, (12, 7)), third, np.full((4, 5), 3)


ex = exercise(
    "4.8",
    "Where labels change",
    cases=labelled,
    hints=(
        "labels[:, 1:] != labels[:, :-1] compares each pixel with its left neighbour.",
        "Where two neighbours differ, both belong to the boundary: mark mask[:, 1:] and mask[:, :-1].",
        "The same for rows. |= adds to what is marked already.",
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


ex.right(segmentation.find_boundaries)
ex.right(lambda labels: skimage.segmentation.find_boundaries(labels))

ex.slip("inverted: True should mark the boundary.", lambda labels: ~boundary(labels))

ONE_SIDE = "one side of each change only: both pixels of a differing pair belong to the boundary."


@ex.slip(ONE_SIDE)
def first_of_each_pair(labels):
    mask = np.zeros(labels.shape, bool)
    mask[:, :-1] |= labels[:, 1:] != labels[:, :-1]
    mask[:-1] |= labels[1:] != labels[:-1]
    return mask


@ex.slip(ONE_SIDE)
def second_of_each_pair(labels):
    mask = np.zeros(labels.shape, bool)
    mask[:, 1:] |= labels[:, 1:] != labels[:, :-1]
    mask[1:] |= labels[1:] != labels[:-1]
    return mask


ex.slip(ONE_SIDE, lambda labels: segmentation.find_boundaries(labels, mode="inner"))
ex.slip(ONE_SIDE, lambda labels: segmentation.find_boundaries(labels, mode="outer"))


@ex.slip("changes from row to row are missing.")
def across_alone(labels):
    mask = np.zeros(labels.shape, bool)
    mask[:, 1:] |= labels[:, 1:] != labels[:, :-1]
    mask[:, :-1] |= labels[:, 1:] != labels[:, :-1]
    return mask


ex.slip("changes from column to column are missing.", lambda labels: across_alone(labels.T).T)

CORNER = "pixels that meet at a corner only do not count here."
ex.slip(CORNER, lambda labels: segmentation.find_boundaries(labels, connectivity=2))
ex.slip(CORNER, lambda labels: ndimage.maximum_filter(labels, 3) != ndimage.minimum_filter(labels, 3))


@ex.slip("np.roll brings the last row and column to the other side, where they are no neighbours.")
def rolled(labels):
    return np.any([np.roll(labels, by, axis) != labels for by in (-1, 1) for axis in (0, 1)], axis=0)


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


ex.wrong("True and False", lambda labels: boundary(labels).astype(int))
ex.wrong("shape", lambda labels: np.diff(labels) != 0)
