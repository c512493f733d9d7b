"""Chapter 3, exercises 3.9, 3.10, 3.12 and the project: the denoisers. Each judge is one exercise."""

import numpy as np

from .. import data
from ..metrics import peak_signal_noise_ratio
from ..restoration import denoise_tv_chambolle
from ..util import img_as_float, random_noise
from .legacy import Wrong, as_array, call, compare, exercise
from .numbers import compare_number, rounded_down


def differences(image):
    """Return the differences to the next row and to the next column, 0 across the border."""
    return np.diff(image, axis=0, append=image[-1:]), np.diff(image, axis=1, append=image[:, -1:])


@exercise(
    "3.9",
    "Total variation",
    hints=(
        "Two differences for each pixel: to the one below and to the one on the right.",
        "Across the border there is no difference: np.diff(image, axis=0, append=image[-1:]) ends with zeros.",
        "Pythagoras at each pixel, then the sum: np.sqrt(down**2 + right**2).sum().",
    ),
    right="the length of the step at each pixel, summed over the picture.",
)
def judge_variation(answer):
    rng = np.random.default_rng(50)
    for image in (rng.random((9, 12)), np.add.outer(np.arange(6.0), np.arange(8.0) ** 1.5) / 30):
        down, right = differences(image)
        around = np.roll(image, -1, 0) - image, np.roll(image, -1, 1) - image
        mistakes = [
            (
                np.abs(down).sum() + np.abs(right).sum(),
                "this adds both steps; the length of a step is Pythagoras' root.",
            ),
            ((down**2 + right**2).sum(), "the root is missing: squares punish an edge more than a slope."),
            (np.sqrt((down**2 + right**2).sum()), "take the root at each pixel, before the sum."),
            (np.sqrt(down**2 + right**2).mean(), "this is the mean over the pixels; asked is the sum."),
            (np.hypot(*around).sum(), "np.roll joins the last row to the first: across the border nothing counts."),
            (
                np.hypot(down[:-1, :-1], right[:-1, :-1]).sum(),
                "the last row and the last column are missing: each still has a difference along itself.",
            ),
            ((down + right).sum(), "steps up and steps down cancel: take their length."),
        ]
        compare_number(call(answer, image), np.hypot(down, right).sum(), mistakes)


def psnr(clean, other):
    return peak_signal_noise_ratio(clean, other, data_range=1)


@exercise(
    "3.10",
    "The best weight",
    hints=(
        "Denoise with each weight, measure each result against the clean picture, keep the best.",
        "metrics.peak_signal_noise_ratio(clean, result, data_range=1) is larger for a better result.",
        "max(weights, key=...) returns the weight, if the key is a function that gives its PSNR.",
    ),
    right="tried, measured, chosen. With a picture of your own there is no clean one: then your eyes choose.",
)
def judge_weight(answer):
    weights = [0.005, 0.02, 0.05, 0.1, 0.2, 0.4]
    for clean, sigma in (
        (data.camera()[100:164, 220:284] / 255, 0.04),
        (data.load("dice")[200:264, 200:264, 1] / 255, 0.15),
    ):
        noisy = random_noise(clean, var=sigma**2, rng=51)
        results = {weight: denoise_tv_chambolle(noisy, weight=weight) for weight in weights}
        scores = {weight: psnr(clean, result) for weight, result in results.items()}
        best = max(scores, key=scores.get)
        mistakes = [
            (min(scores, key=scores.get), "this weight gives the worst PSNR: more decibels are better."),
            (
                max(weights, key=lambda w, r=results: psnr(noisy, r[w])),
                "this result is nearest to the noisy picture; it should be nearest to the clean one.",
            ),
            (weights[-1], "this is the last weight of the list."),
            (scores[best], "this is the best PSNR; asked is the weight that reaches it."),
            (weights.index(best), "this is the place of the best weight in the list; asked is the weight."),
        ]
        compare_number(call(answer, clean, noisy, weights), best, mistakes)


@exercise(
    "3.12",
    "Shrink the details",
    hints=(
        "What is smaller than the threshold becomes 0. What is larger comes nearer to 0 by the threshold.",
        "np.abs gives the size, np.sign the sign: work on the size, and put the sign back.",
        "np.sign(details) * np.maximum(np.abs(details) - threshold, 0).",
    ),
    right="a soft threshold: small details are gone, large ones are shorter, and nothing jumps.",
)
def judge_shrink(answer):
    rng = np.random.default_rng(53)
    for threshold in (0.4, 1.1):
        details = rng.normal(0, 1, (8, 9))
        size = np.abs(details)
        expected = np.sign(details) * np.maximum(size - threshold, 0)
        mistakes = [
            (
                np.where(size >= threshold, details, 0),
                "this is the hard threshold: the large ones have to be shortened.",
            ),
            (np.maximum(size - threshold, 0), "the signs are lost: a negative detail has to stay negative."),
            (np.maximum(details - threshold, 0), "negative details all became 0: look at their size."),
            (np.sign(details) * (size - threshold), "the small ones changed their sign: stop at 0."),
            (
                np.where(size > threshold, expected, details),
                "what is smaller than the threshold has stayed as it was: it becomes 0.",
            ),
            (details - threshold, "the threshold was subtracted from every one: negative details have grown."),
            (
                np.clip(details, -threshold, threshold),
                "this keeps what is small and cuts what is large: the other way.",
            ),
            (size > threshold, "this is a mask; asked are the shrunk details."),
        ]
        compare(call(answer, details, threshold), expected, details, mistakes, tolerance=1e-9)


GOAL, GOAL_INSIDE = 26.0, 18.0  # dB, for the project: over the whole picture, and where the logo was
NEAR = 26.4  # dB around the logo, from which on the rest is a matter of the filling


def photograph(turned=False):
    """Return the clean photograph of the project, the one with a logo and noise, and the logo's mask."""
    clean = img_as_float(data.load("landscape")[150:350, 200:456])
    clean = clean[::-1, ::-1] if turned else clean
    rows, cols = np.mgrid[:200, :256]
    disc = (rows - 45) ** 2 + (cols - 205) ** 2 < 24**2
    mask = disc & ~((np.abs(rows - 45) < 5) & (np.abs(cols - 205) < 15))
    noisy = random_noise(clean, var=0.01, rng=55 + turned)
    noisy[mask] = [1.0, 0.0, 1.0]
    return np.ascontiguousarray(clean), noisy, mask


@exercise(
    "3.15",
    "Project: a logo and noise",
    hints=(
        "Three steps: a mask of the logo, filling it, taking off the noise. The logo's colour is exactly (1, 0, 1).",
        "mask = (image == [1, 0, 1]).all(axis=-1). Try both orders: filling goes on from the pixels of the rim, "
        "and a denoiser may smear the logo over them, or may not.",
        "The bilateral filter does not mix colours as far apart as the logo and the hill. So: denoise_bilateral with "
        "sigma_color=0.25, sigma_spatial=2, mode='edge', channel_axis=-1, then inpaint_biharmonic.",
    ),
    right="the logo is gone, and so is most of the noise.",
)
def judge_project(answer):
    reached = []
    for turned in (False, True):
        clean, image, mask = photograph(turned)
        given = as_array(call(answer, image))
        if given.shape != clean.shape:
            raise Wrong(f"the result should have the shape {clean.shape}; yours has {given.shape}.")
        if given.dtype.kind != "f" or not np.isfinite(given).all() or given.max() > 2:
            raise Wrong("expected floats from 0 to 1, as the functions of restoration return them.")
        given = given.clip(0, 1)
        score, inside = psnr(clean, given), psnr(clean[mask], given[mask])
        if score >= GOAL and inside >= GOAL_INSIDE:
            reached.append(score)
            continue
        told = f"PSNR {rounded_down(score, 2)} dB of the {GOAL:.0f} asked for, and {rounded_down(inside, 1)} dB of {GOAL_INSIDE:.0f} where the logo was: "
        raise Wrong(told + _advice(clean, image, mask, given, inside), input=image, expected=clean, yours=given)
    return f"PSNR {rounded_down(min(reached), 2)} dB:"


def _advice(clean, image, mask, given, inside):
    """Return what to turn next, for a result of the project that has not reached its goals."""
    outside, noisy = psnr(clean[~mask], given[~mask]), psnr(clean[~mask], image[~mask])
    contrast = np.abs(np.diff(given, axis=1)).mean() / np.abs(np.diff(clean, axis=1)).mean()
    if abs(inside - psnr(clean[mask], image[mask])) < 1:
        return "the logo is still there: make its mask, and fill it."
    if given[mask].std(axis=0).max() < 0.02:
        return "where the logo was there is one even colour now: fill it from the pixels of its rim."
    if inside < 15:
        return (
            "the logo is smeared. Did the denoiser carry the magenta over the rim of your mask? "
            "Widen the mask, or take a denoiser that does not mix colours so far apart."
        )
    if outside < noisy + 1.5:
        return "the logo is gone, the noise is not: denoise as well."
    if contrast > 1.1:
        return "there is noise left: denoise a little more strongly."
    if inside < GOAL_INSIDE and outside >= NEAR:
        return (
            f"fine around the logo ({outside:.1f} dB), rough where it was. What did the filling start from: "
            "noisy pixels, or pixels with magenta in them?"
        )
    if contrast < 0.62:
        return "too smooth: the bushes and the stones went with the noise. Denoise a little less strongly."
    return "near. A little stronger, or another denoiser? Bushes and stones want one that keeps edges."
