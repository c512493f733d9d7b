"""1.2: the rows run backwards, and nothing else."""

import numpy as np

from ..exercise import exercise
from ..pictures import colour_pictures, random_grey

ex = exercise(
    "1.2",
    "Upside down",
    cases=lambda: (*colour_pictures(), random_grey(3), random_grey(3, (1, 4)), random_grey(3, (5, 1))),
    hints=(
        "Which axis of the array goes from the top row to the bottom row? That one has to run backwards.",
        "A slice with the step -1 runs backwards: numbers[::-1].",
        "The rows are the first axis: image[::-1]. NumPy has a function for it too, whose name says flip, up, down.",
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
ex.right(lambda image: np.fliplr(np.rot90(image, 2)))


@ex.right
def row_by_row(image):
    turned = np.empty_like(image)
    for row in range(len(image)):
        turned[row] = image[len(image) - 1 - row]
    return turned


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
    "the last axis runs backwards: that is left and right in a grey picture, red and blue in colours. The rows are the first.",
    lambda image: image[..., ::-1],
)
ex.slip(
    "the picture lies on its side: its rows have become columns. Keep its shape.",
    lambda image: image.swapaxes(0, 1),
    by_shape=True,
)
ex.slip(
    "image.T reverses the order of all axes, so that channels come first: keep the axes, and let the rows run backwards.",
    lambda image: image.T,
    by_shape=True,
)
LOST = "one row got lost: a slice ends before its stop. Leave start and stop empty, image[::-1]."
ex.slip(LOST, lambda image: image[-1:0:-1], by_shape=True)
ex.slip("this is the last row alone: the step is missing, image[::-1].", lambda image: image[-1:])
ex.slip("every other row only: the step is -1.", lambda image: image[::-2], by_shape=True)
ex.slip("dark and bright changed places: that is the negative. The rows should.", lambda image: 255 - image)
ex.slip("dark and bright changed places: that is the negative. The rows should.", lambda image: -image)
SORTED = "each column was sorted by its grey values: only the order of the rows should change."
ex.slip(SORTED, lambda image: np.sort(image, axis=0))
ex.slip(SORTED, lambda image: np.sort(image, axis=0)[::-1])
ex.slip("np.sort put grey values into another order: only the order of the rows should change.", np.sort)
ex.slip("np.sort put grey values into another order: only the order of the rows should change.")(
    lambda image: np.sort(image)[::-1]
)


@ex.slip("half of it is as it was: were rows overwritten before they were read? Write all rows into a new array.")
def over_itself(image):
    turned = image.copy()
    for row in range(len(turned)):
        turned[row] = turned[len(turned) - 1 - row]
    return turned


ex.slip(
    "one row too far: row 0 comes from the last one, which is len(image) - 1. image[-0] is image[0].",
    lambda image: np.roll(image[::-1], 1, axis=0),
)


@ex.slip("the halves changed places, and each of them still stands upright.")
def halves(image):
    half = len(image) // 2
    return np.concatenate([image[half:], image[:half]])


def without_row(row):
    """Return an answer whose loop leaves one row out."""

    def answer(image):
        turned = image[::-1].copy()
        turned[row] = 0
        return turned

    return answer


ex.slip("the first row stayed black: range(n) begins with 0, range(1, n) does not.", without_row(0))
ex.slip("the last row stayed black: range(n) ends with n - 1 by itself.", without_row(-1))
ex.slip("divided by 255: turn the picture over, and leave its numbers as they are.", lambda image: image[::-1] / 255)

ex.wrong("lies on its side", np.rot90)
ex.wrong("1 row at the top is missing", lambda image: image[-2::-1])
ex.wrong("the function itself", colour_pictures()[0][::-1])
ex.wrong("stopped on an array", lambda image: image.rows)
ex.wrong("not equally long", lambda image: [[1, 2], [3]])
ex.slip("whole blocks of rows were moved (np.roll); each row has to change places: the first one becomes the last.")(
    lambda image: np.roll(image, len(image) // 2, axis=0)
)


@ex.slip("only the first and the last row changed places: all rows do, the second with the last but one, and so on.")
def first_and_last(image):
    result = image.copy()
    result[[0, -1]] = image[[-1, 0]]
    return result
