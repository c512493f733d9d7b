"""3.9: the total variation of a picture."""

import numpy as np
from scipy import ndimage

from ..compare import Numbers
from ..exercise import exercise


def random_and_smooth():
    return (
        np.random.default_rng(50).random((9, 12)),
        np.add.outer(np.arange(6.0), np.arange(8.0) ** 1.5) / 30,
        np.random.default_rng(51).random((2, 5)),
        np.full((3, 4), 0.7),
    )


ex = exercise(
    "3.9",
    "Total variation",
    cases=random_and_smooth,
    compare=Numbers(1e-5),
    hints=(
        "Two differences for each pixel. How many rows does the picture have, and how many does the difference of its rows have?",
        "Across the border there is no difference: np.diff(image, axis=0, append=image[-1:]) ends with zeros, and so "
        "does np.diff(image, axis=1, append=image[:, -1:]).",
        "At each pixel Pythagoras, np.sqrt(down**2 + right**2), and then the sum of all.",
    ),
    right="the length of the step at each pixel, summed over the picture.",
)


@ex.right
def total_variation(image):
    down = np.diff(image, axis=0, append=image[-1:])
    right = np.diff(image, axis=1, append=image[:, -1:])
    return np.sqrt(down**2 + right**2).sum()


@ex.right
def filled_in(image):
    down, right = np.zeros(image.shape), np.zeros(image.shape)
    down[:-1] = image[1:] - image[:-1]
    right[:, :-1] = image[:, 1:] - image[:, :-1]
    return np.hypot(down, right).sum()


def of_steps(measure):
    """Return an answer that measures the steps down and right in its own way."""
    return lambda image: measure(
        np.diff(image, axis=0, append=image[-1:]), np.diff(image, axis=1, append=image[:, -1:])
    )


ex.slip(
    "this adds both steps; the length of a step is Pythagoras' root.",
    of_steps(lambda down, right: np.abs(down).sum() + np.abs(right).sum()),
)
ex.slip(
    "the root is missing: squares punish an edge more than a slope.",
    of_steps(lambda down, right: (down**2 + right**2).sum()),
)
ex.slip(
    "take the root at each pixel, before the sum.", of_steps(lambda down, right: np.sqrt((down**2 + right**2).sum()))
)
ex.slip(
    "this is the mean over the pixels; asked is the sum.", of_steps(lambda down, right: np.hypot(down, right).mean())
)
ex.slip(
    "the last row and the last column are missing: each still has a difference along itself.",
    of_steps(lambda down, right: np.hypot(down[:-1, :-1], right[:-1, :-1]).sum()),
)
ex.slip("steps up and steps down cancel: take their length.", of_steps(lambda down, right: (down + right).sum()))


ex.slip("these are steps down only: those to the right count too.", of_steps(lambda down, right: np.abs(down).sum()))
ex.slip("these are steps to the right only: those down count too.", of_steps(lambda down, right: np.abs(right).sum()))
ex.slip(
    "the two steps were added before their size was taken: up and right cancel so. Pythagoras: the squares are added.",
    of_steps(lambda down, right: np.abs(down + right).sum()),
)
ex.slip(
    "brackets: a + b**0.5 takes the root of b alone.", of_steps(lambda down, right: (down**2 + np.abs(right)).sum())
)
ex.slip(
    "one root for all steps down and one for all to the right: take the root at each pixel, of both squares.",
    of_steps(lambda down, right: np.linalg.norm(down) + np.linalg.norm(right)),
)
ex.slip("this is the largest step; asked is the sum of all.", of_steps(lambda down, right: np.hypot(down, right).max()))
ex.slip(
    "the squares have to be added, not subtracted.",
    of_steps(lambda down, right: np.sqrt(np.abs(down**2 - right**2)).sum()),
)
ex.slip(
    "one step was subtracted from the other; Pythagoras adds their squares.",
    of_steps(lambda down, right: np.abs(down - right).sum()),
)
ex.slip(
    "this is the larger of the two steps; their length is Pythagoras' root.",
    of_steps(lambda down, right: np.maximum(np.abs(down), np.abs(right)).sum()),
)
ex.slip(
    "the first row and column are missing, and the last ones have steps only along themselves: np.diff(..., append=...).",
    lambda image: np.hypot(np.diff(image, axis=0)[:, 1:], np.diff(image, axis=1)[1:]).sum(),
)
ex.slip(
    "255 times too much: the picture is one from 0 to 1 and stays one.",
    of_steps(lambda down, right: 255 * np.hypot(down, right).sum()),
)
ex.slip("this is half of it: nothing is divided by 2.", of_steps(lambda down, right: np.hypot(down, right).sum() / 2))
ex.slip(
    "the steps were not squared before they were added under the root.",
    of_steps(lambda down, right: np.sqrt(np.abs(down) + np.abs(right)).sum()),
)
ex.slip(
    "the last row is missing: its pixels still have a step to the right.",
    of_steps(lambda down, right: np.hypot(down, right)[:-1].sum()),
)
ex.slip(
    "the last column is missing: its pixels still have a step down.",
    of_steps(lambda down, right: np.hypot(down, right)[:, :-1].sum()),
)


def rolled(image, step):
    return np.hypot(np.roll(image, step, axis=0) - image, np.roll(image, step, axis=1) - image).sum()


for step in (-1, 1):
    ex.slip(
        "the last row is joined to the first, as np.roll does: across the border nothing counts.",
        lambda image, step=step: rolled(image, step),
    )


for axis in (0, 1):
    ex.slip(
        "in one direction the last pixels are joined to the first, as np.roll does: across the border nothing counts.",
        lambda image, axis=axis: np.hypot(
            np.roll(image, -1, axis=axis) - image,
            np.diff(image, axis=1 - axis, append=np.take(image, [-1], axis=1 - axis)),
        ).sum(),
    )
    ex.slip(
        "in one direction append=0 sets black beyond the border: append the last row, and the last column.",
        lambda image, axis=axis: np.hypot(
            np.diff(image, axis=axis, append=0),
            np.diff(image, axis=1 - axis, append=np.take(image, [-1], axis=1 - axis)),
        ).sum(),
    )
for measure, name in ((np.std, "standard deviation"), (np.median, "median")):
    ex.slip(
        f"this is the {name} of the steps; asked is their sum.",
        of_steps(lambda down, right, measure=measure: measure(np.hypot(down, right))),
    )


ex.slip(
    "prepend=0 sets a black row and column before the first, and the steps from it count; asked is the step to the next one.",
    lambda image: np.hypot(np.diff(image, axis=0, prepend=0), np.diff(image, axis=1, prepend=0)).sum(),
)


@ex.slip("append=0 sets a black row and column beyond the border, and the steps down to it count: append the last one.")
def black_beyond(image):
    return np.hypot(np.diff(image, axis=0, append=0), np.diff(image, axis=1, append=0)).sum()


@ex.slip(
    "these are the steps from the pixel before; asked are those to the next one: append the last row, do not prepend."
)
def from_before(image):
    return np.hypot(np.diff(image, axis=0, prepend=image[:1]), np.diff(image, axis=1, prepend=image[:, :1])).sum()


@ex.slip("np.gradient goes from the pixel before to the pixel behind; asked is the step to the next one.")
def gradients(image):
    return np.hypot(*np.gradient(image)).sum()


@ex.slip("these are steps over two pixels; asked is the step to the next one, [1:] - [:-1].")
def over_two(image):
    down, right = np.zeros(image.shape), np.zeros(image.shape)
    down[:-2] = image[2:] - image[:-2]
    right[:, :-2] = image[:, 2:] - image[:, :-2]
    return np.hypot(down, right).sum()


ex.slip(
    "Sobel's filter sums over three rows and eight times the step; asked is the plain difference to the next pixel.",
    lambda image: np.hypot(ndimage.sobel(image, 0), ndimage.sobel(image, 1)).sum(),
)
ex.slip(
    "Prewitt's filter sums over three rows; asked is the plain difference to the next pixel.",
    lambda image: np.hypot(ndimage.prewitt(image, 0), ndimage.prewitt(image, 1)).sum(),
)
ex.slip(
    "these are second differences, of Laplace; asked are first ones, down and right.",
    lambda image: np.abs(ndimage.laplace(image)).sum(),
)
ex.slip("total variation is no variance: it is the sum of the steps.", np.var)
ex.slip(
    "the two differences go along the same axis: one goes down, axis=0, and one to the right, axis=1.",
    of_steps(lambda down, right: np.hypot(right, right).sum()),
)
ex.slip(
    "the two differences go along the same axis: one goes down, axis=0, and one to the right, axis=1.",
    of_steps(lambda down, right: np.hypot(down, down).sum()),
)


@ex.notice
def has_a_root_of_less_than_0(given, image):
    told = "this is nan: the root of a negative number. Square both steps before you add them."
    return told if isinstance(given, float | np.floating) and np.isnan(given) else None


ex.wrong("root of a negative", of_steps(lambda down, right: np.sqrt(down + right).sum()))
ex.wrong("one number", of_steps(np.hypot))
ex.slip("the steps were added before their sizes were taken: square each of them.")(
    of_steps(lambda down, right: np.sqrt(abs(down + right)).sum())
)
ex.slip("**1 / 2 is half of it: powers come before /. A root is **0.5, or np.sqrt.")(
    of_steps(lambda down, right: ((down**2 + right**2) / 2).sum())
)
ex.slip("the root goes over the sum of both squares: the bracket of np.sqrt closes too early.")(
    of_steps(lambda down, right: (np.sqrt(down**2) + right**2).sum())
)
ex.slip("steps downwards and upwards cancel out, as they were summed first: take the length at each pixel, then sum.")(
    of_steps(lambda down, right: np.hypot(down.sum(), right.sum()))
)
ex.slip("these are steps along the diagonal: one goes down, the other to the right, and the root is over both.")(
    lambda image: abs(image[1:, 1:] - image[:-1, :-1]).sum()
)
ex.slip("n=2 takes differences of differences: np.diff(image, axis=0) is the step to the next row.")(
    lambda image: abs(np.diff(image, n=2, axis=0)).sum()
)
