"""Chapter 5, exercises 5.3 and 5.4: Harris's measure and its peaks. Each judge is one exercise."""

import numpy as np
from scipy import ndimage

from .. import data
from ..color import rgb2gray
from ..morphology import disk
from .legacy import Wrong, as_array, call, compare, exercise


@exercise(
    "5.3",
    "Write Harris",
    hints=(
        "ndimage.sobel(image, axis=0) is the gradient down, axis=1 the one across. Three products: dd, da, aa.",
        "Multiply first, then smooth each of the three products with ndimage.gaussian_filter(product, sigma).",
        "With rr, rc, cc the smoothed products: rr * cc - rc**2 - k * (rr + cc)**2.",
    ),
    right="products first, then the smoothing: that is what tells a corner from an edge.",
)
def judge_harris(answer):
    picture = rgb2gray(data.load("palace"))[200:246, 300:352]
    for image, k, sigma in ((picture, 0.07, 1.5), (np.random.default_rng(531).random((36, 40)), 0.12, 1.0)):
        margin = round(4 * sigma) + 2  # no rule for the border is asked
        inner = np.s_[margin:-margin, margin:-margin]
        given = as_array(call(answer, image, k, sigma))
        if given.shape != image.shape:
            raise Wrong(f"the result should have the shape {image.shape}, yours has {given.shape}.")
        expected, mistakes = _harris_and_slips(image, k, sigma)
        mistakes = [(wrong[inner], sentence) for wrong, sentence in mistakes + _gradient_slips(image, k, sigma)]
        compare(given[inner], expected[inner], image[inner], mistakes, tolerance=1e-5)


def _harris_and_slips(image, k, sigma):
    down, across = ndimage.sobel(image, axis=0), ndimage.sobel(image, axis=1)

    def smooth(picture):
        return ndimage.gaussian_filter(picture, sigma)

    def measure(rr, rc, cc, k=k):
        return rr * cc - rc**2 - k * (rr + cc) ** 2

    rr, rc, cc = smooth(down * down), smooth(down * across), smooth(across * across)
    calm_down, calm_across = smooth(down), smooth(across)
    right = measure(rr, rc, cc)
    return right, [
        (
            measure(down * down, down * across, across * across),
            "nowhere above 0: of a single pixel's gradient, the determinant is always 0. The products must be smoothed.",
        ),
        (
            measure(calm_down**2, calm_down * calm_across, calm_across**2),
            "nowhere above 0: smooth the products, not the gradients. Multiply first.",
        ),
        (rr * cc - rc**2, "this is the determinant; the part with k is missing, so edges do not become negative."),
        (measure(rr, rc, cc, -k), "the part with k is taken off, not added."),
        (rr * cc - rc**2 - k * (rr + cc), "the trace has to be squared."),
        (
            rr * cc - rc - k * (rr + cc) ** 2,
            "the mixed product has to be squared: the determinant is rr * cc - rc * rc.",
        ),
        (rr * cc - k * (rr + cc) ** 2, "the mixed product is missing: the determinant is rr * cc - rc * rc."),
        (2 * (rr * cc - rc**2) / (rr + cc + 1e-6), "this is the method without k; asked is the one with it."),
        (measure(rr, rc, cc, 0.05), "k is a parameter: yours is always 0.05."),
        (rr * cc - rc**2 - k * (rr**2 + cc**2), "the trace is rr + cc: add first, then square the sum."),
        (np.maximum(right, 0), "edges are cut off at 0 here; they have to stay negative."),
        (-right, "the sign is turned round: corners are positive, edges negative."),
        *((right / scale, OTHER_SCALE) for scale in (4**4, 8**4)),
    ]


OTHER_SCALE = "the right shape, but another scale: ndimage.sobel with its own weights, nothing divided out."


def _gradient_slips(image, k, sigma):
    """Return what comes of other gradients, or of smoothing another thing or by another sigma."""

    def measure(down, across, sigma=sigma):
        products = (down * down, down * across, across * across)
        rr, rc, cc = (ndimage.gaussian_filter(product, sigma) for product in products)
        return rr * cc - rc**2 - k * (rr + cc) ** 2

    def sobel(picture):
        return [ndimage.sobel(picture, axis=axis) for axis in (0, 1)]

    down, across = sobel(image)
    return [
        (measure(down, across, 1), "sigma is a parameter: yours is always 1."),
        (measure(across, across), "the same gradient twice: one has axis=0, the other axis=1."),
        (measure(down, down), "the same gradient twice: one has axis=0, the other axis=1."),
        (
            measure(*np.gradient(image)),
            "other gradients: np.gradient looks along one row or column; take ndimage.sobel.",
        ),
        (
            measure(*sobel(ndimage.gaussian_filter(image, sigma))),
            "the picture was smoothed as well; smooth the products alone.",
        ),
    ]


@exercise(
    "5.4",
    "The highest of their surroundings",
    hints=(
        "ndimage.maximum_filter gives each pixel the highest value of a window around it. Who equals it?",
        "A window that reaches `distance` pixels to each side has 2 * distance + 1 rows and columns.",
        "np.argwhere((response == ndimage.maximum_filter(response, 2 * distance + 1)) & (response > level)).",
    ),
    right="higher than all within reach, and above the level; each one a (row, col).",
)
def judge_peaks(answer):
    for response, distance, level in _responses():
        expected = _peaks(response, distance, level)
        given = call(answer, response, distance, level)
        if isinstance(given, tuple) and len(given) == 2 and all(isinstance(part, np.ndarray) for part in given):
            raise Wrong(
                "rows and columns came back apart, as np.nonzero gives them; np.argwhere gives one (row, col) each."
            )
        given = as_array(given)
        if given.dtype == bool and given.shape == response.shape:
            raise Wrong("this is a mask; np.argwhere makes points (row, col) of it.")
        if given.size == 0 and not expected:
            continue
        if given.ndim != 2 or given.shape[1] != 2:
            raise Wrong(f"expected points as an array (n, 2), each (row, col); yours has the shape {given.shape}.")
        found = set(map(tuple, given.tolist()))
        _judge_points(found, expected, response, distance, level)
        if len(found) != len(given):
            raise Wrong("some points came twice.")


def _responses():
    wavy = ndimage.gaussian_filter(np.random.default_rng(541).normal(size=(30, 44)), 1.2)
    yield wavy, 4, 0.1
    yield wavy - 1, 2, -1.1  # all values are negative: what is beyond the border must not win
    rough = np.random.default_rng(542).random((23, 16))
    rough[7, 9], rough[15, 4] = 2.0, 1.5
    yield rough, 4, 1.5  # a peak exactly at the level
    yield rough, 2, 0.5
    yield rough, 2, 5.0  # none


def _peaks(response, distance, level, size=None, **how):
    size = None if "footprint" in how else size or 2 * distance + 1
    highest = ndimage.maximum_filter(response, size, **how)
    return set(map(tuple, np.argwhere((response == highest) & (response > level)).tolist()))


def _judge_points(found, expected, response, distance, level):
    if found == expected:
        return
    rows, cols = response.shape
    inner = {(r, c) for r, c in expected if distance <= r < rows - distance and distance <= c < cols - distance}
    for wrong, sentence in (
        ({(c, r) for r, c in expected}, "rows and columns are exchanged: a point is (row, col)."),
        (_peaks(response, distance, -np.inf), "the level is forgotten: peaks that are not above it should go."),
        (_peaks(response, distance, np.nextafter(level, -np.inf)), "a peak exactly at the level is not above it."),
        (
            _peaks(response, distance, level, mode="constant"),
            "beyond the border there is 0, which beats negative values: leave the filter's mode as it is.",
        ),
        (
            _peaks(response, distance, level, footprint=disk(distance)),
            "the window is round here; asked are `distance` rows and `distance` columns: a square.",
        ),
        (
            _peaks(response, distance, level * response.max()),
            "the level is a value of the response here, not a share of the highest.",
        ),
        (inner, "the peaks near the border are missing: they count as well."),
        (
            _peaks(response, distance, level, distance),
            "the window is too small: it has to reach `distance` to each side.",
        ),
        (
            _peaks(response, distance, level, 3),
            "only the nearest neighbours were asked: the window has to reach farther.",
        ),
        (
            _peaks(response, distance, level, 2 * distance),
            "the window has an even side, so it reaches less far on one side: 2 * distance + 1.",
        ),
        (
            set(map(tuple, np.argwhere(response > level).tolist())),
            "all pixels above the level; asked are the peaks alone.",
        ),
        ({(r + 1, c + 1) for r, c in expected}, "every point is off by one: rows and columns count from 0."),
    ):
        if found == wrong and wrong != expected:
            raise Wrong(sentence)
    raise Wrong(f"{len(found - expected)} points are no peaks, and {len(expected - found)} peaks are missing.")
