"""3.13: the mean squared difference of two patches."""

import numpy as np

from ..compare import Numbers
from ..exercise import exercise


def patches_of_pictures():
    rng = np.random.default_rng(54)
    return (
        (rng.random((20, 22)), (6, 5), (10, 14), 2),
        (rng.random((17, 19)), (4, 7), (9, 12), 3),
        (rng.random((9, 12)), (1, 1), (7, 10), 1),  # in two corners
    )


ex = exercise(
    "3.13",
    "How alike are two patches?",
    cases=patches_of_pictures,
    compare=Numbers(1e-5),
    hints=(
        "With half = 2, which rows belong to the patch around row 6? What are start and stop of that slice?",
        "The rows go from row - half to row + half, both included: row - half : row + half + 1. The columns likewise.",
        "Cut both patches with image[row - half : row + half + 1, col - half : col + half + 1]; then np.mean of the "
        "squared difference.",
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


def measured(measure):
    """Return an answer with `measure(difference of the patches, half)`."""

    def answer(image, p, q, half):
        patch_p, patch_q = (image[r - half : r + half + 1, c - half : c + half + 1] for r, c in (p, q))
        return measure(patch_p - patch_q, half)

    return answer


def cut(before, after, cols=None):
    """Return an answer whose patches go from -before(half) up to, and without, after(half): rows, and columns too."""

    def answer(image, p, q, half):
        (up, down), (left, right) = ((-b(half), a(half)) for b, a in ((before, after), cols or (before, after)))
        patch_p, patch_q = (image[max(r + up, 0) : r + down, max(c + left, 0) : c + right] for r, c in (p, q))
        return np.mean((patch_p - patch_q) ** 2)

    return answer


WHOLE = lambda half: half, lambda half: half + 1
SHORT = (
    "the patch is one row and one column short, as in scikit-image 0.26's fast mode: "
    "the stop of a slice is not included."
)
ex.slip("this is the sum over the patch; asked is the mean.", measured(lambda change, half: np.sum(change**2)))
ex.slip(
    "the sum was divided by the patch's side; a patch has (2 · half + 1)² pixels.",
    measured(lambda change, half: np.sum(change**2) / (2 * half + 1)),
)
for count in (
    lambda half: (2 * half) ** 2,
    lambda half: half**2,
    lambda half: 2 * half + 1 + 2 * half + 1,
    lambda half: 2 * half + 1 * 2 * half + 1,
    lambda half: (2 * half + 1) ** 2 - 1,
    lambda half: 2 * half**2 + 1,
):
    ex.slip(
        "the sum was divided by another number than that of the pixels: a patch has (2 · half + 1)². np.mean counts for you.",
        measured(lambda change, half, count=count: np.sum(change**2) / count(half)),
    )
ex.slip(
    "these are absolute differences; asked are their squares.", measured(lambda change, half: np.mean(np.abs(change)))
)
for sign in (1, -1):
    ex.slip(
        "this is the mean of the differences, and those of opposite sign cancel: square each first.",
        measured(lambda change, half, sign=sign: np.mean(sign * change)),
    )
ex.slip(
    "this is the sum of the absolute differences; asked is the mean of their squares.",
    measured(lambda change, half: np.sum(np.abs(change))),
)
ex.slip("a root too many: asked is the mean of the squares.", measured(lambda change, half: np.mean(change**2) ** 0.5))
ex.slip(
    "this is the root of the sum of the squares; asked is their mean.",
    measured(lambda change, half: np.linalg.norm(change)),
)
ex.slip(
    "square before the mean: differences of opposite sign cancelled.",
    measured(lambda change, half: np.mean(change) ** 2),
)
ex.slip("this is the median of the squares; asked is their mean.", measured(lambda change, half: np.median(change**2)))
ex.slip("np.var takes the mean difference off first; here it counts.", measured(lambda change, half: np.var(change)))
ex.slip("this is the largest square; asked is the mean of all.", measured(lambda change, half: np.max(change**2)))
ex.slip(SHORT, cut(lambda half: half, lambda half: half))
ex.slip(
    "the patch has no first row and no first column: it begins at row - half itself.",
    cut(lambda half: half - 1, lambda half: half + 1),
)
ex.slip(
    "the patch is one row short: the stop of a slice is not included.", cut(lambda half: half, lambda half: half, WHOLE)
)
ex.slip(
    "the patch is one column short: the stop of a slice is not included.",
    cut(*WHOLE, (lambda half: half, lambda half: half)),
)
ex.slip(
    "the patch has one row and one column too many at its end: its stop is row + half + 1.",
    cut(lambda half: half, lambda half: half + 2),
)
FROM = "the patch starts at the pixel; the pixel should be in its middle."
for after in (lambda half: half, lambda half: half + 1, lambda half: 2 * half + 1, lambda half: 2 * half):
    ex.slip(FROM, cut(lambda half: 0, after))
ex.slip("the patch ends at the pixel; the pixel should be in its middle.", cut(lambda half: half, lambda half: 1))
ex.slip(
    "half is how far the patch reaches in each direction; here it was taken for the whole side.",
    cut(lambda half: half // 2, lambda half: half // 2 + 1),
)
ex.slip(
    "the patch reaches twice too far: half is already how far it goes in each direction.",
    cut(lambda half: 2 * half, lambda half: 2 * half + 1),
)
ex.slip("half is not always 2, as it is here: use it as it comes in.", cut(lambda half: 2, lambda half: 3))
ex.slip("half is not always 1, as it is here: use it as it comes in.", cut(lambda half: 1, lambda half: 2))
ex.slip(
    "this compares the two pixels only, not what lies around them.",
    lambda image, p, q, half: (image[p] - image[q]) ** 2,
)
for p_turned, q_turned, which in ((-1, -1, "both places"), (-1, 1, "p"), (1, -1, "q")):
    ex.slip(
        f"rows and columns are exchanged in {which}: a place is (row, col).",
        lambda image, p, q, half, a=p_turned, b=q_turned: patch_distance(image, p[::a], q[::b], half),
    )
for axis, name in ((0, "row"), (1, "column")):
    ex.slip(
        f"the {name} of each place was taken for both directions: p[0] is the row, p[1] the column.",
        lambda image, p, q, half, axis=axis: patch_distance(image, (p[axis], p[axis]), (q[axis], q[axis]), half),
    )
ex.slip(
    "yours is 0 for every pair: do both patches lie around p, or was the distance rounded?",
    lambda image, p, q, half: patch_distance(image, p, p, half),
)
ex.slip(
    "the columns of both patches are those of p: q has its own.",
    lambda image, p, q, half: patch_distance(image, p, (q[0], p[1]), half),
)
ex.slip(
    "the rows of both patches are those of p: q has its own.",
    lambda image, p, q, half: patch_distance(image, p, (p[0], q[1]), half),
)
ex.slip(
    "the same picture each time: use the image that comes in.",
    lambda image, *places: patch_distance(patches_of_pictures()[0][0], *places),
)


def compared(measure):
    """Return an answer with `measure(patch around p, patch around q)`."""
    return lambda image, p, q, half: measure(
        *(image[r - half : r + half + 1, c - half : c + half + 1] for r, c in (p, q))
    )


ex.slip(
    "the squares of the patches were subtracted; first the difference, then its square.",
    compared(lambda a, b: np.mean(a**2 - b**2)),
)
ex.slip(
    "the squares of the patches were subtracted; first the difference, then its square.",
    compared(lambda a, b: np.mean(b**2 - a**2)),
)
ex.slip(
    "each patch was averaged first; compare pixel by pixel, then average.",
    compared(lambda a, b: abs(a.mean() - b.mean())),
)
ex.slip("the patches were added: compare them by their difference.", compared(lambda a, b: np.mean((a + b) ** 2)))
ex.slip("this is the product of the patches; asked is their squared difference.", compared(lambda a, b: np.mean(a * b)))
ex.slip(
    "a patch was compared with the one pixel q; both have to be patches.",
    lambda image, p, q, half: np.mean(
        (image[p[0] - half : p[0] + half + 1, p[1] - half : p[1] + half + 1] - image[q]) ** 2
    ),
)
ex.slip(
    "these are whole rows: the second part of the slice says which columns.",
    lambda image, p, q, half: np.mean(
        (image[p[0] - half : p[0] + half + 1] - image[q[0] - half : q[0] + half + 1]) ** 2
    ),
)
ex.slip(
    "one of the patches is turned, rows for columns: the same offsets in both, [row + r, col + c].",
    compared(lambda a, b: np.mean((a - b.T) ** 2)),
)
ex.slip(
    "the sum of the differences was squared; square each difference first.",
    compared(lambda a, b: (a - b).sum() ** 2 / a.size),
)
ex.slip(
    "only the diagonal of the patch was compared: row and column offsets run independently, in two loops.",
    compared(lambda a, b: np.mean((np.diag(a) - np.diag(b)) ** 2)),
)
for root in (1, 0.5):
    ex.slip(
        "this is how far p and q lie apart; asked is how different the picture is around them.",
        lambda image, p, q, half, root=root: ((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2) ** root,
    )
ex.wrong("one number", measured(lambda change, half: change**2))
ex.slip("this is one column (or row) of each patch: a slice of rows and one of columns, in one bracket.")(
    lambda image, p, q, half: np.mean(
        (image[p[0] - half : p[0] + half + 1, p[1]] - image[q[0] - half : q[0] + half + 1, q[1]]) ** 2
    )
)
ex.slip("even halves got one more: half | 1 makes numbers odd. It is 2 * half + 1, the side, that is odd by itself.")(
    lambda image, p, q, half: patch_distance(image, p, q, half | 1)
)
