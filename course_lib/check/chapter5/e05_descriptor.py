"""5.5: a corner described by its patch, less its mean, divided by its length."""

import numpy as np

from ... import data, feature
from ...color import rgb2gray
from ..answers import as_array
from ..compare import Arrays
from ..exercise import exercise


def points():
    """Yield pictures and points in them: of strong, of faint and of no contrast."""
    yield rgb2gray(data.load("palace"))[200:240, 300:350], 17, 31, 4
    rough = np.random.default_rng(551).random((13, 20))
    yield rough, 6, 4, 3
    yield 0.5 + 1e-3 * rough, 5, 11, 2
    yield np.full((12, 14), 0.5), 5, 6, 2


ex = exercise(
    "5.5",
    "Describe a corner",
    cases=points,
    # a faint patch in float32 and a tiny number under the line will do
    compare=Arrays(tolerance=1e-3, nan="a patch of one colour became 0 / 0. Divide only where the length is not 0."),
    hints=(
        "Three steps: cut the patch out, take its mean off, divide by its length np.linalg.norm(...).",
        "The patch around row r goes from r - half to r + half, so the slice is r - half : r + half + 1.",
        "patch.ravel() makes a row of numbers. If the length is 0 but for rounding, return zeros: there is nothing to divide.",
    ),
    right="the same numbers in sun and shade.",
)


@ex.notice
def zeros_for_one_colour(given, image, row, col, half):
    if not np.ptp(image) and np.abs(as_array(given)).max(initial=0) > 1e-6:
        return "a patch of one colour should give zeros: nothing is left once the mean is off."
    return None


@ex.right
def describe(image, row, col, half):
    patch = image[row - half : row + half + 1, col - half : col + half + 1].ravel()
    patch = patch - patch.mean()
    length = np.linalg.norm(patch)
    return patch / length if length > 1e-9 else np.zeros(patch.shape)


ex.right(lambda image, row, col, half: feature.patch_descriptors(image, [[row, col]], 2 * half + 1)[0])
ex.right(lambda image, *point: describe(image.astype(np.float32), *point))


def cut(image, row, col, half):
    return image[row - half : row + half + 1, col - half : col + half + 1]


def calm(patch):
    return patch - patch.mean()


def unit(patch):
    return patch / max(np.linalg.norm(patch), 1e-9)


def described(change):
    return lambda *point: change(cut(*point)).ravel()


ex.right(described(lambda patch: calm(patch) / (np.linalg.norm(calm(patch)) + 1e-6)))

FAINT = "a faint patch is described as well: only a length that is rounding alone, below 1e-9, gives zeros."
for least in (1e-2, 0.1, 0.5):
    ex.slip(FAINT, lambda *point, least=least: describe(*point) * (np.linalg.norm(calm(cut(*point))) > least))
    ex.slip(FAINT, described(lambda patch, least=least: calm(patch) / max(np.linalg.norm(calm(patch)), least)))

ex.slip("the pixels as they are: brightness and contrast are still in.", described(lambda patch: patch))
ex.slip("the mean is off, but the contrast is still in: divide by the length.", described(calm))
ex.slip("the mean is still in: take it off before you divide.", described(unit))
ex.slip(
    "divided by the standard deviation; asked is length 1.",
    described(lambda patch: calm(patch) / max(patch.std(), 1e-9)),
)
ex.slip(
    "divided by the sum; a length is the root of the squares' sum.",
    described(lambda patch: calm(patch) / max(np.abs(calm(patch)).sum(), 1e-9)),
)
ex.slip(
    "divided by the squared length: the root is missing.",
    described(lambda patch: calm(patch) / max((calm(patch) ** 2).sum(), 1e-9)),
)
ex.slip(
    "divided by the largest; a length is the root of the squares' sum.",
    described(lambda patch: calm(patch) / max(np.abs(calm(patch)).max(), 1e-9)),
)
ex.slip("divided by the number of pixels; asked is length 1.", described(lambda patch: calm(patch) / patch.size))
ex.slip(
    "divided by the length that the patch had with its mean; take the mean off first.",
    described(lambda patch: calm(patch) / np.linalg.norm(patch)),
)
ex.slip(
    "one row and one column too early: it starts at row - half, and stops before row + half + 1.",
    lambda image, row, col, half: describe(image, row - 1, col - 1, half),
)
ex.slip(
    "the mean of the whole picture was taken off; take the patch's own.",
    lambda image, *point: unit(cut(image, *point) - image.mean()).ravel(),
)
ex.slip(
    "rows and columns are exchanged: the first axis counts from the top.", described(lambda patch: unit(calm(patch)).T)
)
ex.slip(
    "row and column are exchanged: image[row, col].",
    lambda image, row, col, half: describe(image, col, row, half),
)
ex.slip(
    "the mean of each column was taken off; the patch has one mean, that of all its pixels.",
    described(lambda patch: unit(patch - patch.mean(axis=0))),
)
ex.slip("the median was taken off; asked is the mean.", described(lambda patch: unit(patch - np.median(patch))))
ex.slip(
    "divided by the range, from the lowest to the highest; asked is length 1.",
    described(lambda patch: calm(patch) / max(np.ptp(patch), 1e-9)),
)
ex.slip(
    "ord=2 of rows and columns is another measure: ravel() first, or leave ord out.",
    described(lambda patch: calm(patch) / max(np.linalg.norm(calm(patch), ord=2), 1e-9)),
)
for more in (1e-3, 1e-2, 0.1, 1):
    ex.slip(
        "something was added to the length: divide by the length itself, where it is not 0.",
        described(lambda patch, more=more: calm(patch) / (np.linalg.norm(calm(patch)) + more)),
    )
ex.slip("this is the negative: patch - mean, not mean - patch.", lambda *point: -describe(*point))
ex.slip(
    "this is a patch in rows and columns; asked is one row of numbers: ravel() it.",
    lambda *point: unit(calm(cut(*point))),
    by_shape=True,
)


@ex.slip("one row and one column short: the stop of a slice is not included.", by_shape=True)
def short(image, row, col, half):
    return unit(calm(image[row - half : row + half, col - half : col + half])).ravel()


TOO_SMALL = "too small: `half` is how far the patch reaches to each side, so a side has 2 * half + 1 pixels."
ex.slip(TOO_SMALL, lambda image, row, col, half: describe(image, row, col, half // 2), by_shape=True)
ex.slip(TOO_SMALL, lambda image, row, col, half: image[row : row + half, col : col + half].ravel(), by_shape=True)

ex.wrong(
    "there are nan in it: a patch of one colour", described(lambda patch: calm(patch) / np.linalg.norm(calm(patch)))
)
ex.wrong("should give zeros", described(lambda patch: unit(calm(patch)) if np.ptp(patch) else np.ones(patch.shape)))
ex.wrong("should give zeros", described(lambda patch: unit(calm(patch)) if np.ptp(patch) else patch))
ex.wrong("returned nothing", lambda *point: describe(*point) if np.ptp(cut(*point)) else None)
