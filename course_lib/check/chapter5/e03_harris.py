"""5.3: Harris's response, from the smoothed products of the gradients."""

import numpy as np
from scipy import ndimage

from ... import data, feature, filters
from ...color import rgb2gray
from ..answers import Wrong, as_array
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage


def pictures():
    yield rgb2gray(data.load("palace"))[200:246, 300:352], 0.07, 1.5
    yield np.random.default_rng(531).random((36, 40)), 0.12, 1.0


ex = exercise(
    "5.3",
    "Write Harris",
    cases=pictures,
    compare=Arrays(tolerance=1e-5),
    hints=(
        "ndimage.sobel(image, axis=0) is the gradient down, axis=1 the one across. Three products: dd, da, aa.",
        "Multiply first, then smooth each of the three products with ndimage.gaussian_filter(product, sigma).",
        "With rr, rc, cc the smoothed products: rr * cc - rc**2 - k * (rr + cc)**2.",
    ),
    right="products first, then the smoothing: that is what tells a corner from an edge.",
)


@ex.read
def inner_part(given, image, k, sigma):
    """Leave the border out: no rule for it is asked."""
    given = as_array(given)
    if given.shape != image.shape:
        raise Wrong(f"the result should have the shape {image.shape}, yours has {given.shape}.")
    margin = round(4 * sigma) + 2
    return given[margin:-margin, margin:-margin]


@ex.right
def harris(image, k, sigma):
    down, across = ndimage.sobel(image, axis=0), ndimage.sobel(image, axis=1)
    products = (down * down, down * across, across * across)
    rr, rc, cc = (ndimage.gaussian_filter(product, sigma) for product in products)
    return rr * cc - rc**2 - k * (rr + cc) ** 2


ex.right(lambda image, k, sigma: feature.corner_harris(image, k=k, sigma=sigma))
ex.right(lambda image, k, sigma: skimage.feature.corner_harris(image, k=k, sigma=sigma))


def sobel(image):
    return ndimage.sobel(image, axis=0), ndimage.sobel(image, axis=1)


def measured(rr, rc, cc, k):
    return rr * cc - rc**2 - k * (rr + cc) ** 2


def response(measure, gradients=sobel, smooth=ndimage.gaussian_filter):
    """Return an answer that makes a measure of the smoothed products and k."""

    def answer(image, k, sigma):
        down, across = gradients(image)
        return measure(*(smooth(product, sigma) for product in (down * down, down * across, across * across)), k)

    return answer


def of_smoothed(combine):
    """Return an answer that makes three products of the gradients and a smoothing."""

    def answer(image, k, sigma):
        return measured(*combine(*sobel(image), lambda picture: ndimage.gaussian_filter(picture, sigma)), k)

    return answer


ex.right(response(measured, smooth=lambda product, sigma: filters.gaussian(product, sigma, mode="nearest")))

ex.slip(
    "nowhere above 0: of a single pixel's gradient, the determinant is always 0. The products must be smoothed.",
    response(measured, smooth=lambda product, sigma: product),
)
ex.slip(
    "nowhere above 0: smooth the products, not the gradients. Multiply first.",
    of_smoothed(lambda down, across, smooth: (smooth(down) ** 2, smooth(down) * smooth(across), smooth(across) ** 2)),
)
ONE = "one of the three products was made of smoothed gradients: multiply first, in all three."
ex.slip(ONE, of_smoothed(lambda d, a, smooth: (smooth(d) ** 2, smooth(d * a), smooth(a * a))))
ex.slip(ONE, of_smoothed(lambda d, a, smooth: (smooth(d * d), smooth(d) * smooth(a), smooth(a * a))))
ex.slip(ONE, of_smoothed(lambda d, a, smooth: (smooth(d * d), smooth(d * a), smooth(a) ** 2)))
ex.slip(
    "this is the determinant; the part with k is missing, so edges do not become negative.",
    response(lambda rr, rc, cc, k: rr * cc - rc**2),
)
ex.slip("the part with k is taken off, not added.", response(lambda rr, rc, cc, k: measured(rr, rc, cc, -k)))
ex.slip("the trace has to be squared.", response(lambda rr, rc, cc, k: rr * cc - rc**2 - k * (rr + cc)))
ex.slip(
    "the mixed product has to be squared: the determinant is rr * cc - rc * rc.",
    response(lambda rr, rc, cc, k: rr * cc - rc - k * (rr + cc) ** 2),
)
ex.slip(
    "the mixed product is missing: the determinant is rr * cc - rc * rc.",
    response(lambda rr, rc, cc, k: rr * cc - k * (rr + cc) ** 2),
)
ex.slip(
    "the determinant takes the mixed product off: rr * cc - rc * rc.",
    response(lambda rr, rc, cc, k: rr * cc + rc**2 - k * (rr + cc) ** 2),
)
ex.slip(
    "this is the method without k; asked is the one with it.",
    lambda image, k, sigma: feature.corner_harris(image, method="eps", sigma=sigma),
)
for fixed in (0.04, 0.05, 0.06):
    ex.slip(
        f"k is a parameter: yours is always {fixed}.",
        response(lambda rr, rc, cc, k, fixed=fixed: measured(rr, rc, cc, fixed)),
    )
ex.slip(
    "the trace is rr + cc: add first, then square the sum.",
    response(lambda rr, rc, cc, k: rr * cc - rc**2 - k * (rr**2 + cc**2)),
)
ex.slip(
    "edges are cut off at 0 here; they have to stay negative.",
    lambda image, k, sigma: np.maximum(harris(image, k, sigma), 0),
)
ex.slip(
    "the sign is turned round: corners are positive, edges negative.",
    lambda image, k, sigma: -harris(image, k, sigma),
)
SCALE = "the right shape, but another scale: ndimage.sobel with its own weights, nothing divided out."
ex.slip(SCALE, lambda image, k, sigma: harris(image, k, sigma) / 8**4)
ex.slip(SCALE, response(measured, lambda image: (filters.sobel(image, axis=0), filters.sobel(image, axis=1))))
ex.slip(
    "sigma and k are parameters, and yours are always the same: hand both on.",
    lambda image, k, sigma: feature.corner_harris(image),
)
ex.slip(
    "another window: smooth with ndimage.gaussian_filter and sigma.",
    response(measured, smooth=lambda product, sigma: ndimage.uniform_filter(product, 3)),
)
ex.slip("sigma is a parameter: yours is always 1.", lambda image, k, sigma: harris(image, k, 1))
TWICE = "the same gradient twice: one has axis=0, the other axis=1."
ex.slip(TWICE, response(measured, lambda image: (ndimage.sobel(image), ndimage.sobel(image))))
ex.slip(TWICE, response(measured, lambda image: (ndimage.sobel(image, axis=0),) * 2))
ex.slip(
    "other gradients: np.gradient looks along one row or column; take ndimage.sobel.", response(measured, np.gradient)
)
ex.slip(
    "other gradients: Prewitt weighs three rows alike; take ndimage.sobel.",
    response(measured, lambda image: (ndimage.prewitt(image, axis=0), ndimage.prewitt(image, axis=1))),
)
ex.slip(
    "the picture was smoothed as well; smooth the products alone.",
    lambda image, k, sigma: harris(ndimage.gaussian_filter(image, sigma), k, sigma),
)

ex.wrong("shape", lambda image, k, sigma: harris(image, k, sigma)[1:-1])
ex.wrong("differ", lambda image, k, sigma: feature.corner_shi_tomasi(image, sigma))
ex.wrong("differ", lambda image, k, sigma: np.full(image.shape, np.nan))
