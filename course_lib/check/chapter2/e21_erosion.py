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
    """Return small masks with shapes at the border, specks and holes."""
    world = data.load("world")[60:140:2, 300:460:2]
    return world, np.random.default_rng(61).random((11, 14)) < 0.8, np.random.default_rng(62).random((9, 6)) < 0.2


ex = exercise(
    "2.21",
    "Write an erosion",
    cases=lambda: (*masks(), *grey_pictures()),
    hints=(
        "All nine pixels have to be white. For numbers, that is their minimum.",
        "np.pad(image, 1, mode='edge'), nine shifted copies, and np.min(copies, axis=0).",
        "np.minimum.reduce(copies) does the same, for masks and for grey pictures.",
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
    "the border was eaten: beyond it you took black. Repeat the border pixels, np.pad's mode 'edge'.",
    lambda image: nine(image, "constant").min(axis=0),
)
ex.slip("the four corners of the footprint are missing: asked are all nine pixels.", morphology.erosion)
ex.slip(
    "this footprint has five by five pixels; asked are three by three.",
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
