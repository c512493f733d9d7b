"""3.13: the mean squared difference of two patches."""

import numpy as np

from ..compare import Numbers
from ..exercise import exercise


def patches_of_pictures():
    rng = np.random.default_rng(54)
    return (rng.random((20, 22)), (6, 5), (10, 14), 2), (rng.random((17, 19)), (9, 12), (4, 7), 3)


ex = exercise(
    "3.13",
    "How alike are two patches?",
    cases=patches_of_pictures,
    compare=Numbers(),
    hints=(
        "A patch around (row, col) goes from row - half to row + half, both included.",
        "As a slice: image[row - half : row + half + 1, col - half : col + half + 1].",
        "np.mean((patch_p - patch_q) ** 2).",
    ),
    right="the mean squared difference, with the pixel in the middle of its patch.",
)


@ex.right
def patch_distance(image, p, q, half):
    patch_p = image[p[0] - half : p[0] + half + 1, p[1] - half : p[1] + half + 1]
    patch_q = image[q[0] - half : q[0] + half + 1, q[1] - half : q[1] + half + 1]
    return np.mean((patch_p - patch_q) ** 2)


@ex.right
def by_offsets(image, p, q, half):
    offsets = [(r, c) for r in range(-half, half + 1) for c in range(-half, half + 1)]
    return sum((image[p[0] + r, p[1] + c] - image[q[0] + r, q[1] + c]) ** 2 for r, c in offsets) / len(offsets)


def squared_mean(change, half):
    return np.mean(change**2)


def measured(measure, before=0, after=1):
    """Return an answer with `measure(difference, half)`; its patches go from -half + before to half + after."""

    def answer(image, p, q, half):
        def patch(row, col):
            return image[row - half + before : row + half + after, col - half + before : col + half + after]

        return measure(patch(*p) - patch(*q), half)

    return answer


SHORT = (
    "the patch is one row and one column short, as in scikit-image 0.26's fast mode: "
    "the stop of a slice is not included."
)
ex.slip("this is the sum over the patch; asked is the mean.", measured(lambda change, half: np.sum(change**2)))
ex.slip(
    "the sum was divided by the patch's side; a patch has (2 · half + 1)² pixels.",
    measured(lambda change, half: np.sum(change**2) / (2 * half + 1)),
)
ex.slip(
    "these are absolute differences; asked are their squares.", measured(lambda change, half: np.mean(np.abs(change)))
)
ex.slip("a root too many: asked is the mean of the squares.", measured(lambda change, half: np.mean(change**2) ** 0.5))
ex.slip(
    "square before the mean: differences of opposite sign cancelled.",
    measured(lambda change, half: np.mean(change) ** 2),
)
ex.slip(SHORT, measured(squared_mean, after=0))
ex.slip(SHORT, measured(squared_mean, before=1))


@ex.slip("the patch starts at the pixel; the pixel should be in its middle.")
def from_the_pixel_on(image, p, q, half):
    patch_p, patch_q = (image[row : row + half, col : col + half] for row, col in (p, q))
    return np.mean((patch_p - patch_q) ** 2)


@ex.slip("the patch starts at the pixel; the pixel should be in its middle.")
def a_whole_side_from_the_pixel_on(image, p, q, half):
    side = 2 * half + 1
    patch_p, patch_q = (image[row : row + side, col : col + side] for row, col in (p, q))
    return np.mean((patch_p - patch_q) ** 2)


ex.slip(
    "this compares the two pixels only, not what lies around them.",
    lambda image, p, q, half: (image[p] - image[q]) ** 2,
)
ex.slip(
    "rows and columns are exchanged: a place is (row, col).",
    lambda image, p, q, half: patch_distance(image, p[::-1], q[::-1], half),
)

ex.wrong("expected about", lambda image, *places: patch_distance(patches_of_pictures()[0][0], *places))  # its picture
