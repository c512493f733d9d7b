"""3.4: a new number for every value, drawn from a bell curve."""

import math

import numpy as np

from ... import util
from ..answers import Wrong, as_array, call
from ..exercise import exercise
from ..forbidden import calls_noted
from ..later import skimage

ex = exercise(
    "3.4",
    "Write Gaussian noise",
    hints=(
        "How many random numbers does a picture need, if each value of it gets one of its own?",
        "rng.normal(0, sigma, shape) draws numbers from a bell curve: as many as the shape asks for, here image.shape.",
        "Add them to the picture, and cut the sum at the end: np.clip(..., 0, 1).",
    ),
    cases=lambda: [(np.full((60, 90), 0.5), 0.1, np.random.default_rng(0))],  # what look shows
    right="every value has a number of its own from a bell curve, and the picture stays between 0 and 1.",
)


@ex.right
def add_noise(image, sigma, rng):
    return np.clip(image + rng.normal(0, sigma, image.shape), 0, 1)


ex.right(lambda image, sigma, rng: (image + sigma * rng.standard_normal(image.shape)).clip(0, 1))
ex.right(lambda image, sigma, rng: np.clip(rng.normal(image, sigma), 0, 1).astype(np.float32))
ex.right(lambda image, sigma, rng: np.clip(image + np.random.default_rng(rng).normal(0, sigma, image.shape), 0, 1))


@ex.judge
def judge(answer):
    with calls_noted(("random_noise",), set()) as called:
        judge_noise(answer)
    if called:
        raise Wrong(
            "right, but random_noise did all of it; here you write it yourself: draw numbers from rng, add them, clip."
        )


def judge_noise(answer):
    for shape, sigma in (((80, 90, 3), 0.08), ((100, 90), 0.05)):
        image = np.full(shape, 0.35)
        image[:, 45:] = 0.6
        given, again, other = (
            as_array(call(answer, image, sigma, np.random.default_rng(seed))) for seed in (35, 35, 37)
        )
        if given.shape != shape or given.dtype.kind != "f":
            raise Wrong(f"expected a float picture of shape {shape}, got {given.dtype} of shape {given.shape}.")
        if not np.isfinite(given).all():
            raise Wrong("some of the values are not finite numbers.")
        for about in (about_ends, about_numbers, about_picture, about_strength, about_bell):
            if wrong := about(given, image, sigma):
                raise Wrong(wrong, input=image, yours=given)
        if np.array_equal(given, other):
            raise Wrong("two different generators gave the same noise: draw from rng, not from one of your own.")
        if not np.array_equal(given, again):
            raise Wrong(
                "twice the same generator, and the noise differs: draw from rng, then others can repeat what you did."
            )
    edges = np.tile([0.0, 1.0], (60, 30))
    about_edges(edges, as_array(call(answer, edges, sigma, np.random.default_rng(36))))


def about_ends(given, image, sigma):
    """Return what is wrong where most values were cut off."""
    black, white = np.mean(given <= 0), np.mean(given >= 1)
    if max(black, white) > 0.9:
        return "nearly all values are 0, or 1: were they out of range before they were cut off? The picture is one from 0 to 1."
    if min(black, white) > 0.15:
        return "much too strong: many values ended at 0 and at 1. Is sigma the standard deviation of your numbers?"
    return None


def about_numbers(given, image, sigma):
    """Return what is wrong where values share their numbers, or have none."""
    noise = given - image
    same = np.isclose(noise, 0, atol=1e-12)
    if noise.std() < 1e-6 and np.isclose(noise.mean(), sigma):
        return "every value got sigma itself. rng.normal takes the mean first, then the standard deviation: rng.normal(0, sigma, ...)."
    if same.all():
        return "nothing has changed: draw numbers, and add them."
    if noise.std() < 1e-6:
        return "every value changed by the same number: draw as many numbers as there are values."
    if 0.4 < same.mean() < 0.6 and noise.min() > -1e-9:
        return "half of the values did not change, as all negative noise was cut off: clip the sum, not the noise."
    if same.mean() > 0.02:
        return f"{same.mean():.0%} of the values did not change at all: every value gets a number of its own."
    if noise.ndim == 3 and any(np.allclose(noise[..., a], noise[..., b]) for a, b in ((0, 1), (0, 2), (1, 2))):
        return "channels got the same noise: each value should have a number of its own."
    if np.allclose(noise[0], noise[1]) or np.allclose(noise[:, 0], noise[:, 1]):
        return "whole rows or columns got the same noise: draw numbers of the shape of the picture."
    return None


def about_picture(given, image, sigma):
    """Return what is wrong with the picture under the noise."""
    dark, light = given[image == 0.35], given[image == 0.6]
    if abs(light.mean() - dark.mean()) < 0.05:
        return "the picture is gone, this is noise alone: add it to image."
    if light.std() > 1.2 * dark.std():
        return "the noise is stronger where the picture is lighter: was it multiplied with the picture? Add it."
    return None


def about_strength(given, image, sigma):
    """Return what is wrong with the mean or the spread."""
    noise = given - image
    spread = noise.std()
    if abs(spread / math.sqrt(sigma) - 1) < 0.3:
        return "much too strong: is sigma the standard deviation, or was its root taken?"
    shifts = [noise[image == value].mean() / sigma for value in (0.35, 0.6)]
    contrast = 1 + (shifts[1] - shifts[0]) * sigma / 0.25
    if contrast < 1.05 and (min(shifts) > 0.2 or max(shifts) < -0.2):
        return "the picture became brighter or darker: noise has to be 0 on average."
    if abs(contrast - 1) > 0.05:
        return "the picture itself has changed, its dark parts otherwise than its light ones: np.clip cuts, it does not stretch."
    if abs(spread / sigma**2 - 1) < 0.3:
        return "much too weak: rng.normal takes the standard deviation, not the variance."
    if abs(spread * 255 / sigma - 1) < 0.3:
        return "much too weak: sigma was divided by 255, but it belongs to a picture from 0 to 1 already."
    if abs(spread / sigma - 1) > 0.04:
        kind = " And these are even chances, no bell curve: rng.normal." if tails(noise) < 2.2 else ""
        return f"the noise has the standard deviation {spread:.3f}; asked is sigma, here {sigma}.{kind}"
    return None


def about_bell(given, image, sigma):
    """Return what is wrong with the curve that the numbers come from."""
    noise = given - image
    if not 0.03 < np.mean(np.abs(noise) > 2 * sigma) < 0.07 or not 2.5 < tails(noise) < 3.5:
        return "right strength, but no bell curve: in it one value in 22 is farther than 2 sigma off."
    return None


def tails(noise):
    """Return how much of the noise is far off: a bell curve has 3, even chances 1.8, Laplace's curve 6."""
    return np.mean((noise - noise.mean()) ** 4) / noise.std() ** 4


def about_edges(edges, given):
    """Raise `Wrong` if black and white with noise were not cut at 0 and 1."""
    if given.min() < 0 or given.max() > 1:
        raise Wrong("some values left the range from 0 to 1: clip the sum.")
    if not 0.4 < np.mean(given == edges) < 0.6 or np.abs(given - edges).max() > 0.5:
        raise Wrong(
            "on black and white, half of the values should end at exactly 0 or 1: what is below 0 becomes 0, "
            "what is over 1 becomes 1, and nothing comes back at the other end. np.clip does that."
        )


def drawn(draw):
    """Return an answer that adds what `draw(rng, sigma, shape)` gives, clipped."""
    return lambda image, sigma, rng: np.clip(image + draw(rng, sigma, image.shape), 0, 1)


@ex.wrong("channels got the same noise")
@drawn
def one_for_all_channels(rng, sigma, shape):
    noise = rng.normal(0, sigma, shape[:2])
    return noise if len(shape) == 2 else noise[..., None]


ex.wrong("write it yourself", lambda image, sigma, rng: util.random_noise(image, var=sigma**2, rng=rng))
ex.wrong("write it yourself", lambda image, sigma, rng: skimage.util.random_noise(image, var=sigma**2, rng=rng))
ex.wrong("nothing has changed", lambda image, sigma, rng: image)
ex.wrong("the mean first", drawn(lambda rng, sigma, shape: rng.normal(sigma, 0, shape)))
ex.wrong("by the same number", drawn(lambda rng, sigma, shape: rng.normal(0, sigma)))
ex.wrong("whole rows", drawn(lambda rng, sigma, shape: rng.normal(0, sigma, shape[1:])))
ex.wrong("clip the sum, not", lambda image, sigma, rng: image + np.clip(rng.normal(0, sigma, image.shape), 0, 1))
ex.wrong(
    "did not change at all", drawn(lambda rng, sigma, shape: rng.normal(0, sigma, shape) * (rng.random(shape) < 0.5))
)
ex.wrong("noise alone", lambda image, sigma, rng: rng.normal(0, sigma, image.shape))
ex.wrong("noise alone", lambda image, sigma, rng: np.clip(rng.normal(0, sigma, image.shape), 0, 1))
ex.wrong("one from 0 to 1", lambda image, sigma, rng: np.clip(255 * image + rng.normal(0, sigma, image.shape), 0, 1))
ex.wrong("ended at 0 and at 1", drawn(lambda rng, sigma, shape: rng.normal(0, 255 * sigma, shape)))
ex.wrong("ended at 0 and at 1", drawn(lambda rng, sigma, shape: rng.standard_normal(shape)))
ex.wrong("multiplied with", lambda image, sigma, rng: np.clip(image * (1 + rng.normal(0, sigma, image.shape)), 0, 1))
ex.wrong("brighter or darker", drawn(lambda rng, sigma, shape: sigma * rng.random(shape)))
ex.wrong("brighter or darker", drawn(lambda rng, sigma, shape: rng.normal(0.5, sigma, shape)))
ex.wrong("brighter or darker", drawn(lambda rng, sigma, shape: np.abs(rng.normal(0, sigma, shape))))
ex.wrong("brighter or darker", drawn(lambda rng, sigma, shape: rng.normal(sigma, sigma, shape)))
ex.wrong("the variance", drawn(lambda rng, sigma, shape: rng.normal(0, sigma**2, shape)))
ex.wrong("much too strong", drawn(lambda rng, sigma, shape: rng.normal(0, math.sqrt(sigma), shape)))
ex.wrong("divided by 255", drawn(lambda rng, sigma, shape: rng.normal(0, sigma / 255, shape)))
ex.wrong("the standard deviation 0.15", drawn(lambda rng, sigma, shape: rng.normal(0, 2 * sigma, shape)))
ex.wrong("here 0.05", drawn(lambda rng, sigma, shape: rng.normal(0, 0.08, shape)))
ex.wrong("even chances", drawn(lambda rng, sigma, shape: rng.uniform(-sigma, sigma, shape)))
ex.wrong("no bell curve", drawn(lambda rng, sigma, shape: rng.uniform(-1, 1, shape) * sigma * math.sqrt(3)))
ex.wrong("no bell curve", drawn(lambda rng, sigma, shape: rng.laplace(0, sigma / math.sqrt(2), shape)))
ex.wrong("one of your own", drawn(lambda rng, sigma, shape: np.random.default_rng(0).normal(0, sigma, shape)))
ex.wrong("twice the same", drawn(lambda rng, sigma, shape: np.random.default_rng().normal(0, sigma, shape)))
ex.wrong("twice the same", drawn(lambda rng, sigma, shape: np.random.normal(0, sigma, shape)))  # noqa: NPY002
ex.wrong("not finite", drawn(lambda rng, sigma, shape: np.full(shape, np.nan)))
ex.wrong("left the range", lambda image, sigma, rng: image + rng.normal(0, sigma, image.shape))
ex.wrong("np.clip does that", lambda image, sigma, rng: (image + rng.normal(0, sigma, image.shape)) % 1)
ex.wrong("np.clip does that", lambda image, sigma, rng: np.abs(image + rng.normal(0, sigma, image.shape)).clip(0, 1))
ex.wrong("expected a float picture", lambda image, sigma, rng: add_noise(image, sigma, rng)[0])


@ex.wrong("does not stretch")
def stretched(image, sigma, rng):
    noisy = image + rng.normal(0, sigma, image.shape)
    return (noisy - noisy.min()) / np.ptp(noisy)
