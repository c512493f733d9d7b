"""5.5: a patch described alike in sun and shade, and after a quarter turn."""

import numpy as np

from ..answers import as_array
from ..compare import Arrays
from ..exercise import exercise
from .patches import patches

ex = exercise(
    "5.5",
    "Describe a corner, turned or not",
    cases=patches,
    # a faint patch in float32 and a tiny number under the line will do
    compare=Arrays(tolerance=1e-3, nan="a patch of one colour became 0 / 0. Divide only where the length is not 0."),
    hints=(
        "The lesson's descriptor changes when the picture is turned. ORB turns each patch back first. By what could you "
        "tell, of four turns of one patch, which is to be the upright one?",
        "np.rot90(patch, k) for k from 0 to 3 are the four turns. half = len(patch) // 2, and turned[:half, :half] is "
        "the upper left quarter: which turn has the largest sum there?",
        "upright = max([np.rot90(patch, k) for k in range(4)], key=lambda turned: turned[:half, :half].sum()). Then "
        "upright.ravel(), its mean off, divided by np.linalg.norm(...), unless that is below 1e-9.",
    ),
    right="the same numbers in sun and shade, and for a picture that lies on its side.",
)


@ex.notice
def zeros_for_one_colour(given, patch):
    if not np.ptp(patch) and np.abs(as_array(given)).max(initial=0) > 1e-6:
        return "a patch of one colour should give zeros: nothing is left once the mean is off."
    return None


@ex.right
def describe(patch):
    half = len(patch) // 2
    turns = [np.rot90(patch, k) for k in range(4)]
    upright = max(turns, key=lambda turned: turned[:half, :half].sum())
    numbers = upright.ravel() - patch.mean()
    length = np.linalg.norm(numbers)
    return numbers / length if length > 1e-9 else np.zeros(numbers.shape)


@ex.right
def turned_while_another_is_brighter(patch):
    half = patch.shape[0] // 2
    numbers = patch - patch.mean()
    for _ in range(4):
        a, b, c, d = (q.mean() for q in (numbers[:half, :half], numbers[:half, -half:], numbers[-half:, :half],
                                         numbers[-half:, -half:]))  # fmt: skip
        if a >= max(b, c, d):
            break
        numbers = np.rot90(numbers)
    return (numbers / (np.sqrt((numbers**2).sum()) + 1e-9)).reshape(-1)


ex.right(lambda patch: describe(patch.astype(np.float32)))


def calm(patch):
    return patch - patch.mean()


def unit(patch):
    return calm(patch) / max(np.linalg.norm(calm(patch)), 1e-9)


def brightest(turned, size=lambda side: side // 2):
    half = size(len(turned))
    return turned[:half, :half].sum()


def upright(patch, turn=np.rot90, key=brightest):
    return max((turn(patch, k) for k in range(4)), key=key)


def described(finish=unit, turn=np.rot90, key=brightest):
    """Return an answer with other turns, another idea of which is upright, or another finish."""
    return lambda patch: np.ravel(finish(upright(patch, turn, key)))


FAINT = "a faint patch is described as well: only a length that is rounding alone, below 1e-9, gives zeros."
for least in (1e-2, 0.1, 0.5):
    ex.slip(FAINT, described(lambda up, least=least: unit(up) * (np.linalg.norm(calm(up)) > least)))
    ex.slip(FAINT, described(lambda up, least=least: calm(up) / max(np.linalg.norm(calm(up)), least)))

ex.slip(
    "not turned: a picture that lies on its side gives other numbers.", described(turn=lambda patch, k: patch.copy())
)
for corner, (top, left) in {"upper right": (0, -1), "lower left": (-1, 0), "lower right": (-1, -1)}.items():
    ex.slip(
        f"the brightest quarter came to the {corner}; asked is the upper left. Which way does np.rot90 turn?",
        described(key=lambda up, top=top, left=left: brightest(up[:: 2 * top + 1, :: 2 * left + 1])),
    )
ex.slip(
    "the darkest quarter is in the upper left; asked is the brightest there.", described(key=lambda up: -brightest(up))
)
ex.slip(
    "row and column of the middle belong to no quarter: each has half rows and half columns, half = side // 2.",
    described(key=lambda up: brightest(up, lambda side: side // 2 + 1)),
)
ex.slip(
    "this looks for the brightest pixel; asked is the brightest quarter, its pixels together.",
    described(key=lambda up: up[: len(up) // 2, : len(up) // 2].max()),
)
ex.slip(
    "one pixel in the corner says little; a quarter is half rows, half columns.", described(key=lambda up: up[0, 0])
)
ex.slip(
    "the upper half is the brightest here; asked is the upper left quarter.",
    described(key=lambda up: up[: len(up) // 2].sum()),
)


@ex.slip("turned until it is brighter than one other quarter: the upper left has to be the brightest of all four.")
def brighter_than_one(patch):
    half = len(patch) // 2
    while patch[:half, :half].sum() < patch[:half, -half:].sum():
        patch = np.rot90(patch)
    return unit(patch).ravel()


MIRRORED = "mirrored: a transposed or flipped patch is no turned one. np.rot90 turns."
ex.slip(MIRRORED, described(turn=lambda patch, k: patch[:: 1 - 2 * (k % 2), :: 1 - 2 * (k // 2)]))
ex.slip(MIRRORED, lambda patch: unit(upright(patch).T).ravel())
ex.slip(MIRRORED, described(turn=lambda patch, k: (patch, patch.T, patch[::-1], patch[:, ::-1])[k]))
ex.slip(
    "a half turn is tried, and no quarter turn: there are four of them, 0 to 3.",
    described(turn=lambda patch, k: np.rot90(patch, 2 * k)),
)
ex.slip("three of the four turns are tried: range(4).", described(turn=lambda patch, k: np.rot90(patch, k % 3)))
ex.slip(
    "turned once at most: the brightest quarter may need two or three quarter turns.",
    described(turn=lambda patch, k: np.rot90(patch, k % 2)),
)

ex.slip("the pixels as they are: brightness and contrast are still in.", described(lambda up: up))
ex.slip("the mean is off, but the contrast is still in: divide by the length.", described(calm))
ex.slip("the mean is still in: take it off before you divide.", described(lambda up: up / np.linalg.norm(up)))
ex.slip("divided by the standard deviation; asked is length 1.", described(lambda up: calm(up) / max(up.std(), 1e-9)))
ex.slip(
    "divided by the sum; a length is the root of the squares' sum.",
    described(lambda up: calm(up) / max(np.abs(calm(up)).sum(), 1e-9)),
)
ex.slip(
    "divided by the squared length: the root is missing.",
    described(lambda up: calm(up) / max((calm(up) ** 2).sum(), 1e-9)),
)
ex.slip(
    "divided by the largest, or by the range; a length is the root of the squares' sum.",
    described(lambda up: calm(up) / max(np.abs(calm(up)).max(), 1e-9)),
)
ex.slip(
    "divided by the largest, or by the range; a length is the root of the squares' sum.",
    described(lambda up: calm(up) / max(np.ptp(up), 1e-9)),
)
ex.slip("divided by the number of pixels; asked is length 1.", described(lambda up: calm(up) / up.size))
ex.slip(
    "divided by the length that the patch had with its mean; take the mean off first.",
    described(lambda up: calm(up) / np.linalg.norm(up)),
)
ex.slip(
    "the median was taken off; asked is the mean.",
    described(lambda up: (up - np.median(up)) / max(np.linalg.norm(up - np.median(up)), 1e-9)),
)
ex.slip(
    "the mean of each column was taken off; the patch has one mean, that of all its pixels.",
    described(lambda up: (up - up.mean(axis=0)) / max(np.linalg.norm(up - up.mean(axis=0)), 1e-9)),
)


def by_the_first(patch, sign=1):
    """Turn as often as the position of the brightest quarter says, read row by row."""
    half = len(patch) // 2
    quarters = patch[:half, :half], patch[:half, -half:], patch[-half:, :half], patch[-half:, -half:]
    return unit(np.rot90(patch, sign * int(np.argmax([quarter.sum() for quarter in quarters])))).ravel()


TURNS = "turned, but not by as much as needed: read row by row, the quarters are in another order than a turn brings them up."
ex.slip(TURNS, by_the_first)
ex.slip(TURNS, lambda patch: by_the_first(patch, -1))
ex.slip(
    "the brightest is the one with the largest sum; yours has the largest contrast.",
    described(key=lambda up: up[: len(up) // 2, : len(up) // 2].std()),
)
ex.slip(
    "the left half is the brightest here; asked is the upper left quarter.",
    described(key=lambda up: up[:, : len(up) // 2].sum()),
)
ex.slip("the upper row is the brightest here; asked is the upper left quarter.", described(key=lambda up: up[0].sum()))
ex.slip(
    "the median of a quarter was compared; the brightest has the largest sum.",
    described(key=lambda up: np.median(up[: len(up) // 2, : len(up) // 2])),
)
ex.slip(
    "the mean was taken off after the division: first less the mean, then divided by the length of what is left.",
    described(lambda up: up / max(np.linalg.norm(up), 1e-9) - up.mean()),
)
ex.slip("shifted and scaled to 0 to 1: the numbers may be below 0.", described(lambda up: (unit(up) + 1) / 2))
ex.slip("one number came back, a length? Asked are the numbers, divided by it.", lambda patch: 1.0, by_shape=True)
ex.slip(
    "the least value was taken off; asked is the mean.",
    described(lambda up: (up - up.min()) / max(np.linalg.norm(up - up.min()), 1e-9)),
)
for axis in (0, 1):
    ex.slip(
        "each row or column was divided by a length of its own; the patch has one, that of all its numbers.",
        described(
            lambda up, axis=axis: calm(up) / np.maximum(np.linalg.norm(calm(up), axis=axis, keepdims=True), 1e-9)
        ),
    )
for more in (1e-3, 1e-2, 0.1, 1):
    ex.slip(
        "something was added to the length: divide by the length itself, where it is not 0.",
        described(lambda up, more=more: calm(up) / (np.linalg.norm(calm(up)) + more)),
    )
ex.slip("this is the negative: patch - mean, not mean - patch.", lambda patch: -describe(patch))
ex.slip(
    "this is a patch in rows and columns; asked is one row of numbers: ravel() it.",
    lambda patch: unit(upright(patch)),
    by_shape=True,
)
ex.slip(
    "these are the numbers of a quarter; asked are those of the whole patch, turned.",
    lambda patch: unit(upright(patch)[: len(patch) // 2, : len(patch) // 2]).ravel(),
    by_shape=True,
)

ex.wrong("there are nan in it: a patch of one colour", described(lambda up: calm(up) / np.linalg.norm(calm(up))))
ex.wrong("should give zeros", described(lambda up: unit(up) if np.ptp(up) else np.ones(up.shape)))
ex.wrong("should give zeros", described(lambda up: unit(up) if np.ptp(up) else up))
ex.wrong("returned nothing", lambda patch: describe(patch) if np.ptp(patch) else None)
ex.slip("turned once at most: the brightest quarter may be two or three quarter turns away.")(
    lambda patch: np.ravel(unit(patch if same(upright(patch), patch) else np.rot90(patch)))
)
ex.slip("turned over, not turned: np.rot90 turns, and a mirror image is another patch.")(
    lambda patch: np.ravel(unit(np.flipud(patch) if brightest(patch) < brightest(np.flipud(patch)) else patch))
)


def same(a, b):
    return a.shape == b.shape and bool((a == b).all())
