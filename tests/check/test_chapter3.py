"""Planted answers to the exercises of chapter 3: the wrong ones with the sentence they earn, and other right ones."""

import numpy as np
import skimage
from planted import exercises, loops_over
from scipy import ndimage

from course_lib import filters, metrics, restoration, util
from course_lib.check.chapter3_denoising import differences, photograph
from course_lib.check.chapter3_weights import window_mean
from course_lib.explore.denoisers import denoise_four_ways
from course_lib.restoration.bilateral import window_weights
from course_lib.restoration.wavelet import shrink

COLOURS = {"channel_axis": -1}
NAMES = "red", "green", "blue"


def box(image, top, left, height, width):
    mask = np.zeros(image.shape[:2], bool)
    mask[top : top + height, left : left + width] = True
    return mask


def box_with_channels(image, top, left, height, width):
    mask = np.zeros(image.shape, bool)
    mask[top : top + height, left : left + width] = True
    return mask


def logo_filled_with(value):
    return lambda image, mask: np.where(mask[..., None], value, image / 255)


def logo_mean(image, mask):
    return np.where(mask[..., None], (image / 255)[~mask].mean(axis=0), image / 255)


def noise(draw):
    """Add what `draw(rng, sigma, shape)` gives, clipped."""
    return lambda image, sigma, rng: np.clip(image + draw(rng, sigma, image.shape), 0, 1)


def mended(choose, replacement=lambda image: ndimage.median_filter(image, 3)):
    return lambda image: np.where(choose(image), replacement(image), image)


def is_broken(image):
    return (image == 0) | (image == 255)


def means(image):
    return ndimage.uniform_filter(image.astype(float), 3).astype(np.uint8)


def details(image):
    a, b, c, d = image[::2, ::2], image[::2, 1::2], image[1::2, ::2], image[1::2, 1::2]
    return (a - b - c + d) / 2


def overlapping(image):
    return (image[:-1, :-1] - image[:-1, 1:] - image[1:, :-1] + image[1:, 1:]) / 2


def tv(measure):
    return lambda image: measure(*differences(image))


def rolled(image):
    return np.hypot(np.roll(image, -1, 0) - image, np.roll(image, -1, 1) - image).sum()


def scored(clean, noisy, weights):
    return {
        w: metrics.peak_signal_noise_ratio(clean, restoration.denoise_tv_chambolle(noisy, weight=w), data_range=1)
        for w in weights
    }


def best(clean, noisy, weights):
    found = scored(clean, noisy, weights)
    return max(found, key=found.get)


def nearest_to_noisy(clean, noisy, weights):
    return best(noisy, noisy, weights)


def weights_of(combine):
    """Return an answer that combines squared differences of values and of places."""

    def function(window, sigma_color, sigma_spatial):
        half = len(window) // 2
        rows, cols = np.mgrid[-half : half + 1, -half : half + 1]
        return combine((window - window[half, half]) ** 2, rows**2 + cols**2, sigma_color, sigma_spatial)

    return function


def patches(measure, before=0, after=1):
    """Return an answer that measures the difference of two patches, cut with slips at their ends."""

    def function(image, p, q, half):
        def cut(point):
            r, c = point
            return image[r - half + before : r + half + after, c - half + before : c + half + after]

        return measure(cut(p) - cut(q))

    return function


def smoothed(**how):
    return lambda image, radius, sigma: window_mean(image, radius, sigma, **how)


def smoothed_where(inside):
    return lambda image, radius, sigma: window_mean(
        image, radius, sigma, real_only=True, inside=inside(np.pad(image, radius))
    )


def magenta(image):
    return (image == [1, 0, 1]).all(axis=-1)


def fill(image, mask):
    return restoration.inpaint_biharmonic(image, mask, **COLOURS)


def calm(image, sigma_color=0.25, sigma_spatial=2):
    return restoration.denoise_bilateral(
        image, sigma_color=sigma_color, sigma_spatial=sigma_spatial, mode="edge", **COLOURS
    )


WRONG = {
    "3.1": [
        (lambda *a: ~box(*a), "inverted"),
        (box_with_channels, "channels"),
        (lambda image, top, left, height, width: box(image, left, top, width, height), "exchanged"),
        (lambda image, top, left, height, width: box(image, top, left, height + 1, width + 1), "too many"),
        (lambda image, top, left, height, width: box(image, top, left, height - top, width - left), "start and stop"),
        (lambda *a: box(*a).astype(np.uint8), "np.zeros(shape, bool)"),
        (lambda *a: box(*a).astype(float), "float64 numbers. np.zeros(shape, bool)"),
        (lambda *a: 1, "shape"),
    ],
    "3.2": [
        (lambda image: ~(image == 255).all(axis=-1), "inverted"),
        (lambda image: image == 255, "three channels"),
        (lambda image: (image == 255).any(axis=-1), "one channel"),
        (lambda image: image.mean(axis=-1) > 250, "exactly 255"),
        *((lambda image, c=c: image[..., c] == 255, f"{name} channel only") for c, name in enumerate(NAMES)),
        *(
            (lambda image, c=c: (np.delete(image, c, -1) == 255).all(-1), f"the {name} channel is not looked at")
            for c, name in enumerate(NAMES)
        ),
        (lambda image: image.astype(int).sum(axis=-1) >= 764, "differ"),
        (lambda image: (image == 255).all(axis=-1).astype(int), "True and False"),
    ],
    "3.3": [
        (lambda image, mask: image / 255, "still there"),
        (logo_filled_with(0), "black"),
        (logo_filled_with(1), "white"),
        (logo_mean, "mean colour"),
        (lambda image, mask: fill(image, ~mask), "inverted"),
        (lambda image, mask: (fill(image, mask) * 255).astype(np.uint8), "up to 255"),
        (lambda image, mask: restoration.inpaint_biharmonic(image, mask), "stopped on a picture"),
    ],
    "3.4": [
        (noise(lambda rng, sigma, shape: rng.normal(0, sigma)), "same number"),
        (
            noise(
                lambda rng, sigma, shape: rng.normal(0, sigma, shape[:2]).reshape(*shape[:2], *(1,) * (len(shape) - 2))
            ),
            "channels got",
        ),
        (noise(lambda rng, sigma, shape: np.random.default_rng(0).normal(0, sigma, shape)), "one of your own"),
        (noise(lambda rng, sigma, shape: np.random.default_rng().normal(0, sigma, shape)), "twice the same"),
        (noise(lambda rng, sigma, shape: np.random.normal(0, sigma, shape)), "twice the same"),  # noqa: NPY002
        (noise(lambda rng, sigma, shape: rng.normal(0, 0.08, shape)), "asked is 0.05"),
        (noise(lambda rng, sigma, shape: rng.normal(0, sigma, shape[1:])), "whole rows"),
        (noise(lambda rng, sigma, shape: rng.normal(0, sigma**2, shape)), "much too weak"),
        (noise(lambda rng, sigma, shape: rng.normal(0, sigma**0.5, shape)), "much too strong"),
        (noise(lambda rng, sigma, shape: sigma * rng.random(shape)), "brighter or darker"),
        (noise(lambda rng, sigma, shape: rng.uniform(-1, 1, shape) * sigma * 3**0.5), "no bell curve"),
        (noise(lambda rng, sigma, shape: rng.laplace(0, sigma / 2**0.5, shape)), "no bell curve"),
        (noise(lambda rng, sigma, shape: np.full(shape, np.nan)), "finite"),
        (noise(lambda rng, sigma, shape: rng.normal(0, 2 * sigma, shape)), "standard deviation"),
        (lambda image, sigma, rng: image + rng.normal(0, sigma, image.shape), "left the range"),
        (lambda image, sigma, rng: rng.normal(0, sigma, image.shape)[0], "expected a float picture"),
    ],
    "3.5": [
        (lambda a, b: np.mean((a - b) ** 2), "wrapped around"),
        (lambda a, b: np.mean((a - b).astype(float) ** 2), "difference wrapped"),
        (lambda a, b: np.mean(np.abs(a.astype(float) - b)), "absolute"),
        (lambda a, b: np.mean((a.astype(float) - b) ** 2) ** 0.5, "RMSE"),
        (lambda a, b: np.sum((a.astype(float) - b) ** 2), "sum of the squares"),
        (lambda a, b: np.mean(a.astype(float) - b) ** 2, "square first"),
        (lambda a, b: np.mean((a / 255 - b / 255) ** 2), "grey levels"),
        (lambda a, b: (a.astype(float) - b) ** 2, "one number"),
    ],
    "3.6": [
        (lambda a, b: 10 * np.log10(np.mean((a - b) ** 2)), "negative"),
        (lambda a, b: -20 * np.log10(np.mean((a - b) ** 2)), "twice too much"),
        (lambda a, b: -5 * np.log10(np.mean((a - b) ** 2)), "half"),
        (lambda a, b: -10 * np.log(np.mean((a - b) ** 2)), "natural logarithm"),
        (lambda a, b: 10 * np.log10(255**2 / np.mean((a - b) ** 2)), "range of uint8"),
        (lambda a, b: np.mean((a - b) ** 2), "MSE"),
        (lambda a, b: float("nan"), "finite"),
        (lambda a, b: 12.0, "expected about"),
    ],
    "3.7": [
        (lambda image: ndimage.median_filter(image, 3), "everywhere"),
        (mended(is_broken, means), "these are means"),
        (mended(lambda image: image == 255), "pepper is still there"),
        (mended(lambda image: image == 0), "salt is still there"),
        (mended(lambda image: ~is_broken(image)), "wrong way round"),
        (lambda image: image, "nothing has changed"),
        (mended(is_broken, lambda image: np.zeros_like(image)), "differ"),
    ],
    "3.8": [
        (np.std, "whole picture"),
        (lambda image: details(image).std(), "take the median"),
        (lambda image: np.median(np.abs(details(image))), "0.6745 standard"),
        (lambda image: 2 * np.median(np.abs(details(image))) / 0.6745, "twice"),
        (lambda image: np.median(details(image)) / 0.6745, "np.abs"),
        (lambda image: (np.median(np.abs(details(image))) / 0.6745) ** 2, "variance"),
        (lambda image: np.median(np.abs(overlapping(image))) / 0.6745, "blocks overlap"),
        (lambda image: np.median(np.abs(overlapping(image)[1::2, 1::2])) / 0.6745, "first row and column"),
        (lambda image: np.median(np.abs(details(image) * 0.98)) / 0.6745, "expected about"),
    ],
    "3.9": [
        (tv(lambda down, right: np.abs(down).sum() + np.abs(right).sum()), "Pythagoras"),
        (tv(lambda down, right: (down**2 + right**2).sum()), "root is missing"),
        (tv(lambda down, right: np.sqrt((down**2 + right**2).sum())), "before the sum"),
        (tv(lambda down, right: np.hypot(down, right).mean()), "mean over the pixels"),
        (rolled, "np.roll"),
        (tv(lambda down, right: np.hypot(down[:-1, :-1], right[:-1, :-1]).sum()), "last row"),
        (tv(lambda down, right: np.hypot(down, right)), "one number"),
    ],
    "3.10": [
        (lambda *a: min(scored(*a), key=scored(*a).get), "worst PSNR"),
        (nearest_to_noisy, "nearest to the noisy"),
        (lambda clean, noisy, weights: weights[-1], "PSNR"),
        (lambda *a: max(scored(*a).values()), "best PSNR; asked"),
        (lambda clean, noisy, weights: weights.index(best(clean, noisy, weights)), "place of the best"),
    ],
    "3.11": [
        (weights_of(lambda d, r, c, s: np.exp(-d / (2 * c**2))), "colour only"),
        (weights_of(lambda d, r, c, s: np.exp(-r / (2 * s**2))), "place only"),
        (weights_of(lambda d, r, c, s: np.exp(-d / c**2 - r / s**2)), "the 2"),
        (weights_of(lambda d, r, c, s: np.exp(-d / (2 * s**2) - r / (2 * c**2))), "exchanged"),
        (weights_of(lambda d, r, c, s: np.exp(-d / (2 * c**2)) + np.exp(-r / (2 * s**2))), "multiply"),
        (weights_of(lambda d, r, c, s: np.exp(-(d**0.5) / (2 * c**2) - r**0.5 / (2 * s**2))), "square of the distance"),
        (weights_of(lambda d, r, c, s: np.exp(-d - r) / np.exp(-d - r).sum()), "differ"),
        (lambda window, c, s: restoration.denoise_bilateral(window, sigma_color=c, sigma_spatial=s), "filtered window"),
    ],
    "3.12": [
        (lambda d, t: np.where(np.abs(d) >= t, d, 0), "hard"),
        (lambda d, t: np.maximum(np.abs(d) - t, 0), "signs are lost"),
        (lambda d, t: np.maximum(d - t, 0), "negative details all"),
        (lambda d, t: np.sign(d) * (np.abs(d) - t), "changed their sign"),
        (lambda d, t: d - t, "negative details have grown"),
        (lambda d, t: np.where(d > t, d - t, np.where(d < -t, d + t, d)), "stayed as it was"),
        (lambda d, t: np.clip(d, -t, t), "the other way"),
        (lambda d, t: np.abs(d) > t, "mask"),
    ],
    "3.13": [
        (patches(lambda x: np.sum(x**2)), "sum over the patch"),
        (patches(lambda x: np.mean(np.abs(x))), "absolute"),
        (patches(lambda x: np.mean(x**2) ** 0.5), "a root too many"),
        (patches(lambda x: np.mean(x) ** 2), "square before the mean"),
        (patches(lambda x: np.mean(x**2), after=0), "one row and one column short"),
        (patches(lambda x: np.mean(x**2), before=1), "one row and one column short"),
        (lambda image, p, q, half: (image[p] - image[q]) ** 2, "two pixels only"),
    ],
    "3.14": [
        (smoothed(), "still dark"),
        (smoothed(mode="edge"), "invented"),
        (smoothed(mode="reflect"), "invented"),
        (smoothed_where(lambda padded: padded > 0), "black pixels"),
        (smoothed_where(lambda padded: padded != 0), "black pixels"),
        (lambda image, radius, sigma: window_mean(image, 2, 1.2, real_only=True), "differ"),
        (lambda image, radius, sigma: image, "nothing was smoothed"),
        (
            lambda image, radius, sigma: window_mean(image, radius, sigma) / window_mean(image, radius, sigma).max(),
            "made brighter",
        ),
        (lambda image, radius, sigma: window_mean(image, radius, sigma)[1:-1], "shape"),
    ],
    "3.15": [
        (lambda image: image, "logo is still there"),
        (calm, "logo is still there"),
        (lambda image: fill(image, magenta(image)), "the noise is not"),
        (lambda image: filters.gaussian(fill(image, magenta(image)), 1, **COLOURS), "too smooth"),
        (
            lambda image: restoration.denoise_tv_chambolle(fill(image, magenta(image)), weight=0.02, **COLOURS),
            "noise left",
        ),
        # each wrong answer names the knob that helps: the order first, then the strength
        (lambda image: calm(fill(image, magenta(image))), "start from"),
        (lambda image: calm(fill(image, magenta(image)), sigma_color=0.3), "start from"),
        (lambda image: calm(fill(image, magenta(image)), sigma_color=0.2, sigma_spatial=3), "start from"),
        (lambda image: denoise_four_ways(fill(image, magenta(image)), 0.1)["wavelet"], "start from"),
        (lambda image: fill(restoration.denoise_tv_chambolle(image, **COLOURS), magenta(image)), "over the rim"),
        (lambda image: fill(calm(image, sigma_color=0.1), magenta(image)), "noise left"),
        (lambda image: fill(calm(image, sigma_color=0.25, sigma_spatial=1), magenta(image)), "another denoiser"),
        (lambda image: (fill(image, magenta(image)) * 255).astype(np.uint8), "floats from 0 to 1"),
        (lambda image: image[..., 0], "shape"),
    ],
}

RIGHT = {
    "3.1": [box],
    "3.2": [
        lambda image: (image == 255).all(axis=-1),
        lambda image: image.min(axis=-1) == 255,
        lambda image: image.astype(int).sum(axis=-1) == 765,
    ],
    "3.3": [
        lambda image, mask: skimage.restoration.inpaint_biharmonic(image, mask, channel_axis=-1),
        fill,
        lambda image, mask: np.stack([restoration.inpaint_biharmonic(image[..., c], mask) for c in range(3)], axis=-1),
    ],
    "3.4": [
        lambda image, sigma, rng: skimage.util.random_noise(image, var=sigma**2, rng=rng),
        lambda image, sigma, rng: util.random_noise(image, var=sigma**2, rng=rng),
        lambda image, sigma, rng: (image + sigma * rng.standard_normal(image.shape)).clip(0, 1),
        lambda image, sigma, rng: np.clip(image + np.random.default_rng(rng).normal(0, sigma, image.shape), 0, 1),
    ],
    "3.5": [skimage.metrics.mean_squared_error, metrics.mean_squared_error],
    "3.6": [
        lambda a, b: skimage.metrics.peak_signal_noise_ratio(a, b, data_range=1),
        lambda a, b: metrics.peak_signal_noise_ratio(a, b, data_range=1),
        lambda a, b: -20 * np.log10(np.sqrt(np.mean((a - b) ** 2))),
    ],
    "3.7": [
        mended(is_broken),
        mended(is_broken, lambda image: skimage.filters.median(image, np.ones((3, 3)))),
        mended(is_broken, lambda image: filters.median(image, np.ones((3, 3)))),
    ],
    "3.8": [
        lambda image: np.median(np.abs(details(image))) / 0.6745,
        restoration.estimate_sigma,
    ],
    "3.9": [tv(lambda down, right: np.hypot(down, right).sum())],
    "3.10": [best],
    "3.11": [
        lambda window, c, s: window_weights(window, (len(window) // 2,) * 2, len(window), c, s),
        weights_of(lambda d, r, c, s: np.exp(-d / (2 * c**2)) * np.exp(-r / (2 * s**2))),
    ],
    "3.12": [shrink, lambda d, t: d - np.clip(d, -t, t)],
    "3.13": [patches(lambda x: np.mean(x**2))],
    "3.14": [
        smoothed(real_only=True),
        lambda image, radius, sigma: (
            ndimage.gaussian_filter(image, sigma, mode="constant", radius=radius)
            / ndimage.gaussian_filter(np.ones(image.shape), sigma, mode="constant", radius=radius)
        ),
    ],
    "3.15": [
        lambda image: fill(calm(image), magenta(image)),
        lambda image: fill(calm(image, sigma_color=0.2, sigma_spatial=3), magenta(image)),
        lambda image: fill(calm(image, sigma_color=0.3), magenta(image)),
        lambda image: fill(
            calm(image, sigma_color=0.4, sigma_spatial=1.5), ndimage.binary_dilation(magenta(image), iterations=2)
        ),
        lambda image: fill(
            denoise_four_ways(image, 0.1)["wavelet"], ndimage.binary_dilation(magenta(image), iterations=2)
        ),
    ],
}


(
    test_a_wrong_answer_is_told_what_to_think_about,
    test_an_unwritten_answer_is_not_yet_right,
    test_every_way_to_do_it_right_is_accepted,
    test_each_exercise_has_wrong_answers_with_sentences_of_their_own,
) = loops_over(WRONG, RIGHT, exercises(3))


def test_the_projects_logo_is_the_only_magenta():
    for turned in (False, True):
        clean, image, mask = photograph(turned)
        np.testing.assert_array_equal(magenta(image), mask)
        assert not magenta(clean).any()
