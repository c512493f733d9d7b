"""3.10: the weight whose result is nearest to the clean picture."""

import numpy as np

from ... import data, metrics, restoration, util
from ..compare import Numbers
from ..exercise import exercise
from ..later import skimage


def pairs_with_weights():
    """Return pictures with little and with much noise; the weights are in no order, except in the last pair."""
    for clean, sigma, weights in (
        (data.camera()[100:164, 220:284] / 255, 0.04, [0.2, 0.09, 0.05, 0.4, 0.005, 0.02, 0.12, 0.3]),
        (data.load("dice")[200:264, 200:264, 1] / 255, 0.15, [0.08, 0.3, 0.01, 0.15, 0.6]),
        (data.coins()[100:150, 60:130] / 255, 0.08, [0.01, 0.03, 0.06, 0.12, 0.25]),
        (data.coins()[100:150, 60:130] / 255, 0.08, [0.06, 0.01, 0.03, 0.04, 0.02]),  # the first and largest
        (data.coins()[100:150, 60:130] / 255, 0.08, [0.4, 0.25, 0.3, 0.06]),  # the last and least
        # the mean of squares, the mean error and the SSIM each choose another one; then the largest error does
        (data.load("dice")[200:264, 200:264, 1] / 255, 0.04, [0.02, 0.08, 0.03, 0.05]),
        (data.load("dice")[200:264, 200:264, 1] / 255, 0.25, [0.15, 0.25, 0.2, 0.3]),
    ):
        yield clean, util.random_noise(clean, var=sigma**2, rng=51), weights


ex = exercise(
    "3.10",
    "The best weight",
    cases=pairs_with_weights,
    compare=Numbers(),
    hints=(
        "How would you find it by hand? Which picture is denoised, and which one is the result measured against?",
        "Denoise `noisy` with each weight, and keep the weight whose PSNR against `clean` is the largest so far: "
        "metrics.peak_signal_noise_ratio(clean, result, data_range=1).",
        "Write a function score(weight) that returns that PSNR. max(weights, key=score) then returns the weight.",
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


@ex.notice
def is_no_weight(given, clean, noisy, weights):
    if (
        not isinstance(given, int | float | np.number)
        or np.isclose(given, weights).any()
        or given in range(len(weights))
    ):
        return None
    if np.isclose(given, max(scores(clean, noisy, weights)), rtol=1e-3):
        return "this is the best PSNR; asked is the weight that reaches it."
    return f"{given:.5g} is none of the weights in the list, {weights}: return the one that was best."


@ex.notice
def is_more_than_one_number(given, clean, noisy, weights):
    if isinstance(given, np.ndarray) and given.shape == clean.shape:
        return "this is a picture; asked is the weight that gave the best one."
    several = isinstance(given, list | tuple) or (isinstance(given, np.ndarray) and given.ndim > 0)
    return {
        2: "return the weight alone, without its score.",
        len(weights): "these are as many numbers as there are weights; return the one weight that was best.",
    }.get(len(given) if several else 1)


ex.wrong("without its score", lambda *case: (30.0, best_weight(*case)))
ex.wrong("none of the weights", lambda clean, noisy, weights: 0.1)
ex.wrong("this is the best PSNR", lambda clean, noisy, weights: max(scores(clean, noisy, weights)))
ex.wrong("none of the weights", lambda clean, noisy, weights: np.mean(weights))
ex.slip(
    "this weight gives the worst PSNR: more decibels are better.",
    lambda clean, noisy, weights: weights[np.argmin(scores(clean, noisy, weights))],
)
ex.slip(
    "this is the smallest weight: it changes the picture least. Is it `noisy` that you denoise, and `clean` "
    "that you measure against?",
    lambda clean, noisy, weights: min(weights),
)
ex.slip(
    "this is the largest weight, which takes the most off; which result is nearest to `clean`?",
    lambda clean, noisy, weights: max(weights),
)
ex.slip(
    "this is the first weight of the list: does a return stand inside of your loop, or is the weight not used?",
    lambda clean, noisy, weights: weights[0],
)
ex.slip(
    "this is the last weight of the list: is the best score kept, and compared with each new one?",
    lambda clean, noisy, weights: weights[-1],
)
ex.slip(
    "this is the place of the best weight in the list; asked is the weight.",
    lambda clean, noisy, weights: int(np.argmax(scores(clean, noisy, weights))),
)


def chosen_by(measure):
    """Return an answer that takes the weight with the largest `measure(clean, result)`."""

    def answer(clean, noisy, weights):
        return max(weights, key=lambda w: measure(clean, restoration.denoise_tv_chambolle(noisy, weight=w)))

    return answer


OTHER = "this weight is the best by another measure, the SSIM or the mean of absolute errors; asked is the best PSNR."
ex.slip(OTHER, chosen_by(lambda clean, result: metrics.structural_similarity(clean, result, data_range=1)))
ex.slip(OTHER, chosen_by(lambda clean, result: -np.abs(clean - result).mean()))
ex.slip(
    "this weight has the least of the largest errors: one pixel decides there. Asked is the best PSNR, of all pixels.",
    chosen_by(lambda clean, result: -np.abs(clean - result).max()),
)
ex.slip(
    "this weight brings the mean nearest to that of `clean`; errors of opposite sign cancel. Take the PSNR.",
    chosen_by(lambda clean, result: -abs(np.mean(clean - result))),
)


ex.slip(
    "the first weight of the list was not tried.", lambda clean, noisy, weights: best_weight(clean, noisy, weights[1:])
)
ex.slip(
    "the last weight of the list was not tried.", lambda clean, noisy, weights: best_weight(clean, noisy, weights[:-1])
)


@ex.slip("each weight was tried on the result of the one before: begin with `noisy` each time.")
def on_top_of_each_other(clean, noisy, weights):
    best, most = None, -np.inf
    for weight in weights:
        noisy = restoration.denoise_tv_chambolle(noisy, weight=weight)
        score = metrics.peak_signal_noise_ratio(clean, noisy, data_range=1)
        if score > most:
            best, most = weight, score
    return best


@ex.slip("this stops where the PSNR falls for the first time; the weights are in no order, so try all of them.")
def until_it_falls(clean, noisy, weights):
    score = scores(clean, noisy, weights)
    return next((weights[i] for i in range(len(weights) - 1) if score[i + 1] < score[i]), weights[-1])


@ex.slip("this is the first weight whose result is better than `noisy`; asked is the best of all.")
def first_better(clean, noisy, weights):
    before = metrics.peak_signal_noise_ratio(clean, noisy, data_range=1)
    return next(w for w, score in zip(weights, scores(clean, noisy, weights), strict=True) if score > before)


@ex.slip("this is the second best weight.")
def second_best(clean, noisy, weights):
    return weights[np.argsort(scores(clean, noisy, weights))[-2]]


ex.wrong("this is a picture", lambda clean, noisy, weights: restoration.denoise_tv_chambolle(noisy, weight=weights[0]))
ex.wrong("as many numbers", scores)
ex.slip("the list was sorted, but the scores belong to it as it came: the place of the best one is another.")(
    lambda clean, noisy, weights: sorted(weights)[int(np.argmax(scores(clean, noisy, weights)))]
)
ex.slip("this is the middle weight: measure the PSNR of each, and take the best.")(
    lambda clean, noisy, weights: sorted(weights)[len(weights) // 2]
)
