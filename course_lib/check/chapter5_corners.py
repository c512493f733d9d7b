"""Chapter 5, exercises 5.5 and 5.6: describing and matching corners. Each judge is one exercise."""

import numpy as np
from scipy.spatial.distance import cdist

from .. import data
from ..color import rgb2gray
from .legacy import NotYet, Wrong, as_array, call, compare, exercise


@exercise(
    "5.5",
    "Describe a corner",
    hints=(
        "Three steps: cut the patch out, take its mean off, divide by its length np.linalg.norm(...).",
        "The patch around row r goes from r - half to r + half, so the slice is r - half : r + half + 1.",
        "patch.ravel() makes a row of numbers. If the length is 0 but for rounding, return zeros: there is nothing to divide.",
    ),
    right="the same numbers in sun and shade.",
)
def judge_descriptor(answer):
    palace = rgb2gray(data.load("palace"))[200:240, 300:350]
    flat = np.full((12, 14), 0.5)
    for image, row, col, half in (
        (palace, 17, 31, 4),
        (np.random.default_rng(551).random((13, 20)), 6, 4, 3),
        (flat, 5, 6, 2),
    ):
        patch = image[row - half : row + half + 1, col - half : col + half + 1]
        calm = patch - patch.mean()
        expected = _unit(calm).ravel()
        try:
            given = as_array(call(answer, image, row, col, half))
        except NotYet:
            if image is not flat:
                raise
            raise Wrong("for a patch of one colour your function returned nothing; asked are zeros then.") from None
        if given.ndim == 2 and given.size == expected.size:
            raise Wrong("this is a patch in rows and columns; asked is one row of numbers: ravel() it.")
        if given.dtype.kind == "f" and np.isnan(given).any():
            raise Wrong("a patch of one colour became NaN, 0 / 0: divide only where the length is not 0.")
        short = image[row - half : row + half, col - half : col + half]
        if given.shape == (short.size,):
            raise Wrong("one row and one column short: the stop of a slice is not included.")
        if given.shape in ((half**2,), ((2 * (half // 2) + 1) ** 2,)):
            raise Wrong(
                "too small: `half` is how far the patch reaches to each side, so a side has 2 * half + 1 pixels."
            )
        if given.shape == expected.shape and not calm.any() and np.abs(given).max() > 1e-6:
            raise Wrong("a patch of one colour should give zeros: nothing is left once the mean is off.")
        mistakes = [
            (patch.ravel(), "the pixels as they are: brightness and contrast are still in."),
            (calm.ravel(), "the mean is off, but the contrast is still in: divide by the length."),
            (_unit(patch).ravel(), "the mean is still in: take it off before you divide."),
            (calm.ravel() / max(patch.std(), 1e-12), "divided by the standard deviation; asked is length 1."),
            (
                calm.ravel() / max(np.abs(calm).sum(), 1e-12),
                "divided by the sum; a length is the root of the squares' sum.",
            ),
            (calm.ravel() / max((calm**2).sum(), 1e-12), "divided by the squared length: the root is missing."),
            (
                calm.ravel() / max(np.abs(calm).max(), 1e-12),
                "divided by the largest; a length is the root of the squares' sum.",
            ),
            (calm.ravel() / calm.size, "divided by the number of pixels; asked is length 1."),
            (
                calm.ravel() / np.linalg.norm(patch),
                "divided by the length that the patch had with its mean; take the mean off first.",
            ),
            (
                _unit(_around(image, row - 1, col - 1, half)).ravel(),
                "one row and one column too early: it starts at row - half, and stops before row + half + 1.",
            ),
            (_unit(patch - image.mean()).ravel(), "the mean of the whole picture was taken off; take the patch's own."),
            (_unit(calm).T.ravel(), "rows and columns are exchanged: the first axis counts from the top."),
            (_swapped(image, row, col, half), "row and column are exchanged: image[row, col]."),
        ]
        mistakes = [(wrong, sentence) for wrong, sentence in mistakes if wrong is not None]
        compare(given, expected, patch, mistakes, tolerance=1e-5)  # float32 will do, and a tiny number under the line


def _around(image, row, col, half):
    patch = image[row - half : row + half + 1, col - half : col + half + 1]
    return patch - patch.mean()


def _unit(values):
    length = np.linalg.norm(values)
    return values / length if length > 1e-9 else np.zeros(values.shape)


def _swapped(image, row, col, half):
    patch = image[col - half : col + half + 1, row - half : row + half + 1]
    return _unit(patch - patch.mean()).ravel() if patch.size else None


@exercise(
    "5.6",
    "Each the other's nearest",
    hints=(
        "cdist(first, second) from scipy.spatial.distance holds all distances, one row for each of the first.",
        "nearest = distances.argmin(axis=1) is the partner of each row, distances.argmin(axis=0) that of each column.",
        "i = np.arange(len(first)); keep those where distances.argmin(axis=0)[nearest] == i; np.stack([i, nearest], axis=1).",
    ),
    right="whoever is not chosen back stays alone.",
)
def judge_matches(answer):
    for seed, m, n, p in ((561, 14, 9, 5), (562, 8, 15, 3), (563, 12, 12, 4)):
        rng = np.random.default_rng(seed)
        first = rng.normal(size=(m, p)) * rng.uniform(0.3, 3, (m, 1))
        second = np.concatenate([first[: n // 2] + rng.normal(0, 0.2, (n // 2, p)), rng.normal(size=(n - n // 2, p))])
        second = second[rng.permutation(n)]
        _judge_matches(call(answer, first, second), first, second)


def _judge_matches(given, first, second):
    distances = cdist(first, second)
    expected = _mutual(distances)
    given = as_array(given)
    if given.ndim != 2 or given.shape[1] != 2:
        raise Wrong(f"expected pairs of positions (k, 2); yours has the shape {given.shape}.")
    found = set(map(tuple, given.tolist()))
    rows, columns = distances.argmin(axis=1), distances.argmin(axis=0)
    one_way = set(enumerate(rows.tolist()))
    other_way = {(i, j) for j, i in enumerate(columns.tolist())}
    for wrong, sentence in (
        (
            {(j, i) for i, j in expected},
            "the two are exchanged: first the position in `first`, then the one in `second`.",
        ),
        (one_way, "each of `first` has a partner here; keep a pair only if the partner chooses it back."),
        (other_way, "each of `second` has a partner here; keep a pair only if both choose each other."),
        (one_way | other_way, "a pair stays if both choose each other; here one of them is enough."),
        (_mutual(-distances), "these are the farthest: take argmin."),
        (
            _mutual(-(first @ second.T)),
            "the largest product means the nearest only where all have length 1; take distances.",
        ),
        (
            _mutual(cdist(first, second, "cityblock")),
            "these distances are sums of sizes; asked is the Euclidean distance.",
        ),
        ({(i, i) for i in range(min(distances.shape))}, "every one was paired with the one at the same place."),
        ({(i, j) for i, j in expected if i < min(distances.shape)}, "the two lists may differ in length."),
    ):
        if found == wrong and wrong != expected:
            raise Wrong(sentence)
    if found < expected:
        raise Wrong(
            f"all of these are right; missing: {len(expected - found)}. Is there a rule more (a ratio, a largest "
            "distance), or does the loop end early?"
        )
    if found != expected and len(found) == min(distances.shape):
        raise Wrong("nobody stays alone here; who is not chosen back should, even if another one is left over.")
    if found != expected:
        raise Wrong(
            f"{len(found - expected)} pairs are not each other's nearest, and {len(expected - found)} are missing."
        )
    if len(given) != len(found):
        raise Wrong("some pairs came twice.")


def _mutual(distances):
    rows, columns = distances.argmin(axis=1), distances.argmin(axis=0)
    return {(i, j) for i, j in enumerate(rows.tolist()) if columns[j] == i}
