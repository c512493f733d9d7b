"""4.3: each pixel gets the number of the example whose colour is nearest."""

import numpy as np
from scipy.cluster import vq

from ... import color
from ..exercise import exercise
from .told import Told, few


def pictures_and_examples():
    for seed, count, shape in ((45, 4, (8, 11)), (46, 5, (9, 7)), (47, 2, (1, 6)), (48, 1, (3, 2))):
        rng = np.random.default_rng(seed)
        examples = rng.random((count, 3))
        yield rng.random((*shape, 3)), np.roll(examples[examples.sum(axis=1).argsort()], count // 2, axis=0)
    yield np.random.default_rng(49).random((8, 11, 3)), np.repeat(np.arange(12) / 11, 3).reshape(12, 3)


def one_pixel(where, given, expected, image, examples):
    told = f"the pixel in row {where[0]}, column {where[1]} is {few(image[where])}: nearest is example {expected[where]}, {few(examples[expected[where]])}; "
    yours = given[where]
    if yours not in range(len(examples)):
        return told + f"you say {yours:g}, and there are {len(examples)} examples, from 0."
    return told + f"you say {int(yours)}, which is {few(examples[int(yours)])}."


ex = exercise(
    "4.3",
    "The nearest example",
    cases=pictures_and_examples,
    compare=Told(whole=True, say=one_pixel),
    hints=(
        "How many distances does one pixel have, and what is the shape of an array with those of all pixels?",
        "image[:, :, np.newaxis] - examples has the shape (rows, cols, examples, 3): square it, and sum over the channels.",
        "distance.argmin(axis=-1) says which one is nearest: after the sum, the last axis is that of the examples.",
    ),
    right="for each pixel the number of the example that is nearest in colour.",
)


@ex.right
def nearest_example(image, examples):
    distance = ((image[:, :, np.newaxis] - examples) ** 2).sum(axis=-1)
    return distance.argmin(axis=-1)


def squares(difference):
    return (difference**2).sum(axis=-1)


def one_before(image, examples, how):
    """Return labels for which each example was compared with the one before it (1), or with a large number (2)."""
    labels = np.zeros(image.shape[:2], int)
    distance = squares(image[:, :, np.newaxis] - examples)
    for k in range(how == 1, len(examples)):
        labels[distance[..., k] < (distance[..., k - 1] if how == 1 else 9)] = k
    return labels


def by_distance(distance, choose=lambda distances: distances.argmin(axis=-1)):
    """Return an answer that makes a distance of the differences of colours, and chooses by it."""
    return lambda image, examples: choose(distance(image[:, :, np.newaxis] - examples))


ex.right(lambda image, examples: vq.vq(image.reshape(-1, 3), examples)[0].reshape(image.shape[:2]))
ex.right(by_distance(lambda difference: np.sqrt(squares(difference))))


@ex.right
def in_a_loop(image, examples):
    nearest, least = np.zeros(image.shape[:2]), np.full(image.shape[:2], np.inf)
    for number, example in enumerate(examples):
        distance = np.linalg.norm(image - example, axis=-1)
        nearest[distance < least] = number
        least = np.minimum(least, distance)
    return nearest


ex.slip(
    "the farthest example was taken: argmin, not argmax.",
    by_distance(squares, lambda distances: distances.argmax(axis=-1)),
)
ex.slip(
    "one too many everywhere: examples are numbered from 0.",
    lambda image, examples: nearest_example(image, examples) + 1,
)
ex.slip(
    "the last example is taken nowhere: is the loop one round too short?",
    lambda image, examples: nearest_example(image, examples[: max(len(examples) - 1, 1)]),
)
ex.slip(
    "the first example is taken nowhere: they are numbered from 0.",
    lambda image, examples: nearest_example(image, examples[1:]) + 1,
)
for count in (2, 3, 4):
    ex.slip(
        f"only the first {count} examples are ever taken: how many there are differs.",
        lambda image, examples, count=count: nearest_example(image, examples[:count]),
    )
for count in (1, 2):
    ex.slip(
        "each example is compared with the one before it alone, or with a distance that is never renewed: keep the least.",
        lambda image, examples, count=count: one_before(image, examples, count),
    )
ex.slip("nearest by absolute differences: square them.", by_distance(lambda d: np.abs(d).sum(axis=-1)))
ex.slip(
    "nearest by the largest difference of a channel: take the sum of their squares.",
    by_distance(lambda d: np.abs(d).max(axis=-1)),
)
ex.slip(
    "differences below 0 are the least ones here: square them before the sum.", by_distance(lambda d: d.sum(axis=-1))
)
ex.slip(
    "the sum goes over the channels, the last axis of four; here it went over the examples.",
    by_distance(lambda d: (d**2).sum(axis=2)),
)
ex.slip(
    "this compares how bright the colours are: compare them channel by channel.",
    by_distance(lambda d: np.abs(d @ (0.2125, 0.7154, 0.0721))),
)
ex.slip(
    "bright examples were taken, not near ones: a product in place of differences, or the picture from 0 to 255?",
    lambda image, examples: (image @ examples.T).argmax(axis=-1),
)
ex.slip(
    "nearest in Lab; asked is the distance between the colours as they are given.",
    lambda image, examples: nearest_example(color.rgb2lab(image), color.rgb2lab(examples[np.newaxis])[0]),
)
ex.slip(
    "square before the sum: differences cancelled out.", by_distance(lambda difference: difference.sum(axis=-1) ** 2)
)
ex.slip(
    "this is the least distance; asked is which example has it: argmin.",
    by_distance(squares, lambda distances: distances.min(axis=-1)),
)
ex.slip(
    "these are the least distances; asked is which example has it: argmin.",
    by_distance(squares, lambda distances: np.sqrt(distances.min(axis=-1))),
)
ex.slip(
    "the angle between colours was compared: it is the same for a dark and a bright red.",
    lambda image, examples: (image @ (examples / np.linalg.norm(examples, axis=1, keepdims=True)).T).argmax(axis=-1),
)
ex.slip(
    "dark examples were taken, not near ones: are picture and examples on one scale, 0 to 1?",
    lambda image, examples: nearest_example(image, 255 * examples),
)
ex.slip(
    "the examples have moved, as in k-means: here they stay where they are.",
    lambda image, examples: vq.kmeans2(image.reshape(-1, 3), examples, iter=2, minit="matrix")[1].reshape(
        image.shape[:2]
    ),
)
ex.slip(
    "this is the example that is nearest but one: argsort begins with the nearest, at 0.",
    lambda image, examples: squares(image[:, :, np.newaxis] - examples).argsort(axis=-1)[
        ..., min(1, len(examples) - 1)
    ],
)
ex.slip("powers of 4 in place of squares.", by_distance(lambda d: (d**4).sum(axis=-1)))
ex.slip(
    "the roots of the differences were added up: square them.", by_distance(lambda d: (np.abs(d) ** 0.5).sum(axis=-1))
)
for weights in ((0.2125, 0.7154, 0.0721), (0.299, 0.587, 0.114), (0.3, 0.59, 0.11)):
    ex.slip(
        "the channels were weighed; here all three count alike.",
        by_distance(lambda d, w=weights: (d**2 * w).sum(axis=-1)),
    )
ex.slip(
    "these are made of colours; asked is the example's number.",
    lambda image, examples: examples[nearest_example(image, examples)].mean(axis=-1),
)
ex.slip("the least difference of a channel decides; sum all three.", by_distance(lambda d: np.abs(d).min(axis=-1)))
for c in range(3):
    ex.slip(
        f"channel {c} is left out; all three count.",
        by_distance(lambda difference, c=c: squares(np.delete(difference, c, axis=-1))),
    )
for c in range(3):
    ex.slip(
        f"this compares channel {c} alone; all three count.",
        by_distance(lambda difference, c=c: difference[..., c] ** 2),
    )

ex.slip(
    "there is a number for each pixel and each example: sum the channels, then take the number of the least (argmin).",
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

NO_AXIS = "argmin has to go over the examples, the last axis: axis=-1. Without it, it gives one number for all pixels."
ex.slip(NO_AXIS, by_distance(squares, np.argmin), by_shape=True)
WRONG_AXIS = "argmin went over the rows or the columns of the picture: it has to go over the examples, axis=-1."
ex.slip(WRONG_AXIS, by_distance(squares, lambda distances: distances.argmin(axis=0)), by_shape=True)
ex.slip(WRONG_AXIS, by_distance(squares, lambda distances: distances.argmin(axis=1)), by_shape=True)
ex.slip(
    WRONG_AXIS + " (After np.stack of one picture for each example, it is axis=0.)",
    by_distance(squares, lambda distances: np.moveaxis(distances, -1, 0).argmin(axis=-1)),
    by_shape=True,
)

ex.wrong("nearest is example", by_distance(lambda d: (np.abs(d) ** 1.5).sum(axis=-1)))
ex.wrong("one number in each call", lambda image, examples: np.full(image.shape[:2], len(examples)))
ex.wrong(
    "there are 4 examples",
    lambda image, examples: nearest_example(image, examples) + 4 * (np.indices(image.shape[:2])[1] % 2),
)
ex.slip("the examples were numbered from the other end.")(
    lambda image, examples: len(examples) - 1 - nearest_example(image, examples)
)


@ex.slip("the smallest distance so far was kept from pixel to pixel: it begins anew for each of them.")
def never_anew(image, examples):
    labels, best = np.zeros(image.shape[:2], int), np.inf
    for place in np.ndindex(labels.shape):
        for number, example in enumerate(examples):
            distance = ((image[place] - example) ** 2).sum()
            if distance < best:
                labels[place], best = number, distance
    return labels


@ex.slip(
    "each example was compared with the first one alone: keep the smallest distance so far, and compare with that."
)
def against_the_first(image, examples):
    distances = ((image[..., np.newaxis, :] - examples) ** 2).sum(axis=-1)
    labels = np.zeros(image.shape[:2], int)
    for number in range(1, len(examples)):
        labels[distances[..., number] < distances[..., 0]] = number
    return labels
