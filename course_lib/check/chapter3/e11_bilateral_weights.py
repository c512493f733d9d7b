"""3.11: a neighbour's weight, by its place and by its colour."""

import numpy as np

from ...plainly.bilateral import window_weights
from ...restoration import denoise_bilateral
from ..compare import Arrays
from ..exercise import exercise


def random_windows():
    rng = np.random.default_rng(52)
    return (rng.random((5, 5)), 0.2, 1.5), (rng.random((7, 7)), 0.3, 2.5)


ex = exercise(
    "3.11",
    "Bilateral weights",
    cases=random_windows,
    compare=Arrays(1e-6),
    hints=(
        "Two squared distances for each neighbour: of its value from the middle one, and of its place.",
        "rows, cols = np.mgrid[-r : r + 1, -r : r + 1] are the offsets from the middle.",
        "np.exp(-(difference**2) / (2 * sigma_color**2) - (rows**2 + cols**2) / (2 * sigma_spatial**2)).",
    ),
    right="near in place and near in colour: both count, and the pixel itself has weight 1.",
)


@ex.right
def bilateral_weights(window, sigma_color, sigma_spatial):
    half = window.shape[0] // 2
    rows, cols = np.mgrid[-half : half + 1, -half : half + 1]
    similar = np.exp(-((window - window[half, half]) ** 2) / (2 * sigma_color**2))
    near = np.exp(-(rows**2 + cols**2) / (2 * sigma_spatial**2))
    return similar * near


@ex.right
def as_the_library(window, sigma_color, sigma_spatial):
    side = len(window)
    return window_weights(window, (side // 2, side // 2), side, sigma_color, sigma_spatial)


def of_squares(formula):
    """Return an answer with a formula of d² (values), r² (places), sigma_color and sigma_spatial."""

    def answer(window, sigma_color, sigma_spatial):
        half = len(window) // 2
        rows, cols = np.mgrid[-half : half + 1, -half : half + 1]
        return formula((window - window[half, half]) ** 2, rows**2 + cols**2, sigma_color, sigma_spatial)

    return answer


ex.slip(
    "these look at the colour only: how far away is the neighbour?",
    of_squares(lambda d2, r2, color, spatial: np.exp(-d2 / (2 * color**2))),
)
ex.slip(
    "these look at the place only: that is a Gaussian filter.",
    of_squares(lambda d2, r2, color, spatial: np.exp(-r2 / (2 * spatial**2))),
)


@ex.slip("these are divided by their sum; asked are the weights with 1 in the middle.")
def of_sum_1(window, sigma_color, sigma_spatial):
    weights = bilateral_weights(window, sigma_color, sigma_spatial)
    return weights / weights.sum()


ex.slip(
    "the minus is missing: the farther, the less.",
    of_squares(lambda d2, r2, color, spatial: np.exp(d2 / (2 * color**2) + r2 / (2 * spatial**2))),
)


@ex.slip("places are counted from the middle pixel: np.mgrid[-half : half + 1, -half : half + 1].")
def places_from_the_corner(window, sigma_color, sigma_spatial):
    half = len(window) // 2
    rows, cols = np.mgrid[: len(window), : len(window)]
    similar = np.exp(-((window - window[half, half]) ** 2) / (2 * sigma_color**2))
    return similar * np.exp(-(rows**2 + cols**2) / (2 * sigma_spatial**2))


ex.slip(
    "the 2 below the fraction is missing.",
    of_squares(lambda d2, r2, color, spatial: np.exp(-d2 / color**2 - r2 / spatial**2)),
)
ex.slip(
    "a / 2 * b is (a / 2) * b in Python: set brackets around 2 * sigma**2.",
    of_squares(lambda d2, r2, color, spatial: np.exp(-d2 / 2 * color**2) * np.exp(-r2 / 2 * spatial**2)),
)
ex.slip(
    "both sigmas have to be squared.",
    of_squares(lambda d2, r2, color, spatial: np.exp(-d2 / (2 * color) - r2 / (2 * spatial))),
)
ex.slip(
    "sigma_color has to be squared too.",
    of_squares(lambda d2, r2, color, spatial: np.exp(-d2 / (2 * color) - r2 / (2 * spatial**2))),
)
ex.slip(
    "sigma_spatial has to be squared too.",
    of_squares(lambda d2, r2, color, spatial: np.exp(-d2 / (2 * color**2) - r2 / (2 * spatial))),
)
ex.slip(
    "a bell curve has the square of the distance in it.",
    of_squares(lambda d2, r2, color, spatial: np.exp(-np.sqrt(d2) / (2 * color**2) - np.sqrt(r2) / (2 * spatial**2))),
)
ex.slip(
    "the two sigmas are exchanged: sigma_color goes with the difference of the values.",
    of_squares(lambda d2, r2, color, spatial: np.exp(-d2 / (2 * spatial**2) - r2 / (2 * color**2))),
)
ex.slip(
    "the two bells were added; a neighbour has to pass both: multiply.",
    of_squares(lambda d2, r2, color, spatial: np.exp(-d2 / (2 * color**2)) + np.exp(-r2 / (2 * spatial**2))),
)
for mode in ("constant", "edge"):
    for side_of in (len, lambda window: None):
        ex.slip(
            "this is the filtered window; asked are the weights that the filter gives its pixels.",
            lambda window, color, spatial, mode=mode, side_of=side_of: denoise_bilateral(
                window, side_of(window), color, spatial, mode=mode
            ),
        )

ex.wrong("differ", of_squares(lambda d2, r2, color, spatial: np.exp(-d2 - r2) / np.exp(-d2 - r2).sum()))
