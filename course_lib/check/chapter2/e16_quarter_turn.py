"""2.16: rows become columns, and no pixel is invented."""

import numpy as np

from ... import data, transform
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import random_colour, random_grey

ex = exercise(
    "2.16",
    "A quarter turn",
    cases=lambda: (random_colour(51), random_grey(52, (12, 5)), data.chelsea()[::5, ::5], random_grey(53, (1, 4))),
    compare=Arrays(tolerance=1e-6),
    hints=(
        "Turn a sheet of paper clockwise: where does its left column go, and in which order does it stand there?",
        "The left column becomes the top row, from bottom to top. Exchange the axes (swapaxes(0, 1)), then let one of them run backwards.",
        "image.swapaxes(0, 1)[:, ::-1]; or np.rot90(image, k), which turns k quarter turns counter-clockwise, and -1 clockwise.",
    ),
    right="no pixel was invented and none was lost: rows became columns.",
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

CUT_OFF = "the shape is still that of the picture: after a quarter turn, rows and columns are exchanged. (For rotate, resize=True lets the shape turn too.)"
ex.slip(CUT_OFF, lambda image: transform.rotate(image, -90))
ex.slip(CUT_OFF, lambda image: transform.rotate(image, -90, preserve_range=True), by_shape=True)
ex.slip(
    "the right turn, but the values now go from 0 to 1: keep the picture's own numbers.",
    lambda image: transform.rotate(image, -90, resize=True),
)

ex.wrong("from 0 to 1", lambda image: skimage.transform.rotate(image, -90, resize=True))
ex.wrong("your function stopped", lambda image: image.transpose(1, 0, 2)[:, ::-1])

MIRRORED = "this is a mirror image, no turn: exchange the axes, and let one of them run backwards."
ex.slip(MIRRORED, lambda image: image[:, ::-1])
ex.slip(MIRRORED, lambda image: image[::-1])
ex.slip(
    "mirrored along the other diagonal: after the exchange, one axis alone runs backwards, and here both do.",
    lambda image: image.swapaxes(0, 1)[::-1, ::-1],
)
ex.slip(
    "reshape lays the pixels row by row into the new shape; it does not turn. Exchange the axes: swapaxes(0, 1).",
    lambda image: image.reshape(image.shape[1], image.shape[0], *image.shape[2:]),
)
ex.slip(
    ".T exchanges all three axes of a colour picture: the colours stay the last one, swapaxes(0, 1).",
    lambda image: image.T[..., ::-1],
    by_shape=True,
)
ex.slip("this is the picture as it was.", lambda image: image)
ex.slip(
    "this turns counter-clockwise, and the values now go from 0 to 1.",
    lambda image: transform.rotate(image, 90, resize=True),
)
ex.slip(
    "this turns counter-clockwise, and the frame stayed and the picture was cut off.",
    lambda image: transform.rotate(image, 90),
)
ex.slip(
    "the axes 1 and 2 are the columns and the colours; a picture turns in the axes 0 and 1.",
    lambda image: np.rot90(image, -1, axes=(1, 2)),
    by_shape=True,
)
ex.slip(
    "a colour picture came back grey: turn all three channels.",
    lambda image: quarter_turn(image) if image.ndim == 2 else quarter_turn(image).mean(axis=-1),
    by_shape=True,
)
ex.slip(
    "np.flip without an axis turns all of them round, the colours too.",
    lambda image: np.flip(image.swapaxes(0, 1)),
)
ex.slip(
    "reshape lays the pixels row by row into the new shape; it does not turn. Exchange the axes: swapaxes(0, 1).",
    lambda image: image.reshape(image.shape[1], image.shape[0], -1),
)
