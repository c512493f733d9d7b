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
        "The left neighbour stands in the middle row, first column: put the 1 there, and 0 everywhere else.",
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
    if kernel.shape in ((9,), (1, 9), (9, 1)):
        raise Wrong("nine numbers in one line; the kernel has 3 rows of 3: [[…], […], […]].")
    if kernel.shape != (3, 3):
        raise Wrong(f"expected 3 rows of 3 numbers, got the shape {kernel.shape}.")
    if (kernel != 0).sum() == 1 and kernel.sum() == -1:
        raise Wrong("-1 turns bright into dark (below 0). The place says where a pixel comes from; its number is 1.")
    if (kernel > 0).any() and (kernel < 0).any():
        raise Wrong("this is a difference of neighbours: it finds edges. Only one pixel should be taken.")
    if not np.isclose(kernel.sum(), 1):
        raise Wrong(f"the numbers sum to {kernel.sum():g}: the picture's brightness would change. One 1 is enough.")
    if (kernel != 0).sum() > 1:
        raise Wrong("several neighbours count: that mixes them. Only one pixel should be taken.")
    return kernel


def one_at(row, col):
    kernel = np.zeros((3, 3))
    kernel[row, col] = 1
    return kernel


UP_OR_DOWN = "this moves the picture up or down: rows come first, so the middle row holds left and right."

ex.slip(
    "this moves the picture to the left: each pixel takes the value of its right neighbour. (ndimage.convolve would turn your kernel round; ndimage.correlate does not.)",
    lambda: one_at(1, 2),
)
ex.slip(UP_OR_DOWN, lambda: one_at(0, 1))
ex.slip(UP_OR_DOWN, lambda: one_at(2, 1))
ex.slip("the 1 stands in the middle: each pixel keeps its own value, and nothing moves.", lambda: one_at(1, 1))
ex.slip("this moves the picture to the right, but down as well: the 1 stands a row too high.", lambda: one_at(0, 0))
ex.slip("this moves the picture to the right, but up as well: the 1 stands a row too low.", lambda: one_at(2, 0))
for row in (0, 2):
    ex.slip(
        "this moves the picture to the left, and up or down as well. Which neighbour comes to a pixel, when all move to the right by one?",
        lambda row=row: one_at(row, 2),
    )

ex.wrong("sum to 2", lambda: 2 * one_at(1, 0))
ex.wrong("mixes", lambda: np.full((3, 3), 1 / 9))
ex.wrong("mixes", lambda: one_at(1, 0) / 2 + one_at(1, 1) / 2)
ex.wrong("the shape (2, 2)", lambda: np.ones((2, 2)))
ex.wrong("the kernel itself", lambda: "to the right")
ex.wrong("in one line", lambda: [0, 0, 0, 1, 0, 0, 0, 0, 0])
ex.wrong("difference of neighbours", lambda: [[0, 0, 0], [1, 0, -1], [0, 0, 0]])
ex.wrong("difference of neighbours", lambda: [[0, 0, 0], [1, 1, -1], [0, 0, 0]])
ex.wrong("bright into dark", lambda: -one_at(1, 0))
ex.wrong("sum to 0", lambda: np.zeros((3, 3)))
ex.wrong("sum to 3", lambda: np.eye(3))
