"""9.5: things that the frame cuts are not counted."""

import numpy as np
from scipy import ndimage

from course_lib.check.compare import Numbers
from course_lib.check.exercise import exercise

CORNERS = np.ones((3, 3))


def masks():
    for seed, share in ((1, 0.22), (2, 0.3), (4, 0.16)):
        yield np.random.default_rng(seed).random((26, 34)) < share


ex = exercise(
    "9.5",
    "Whole things only",
    cases=masks,
    compare=Numbers(),
    hints=(
        "Number the things: ndimage.label(mask, np.ones((3, 3))).",
        "Which labels occur in the first and the last row and column?",
        "All labels less those at the frame; 0 is no thing.",
    ),
    right="what the frame cuts may be larger than it looks, and is left out.",
)


def at_the_frame(labels):
    rim = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    return np.unique(rim[rim > 0])


@ex.right
def whole_things(mask):
    labels, count = ndimage.label(mask, np.ones((3, 3)))
    rim = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    return count - len(np.unique(rim[rim > 0]))


@ex.right
def by_boxes(mask):
    labels, _ = ndimage.label(mask, CORNERS)
    rows, cols = mask.shape
    return sum(r.start > 0 and c.start > 0 and r.stop < rows and c.stop < cols for r, c in ndimage.find_objects(labels))


ex.slip("all things were counted, those at the frame as well.", lambda mask: ndimage.label(mask, CORNERS)[1])
ex.slip("these are the things at the frame: the others are asked for.")(
    lambda mask: len(at_the_frame(ndimage.label(mask, CORNERS)[0]))
)


@ex.slip("pixels that touch at a corner belong together here: give label a structure of nine ones.")
def four_neighbours(mask):
    labels, count = ndimage.label(mask)
    return count - len(at_the_frame(labels))


@ex.slip("one too few: label 0, the background, was taken for a thing at the frame.")
def background(mask):
    return whole_things(mask) - 1


@ex.slip("only the first row and the first column were looked at: a frame has four sides.")
def two_sides(mask):
    labels, count = ndimage.label(mask, CORNERS)
    rim = np.concatenate([labels[0], labels[:, 0]])
    return count - len(np.unique(rim[rim > 0]))


@ex.slip("the frame was cut off before counting: what it cuts is still counted, a little smaller.")
def cut_off(mask):
    return ndimage.label(mask[1:-1, 1:-1], CORNERS)[1]
