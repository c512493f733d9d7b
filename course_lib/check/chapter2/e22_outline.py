"""2.22: the outline is what an erosion takes away."""

import numpy as np
from scipy import ndimage

from ... import morphology
from ..exercise import exercise
from ..later import skimage
from .e21_erosion import SQUARE, masks

ex = exercise(
    "2.22",
    "The outline",
    cases=lambda: (*masks(), np.ones((4, 5), bool), np.pad([[True]], 2)),
    hints=(
        'Which pixels does an erosion take away, and how do you write "white here, but not there" with masks?',
        "The outline is what is white in the mask and black in its erosion: & and ~.",
        "mask & ~morphology.erosion(mask, np.ones((3, 3))).",
    ),
    right="what an erosion takes away is the rim.",
)


@ex.right
def outline(mask):
    return mask & ~morphology.erosion(mask, morphology.footprint_rectangle((3, 3)))


ex.right(lambda mask: mask ^ skimage.morphology.erosion(mask, SQUARE))
ex.right(lambda mask: skimage.segmentation.find_boundaries(mask, connectivity=2, mode="inner") & mask)
ex.right(lambda mask: mask & ndimage.maximum_filter(~mask, 3))


def thick(mask):
    return morphology.dilation(mask, SQUARE)


def thin(mask):
    return morphology.erosion(mask, SQUARE)


ex.slip(
    "this is the rim outside the shape; asked is the one inside: white pixels of the mask itself.",
    lambda mask: thick(mask) & ~mask,
)
ex.slip(
    "this rim is two pixels wide, inside and outside; asked is the inner one.", lambda mask: thick(mask) & ~thin(mask)
)
ex.slip("this is the erosion; asked is what it takes away.", thin)
ex.slip("inverted: the outline should be True.", lambda mask: ~outline(mask))
ex.slip(
    "a footprint without corners was used, so the outline has gaps for diagonal neighbours: take the square of 3 x 3.",
    lambda mask: mask & ~morphology.erosion(mask),
)
ex.slip(
    "the picture's own border counts as outline: beyond it you took black. Repeat the border pixels.",
    lambda mask: mask & ~ndimage.binary_erosion(mask, SQUARE),
)
ex.slip("this is the mask as it was.", lambda mask: mask)

ex.wrong("True and False", lambda mask: outline(mask).astype(int))


BORDER = "the picture's own border counts as outline: beyond it you took black. Repeat the border pixels"
ex.slip(
    f"{BORDER}; and ndimage's footprint has no corners: np.ones((3, 3)).",
    lambda mask: mask & ~ndimage.binary_erosion(mask),
)
ex.slip(
    "this rim is two pixels wide: the footprint is too large, or it was eroded twice.",
    lambda mask: mask & ~thin(thin(mask)),
)
ex.slip(
    "only the specks are left: that is what an opening takes away.",
    lambda mask: mask & ~morphology.opening(mask, SQUARE),
)
ex.slip(
    "the holes are in it: that is what a closing adds. The outline is what an erosion takes away.",
    lambda mask: morphology.closing(mask, SQUARE) ^ mask,
)
ex.slip(
    "only the upper and lower rims: the neighbours to the left and right count too.",
    lambda mask: mask & ~morphology.erosion(mask, np.ones((3, 1))),
)
ex.slip(
    "only the left and right rims: the neighbours above and below count too.",
    lambda mask: mask & ~morphology.erosion(mask, np.ones((1, 3))),
)
ex.slip("this is the dilation: the white has grown.", thick)
ex.slip("nothing is left: every pixel of the erosion is white in the mask, too.", lambda mask: thin(mask) & ~mask)
ex.slip(
    "this marks the change from one pixel to the next on one side alone; an erosion looks at all eight neighbours.",
    lambda mask: mask & ~np.roll(mask, 1, axis=1),
)
ex.wrong("True and False", lambda mask: mask.astype(int) - thin(mask))


def cross(mask, way):
    return way(mask, ndimage.generate_binary_structure(2, 1))


ex.slip(
    "this rim is two pixels wide, inside and outside; asked is the inner one.",
    lambda mask: cross(mask, morphology.dilation) & ~cross(mask, morphology.erosion),
)
ex.slip(
    "this is the rim outside the shape; asked is the one inside: white pixels of the mask itself.",
    lambda mask: cross(mask, morphology.dilation) & ~mask,
)
ex.slip(
    "this rim is two pixels wide: the footprint is too large, or it was eroded twice.",
    lambda mask: mask & ~morphology.erosion(mask, morphology.disk(2)),
)
ex.slip("one number came back; asked is the mask of the outline.", lambda mask: outline(mask).sum(), by_shape=True)
ex.slip(
    "the footprint has two by two pixels, so the outline has two sides only: three by three.",
    lambda mask: mask & ~morphology.erosion(mask, np.ones((2, 2))),
)
ex.slip(
    "this is the outline of the eroded shape, a pixel too far inside: take the mask and its erosion.",
    lambda mask: thin(mask) & ~thin(thin(mask)),
)
BLACK_TOO = (
    "black pixels of the mask are in it: the outline is white in the mask and black in its erosion, mask & ~eroded."
)
ex.slip(BLACK_TOO, lambda mask: ~thin(mask))
ex.slip(BLACK_TOO, lambda mask: mask | ~thin(mask))
ex.slip("the outline is two pixels wide, and 0 lies beyond the border: one erosion, the border pixels repeated.")(
    lambda mask: mask & ~ndimage.binary_erosion(mask, iterations=2)
)
