"""1.2: the rows run backwards, and nothing else."""

import numpy as np

from ... import data
from ..exercise import exercise
from ..pictures import colour_pictures, random_grey

ex = exercise(
    "1.2",
    "Upside down",
    cases=lambda: (*colour_pictures(), random_grey(3)),
    hints=(
        "The first axis of the array goes from the top row to the bottom row. Which axis has to run backwards?",
        "A slice with the step -1 runs backwards: numbers[::-1].",
        "NumPy has a function whose name says flip, up, down.",
    ),
    right="the rows run backwards, the columns and the colours stay as they were.",
)


@ex.right
def upside_down(image):
    return image[::-1]


ex.right(np.flipud)
ex.right(lambda image: np.flip(image, 0))
ex.right(lambda image: image[::-1].copy())
ex.right(lambda image: np.array(list(reversed(image))))

ex.slip("this is the picture as it was. Nothing was turned over yet.", lambda image: image)
ex.slip("left and right are exchanged: that is a mirror. Which axis holds the rows?", np.fliplr)
ex.slip(
    "rows and columns both run backwards: the picture is rotated by 180 degrees, not turned over.",
    lambda image: image[::-1, ::-1],
)
ex.slip("every axis runs backwards, the colours too: np.flip without an axis turns all of them.", np.flip)
ex.slip(
    "the rows run backwards, and so do the colours: leave the last axis as it is.", lambda image: image[::-1, ..., ::-1]
)
ex.slip(
    "the picture lies on its side: its rows have become columns. Keep its shape.",
    lambda image: image.swapaxes(0, 1),
    by_shape=True,
)

ex.wrong("lies on its side", np.rot90)
ex.wrong("the function itself", data.coffee()[::-1])
ex.wrong("stopped on an array", lambda image: image.rows)
ex.wrong("came as a list", lambda image: image[::-1].tolist())
ex.wrong("not equally long", lambda image: [[1, 2], [3]])
