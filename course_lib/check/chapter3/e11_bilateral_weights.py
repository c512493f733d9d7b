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

for choose in (np.maximum, np.minimum):
    ex.slip(
        "this is the larger or the smaller of the two bells; a neighbour has to pass both: multiply.",
        of_squares(lambda d2, r2, color, spatial, choose=choose: choose(bell(d2, color), bell(r2, spatial))),
    )
for base in (2, 10):
    ex.slip(
        f"this is a power of {base}; exp is one of e: np.exp.",
        of_squares(lambda d2, r2, color, spatial, base=base: (bell(d2, color) * bell(r2, spatial)) ** np.log(base)),
    )

# mistakes in the bell over x, the square of a distance: in one of the two bells, or in both
BENT = (
    ("the 2 below the fraction is missing", lambda x, s: np.exp(-x / s**2)),
    ("sigma has to be squared", lambda x, s: np.exp(-x / (2 * s))),
    ("a / 2 * b is (a / 2) * b in Python: set brackets around 2 * sigma**2", lambda x, s: np.exp(-x / 2 * s**2)),
    ("only sigma is squared, the 2 is not: 2 * sigma**2", lambda x, s: np.exp(-x / (2 * s) ** 2)),
    ("a bell curve has the square of the distance in it", lambda x, s: np.exp(-np.sqrt(x) / (2 * s**2))),
    ("the distance was squared twice", lambda x, s: np.exp(-(x**2) / (2 * s**2))),
    ("the minus has to stand before the square: (-d)**2 is d**2", lambda x, s: np.exp(x / (2 * s**2))),
    ("1 / (sigma * sqrt(2 * pi)) before it gives no 1 in the middle", lambda x, s: bell(x, s) / s / np.sqrt(2 * np.pi)),
    ("1 / (2 * pi * sigma²) before it gives no 1 in the middle", lambda x, s: bell(x, s) / (2 * np.pi * s**2)),
    ("sigma is not squared, and the 2 below the fraction is missing", lambda x, s: np.exp(-x / s)),
    ("neither distance nor sigma is squared", lambda x, s: np.exp(-np.sqrt(x) / (2 * s))),
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


def of_places(squared, from_value=lambda window: window[len(window) // 2, len(window) // 2]):
    """Return an answer with `squared(rows, cols)` for r², of offsets from the middle, and d from another value."""

    def answer(window, sigma_color, sigma_spatial):
        rows, cols = np.indices(window.shape) - len(window) // 2
        return bell((window - from_value(window)) ** 2, sigma_color) * bell(squared(rows, cols), sigma_spatial)

    return answer


def pythagoras(rows, cols):
    return rows**2 + cols**2


for sentence, squared in (
    ("the rows are missing in the distance: r² is rows² + cols².", lambda rows, cols: cols**2),
    ("the columns are missing in the distance: r² is rows² + cols².", lambda rows, cols: rows**2),
    ("r² is rows² + cols², not the square of |rows| + |cols|.", lambda rows, cols: (abs(rows) + abs(cols)) ** 2),
    ("r² is rows² + cols², not the square of rows + cols.", lambda rows, cols: (rows + cols) ** 2),
    ("r is sqrt(rows² + cols²), not the larger of the two.", lambda rows, cols: np.maximum(rows**2, cols**2)),
    (
        "places are counted from the middle pixel: np.mgrid[-half : half + 1, -half : half + 1].",
        lambda rows, cols: pythagoras(rows - rows.min(), cols - cols.min()),
    ),
    ("the middle is one pixel off: len(window) // 2, from 0.", lambda rows, cols: pythagoras(rows - 1, cols - 1)),
    ("the middle is half a pixel off: len(window) // 2.", lambda rows, cols: pythagoras(rows - 0.5, cols - 0.5)),
    ("places count in pixels: do not divide them.", lambda r, c: pythagoras(r, c) / max(r.max(), 1) ** 2),
):
    ex.slip(sentence, of_places(squared))
for sentence, value in (
    ("d is the difference from the middle pixel, not from the mean of the window.", np.mean),
    ("d is the difference from the middle pixel, not from the first one.", lambda window: window[0, 0]),
    ("d is the difference from the middle pixel, not the value itself.", lambda window: 0),
):
    ex.slip(sentence, of_places(pythagoras, value))


@ex.slip("in the bell of the values: d has to be squared. A negative difference has grown a weight over 1.")
def not_squared(window, sigma_color, sigma_spatial):
    half = len(window) // 2
    rows, cols = np.indices(window.shape) - half
    return np.exp(-(window - window[half, half]) / (2 * sigma_color**2)) * bell(rows**2 + cols**2, sigma_spatial)


ex.slip(
    "window[half] is a whole row; the middle pixel is window[half, half].",
    of_places(pythagoras, lambda window: window[len(window) // 2]),
)
ex.slip(
    "the sigmas are not always 0.2 and 1.5: use them as they come in.",
    lambda window, *sigmas: bilateral_weights(window, 0.2, 1.5),
)


@ex.slip("these are divided by their sum; asked are the weights with 1 in the middle.")
def of_sum_1(window, sigma_color, sigma_spatial):
    weights = bilateral_weights(window, sigma_color, sigma_spatial)
    return weights / weights.sum()


ex.slip(
    "the weights were multiplied with the values; asked are the weights.",
    lambda window, *sigmas: window * bilateral_weights(window, *sigmas),
)


@ex.slip("the last row and column have no weight: range(-half, half + 1) goes up to half itself.")
def without_the_last(window, sigma_color, sigma_spatial):
    weights = bilateral_weights(window, sigma_color, sigma_spatial)
    weights[-1] = weights[:, -1] = 0
    return weights


ex.slip(
    "the middle pixel got no weight; its own is 1.",
    lambda window, *sigmas: (
        bilateral_weights(window, *sigmas) * (np.arange(window.size) != window.size // 2).reshape(window.shape)
    ),
)
ex.slip(
    "this is one number; asked is the weight of each pixel of the window.",
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
ex.slip("seen from the corner: both differences are those to the middle pixel, window[side // 2, side // 2].")(
    lambda window, sigma_color, sigma_spatial: (
        bell((window - window[0, 0]) ** 2, sigma_color)
        * bell(np.square(np.mgrid[: len(window), : len(window)]).sum(axis=0), sigma_spatial)
    )
)
