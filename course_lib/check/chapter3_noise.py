"""Chapter 3, exercises 3.4 to 3.6 and 3.8: noise and its measures. Each judge is one exercise."""

import math

import numpy as np

from .. import data
from ..restoration import estimate_sigma
from .legacy import Wrong, as_array, call, exercise
from .numbers import compare_number
from .pictures import random_grey


@exercise(
    "3.4",
    "Write Gaussian noise",
    hints=(
        "rng.normal(0, sigma, shape) draws numbers from a bell curve: as many as the shape asks for.",
        "Each value gets a number of its own, each channel too: the shape is image.shape.",
        "Clip at the end: np.clip(image + rng.normal(0, sigma, image.shape), 0, 1).",
    ),
    right="every value has a number of its own from a bell curve, and the picture stays between 0 and 1.",
)
def judge_noise(answer):
    for value, shape, sigma in ((0.5, (80, 90, 3), 0.08), (0.4, (100, 90), 0.05)):
        flat = np.full(shape, value)
        given = as_array(call(answer, flat, sigma, np.random.default_rng(35)))
        if given.shape != shape or given.dtype.kind != "f":
            raise Wrong(f"expected a float picture of shape {shape}, got {given.dtype} of shape {given.shape}.")
        if not np.isfinite(given).all():
            raise Wrong("some of the values are not finite numbers.")
        _judge_drawn(given - flat, sigma, {"input": flat, "yours": given})
        again, other = (as_array(call(answer, flat, sigma, np.random.default_rng(seed))) for seed in (35, 37))
        if np.array_equal(given, other):
            raise Wrong("two different generators gave the same noise: draw from rng, not from one of your own.")
        if not np.array_equal(given, again):
            raise Wrong(
                "twice the same generator, and the noise differs: draw from rng, then others can repeat what you did."
            )
    edges = as_array(call(answer, np.tile([0.0, 1.0], (60, 30)), sigma, np.random.default_rng(36)))
    if edges.min() < 0 or edges.max() > 1:
        raise Wrong("some values left the range from 0 to 1: clip the sum.")


def _judge_drawn(noise, sigma, pictures):
    """Raise `Wrong` unless the noise is a number of its own for each value, from the bell curve of this sigma."""
    spread = noise.std()
    if spread < 1e-9:
        raise Wrong("every value changed by the same number: draw as many numbers as there are values.", **pictures)
    if abs(noise.mean()) > 0.2 * sigma:
        raise Wrong("the picture became brighter or darker: noise has to be 0 on average.", **pictures)
    if noise.ndim == 3 and any(np.allclose(noise[..., a], noise[..., b]) for a, b in ((0, 1), (0, 2), (1, 2))):
        raise Wrong("channels got the same noise: each value should have a number of its own.", **pictures)
    if np.allclose(noise[0], noise[1]) or np.allclose(noise[:, 0], noise[:, 1]):
        raise Wrong("whole rows or columns got the same noise: draw numbers of the shape of the picture.", **pictures)
    for wrong, sentence in (
        (math.sqrt(sigma), "much too strong: is sigma the standard deviation, or was its root taken?"),
        (sigma**2, "much too weak: rng.normal takes the standard deviation, not the variance."),
    ):
        if abs(spread / wrong - 1) < 0.3:
            raise Wrong(sentence, **pictures)
    if abs(spread / sigma - 1) > 0.04:
        raise Wrong(f"the noise has the standard deviation {spread:.3f}; asked is {sigma}.", **pictures)
    tails = np.mean((noise - noise.mean()) ** 4) / spread**4  # 3 for a bell curve, 1.8 for even chances, 6 for Laplace
    if not 0.03 < np.mean(np.abs(noise) > 2 * sigma) < 0.07 or not 2.5 < tails < 3.5:
        raise Wrong("right strength, but no bell curve: in it one value in 22 is farther than 2 sigma off.", **pictures)


@exercise(
    "3.5",
    "The mean squared error",
    hints=(
        "Three steps, as the name says, from right to left: the error, its square, the mean.",
        "Both pictures are uint8. What is 10 - 20 in uint8? Convert before you subtract.",
        "np.mean((a.astype(float) - b) ** 2).",
    ),
    right="floats first, then the difference, its square, its mean.",
)
def judge_mse(answer):
    for seed in (37, 38):
        a, b = random_grey(seed, (11, 14)), random_grey(seed + 10, (11, 14))
        error = a.astype(float) - b
        mistakes = [
            (np.mean((a - b) ** 2), "too small: uint8 arithmetic wrapped around. Convert to float before subtracting."),
            (
                np.mean((a - b).astype(float) ** 2),
                "the difference wrapped around: convert to float before subtracting.",
            ),
            (np.mean((a.astype(int) - b).astype(np.uint8) ** 2), "the squares wrapped around in uint8."),
            (np.mean(np.abs(error)), "this is the mean of the absolute error; asked is the mean of its square."),
            (np.sqrt(np.mean(error**2)), "a root too many: this is the RMSE."),
            (np.sum(error**2), "this is the sum of the squares; asked is their mean."),
            (np.mean(error) ** 2, "square first, then take the mean: errors of opposite sign cancelled."),
            (np.mean((error / 255) ** 2), "the pictures were scaled to 0 to 1; asked is the error in grey levels."),
        ]
        compare_number(call(answer, a, b), np.mean(error**2), mistakes)


@exercise(
    "3.6",
    "Decibels",
    hints=(
        "First the mean squared error of the two pictures, then 10 times a logarithm to the base 10.",
        "The pictures are floats: the range R is 1, so R² / MSE is 1 / MSE.",
        "10 * np.log10(1 / np.mean((clean - other) ** 2)).",
    ),
    right="twenty decibels for an error of a tenth of the range.",
)
def judge_psnr(answer):
    rng = np.random.default_rng(39)
    for strength in (0.05, 0.2):
        clean = rng.random((13, 12))
        other = np.clip(clean + rng.normal(0, strength, clean.shape), 0, 1)
        mse = np.mean((clean - other) ** 2)
        mistakes = [
            (10 * np.log10(mse), "negative: it is the range over the error, and less error means more decibels."),
            (
                20 * np.log10(1 / mse),
                "twice too much: 20 times goes with the root of the error, 10 times with the MSE.",
            ),
            (10 * np.log10(1 / np.sqrt(mse)), "half: 10 times goes with the MSE itself, without the root."),
            (10 * np.log(1 / mse), "this is the natural logarithm; decibels take the base 10: np.log10."),
            (np.log10(1 / mse), "these are bels; a decibel is a tenth of one."),
            (10 * np.log10(255**2 / mse), "255 is the range of uint8; these pictures are floats from 0 to 1."),
            (1 / mse, "the logarithm is missing."),
            (mse, "this is the MSE; asked are decibels."),
        ]
        compare_number(call(answer, clean, other), 10 * np.log10(1 / mse), mistakes)


@exercise(
    "3.8",
    "How strong is the noise?",
    hints=(
        "Take the four pixels a, b, c, d of each block of 2 x 2 as slices: image[::2, ::2], image[::2, 1::2], ...",
        "(a - b - c + d) / 2 is 0 on plain ground and on straight edges, and has the noise's own standard deviation.",
        "np.median(np.abs(details)) / 0.6745: half of a bell curve lies within 0.6745 standard deviations.",
    ),
    right="the median listens to the many small details, which are noise, and not to the few large ones.",
)
def judge_sigma(answer):
    for seed, sigma in ((42, 0.02), (43, 0.1)):
        clean = data.camera()[20:180, 20:260] / 255
        clean[::2][:60] = np.where(np.random.default_rng(1).random((60, 240)) > 0.98, 1.0, clean[::2][:60])
        image = clean + np.random.default_rng(seed).normal(0, sigma, clean.shape)
        details, every = diagonal_details(image)[::2, ::2], diagonal_details(image)
        median = np.median(np.abs(details))
        overlap = (
            "near, but the blocks overlap: image[:-1, :-1] and image[1:, 1:] put a pixel into four blocks. "
            "Cut the picture: each pixel belongs to one block, image[::2, ::2] and so on."
        )
        mistakes = [
            (np.median(np.abs(every)) / 0.6745, overlap),
            (np.median(np.abs(every[1::2, 1::2])) / 0.6745, "the first block begins at the first row and column, not at the second."),
            (image.std(), "this is the spread of the whole picture, and most of it is picture, not noise."),
            (details.std(), "the standard deviation listens to the few large details, which are edges: take the median."),
            (np.abs(details).mean(), "the mean listens to the few large details, which are edges: take the median."),
            (median, "the median of |d| is 0.6745 standard deviations: divide by that."),
            (median * 0.6745, "divide by 0.6745; you multiplied."),
            (2 * median / 0.6745, "twice too much: a difference of four pixels has twice their standard deviation."),
            (2 * median, "the details are not halved, and the median is not divided by 0.6745."),
            (np.median(details) / 0.6745, "details are negative as often as positive: take their size, np.abs, first."),
            ((median / 0.6745) ** 2, "this is the variance; asked is the standard deviation."),
        ]  # fmt: skip
        given = call(answer, image)
        # the library's own estimate uses longer wavelets than blocks of 2 x 2, and is as good
        library = estimate_sigma(image)
        if np.ndim(given) == 0 and np.isclose(given, library, rtol=1e-6):
            continue
        compare_number(given, median / 0.6745, mistakes, share=1e-4)


def diagonal_details(image):
    """Return (a - b - c + d) / 2 of the 2 x 2 window at every pixel but the last ones."""
    return (image[:-1, :-1] - image[:-1, 1:] - image[1:, :-1] + image[1:, 1:]) / 2
