"""3.11: a neighbour's weight, by its place and by its colour."""

import numpy as np

from ...plainly.bilateral import window_weights
from ...restoration import denoise_bilateral
from ..compare import Arrays
from ..exercise import exercise


def random_windows():
    rng = np.random.default_rng(52)
    return (
        (rng.random((5, 5)), 0.2, 1.5),
        (rng.random((7, 7)), 0.3, 2.5),
        (np.array([[0.7]]), 0.1, 1.0),
        (np.eye(3), 0.6, 0.8),
    )


ex = exercise(
    "3.11",
    "Bilateral weights",
    cases=random_windows,
    compare=Arrays(1e-6),
    hints=(
        "Two squared distances for each neighbour: which two, and where is the middle pixel in the array?",
        "With half = len(window) // 2, the middle is window[half, half]; rows, cols = np.mgrid[-half : half + 1, "
        "-half : half + 1] are the offsets from it, so r² is rows**2 + cols**2.",
        "One bell for each: np.exp(-(difference**2) / (2 * sigma_color**2)), and the same with r² and sigma_spatial. "
        "Their product is the weight.",
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


def bell(squared, sigma):
    return np.exp(-squared / (2 * sigma**2))


def of_squares(formula):
    """Return an answer with a formula of d² (values), r² (places), sigma_color and sigma_spatial."""

    def answer(window, sigma_color, sigma_spatial):
        half = len(window) // 2
        rows, cols = np.mgrid[-half : half + 1, -half : half + 1]
        return formula((window - window[half, half]) ** 2, rows**2 + cols**2, sigma_color, sigma_spatial)

    return answer


ex.slip(
    "these look at the colour only: how far away is the neighbour?",
    of_squares(lambda d2, r2, color, spatial: bell(d2, color)),
)
ex.slip(
    "these look at the place only: that is a Gaussian filter.",
    of_squares(lambda d2, r2, color, spatial: bell(r2, spatial)),
)
ex.slip(
    "the two sigmas are exchanged: sigma_color goes with the difference of the values.",
    of_squares(lambda d2, r2, color, spatial: bell(d2, spatial) * bell(r2, color)),
)
ex.slip(
    "sigma_color is in both bells: the places have sigma_spatial.",
    of_squares(lambda d2, r2, color, spatial: bell(d2 + r2, color)),
)
ex.slip(
    "sigma_spatial is in both bells: the values have sigma_color.",
    of_squares(lambda d2, r2, color, spatial: bell(d2 + r2, spatial)),
)
ex.slip(
    "the two bells were added; a neighbour has to pass both: multiply.",
    of_squares(lambda d2, r2, color, spatial: bell(d2, color) + bell(r2, spatial)),
)
ex.slip(
    "this is the mean of the two bells; a neighbour has to pass both: multiply.",
    of_squares(lambda d2, r2, color, spatial: (bell(d2, color) + bell(r2, spatial)) / 2),
)

# what happens to the bell's formula, in one of the two bells or in both
BENT = (
    ("the 2 below the fraction is missing", lambda squared, sigma: np.exp(-squared / sigma**2)),
    ("sigma has to be squared", lambda squared, sigma: np.exp(-squared / (2 * sigma))),
    (
        "a / 2 * b is (a / 2) * b in Python: set brackets around 2 * sigma**2",
        lambda squared, sigma: np.exp(-squared / 2 * sigma**2),
    ),
    ("only sigma is squared, not the 2", lambda squared, sigma: np.exp(-squared / (2 * sigma) ** 2)),
    (
        "a bell curve has the square of the distance in it",
        lambda squared, sigma: np.exp(-np.sqrt(squared) / (2 * sigma**2)),
    ),
    ("the distance was squared twice", lambda squared, sigma: np.exp(-(squared**2) / (2 * sigma**2))),
    (
        "the farther, the less: the minus is missing (and (-d)**2 is d**2: it has to stand before the square)",
        lambda squared, sigma: np.exp(squared / (2 * sigma**2)),
    ),
    (
        "a bell over 1 / (sigma * sqrt(2 * pi)) has no 1 in the middle",
        lambda squared, sigma: bell(squared, sigma) / (sigma * np.sqrt(2 * np.pi)),
    ),
    (
        "a bell over 1 / (2 * pi * sigma²) has no 1 in the middle",
        lambda squared, sigma: bell(squared, sigma) / (2 * np.pi * sigma**2),
    ),
    (
        "sigma has to be squared, and the 2 below the fraction is missing",
        lambda squared, sigma: np.exp(-squared / sigma),
    ),
    ("neither distance nor sigma is squared", lambda squared, sigma: np.exp(-np.sqrt(squared) / (2 * sigma))),
)
for sentence, bent in BENT:
    ex.slip(
        f"in both bells: {sentence}.",
        of_squares(lambda d2, r2, color, spatial, bent=bent: bent(d2, color) * bent(r2, spatial)),
    )
    ex.slip(
        f"in the bell of the values: {sentence}.",
        of_squares(lambda d2, r2, color, spatial, bent=bent: bent(d2, color) * bell(r2, spatial)),
    )
    ex.slip(
        f"in the bell of the places: {sentence}.",
        of_squares(lambda d2, r2, color, spatial, bent=bent: bell(d2, color) * bent(r2, spatial)),
    )
ex.slip(
    "both distances went into one formula with both sigmas: each needs its own fraction.",
    of_squares(lambda d2, r2, color, spatial: np.exp(-(d2 + r2) / (2 * color**2 * spatial**2))),
)
ex.slip(
    "both distances went into one formula with both sigmas: each needs its own fraction.",
    of_squares(lambda d2, r2, color, spatial: np.exp(-(d2 + r2) / (2 * (color**2 + spatial**2)))),
)
ex.slip(
    "exp(a) · exp(b) is exp(a + b): the exponents are added, not multiplied.",
    of_squares(lambda d2, r2, color, spatial: np.exp(-(d2 / (2 * color**2)) * (r2 / (2 * spatial**2)))),
)
ex.slip(
    "these are the exponents; np.exp of them is missing.",
    of_squares(lambda d2, r2, color, spatial: -d2 / (2 * color**2) - r2 / (2 * spatial**2)),
)


def of_places(squared, middle=lambda window: window[len(window) // 2, len(window) // 2]):
    """Return an answer with `squared(rows, cols, half)` for r², counted from the upper left corner."""

    def answer(window, sigma_color, sigma_spatial):
        rows, cols = np.indices(window.shape)
        r2 = squared(rows, cols, len(window) // 2)
        return (
            bell(window - middle(window), sigma_color)
            if r2 is None
            else bell((window - middle(window)) ** 2, sigma_color) * bell(r2, sigma_spatial)
        )

    return answer


def from_middle(rows, cols, half):
    return (rows - half) ** 2 + (cols - half) ** 2


ex.slip(
    "places are counted from the middle pixel: np.mgrid[-half : half + 1, -half : half + 1].",
    of_places(lambda rows, cols, half: rows**2 + cols**2),
)
ex.slip(
    "the rows are missing in the distance: r² is rows² + cols².", of_places(lambda rows, cols, half: (cols - half) ** 2)
)
ex.slip(
    "the columns are missing in the distance: r² is rows² + cols².",
    of_places(lambda rows, cols, half: (rows - half) ** 2),
)
ex.slip(
    "r² is rows² + cols², not the square of |rows| + |cols|.",
    of_places(lambda rows, cols, half: (abs(rows - half) + abs(cols - half)) ** 2),
)
ex.slip(
    "r² is rows² + cols², not the square of rows + cols.",
    of_places(lambda rows, cols, half: (rows + cols - 2 * half) ** 2),
)
ex.slip(
    "r is Pythagoras: sqrt(rows² + cols²), not the larger of the two.",
    of_places(lambda rows, cols, half: np.maximum(abs(rows - half), abs(cols - half)) ** 2),
)
ex.slip(
    "the middle is one pixel off: half is len(window) // 2, counted from 0.",
    of_places(lambda rows, cols, half: (rows - half - 1) ** 2 + (cols - half - 1) ** 2),
)
ex.slip(
    "the middle is half a pixel off: half is len(window) // 2, a whole number.",
    of_places(lambda rows, cols, half: (rows - half - 0.5) ** 2 + (cols - half - 0.5) ** 2),
)
ex.slip(
    "places count in pixels: do not divide them by half.",
    of_places(lambda rows, cols, half: from_middle(rows, cols, half) / max(half, 1) ** 2),
)
ex.slip("d is the difference from the middle pixel, not from the mean of the window.", of_places(from_middle, np.mean))
ex.slip(
    "d is the difference from the middle pixel, not from the first one.",
    of_places(from_middle, lambda window: window[0, 0]),
)
ex.slip(
    "d is the difference from the middle pixel: that is missing, these are the values themselves.",
    of_places(from_middle, lambda window: 0),
)


@ex.slip("these are divided by their sum; asked are the weights with 1 in the middle.")
def of_sum_1(window, sigma_color, sigma_spatial):
    weights = bilateral_weights(window, sigma_color, sigma_spatial)
    return weights / weights.sum()


ex.slip(
    "the weights were multiplied with the values; asked are the weights.",
    lambda window, *sigmas: window * bilateral_weights(window, *sigmas),
)
ex.slip(
    "the middle pixel got no weight; its own is 1.",
    lambda window, *sigmas: (
        bilateral_weights(window, *sigmas) * (np.arange(window.size) != window.size // 2).reshape(window.shape)
    ),
)
ex.slip(
    "this is one number, the filtered pixel; asked is the weight of each pixel of the window.",
    lambda window, *sigmas: np.average(window, weights=bilateral_weights(window, *sigmas)),
    by_shape=True,
)
for mode in ("constant", "edge"):
    for side_of in (len, lambda window: None):
        ex.slip(
            "this is the filtered window; asked are the weights that the filter gives its pixels.",
            lambda window, color, spatial, mode=mode, side_of=side_of: denoise_bilateral(
                window, side_of(window), color, spatial, mode=mode
            ),
        )
