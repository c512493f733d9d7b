"""Chapter 3, exercises 3.11, 3.13 and 3.14: how much each neighbour counts. Each judge is one exercise."""

import numpy as np

from .. import data
from ..plainly.bilateral import window_weights
from ..restoration import denoise_bilateral
from .engine import call, compare, exercise
from .numbers import compare_number


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
