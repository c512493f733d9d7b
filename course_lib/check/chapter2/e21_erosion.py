"""2.21: an erosion is the least of nine, for masks and for grey pictures."""

import numpy as np
from scipy import ndimage

from ... import data, morphology
from ..exercise import exercise
from ..later import skimage
from ..pictures import grey_pictures
from .e09_median import nine

SQUARE = np.ones((3, 3), bool)


def masks():
    """Return small masks with shapes at the border, specks and holes, one with a hole alone and a black one."""
    world = data.load("world")[60:140:2, 300:460:2]
    edges = np.ones((6, 7), bool)
    edges[3, 3] = False
    return (
        world,
        edges,
        np.zeros((1, 5), bool),
        np.random.default_rng(61).random((11, 14)) < 0.8,
        np.random.default_rng(62).random((9, 6)) < 0.2,
    )


ex = exercise(
    "2.21",
    "Write an erosion",
    cases=lambda: (*masks(), *grey_pictures()),
    hints=(
        "When does a white pixel stay white? Which one of the nine values is that, for numbers?",
        "All nine pixels have to be white: that is their minimum. np.pad(image, 1, mode='edge') gives nine shifted copies.",
        "copies = [padded[r : r + rows, c : c + cols] for r in range(3) for c in range(3)], and np.min(copies, axis=0).",
    ),
    right="the least of nine, for masks and for grey pictures alike.",
)


@ex.right
def erode(image):
    rows, cols = image.shape
    padded = np.pad(image, 1, mode="edge")
    return np.min([padded[r : r + rows, c : c + cols] for r in range(3) for c in range(3)], axis=0)


ex.right(lambda image: morphology.erosion(image, SQUARE))
ex.right(lambda image: skimage.morphology.erosion(image, SQUARE))
ex.right(lambda image: ndimage.grey_erosion(image, (3, 3)))

ex.slip(
    "this is the dilation: the white grows. An erosion takes the least of the nine.",
    lambda image: morphology.dilation(image, SQUARE),
)
ex.slip(
    "the border is black: beyond it you took black, or the outermost pixels are still 0. Repeat the border pixels, np.pad's mode 'edge'.",
    lambda image: nine(image, "constant").min(axis=0),
)
ex.slip("the four corners of the footprint are missing: asked are all nine pixels.", morphology.erosion)
ex.slip(
    "this looks at five by five pixels (a larger footprint, or two erosions); asked are three by three.",
    lambda image: morphology.erosion(image, np.ones((5, 5))),
)
ex.slip(
    "this is the median of the nine; an erosion takes the least.",
    lambda image: np.median(nine(image), axis=0).astype(image.dtype),
)
ex.slip("this is the mean of the nine; an erosion takes the least.", lambda image: nine(image).mean(axis=0))
ex.slip(
    "the outermost pixels are missing: pad the picture first.", lambda image: erode(image)[1:-1, 1:-1], by_shape=True
)
ex.slip("nothing was eroded yet.", lambda image: image)

ex.wrong("True and False", lambda image: erode(image).astype(int))
ex.wrong("their type should be uint8", lambda image: erode(image).astype(image.dtype if image.dtype == bool else float))


ex.slip(
    "only rows were looked at: the neighbours above and below count too.",
    lambda image: nine(image)[3:6].min(axis=0),
)
ex.slip(
    "only columns were looked at: the neighbours to the left and right count too.",
    lambda image: nine(image)[1::3].min(axis=0),
)
ex.slip(
    "four of the nine places only: the loops should take 0, 1 and 2 (range(3)) in each direction.",
    lambda image: nine(image)[[0, 1, 3, 4]].min(axis=0),
)
ex.slip(
    "this is the least of the eight neighbours: the pixel itself counts too.",
    lambda image: np.delete(nine(image), 4, axis=0).min(axis=0),
)
ex.slip("this is the opening: eroded, and dilated again.", lambda image: morphology.opening(image, SQUARE))
ex.slip(
    "beyond the border the pixels of the other side came in, as np.roll does it; repeat the border: mode='edge'.",
    lambda image: nine(image, "wrap").min(axis=0),
)
ex.slip(
    "this is what an erosion takes away (the picture less its erosion); asked is what it leaves.",
    lambda image: image ^ erode(image) if image.dtype == bool else image - erode(image),
)
ex.slip(
    "one number for the whole picture; asked is the least of the nine around each pixel.",
    lambda image: image.min(),
    by_shape=True,
)
GREY_TOO = "right for masks; in a grey picture the values should stay, and the least of the nine counts, not whether all are white."
ex.slip(GREY_TOO, lambda image: nine(image).all(axis=0))
ex.slip(GREY_TOO, lambda image: nine(image).all(axis=0).astype(image.dtype))
ex.slip(GREY_TOO, lambda image: ndimage.binary_erosion(image, SQUARE, border_value=1))


@ex.slip("the outermost pixels are as they were: they have nine neighbours too, with the border pixels repeated.")
def border_left_out(image):
    result = image.copy()
    result[1:-1, 1:-1] = erode(image)[1:-1, 1:-1]
    return result


@ex.slip("pixels that were already eroded count again: read from the picture, write into a copy.")
def in_place(image):
    result = image.copy()
    for r in range(1, len(image) - 1):
        for c in range(1, image.shape[1] - 1):
            result[r, c] = result[r - 1 : r + 2, c - 1 : c + 2].min()
    return result


ex.slip(
    "this is the second least of the nine; an erosion takes the least.",
    lambda image: np.sort(nine(image), axis=0)[1],
)
ex.slip(
    "one least value for each column: np.min(copies, axis=0) takes nine shifted copies.",
    lambda image: image.min(axis=0),
    by_shape=True,
)
ex.slip(
    "axis=1 goes along the rows of the pictures; the nine copies lie along axis 0.",
    lambda image: nine(image).min(axis=1),
    by_shape=True,
)
for left_out, name in ((8, "last"), (0, "first")):
    ex.slip(
        f"this is the least of eight: the {name} of the nine is missing. Take range(3) in each direction.",
        lambda image, left_out=left_out: np.delete(nine(image), left_out, axis=0).min(axis=0),
    )
PRODUCT = "a product is right for masks alone; for numbers, all nine white means their minimum."
ex.slip(PRODUCT, lambda image: nine(image).prod(axis=0).astype(image.dtype))
ex.slip("inverted: the shapes should stay white.", lambda image: ~erode(image))
ex.slip(
    "the nine were sorted along the columns of the picture, not against each other: np.min(copies, axis=0).",
    lambda image: np.sort(nine(image))[0],
)
ex.slip(
    "this is the least of the four neighbours above, below and beside: all nine pixels count, the pixel itself too.",
    lambda image: nine(image)[1::2].min(axis=0),
)
ex.slip("one value for the whole picture: each pixel gets the smallest of its own nine.")(
    lambda image: np.full_like(image, image.min())
)
ex.slip("a cross of five pixels, and np.roll brings in the other side at the border: a square has nine.")(
    lambda image: np.minimum.reduce([image, *(np.roll(image, step, axis) for step in (1, -1) for axis in (0, 1))])
)
