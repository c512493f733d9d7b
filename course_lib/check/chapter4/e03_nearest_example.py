"""4.3: each pixel gets the number of the example whose colour is nearest."""

import numpy as np
from scipy.cluster import vq

from ..compare import Arrays
from ..exercise import exercise


def pictures_and_examples():
    for seed, count in ((45, 4), (46, 5), (47, 2)):
        rng = np.random.default_rng(seed)
        yield rng.random((8, 11, 3)), rng.random((count, 3))


ex = exercise(
    "4.3",
    "The nearest example",
    cases=pictures_and_examples,
    compare=Arrays(whole=True),
    hints=(
        "Each pixel against each example: image[:, :, np.newaxis] - examples has shape (rows, cols, examples, 3).",
        "Square it, and sum over the last axis: a squared distance for each pixel and each example.",
        "argmin over the examples' axis says which one is nearest: distance.argmin(axis=-1).",
    ),
    right="for each pixel the number of the example that is nearest in colour.",
)


@ex.right
def nearest_example(image, examples):
    distance = ((image[:, :, np.newaxis] - examples) ** 2).sum(axis=-1)
    return distance.argmin(axis=-1)


def squares(difference):
    return (difference**2).sum(axis=-1)


def by_distance(distance, choose=lambda distances: distances.argmin(axis=-1)):
    """Return an answer that makes of the differences of colours a distance, and chooses by it."""
    return lambda image, examples: choose(distance(image[:, :, np.newaxis] - examples))


ex.right(lambda image, examples: vq.vq(image.reshape(-1, 3), examples)[0].reshape(image.shape[:2]))
ex.right(by_distance(lambda difference: np.sqrt(squares(difference))))

ex.slip(
    "the farthest example was taken: argmin, not argmax.",
    by_distance(squares, lambda distances: distances.argmax(axis=-1)),
)
ex.slip(
    "one too many everywhere: examples are numbered from 0.",
    lambda image, examples: nearest_example(image, examples) + 1,
)
ex.slip(
    "nearest by absolute differences: square them.", by_distance(lambda difference: np.abs(difference).sum(axis=-1))
)
ex.slip(
    "square before the sum: differences cancelled out.", by_distance(lambda difference: difference.sum(axis=-1) ** 2)
)
ex.slip(
    "this is the least distance; asked is which example has it: argmin.",
    by_distance(squares, lambda distances: distances.min(axis=-1)),
)
for c in range(3):
    ex.slip(
        f"this compares channel {c} alone; all three count.",
        by_distance(lambda difference, c=c: difference[..., c] ** 2),
    )

ex.slip(
    "these are the distances to all examples: argmin takes the least one's number.",
    by_distance(squares, lambda distances: distances),
    by_shape=True,
)
ex.slip(
    "there are three numbers for each pixel: a colour? Asked is the example's number.",
    lambda image, examples: examples[nearest_example(image, examples)],
    by_shape=True,
)
ex.slip(
    "the labels lie in one row: give them the rows and columns of the picture.",
    lambda image, examples: nearest_example(image, examples).ravel(),
    by_shape=True,
)

ex.wrong("differ", lambda image, examples: nearest_example(image, examples[:4]))
