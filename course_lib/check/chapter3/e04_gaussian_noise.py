"""3.4: a number of its own for every value, drawn from a bell curve."""

import math

import numpy as np

from ... import util
from ..answers import Wrong, as_array, call
from ..exercise import exercise
from ..later import skimage

ex = exercise(
    "3.4",
    "Write Gaussian noise",
    hints=(
        "rng.normal(0, sigma, shape) draws numbers from a bell curve: as many as the shape asks for.",
        "Each value gets a number of its own, each channel too: the shape is image.shape.",
        "Clip at the end: np.clip(image + rng.normal(0, sigma, image.shape), 0, 1).",
    ),
    right="every value has a number of its own from a bell curve, and the picture stays between 0 and 1.",
)


@ex.right
def add_noise(image, sigma, rng):
    return np.clip(image + rng.normal(0, sigma, image.shape), 0, 1)


ex.right(lambda image, sigma, rng: skimage.util.random_noise(image, var=sigma**2, rng=rng))
ex.right(lambda image, sigma, rng: util.random_noise(image, var=sigma**2, rng=rng))
ex.right(lambda image, sigma, rng: (image + sigma * rng.standard_normal(image.shape)).clip(0, 1))
ex.right(lambda image, sigma, rng: np.clip(image + np.random.default_rng(rng).normal(0, sigma, image.shape), 0, 1))


@ex.judge
def judge(answer):
    for value, shape, sigma in ((0.5, (80, 90, 3), 0.08), (0.4, (100, 90), 0.05)):
        flat = np.full(shape, value)
        given, again, other = (
            as_array(call(answer, flat, sigma, np.random.default_rng(seed))) for seed in (35, 35, 37)
        )
        if given.shape != shape or given.dtype.kind != "f":
            raise Wrong(f"expected a float picture of shape {shape}, got {given.dtype} of shape {given.shape}.")
        if not np.isfinite(given).all():
            raise Wrong("some of the values are not finite numbers.")
        wrong = about_numbers(given - flat) or about_strength(given - flat, sigma) or about_bell(given - flat, sigma)
        if wrong:
            raise Wrong(wrong, input=flat, yours=given)
        if np.array_equal(given, other):
            raise Wrong("two different generators gave the same noise: draw from rng, not from one of your own.")
        if not np.array_equal(given, again):
            raise Wrong(
                "twice the same generator, and the noise differs: draw from rng, then others can repeat what you did."
            )
    edges = as_array(call(answer, np.tile([0.0, 1.0], (60, 30)), sigma, np.random.default_rng(36)))
    if edges.min() < 0 or edges.max() > 1:
        raise Wrong("some values left the range from 0 to 1: clip the sum.")


def about_numbers(noise):
    """Return what is wrong where values share their numbers."""
    if noise.std() < 1e-9:
        return "every value changed by the same number: draw as many numbers as there are values."
    if noise.ndim == 3 and any(np.allclose(noise[..., a], noise[..., b]) for a, b in ((0, 1), (0, 2), (1, 2))):
        return "channels got the same noise: each value should have a number of its own."
    if np.allclose(noise[0], noise[1]) or np.allclose(noise[:, 0], noise[:, 1]):
        return "whole rows or columns got the same noise: draw numbers of the shape of the picture."
    return None


def about_strength(noise, sigma):
    """Return what is wrong with the mean or the spread."""
    spread = noise.std()
    if abs(noise.mean()) > 0.2 * sigma:
        return "the picture became brighter or darker: noise has to be 0 on average."
    if abs(spread / math.sqrt(sigma) - 1) < 0.3:
        return "much too strong: is sigma the standard deviation, or was its root taken?"
    if abs(spread / sigma**2 - 1) < 0.3:
        return "much too weak: rng.normal takes the standard deviation, not the variance."
    if abs(spread / sigma - 1) > 0.04:
        return f"the noise has the standard deviation {spread:.3f}; asked is {sigma}."
    return None


def about_bell(noise, sigma):
    """Return what is wrong with the curve that the numbers come from."""
    far = np.mean(np.abs(noise) > 2 * sigma)
    tails = np.mean((noise - noise.mean()) ** 4) / noise.std() ** 4  # bell curve: 3, even chances: 1.8, Laplace: 6
    if not 0.03 < far < 0.07 or not 2.5 < tails < 3.5:
        return "right strength, but no bell curve: in it one value in 22 is farther than 2 sigma off."
    return None


def drawn(draw):
    """Return an answer that adds what `draw(rng, sigma, shape)` gives, clipped."""
    return lambda image, sigma, rng: np.clip(image + draw(rng, sigma, image.shape), 0, 1)


@ex.wrong("channels got the same noise")
@drawn
def one_for_all_channels(rng, sigma, shape):
    noise = rng.normal(0, sigma, shape[:2])
    return noise if len(shape) == 2 else noise[..., None]


ex.wrong("by the same number", drawn(lambda rng, sigma, shape: rng.normal(0, sigma)))
ex.wrong("whole rows", drawn(lambda rng, sigma, shape: rng.normal(0, sigma, shape[1:])))
ex.wrong("brighter or darker", drawn(lambda rng, sigma, shape: sigma * rng.random(shape)))
ex.wrong("much too weak", drawn(lambda rng, sigma, shape: rng.normal(0, sigma**2, shape)))
ex.wrong("much too strong", drawn(lambda rng, sigma, shape: rng.normal(0, math.sqrt(sigma), shape)))
ex.wrong("the standard deviation 0.15", drawn(lambda rng, sigma, shape: rng.normal(0, 2 * sigma, shape)))
ex.wrong("asked is 0.05", drawn(lambda rng, sigma, shape: rng.normal(0, 0.08, shape)))
ex.wrong("no bell curve", drawn(lambda rng, sigma, shape: rng.uniform(-1, 1, shape) * sigma * math.sqrt(3)))
ex.wrong("no bell curve", drawn(lambda rng, sigma, shape: rng.laplace(0, sigma / math.sqrt(2), shape)))
ex.wrong("one of your own", drawn(lambda rng, sigma, shape: np.random.default_rng(0).normal(0, sigma, shape)))
ex.wrong("twice the same", drawn(lambda rng, sigma, shape: np.random.default_rng().normal(0, sigma, shape)))
ex.wrong("twice the same", drawn(lambda rng, sigma, shape: np.random.normal(0, sigma, shape)))  # noqa: NPY002
ex.wrong("not finite", drawn(lambda rng, sigma, shape: np.full(shape, np.nan)))
ex.wrong("left the range", lambda image, sigma, rng: image + rng.normal(0, sigma, image.shape))
ex.wrong("expected a float picture", lambda image, sigma, rng: add_noise(image, sigma, rng)[0])
