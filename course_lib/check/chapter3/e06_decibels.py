"""3.6: the PSNR of float pictures."""

import numpy as np

from ... import metrics
from ..compare import Numbers
from ..exercise import exercise
from ..later import skimage


def noisy_pairs():
    rng = np.random.default_rng(39)
    for strength in (0.03, 0.08):
        clean = rng.uniform(0.3, 0.7, (13, 12))  # neither picture's own range is 1
        yield clean, clean + rng.normal(0, strength, clean.shape)


ex = exercise(
    "3.6",
    "Decibels",
    cases=noisy_pairs,
    compare=Numbers(),
    hints=(
        "First the mean squared error of the two pictures, then 10 times a logarithm to the base 10.",
        "The pictures are floats: the range R is 1, so R² / MSE is 1 / MSE.",
        "10 * np.log10(1 / np.mean((clean - other) ** 2)).",
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
    """Return an answer that makes something else of the mean squared error."""
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
ex.slip("the logarithm is missing.", of_mse(lambda mse: 1 / mse))
ex.slip("this is the MSE; asked are decibels.", of_mse(lambda mse: mse))
for own_range in (
    lambda clean, other: clean.max(),
    lambda clean, other: other.max(),
    lambda clean, other: np.ptp(clean),
    lambda clean, other: np.ptp(other),
):
    ex.slip(
        "R is the range that pictures can have, here 1, and not that of this picture.",
        lambda clean, other, own_range=own_range: (
            10 * np.log10(own_range(clean, other) ** 2 / np.mean((clean - other) ** 2))
        ),
    )
ex.slip(
    "the sum of the squared errors was taken in place of their mean.",
    lambda clean, other: 10 * np.log10(1 / np.sum((clean - other) ** 2)),
)
ex.slip(
    "the error has to be squared: this takes its size.",
    lambda clean, other: 10 * np.log10(1 / np.mean(np.abs(clean - other))),
)

ex.wrong("finite", lambda clean, other: float("nan"))
ex.wrong("expected about", lambda clean, other: 12.0)
