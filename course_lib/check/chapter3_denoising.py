"""Chapter 3, exercises 3.9 to 3.15: the denoisers, and the project. Each judge is one exercise."""

import numpy as np

from .. import data
from ..metrics import peak_signal_noise_ratio
from ..restoration import denoise_bilateral, denoise_tv_chambolle
from ..restoration.bilateral import window_weights
from ..util import img_as_float, random_noise
from .engine import Wrong, as_array, call, compare, exercise
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
    "3.11",
    "Bilateral weights",
    hints=(
        "Two squared distances for each neighbour: of its value from the middle one, and of its place.",
        "rows, cols = np.mgrid[-r : r + 1, -r : r + 1] are the offsets from the middle.",
        "np.exp(-(difference**2) / (2 * sigma_color**2) - (rows**2 + cols**2) / (2 * sigma_spatial**2)).",
    ),
    right="near in place and near in colour: both count, and the pixel itself has weight 1.",
)
def judge_weights(answer):
    rng = np.random.default_rng(52)
    for side, sigma_color, sigma_spatial in ((5, 0.2, 1.5), (7, 0.3, 2.5)):
        window = rng.random((side, side))
        half = side // 2
        rows, cols = np.mgrid[-half : half + 1, -half : half + 1]
        change, place = (window - window[half, half]) ** 2, rows**2 + cols**2
        expected = window_weights(window, (half, half), side, sigma_color, sigma_spatial)
        mistakes = [
            (np.exp(-change / (2 * sigma_color**2)), "these look at the colour only: how far away is the neighbour?"),
            (np.exp(-place / (2 * sigma_spatial**2)), "these look at the place only: that is a Gaussian filter."),
            (expected / expected.sum(), "these are divided by their sum; asked are the weights with 1 in the middle."),
            (np.exp(-change / sigma_color**2 - place / sigma_spatial**2), "the 2 below the fraction is missing."),
            (
                np.exp(-np.sqrt(change) / (2 * sigma_color**2) - np.sqrt(place) / (2 * sigma_spatial**2)),
                "a bell curve has the square of the distance in it.",
            ),
            (
                np.exp(-change / (2 * sigma_spatial**2) - place / (2 * sigma_color**2)),
                "the two sigmas are exchanged: sigma_color goes with the difference of the values.",
            ),
            (
                np.exp(-change / (2 * sigma_color**2)) + np.exp(-place / (2 * sigma_spatial**2)),
                "the two bells were added; a neighbour has to pass both: multiply.",
            ),
            (np.exp(-change / (2 * sigma_color) - place / (2 * sigma_spatial)), "both sigmas have to be squared."),
            *(
                (
                    denoise_bilateral(window, size, sigma_color, sigma_spatial, mode=mode),
                    "this is the filtered window; asked are the weights that the filter gives its pixels.",
                )
                for size in (None, side)
                for mode in ("constant", "edge")
            ),
        ]
        compare(call(answer, window, sigma_color, sigma_spatial), expected, window, mistakes, tolerance=1e-6)


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


@exercise(
    "3.13",
    "How alike are two patches?",
    hints=(
        "A patch around (row, col) goes from row - half to row + half, both included.",
        "As a slice: image[row - half : row + half + 1, col - half : col + half + 1].",
        "np.mean((patch_p - patch_q) ** 2).",
    ),
    right="the mean squared difference, with the pixel in the middle of its patch.",
)
def judge_patches(answer):
    image = np.random.default_rng(54).random((20, 22))
    for p, q, half in (((6, 5), (10, 14), 2), ((9, 12), (4, 7), 3)):

        def patch(point, before, after):
            return image[point[0] - before : point[0] + after, point[1] - before : point[1] + after]

        change = patch(p, half, half + 1) - patch(q, half, half + 1)
        short, behind = patch(p, half, half) - patch(q, half, half), patch(p, 0, half) - patch(q, 0, half)
        other = patch(p, half - 1, half + 1) - patch(q, half - 1, half + 1)
        missing = (
            "the patch is one row and one column short, as in scikit-image 0.26's fast mode: "
            "the stop of a slice is not included."
        )
        mistakes = [
            (np.sum(change**2), "this is the sum over the patch; asked is the mean."),
            (np.mean(np.abs(change)), "these are absolute differences; asked are their squares."),
            (np.sqrt(np.mean(change**2)), "a root too many: asked is the mean of the squares."),
            (np.mean(change) ** 2, "square before the mean: differences of opposite sign cancelled."),
            (np.mean(short**2), missing),
            (np.mean(other**2), missing),
            (np.mean(behind**2), "the patch starts at the pixel; the pixel should be in its middle."),
            ((image[p] - image[q]) ** 2, "this compares the two pixels only, not what lies around them."),
        ]
        compare_number(call(answer, image, p, q, half), np.mean(change**2), mistakes)


def window_mean(image, radius, sigma, mode="constant", real_only=False, inside=None):
    """Return Gaussian-weighted means of the windows of a picture that is padded in one of numpy.pad's modes."""
    padded = np.pad(image, radius, mode=mode)
    inside = np.pad(np.ones(image.shape), radius) if inside is None else inside
    total, mass = np.zeros(image.shape), np.zeros(image.shape)
    rows, cols = image.shape
    for dr in range(2 * radius + 1):
        for dc in range(2 * radius + 1):
            weight = np.exp(-((dr - radius) ** 2 + (dc - radius) ** 2) / (2 * sigma**2))
            total += weight * padded[dr : dr + rows, dc : dc + cols]
            mass += weight * inside[dr : dr + rows, dc : dc + cols] if real_only else weight
    with np.errstate(invalid="ignore"):
        return total / mass


@exercise(
    "3.14",
    "Why is the border dark?",
    hints=(
        "np.pad fills the border with 0. What does a neighbour there add to total, and what to mass?",
        "A neighbour outside of the picture should add nothing to mass either.",
        "Make inside = np.pad(np.ones(image.shape), radius), and add weight times the same slice of it to mass.",
    ),
    right="who does not exist has no vote: the sum is divided by the weights of the real neighbours only.",
)
def judge_border(answer):
    spots = np.random.default_rng(56).random((11, 9))
    spots[spots < 0.4] = 0  # black pixels, at the border too: they are in the picture and count
    for image, radius, sigma in (
        (np.full((10, 12), 0.8), 2, 1.2),
        (data.coins()[60:84, 100:130] / 255, 2, 1.2),
        (spots, 3, 2.0),
    ):
        expected = window_mean(image, radius, sigma, real_only=True)
        dark = window_mean(image, radius, sigma)
        mistakes = [
            (dark, "the border is still dark: which neighbours have weight there, and value 0?"),
            (image, "this is the picture as it was: nothing was smoothed."),
            (
                window_mean(image, radius, sigma, real_only=True, inside=np.pad(image, radius) > 0),
                "black pixels of the picture do not count with this: inside is where a pixel is, whatever its value.",
            ),
            (dark / dark.max(), "the whole picture was made brighter; only the border was wrong."),
            *(
                (
                    window_mean(image, radius, sigma, mode),
                    f"no longer dark, but pixels were invented (pad mode {mode!r}). Only real neighbours should count.",
                )
                for mode in ("edge", "reflect", "symmetric", "wrap")
            ),
            (
                dark * (2 * radius + 1) ** 2,
                "these are sums: they have to be divided by the sum of the weights.",
            ),
        ]
        compare(call(answer, image, radius, sigma), expected, image, mistakes, tolerance=1e-6)


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
    if inside < 15:
        return (
            "the logo is still there, or smeared. Did the denoiser carry the magenta over the rim of your mask? "
            "Fill first, widen the mask, or take a denoiser that does not mix colours so far apart."
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
