"""2.4: the weights of a Gaussian along one line."""

import numpy as np
from scipy import ndimage

from ..compare import Arrays
from ..exercise import exercise

ex = exercise(
    "2.4",
    "The weights of a Gaussian",
    cases=((1.5, 4), (0.7, 3), (3.0, 5), (2, 1), (1.2, 0)),
    compare=Arrays(tolerance=1e-6),
    hints=(
        "For radius 2, which are the distances, and how many of them? What should all the weights sum to, so that flat parts of a picture keep their brightness?",
        "Distances first: np.arange(-radius, radius + 1). Then np.exp(-(away ** 2) / (2 * sigma ** 2)).",
        "Divide these numbers by their sum: weights / weights.sum().",
    ),
    right="a bell of 2 radius + 1 weights that sum to 1.",
)


@ex.right
def gaussian_weights(sigma, radius):
    away = np.arange(-radius, radius + 1)
    weights = np.exp(-(away**2) / (2 * sigma**2))
    return weights / weights.sum()


ex.right(lambda sigma, radius: list(gaussian_weights(sigma, radius)))
ex.right(lambda sigma, radius: tuple(gaussian_weights(sigma, radius)))


@ex.right
def smoothed_point(sigma, radius):
    point = np.eye(1, 2 * radius + 1, radius)[0]
    return ndimage.gaussian_filter1d(point, sigma, radius=radius, mode="constant")


def distances(radius):
    return np.arange(-radius, radius + 1)


def bell(sigma, radius):
    return np.exp(-(distances(radius) ** 2) / (2 * sigma**2))


def shares(exponent):
    return np.exp(exponent) / np.exp(exponent).sum()


@ex.read
def in_a_line(given, sigma, radius):
    """Return the weights, where they came as a tuple as a list of numbers."""
    numbers = isinstance(given, tuple) and all(np.ndim(number) == 0 for number in given)
    return list(given) if numbers else given


@ex.notice
def another_number_of_weights(given, sigma, radius):
    if np.ndim(given) == 1 and len(given) != 2 * radius + 1:
        return f"{len(given)} weights: asked are {2 * radius + 1}, from -radius to +radius, the middle included. The stop of arange is not."
    return None


ex.slip("the shape is right, the sum is not 1: flat parts of a picture would change their brightness.", bell)
ex.slip(
    "the formula's factor makes the sum nearly 1; divide by the sum itself.",
    lambda sigma, radius: bell(sigma, radius) / (sigma * np.sqrt(2 * np.pi)),
)
ex.slip(
    "the 2 is missing: the exponent is -away² / (2 sigma²).",
    lambda sigma, radius: shares(-(distances(radius) ** 2) / sigma**2),
)
ex.slip(
    "without brackets, a / 2 * b divides by 2 and multiplies by b: write / (2 * sigma**2).",
    lambda sigma, radius: shares(-(distances(radius) ** 2) / 2 * sigma**2),
)
ex.slip(
    "sigma has to be squared in the exponent.",
    lambda sigma, radius: shares(-(distances(radius) ** 2) / (2 * sigma)),
)
ex.slip(
    "the distance has to be squared in the exponent.",
    lambda sigma, radius: shares(-np.abs(distances(radius)) / (2 * sigma**2)),
)
ex.slip(
    "the distance has to be squared in the exponent.",
    lambda sigma, radius: shares(-distances(radius) / (2 * sigma**2)),
)
ex.slip(
    "the largest weight stands first: the distances go from -radius to radius, with 0 in the middle.",
    lambda sigma, radius: shares(-(np.arange(2 * radius + 1) ** 2) / (2 * sigma**2)),
)
ex.slip(
    "divided by how many weights there are; divide by their sum.",
    lambda sigma, radius: bell(sigma, radius) / (2 * radius + 1),
)
ex.slip(
    "the weights grow outwards: the exponent needs a minus.",
    lambda sigma, radius: shares(distances(radius) ** 2 / (2 * sigma**2)),
)
ex.slip(
    "these weights are all alike: that is the mean.",
    lambda sigma, radius: np.full(2 * radius + 1, 1 / (2 * radius + 1)),
)


@ex.slip("this is the square kernel; asked are the weights along one line.", by_shape=True)
def square(sigma, radius):
    return np.outer(gaussian_weights(sigma, radius), gaussian_weights(sigma, radius))


ex.wrong("8 weights: asked are 9", lambda sigma, radius: gaussian_weights(sigma, radius)[:-1])
ex.wrong("5 weights: asked are 9", lambda sigma, radius: gaussian_weights(sigma, radius)[radius:])


@ex.wrong("4 weights: asked are 9")
def exchanged(sigma, radius):
    """Take the one for the other: np.arange makes 4 distances from 1.5."""
    return gaussian_weights(radius, sigma)


NO_EFFECT = "sigma has no effect here: it belongs into the exponent, np.exp(-(away**2) / (2 * sigma**2))."
ex.slip(NO_EFFECT, lambda sigma, radius: shares(-(distances(radius) ** 2)))
ex.slip(NO_EFFECT, lambda sigma, radius: shares(-(distances(radius) ** 2) / 2))
ex.slip(
    "these weights grow along the line: square the distances, so that both sides are alike.",
    lambda sigma, radius: shares(distances(radius) / (2 * sigma**2)),
)
ex.slip("rounded: keep all the digits.", lambda sigma, radius: gaussian_weights(sigma, radius).round(3))
ex.slip("rounded: keep all the digits.", lambda sigma, radius: gaussian_weights(sigma, radius).round(2))
ex.slip(
    "this is a column of numbers, with two axes; asked is one line.",
    lambda sigma, radius: gaussian_weights(sigma, radius)[:, None],
    by_shape=True,
)
ex.slip(
    "this is a row with two axes, as np.mgrid and [[…]] make it; asked is one line.",
    lambda sigma, radius: gaussian_weights(sigma, radius)[None],
    by_shape=True,
)
ex.slip(
    "without brackets, a / 2 * b divides by 2 and multiplies by b: write / (2 * sigma**2); and divide by the sum.",
    lambda sigma, radius: np.exp(-(distances(radius) ** 2) / 2 * sigma**2),
)
ex.slip(
    "the square belongs to sigma alone: 2 * sigma**2, not (2 * sigma)**2.",
    lambda sigma, radius: shares(-(distances(radius) ** 2) / (2 * sigma) ** 2),
)
ex.slip(
    "the square belongs to sigma alone: the 2 stands before it, 2 * sigma**2, and not below a root.",
    lambda sigma, radius: shares(-(distances(radius) ** 2) / (2**0.5 * sigma)),
)
ex.slip(
    "the squares of the weights sum to 1; asked is that the weights do.",
    lambda sigma, radius: bell(sigma, radius) / np.sqrt((bell(sigma, radius) ** 2).sum()),
)
ex.slip(
    "the distances go from -radius to radius, with 0 in the middle; yours begin at 1.",
    lambda sigma, radius: shares(-(np.arange(1, 2 * radius + 2) ** 2) / (2 * sigma**2)),
)
ex.slip(
    "the distances are in pixels, from -radius to radius; yours go from -1 to 1.",
    lambda sigma, radius: shares(-(np.linspace(-1, 1, 2 * radius + 1) ** 2) / (2 * sigma**2)),
)
ex.slip(
    "the distances are in pixels; yours are divided by the radius or by sigma once more.",
    lambda sigma, radius: shares(-((distances(radius) / sigma) ** 2) / (2 * sigma**2)),
)
ex.slip(
    "the distance has to be squared in the exponent.",
    lambda sigma, radius: shares(-np.abs(distances(radius)) / sigma),
)
ex.slip(
    "radius says how many weights there are; how wide the bell is, says sigma.",
    lambda sigma, radius: shares(-(distances(radius) ** 2) / (2 * float(radius) ** 2)),
)
ex.slip(
    "1 / (2 pi sigma²) is the factor of the square kernel; divide by the sum itself.",
    lambda sigma, radius: bell(sigma, radius) / (2 * np.pi * sigma**2),
)
ex.slip(
    "the base is e: np.exp.",
    lambda sigma, radius: shares(-np.log(2) * distances(radius) ** 2 / (2 * sigma**2)),
)
ex.slip(
    "np.exp is missing: this is the exponent, divided by its sum.",
    lambda sigma, radius: distances(radius) ** 2 / (distances(radius) ** 2).sum(),
)
ex.slip(
    "without brackets, away / 2 * sigma divides by 2 and multiplies by sigma: away**2 / (2 * sigma**2).",
    lambda sigma, radius: shares(-((distances(radius) / 2 * sigma) ** 2)),
)
