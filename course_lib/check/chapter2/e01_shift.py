"""2.1: a kernel that takes the left neighbour moves the picture to the right."""

import numpy as np

from ..answers import Wrong
from ..exercise import exercise

ex = exercise(
    "2.1",
    "A kernel that shifts",
    value=True,
    hints=(
        "A kernel that does nothing is 0 everywhere, with a 1 in the middle. Which neighbour should count instead?",
        "If everything moves to the right, each pixel gets the value of its left neighbour.",
        "The left neighbour stands in the middle row, first column.",
    ),
    right="each pixel takes the value of its left neighbour, so the picture moves to the right.",
)


@ex.right
def kernel():
    return np.array([[0, 0, 0], [1, 0, 0], [0, 0, 0]])


ex.right(lambda: [[0, 0, 0], [1.0, 0, 0], [0, 0, 0]])


@ex.read
def one_neighbour(given):
    """Return the kernel, if it takes one pixel as it is."""
    try:
        kernel = np.asarray(given, float)
    except (TypeError, ValueError):
        raise Wrong("expected the kernel itself: an array of 3 rows of 3 numbers.") from None
    if kernel.shape != (3, 3):
        raise Wrong(f"expected 3 rows of 3 numbers, got the shape {kernel.shape}.")
    if kernel.sum() != 1:
        raise Wrong(f"the numbers sum to {kernel.sum():g}: the picture's brightness would change. One 1 is enough.")
    if (kernel != 0).sum() > 1:
        raise Wrong("several neighbours count: that mixes them. Only one pixel should be taken.")
    return kernel


def one_at(row, col):
    kernel = np.zeros((3, 3))
    kernel[row, col] = 1
    return kernel


UP_OR_DOWN = "this moves the picture up or down: rows come first, so the middle row holds left and right."
ELSEWHERE = "the 1 stands at another place. Which neighbour comes to a pixel, when all move to the right by one?"

ex.slip(
    "this moves the picture to the left: each pixel takes the value of its right neighbour. (ndimage.convolve would turn your kernel round; ndimage.correlate does not.)",
    lambda: one_at(1, 2),
)
ex.slip(UP_OR_DOWN, lambda: one_at(0, 1))
ex.slip(UP_OR_DOWN, lambda: one_at(2, 1))
ex.slip("the 1 stands in the middle: each pixel keeps its own value, and nothing moves.", lambda: one_at(1, 1))
for corner in ((0, 0), (0, 2), (2, 0), (2, 2)):
    ex.slip(ELSEWHERE, lambda corner=corner: one_at(*corner))

ex.wrong("sum to 2", lambda: 2 * one_at(1, 0))
ex.wrong("mixes", lambda: np.full((3, 3), 1 / 9))
ex.wrong("mixes", lambda: one_at(1, 0) / 2 + one_at(1, 1) / 2)
ex.wrong("the shape (2, 2)", lambda: np.ones((2, 2)))
ex.wrong("the kernel itself", lambda: "to the right")
