"""2.16: rows become columns, and no pixel is made up."""

import numpy as np

from ... import data, transform
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import random_colour, random_grey

ex = exercise(
    "2.16",
    "A quarter turn",
    cases=lambda: (random_colour(51), random_grey(52, (12, 5)), data.chelsea()[::5, ::5]),
    compare=Arrays(tolerance=1e-6),
    hints=(
        "After a turn clockwise, the left column is the top row, from bottom to top.",
        "Exchange the axes (swapaxes(0, 1)), then let one of them run backwards.",
        "np.rot90(image, k) turns k quarter turns counter-clockwise; -1 turns clockwise.",
    ),
    right="no pixel was made up and none was lost: rows became columns.",
)


@ex.right
def quarter_turn(image):
    return image.swapaxes(0, 1)[:, ::-1]


ex.right(lambda image: np.rot90(image, -1))
ex.right(lambda image: np.rot90(image, 3))
ex.right(lambda image: transform.rotate(image, -90, resize=True, preserve_range=True))
ex.right(lambda image: skimage.transform.rotate(image, -90, resize=True, preserve_range=True))

ex.slip("this turns counter-clockwise; asked is clockwise.", np.rot90)
ex.slip("this is half a turn.", lambda image: image[::-1, ::-1])
ex.slip(
    "rows and columns are exchanged, which is a mirror image along the diagonal: one axis has to run backwards as well.",
    lambda image: image.swapaxes(0, 1),
)
ex.slip("the colours run backwards too: turn the first two axes alone.", lambda image: quarter_turn(image)[..., ::-1])

CUT_OFF = "the frame stayed and the picture was cut off: resize=True lets the shape turn too."
ex.slip(CUT_OFF, lambda image: transform.rotate(image, -90))
ex.slip(CUT_OFF, lambda image: transform.rotate(image, -90, preserve_range=True))
ex.slip(
    "the right turn, but the values now go from 0 to 1: keep the picture's own numbers.",
    lambda image: transform.rotate(image, -90, resize=True),
)

ex.wrong("from 0 to 1", lambda image: skimage.transform.rotate(image, -90, resize=True))
ex.wrong("axes don't match", lambda image: image.transpose(1, 0, 2)[:, ::-1])
