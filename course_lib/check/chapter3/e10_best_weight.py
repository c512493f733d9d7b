"""3.10: the weight whose result is nearest to the clean picture."""

import numpy as np

from ... import data, metrics, restoration, util
from ..compare import Numbers
from ..exercise import exercise
from ..later import skimage


def pairs_with_weights():
    """Return pictures with little and with much noise; the lists of weights are in no order."""
    for clean, sigma, weights in (
        (data.camera()[100:164, 220:284] / 255, 0.04, [0.1, 0.2, 0.02, 0.005, 0.4, 0.05]),
        (data.load("dice")[200:264, 200:264, 1] / 255, 0.15, [0.08, 0.3, 0.01, 0.15, 0.6]),
    ):
        yield clean, util.random_noise(clean, var=sigma**2, rng=51), weights


ex = exercise(
    "3.10",
    "The best weight",
    cases=pairs_with_weights,
    compare=Numbers(),
    hints=(
        "Denoise with each weight, measure each result against the clean picture, keep the best.",
        "metrics.peak_signal_noise_ratio(clean, result, data_range=1) is larger for a better result.",
        "max(weights, key=...) returns the weight, if the key is a function that gives its PSNR.",
    ),
    right="tried, measured, chosen. With a picture of your own there is no clean one: then your eyes choose.",
)


@ex.right
def best_weight(clean, noisy, weights):
    def score(weight):
        result = restoration.denoise_tv_chambolle(noisy, weight=weight)
        return metrics.peak_signal_noise_ratio(clean, result, data_range=1)

    return max(weights, key=score)


@ex.right
def loop_with_scikit_image(clean, noisy, weights):
    best, least = None, np.inf
    for weight in weights:
        error = np.mean((clean - skimage.restoration.denoise_tv_chambolle(noisy, weight=weight)) ** 2)
        if error < least:
            best, least = weight, error
    return best


def scores(clean, noisy, weights):
    results = [restoration.denoise_tv_chambolle(noisy, weight=weight) for weight in weights]
    return [metrics.peak_signal_noise_ratio(clean, result, data_range=1) for result in results]


ex.slip(
    "this weight gives the worst PSNR: more decibels are better.",
    lambda clean, noisy, weights: weights[np.argmin(scores(clean, noisy, weights))],
)
NOISY_OR_CLEAN = (
    "this is the smallest weight: it changes the picture least. Is it `noisy` that you denoise, and `clean` "
    "that you measure against?"
)
ex.slip(NOISY_OR_CLEAN, lambda clean, noisy, weights: best_weight(noisy, noisy, weights))
ex.slip(NOISY_OR_CLEAN, lambda clean, noisy, weights: best_weight(clean, clean, weights))
ex.slip("this is the first weight of the list.", lambda clean, noisy, weights: weights[0])
ex.slip("this is the last weight of the list.", lambda clean, noisy, weights: weights[-1])
ex.slip(
    "this is the best PSNR; asked is the weight that reaches it.",
    lambda clean, noisy, weights: max(scores(clean, noisy, weights)),
)
ex.slip(
    "this is the place of the best weight in the list; asked is the weight.",
    lambda clean, noisy, weights: int(np.argmax(scores(clean, noisy, weights))),
)


@ex.slip("this weight has the best SSIM; asked is the one with the best PSNR.")
def by_ssim(clean, noisy, weights):
    def score(weight):
        result = restoration.denoise_tv_chambolle(noisy, weight=weight)
        return metrics.structural_similarity(clean, result, data_range=1)

    return max(weights, key=score)


@ex.wrong("expected about 0.15")
def weights_of_the_first_pair(clean, noisy, weights):
    return best_weight(clean, noisy, next(pairs_with_weights())[2])
