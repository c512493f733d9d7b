"""3.9: the total variation of a picture."""

import numpy as np

from ..compare import Numbers
from ..exercise import exercise


def random_and_smooth():
    return np.random.default_rng(50).random((9, 12)), np.add.outer(np.arange(6.0), np.arange(8.0) ** 1.5) / 30


ex = exercise(
    "3.9",
    "Total variation",
    cases=random_and_smooth,
    compare=Numbers(),
    hints=(
        "Two differences for each pixel: to the one below and to the one on the right.",
        "Across the border there is no difference: np.diff(image, axis=0, append=image[-1:]) ends with zeros.",
        "Pythagoras at each pixel, then the sum: np.sqrt(down**2 + right**2).sum().",
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


@ex.slip("np.roll joins the last row to the first: across the border nothing counts.")
def rolled(image):
    return np.hypot(np.roll(image, -1, axis=0) - image, np.roll(image, -1, axis=1) - image).sum()


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


ex.wrong("one number", of_steps(np.hypot))
