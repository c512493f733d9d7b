"""2.1: a kernel that takes the left neighbour moves the picture to the right; other groups move it elsewhere."""

import numpy as np

from ..answers import Wrong
from ..exercise import chosen, exercise

WHERE = chosen("to the right", "down", "to the left", "up")
PLACES = {"to the right": (1, 0), "to the left": (1, 2), "down": (0, 1), "up": (2, 1)}  # of the 1 in the kernel
FROM = {"to the right": "left", "to the left": "right", "down": "upper", "up": "lower"}
BACK = {"to the right": "to the left", "to the left": "to the right", "down": "up", "up": "down"}
STANDS = {
    "to the right": "middle row, first column",
    "to the left": "middle row, last column",
    "down": "first row, middle column",
    "up": "last row, middle column",
}


def one_at(row, col):
    kernel = np.zeros((3, 3), int)
    kernel[row, col] = 1
    return kernel


ex = exercise(
    "2.1",
    "A kernel that shifts",
    value=True,
    told={
        "picture to the right": f"picture {WHERE}",
        str(one_at(1, 0).tolist()): str(one_at(*PLACES[WHERE]).tolist()),
    },
    hints=(
        "A kernel that does nothing is 0 everywhere, with a 1 in the middle. Which neighbour should count instead?",
        f"If everything moves {WHERE}, each pixel gets the value of its {FROM[WHERE]} neighbour.",
        f"The {FROM[WHERE]} neighbour stands in the {STANDS[WHERE]}: put the 1 there, and 0 everywhere else.",
    ),
    right=f"each pixel takes the value of its {FROM[WHERE]} neighbour, so the picture moves {WHERE}.",
)


@ex.right
def kernel():
    return one_at(*PLACES[WHERE])


ex.right(lambda: kernel().astype(float).tolist())


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


ACROSS = {
    True: "this moves the picture up or down: rows come first, so the middle row holds left and right.",
    False: "this moves the picture to the left or right: rows come first, so the middle column holds up and down.",
}
SIDEWAYS = WHERE.startswith("to the")
ex.slip(
    f"this moves the picture {BACK[WHERE]}: each pixel takes the value of its {FROM[BACK[WHERE]]} neighbour. (ndimage.convolve would turn your kernel round; ndimage.correlate does not.)",
    lambda: one_at(*PLACES[BACK[WHERE]]),
)
for other in ("down", "up") if SIDEWAYS else ("to the right", "to the left"):
    ex.slip(ACROSS[SIDEWAYS], lambda other=other: one_at(*PLACES[other]))
ex.slip("the 1 stands in the middle: each pixel keeps its own value, and nothing moves.", lambda: one_at(1, 1))


def diagonals(where):
    """Return (kernel, where it moves the picture too, what is wrong with it) of the two corners on one side."""
    row, col = PLACES[where]
    if where.startswith("to the"):
        return (one_at(0, col), "down", "a row too high"), (one_at(2, col), "up", "a row too low")
    left, right = "a column too far to the left", "a column too far to the right"
    return (one_at(row, 0), "to the right", left), (one_at(row, 2), "to the left", right)


for corner, also, off in diagonals(WHERE):
    ex.slip(f"this moves the picture {WHERE}, but {also} as well: the 1 stands {off}.", lambda corner=corner: corner)
ASIDE = "up or down" if SIDEWAYS else "to the left or right"
for corner, _, _ in diagonals(BACK[WHERE]):
    ex.slip(
        f"this moves the picture {BACK[WHERE]}, and {ASIDE} as well. Which neighbour comes to a pixel, when all move {WHERE} by one?",
        lambda corner=corner: corner,
    )

ex.wrong("sum to 2", lambda: 2 * kernel())
ex.wrong("mixes", lambda: np.full((3, 3), 1 / 9))
ex.wrong("mixes", lambda: kernel() / 2 + one_at(1, 1) / 2)
ex.wrong("the shape (2, 2)", lambda: np.ones((2, 2)))
ex.wrong("the kernel itself", lambda: WHERE)
ex.wrong("in one line", lambda: kernel().ravel().tolist())
ex.wrong("difference of neighbours", lambda: kernel() - kernel()[::-1, ::-1])
ex.wrong("difference of neighbours", lambda: kernel() + one_at(1, 1) - kernel()[::-1, ::-1])
ex.wrong("bright into dark", lambda: -kernel())
ex.wrong("sum to 0", lambda: np.zeros((3, 3)))
ex.wrong("sum to 3", lambda: np.eye(3))
