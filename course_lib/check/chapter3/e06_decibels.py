"""3.6: the PSNR of float pictures."""

import numpy as np

from ... import metrics
from ..compare import Numbers
from ..exercise import exercise
from ..later import skimage


def noisy_pairs():
    rng = np.random.default_rng(39)
    for strength, shape in ((0.03, (13, 12)), (0.08, (6, 10)), (0.2, (5, 6, 3))):
        clean = rng.uniform(0.3, 0.7, shape)  # neither picture's own range is 1
        yield clean, (clean + rng.normal(0.01, strength, shape)).clip(0.02, 0.97)


ex = exercise(
    "3.6",
    "Decibels",
    cases=noisy_pairs,
    compare=Numbers(1e-5),
    hints=(
        "What is R, the range that the values can have, for float pictures from 0 to 1?",
        "R is 1, so R² / MSE is 1 / MSE. First the mean squared error, as in 3.5, then the logarithm to the base 10.",
        "10 times np.log10 of 1 / np.mean(...), with the squared difference in the mean.",
    ),
    right="twenty decibels for an error of a tenth of the range.",
)


@ex.right
def psnr(clean, other):
    return 10 * np.log10(1 / np.mean((clean - other) ** 2))


ex.right(lambda clean, other: metrics.peak_signal_noise_ratio(clean, other, data_range=1))
ex.right(lambda clean, other: skimage.metrics.peak_signal_noise_ratio(clean, other, data_range=1))
ex.right(lambda clean, other: -20 * np.log10(np.sqrt(np.mean((clean - other) ** 2))))


def of_mse(formula):
    """Return an answer with another formula for the mean squared error's decibels."""
    return lambda clean, other: formula(np.mean((clean - other) ** 2))


ex.slip(
    "negative: it is the range over the error, and less error means more decibels.",
    of_mse(lambda mse: 10 * np.log10(mse)),
)
ex.slip(
    "twice too much: 20 times goes with the root of the error, 10 times with the MSE.",
    of_mse(lambda mse: 20 * np.log10(1 / mse)),
)
ex.slip(
    "half: 10 times goes with the MSE itself, without the root.", of_mse(lambda mse: 10 * np.log10(1 / np.sqrt(mse)))
)
ex.slip("this is the natural logarithm; decibels take the base 10: np.log10.", of_mse(lambda mse: 10 * np.log(1 / mse)))
ex.slip("these are bels; a decibel is a tenth of one.", of_mse(lambda mse: np.log10(1 / mse)))
ex.slip(
    "255 is the range of uint8; these pictures are floats from 0 to 1.",
    of_mse(lambda mse: 10 * np.log10(255**2 / mse)),
)
ex.slip(
    "the logarithm is missing. (10 ** np.log10(x) is x again: 10 times the logarithm.)", of_mse(lambda mse: 1 / mse)
)
ex.slip("this is the MSE; asked are decibels.", of_mse(lambda mse: mse))
for own_range in (
    lambda clean, other: clean.max(),
    lambda clean, other: other.max(),
    lambda clean, other: np.ptp(clean),
    lambda clean, other: np.ptp(other),
    lambda clean, other: np.ptp([clean, other]),
):
    ex.slip(
        "R is the range that pictures can have, here 1, and not that of these pictures.",
        lambda clean, other, own_range=own_range: (
            10 * np.log10(own_range(clean, other) ** 2 / np.mean((clean - other) ** 2))
        ),
    )
ex.slip(
    "255 is the range of uint8, and R has to be squared: here it is 1.", of_mse(lambda mse: 10 * np.log10(255 / mse))
)
ex.slip("R is 1 here: 2 is the range of pictures from -1 to 1.", of_mse(lambda mse: 10 * np.log10(4 / mse)))
ex.slip(
    "this is the logarithm to the base 2; decibels take the base 10: np.log10.",
    of_mse(lambda mse: 10 * np.log2(1 / mse)),
)
ex.slip("log1p adds 1 first: np.log10 is asked.", of_mse(lambda mse: 10 * np.log1p(1 / mse)))
ex.slip(
    "negative, and twice too much: 10 times the logarithm of 1 over the MSE.", of_mse(lambda mse: 20 * np.log10(mse))
)
ex.slip(
    "the whole fraction goes into the logarithm: the logarithm of R² alone is 0.",
    of_mse(lambda mse: 10 * np.log10(1) / mse),
)
ex.slip("this is the RMSE; asked are decibels.", of_mse(np.sqrt))
ex.slip("10 times the logarithm, not 10 plus the logarithm.", of_mse(lambda mse: 10 + np.log10(1 / mse)))
ex.slip("R is 1 for these pictures; 256² was taken.", of_mse(lambda mse: 10 * np.log10(256**2 / mse)))
ex.slip("negative, and the natural logarithm: 10 * np.log10(1 / MSE).", of_mse(lambda mse: 10 * np.log(mse)))
ex.slip("a decibel is a tenth of a bel: multiply by 10.", of_mse(lambda mse: np.log10(1 / mse) / 10))
ex.slip("the square belongs to R, inside of the logarithm.", of_mse(lambda mse: 10 * np.log10(1 / mse) ** 2))
ex.slip(
    "the pictures were multiplied by 255, and R was not: leave them from 0 to 1.",
    of_mse(lambda mse: 10 * np.log10(1 / (255**2 * mse))),
)
for digits in (0, 1, 2):
    ex.slip("rounded: return all digits.", of_mse(lambda mse, digits=digits: np.round(10 * np.log10(1 / mse), digits)))
ex.slip(
    "R is the range that pictures can have, here 1; this is the ratio to the mean square of `clean` itself.",
    lambda clean, other: 10 * np.log10(np.mean(clean**2) / np.mean((clean - other) ** 2)),
)
ex.slip(
    "R is 1 here, and not the largest value of `clean`.",
    lambda clean, other: 10 * np.log10(clean.max() / np.mean((clean - other) ** 2)),
)
ex.slip(
    "this is the SSIM; asked are decibels.",
    lambda clean, other: metrics.structural_similarity(clean, other, data_range=1),
)


def of_error(measure):
    """Return an answer that puts another measure of the error in place of the MSE."""
    return lambda clean, other: 10 * np.log10(1 / measure(clean - other))


ex.slip("the sum of the squared errors was taken in place of their mean.", of_error(lambda error: np.sum(error**2)))
ex.slip("the error has to be squared: this takes its size.", of_error(lambda error: np.mean(np.abs(error))))
ex.slip(
    "square first, then take the mean: errors of opposite sign cancelled.", of_error(lambda error: np.mean(error) ** 2)
)
ex.slip(
    "the error has to be squared: this takes its size, with 20 times the logarithm.",
    of_error(lambda error: np.mean(np.abs(error)) ** 2),
)
ex.slip(
    "this takes the median of the squares; the M in MSE is their mean.", of_error(lambda error: np.median(error**2))
)
ex.slip("np.var takes the mean error off first; here it counts.", of_error(np.var))
ex.slip(
    "this is the largest error in place of their mean: one pixel decides.", of_error(lambda error: np.max(error**2))
)
ex.slip(
    "the sum was divided by the number of rows; a mean divides by the number of all values.",
    of_error(lambda error: np.sum(error**2) / len(error)),
)
ex.slip(
    "the sum was divided by the number of pixels; in colour each has three values.",
    of_error(lambda error: np.sum(error**2) / (error.shape[0] * error.shape[1])),
)
ex.slip(
    "each channel or column got decibels of its own, and their mean was taken: one MSE over all values comes first.",
    lambda clean, other: np.mean([psnr(clean[..., c], other[..., c]) for c in range(clean.shape[-1])]),
)
for axis in (0, 1):
    ex.slip(
        "each row or column got decibels of its own, and their mean was taken: one MSE over all values comes first.",
        lambda clean, other, axis=axis: np.mean(10 * np.log10(1 / np.mean((clean - other) ** 2, axis=axis))),
    )


@ex.notice
def has_a_logarithm_of_less_than_0(given, clean, other):
    told = "this is nan: the logarithm of a negative number. Square the error, then take its mean."
    return told if isinstance(given, float | np.floating) and np.isnan(given) else None


ex.slip(
    "each pixel got decibels of its own, and their mean was taken: the mean of the squared errors comes first.",
    lambda clean, other: np.mean(10 * np.log10(1 / (clean - other) ** 2)),
)
ex.wrong("logarithm of a negative", lambda clean, other: 10 * np.log10(1 / np.mean(clean - other)))

ex.wrong("finite", lambda clean, other: float("inf"))
ex.wrong("one number", lambda clean, other: 10 * np.log10(1 / (clean - other) ** 2))
ex.slip("the decibels of each row or pixel were averaged: first the mean over all values, then one logarithm.")(
    lambda clean, other: np.mean(10 * np.log10(1 / ((clean - other) ** 2).mean(axis=-1)))
)
