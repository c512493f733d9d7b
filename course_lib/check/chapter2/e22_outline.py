"""2.22: the outline is what an erosion takes away."""

from scipy import ndimage

from ... import morphology
from ..exercise import exercise
from ..later import skimage
from .e21_erosion import SQUARE, masks

ex = exercise(
    "2.22",
    "The outline",
    cases=masks,
    hints=(
        "Which pixels does an erosion take away?",
        "The outline is what is white in the mask and black in its erosion.",
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
    "the picture's own border counts as outline: beyond it you took black.",
    lambda mask: mask & ~ndimage.binary_erosion(mask, SQUARE),
)
ex.slip("this is the mask as it was.", lambda mask: mask)

ex.wrong("True and False", lambda mask: outline(mask).astype(int))
