"""5.3: Harris's response of a colour picture, whose corners may have no grey to show."""

import numpy as np
from scipy import ndimage

from ... import feature
from ...color import rgb2gray, rgb2lab
from ..answers import Wrong, as_array
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from .colours import along, channels, measured, pictures, response, sobel

ex = exercise(
    "5.3",
    "Corners in colour",
    cases=pictures,
    compare=Arrays(tolerance=1e-5),
    hints=(
        "The lesson's function takes one channel. In which of its steps can three channels become one, so that a step "
        "in any of them counts, and none cancels another?",
        "Gradients have signs: added up over the channels, they can cancel. So make the products in each channel, and let all "
        "three channels add to the same three products, before the smoothing.",
        "Begin with rr = rc = cc = 0. For each channel image[..., c], take down and across as in the lesson, and add: "
        "rc = rc + ndimage.gaussian_filter(down * across, sigma). After the loop comes the formula, once.",
    ),
    right="where red gives way to green of the same grey, a grey picture shows nothing. This sees it.",
)


@ex.read
def inner_part(given, image, k, sigma):
    """Leave the border out: no rule for it is asked."""
    given = as_array(given)
    if given.shape == image.shape:
        raise Wrong(
            "three responses came back, one for each channel; asked is one for each pixel: add the products up."
        )
    if given.shape != image.shape[:2]:
        raise Wrong(f"the result should have the shape {image.shape[:2]}, yours has {given.shape}.")
    margin = round(4 * sigma) + 2
    return given[margin:-margin, margin:-margin]


@ex.right
def colour_harris(image, k, sigma):
    rr = rc = cc = 0
    for channel in range(3):
        down, across = ndimage.sobel(image[..., channel], axis=0), ndimage.sobel(image[..., channel], axis=1)
        rr = rr + ndimage.gaussian_filter(down * down, sigma)
        rc = rc + ndimage.gaussian_filter(down * across, sigma)
        cc = cc + ndimage.gaussian_filter(across * across, sigma)
    return rr * cc - rc**2 - k * (rr + cc) ** 2


@ex.right
def added_first_then_smoothed(image, k, sigma):
    three = np.moveaxis(image, 2, 0)
    down, across = (np.array([ndimage.sobel(channel, axis=axis) for channel in three]) for axis in (0, 1))
    products = (down**2, down * across, across**2)
    rr, rc, cc = (ndimage.gaussian_filter(product.sum(axis=0), sigma) for product in products)
    return np.linalg.det(np.moveaxis([[rr, rc], [rc, cc]], (0, 1), (2, 3))) - k * (rr + cc) ** 2


@ex.right
def by_structure_tensor(image, k, sigma):
    """scikit-image's products of one channel, for each channel; they are smoothed already."""
    each = [skimage.feature.structure_tensor(image[..., c], sigma) for c in range(3)]
    rr, rc, cc = (sum(some) for some in zip(*each, strict=True))
    return rr * cc - rc**2 - k * (rr + cc) ** 2


def of_gradients(join):
    """Return an answer that makes one gradient of three, and goes on as for a grey picture."""
    return response(gradients=lambda image: tuple(map(join, sobel(image))), smooth=ndimage.gaussian_filter)


def one_by_one(join):
    """Return an answer that joins the responses of the three channels."""

    def answer(image, k, sigma):
        return join([feature.corner_harris(channel, k=k, sigma=sigma) for channel in channels(image)])

    return answer


def of_one(picture):
    """Return an answer that makes one grey picture of the colours first."""
    return lambda image, k, sigma: feature.corner_harris(picture(image), k=k, sigma=sigma)


GREY = (
    "the channels were added up before anything was multiplied (a grey picture does that): then a rise in red and a "
    "fall in green cancel. Let each channel make its own products, and add those."
)
ex.slip(GREY, of_one(rgb2gray))
ex.slip(GREY, of_one(lambda image: image.mean(axis=2)))
ex.slip(GREY, of_one(lambda image: image.sum(axis=2)))
for k in range(3):
    ex.slip(
        "one channel alone: all three have their say.",
        of_one(lambda image, k=k: np.ascontiguousarray(image[..., k])),
    )
ex.slip(
    "the brightest channel of each pixel makes one picture here, and edges go lost in it: all three have their say.",
    of_one(lambda image: image.max(axis=2)),
)
ONE_BY_ONE = "three responses, joined at the end: add the products of the three channels before the determinant."
ex.slip(ONE_BY_ONE, one_by_one(sum))
ex.slip(ONE_BY_ONE, one_by_one(lambda three: np.mean(three, axis=0)))
ex.slip(ONE_BY_ONE, one_by_one(lambda three: np.median(three, axis=0)))
ex.slip(ONE_BY_ONE, one_by_one(lambda three: np.max(three, axis=0)))
ex.slip(GREY, of_gradients(lambda gradient: gradient.sum(axis=2)))
ex.slip(GREY, of_gradients(lambda gradient: gradient.mean(axis=2)))
ex.slip("the signs are lost: multiply the gradients as they are.", response(gradients=lambda i: map(np.abs, sobel(i))))
ex.slip(
    "the signs are lost: a length of three gradients is never below 0. Add up the products of the three channels.",
    of_gradients(lambda gradient: np.linalg.norm(gradient, axis=2)),
)
ex.slip("the mean of the three channels, not their sum: it is a ninth of what is asked.")(
    response(smooth=lambda product, sigma: ndimage.gaussian_filter(product.mean(axis=2), sigma))
)
ex.slip(
    "the strongest channel alone counts here, pixel by pixel: add the three up.",
    response(smooth=lambda product, sigma: ndimage.gaussian_filter(product.max(axis=2), sigma)),
)
ex.slip(
    "the Gaussian went through the channels as well: smooth rows and columns alone, after adding the channels up.",
    response(smooth=lambda product, sigma: ndimage.gaussian_filter(product, sigma)[..., 1] * 3),
)
ex.slip(
    "the products are not smoothed: one pixel sees the edges that cross it, not those of its surroundings.",
    response(smooth=lambda product, sigma: product.sum(axis=2)),
)
ex.slip(
    "smooth the products, not the gradients. Multiply first.",
    response(gradients=lambda image: [ndimage.gaussian_filter(g, 1, axes=(0, 1)) for g in sobel(image)],
             smooth=lambda product, sigma: product.sum(axis=2)),
)  # fmt: skip
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
ex.slip("the trace is rr + cc: add first, then square.", response(lambda a, b, c, k: a * c - b**2 - k * (a**2 + c**2)))
for fixed in (0.04, 0.05, 0.06):
    ex.slip(
        f"k is a parameter: yours is always {fixed}.",
        lambda image, k, sigma, fixed=fixed: colour_harris(image, fixed, sigma),
    )
ex.slip("sigma is a parameter: yours is always 1.", lambda image, k, sigma: colour_harris(image, k, 1))
ex.slip("sigma is the standard deviation, not its square.", lambda image, k, s: colour_harris(image, k, s**2))
ex.slip("edges have to stay negative; yours are cut off at 0.", lambda *case: np.maximum(colour_harris(*case), 0))
for sentence, measure in (
    ("the trace is rr + cc, a sum; yours is a product.", lambda rr, rc, cc, k: rr * cc - rc**2 - k * rr * cc),
    ("the trace is rr + cc, a sum; yours is a product.", lambda rr, rc, cc, k: rr * cc - rc**2 - k * (rr * cc) ** 2),
    ("the trace is rr + cc, a sum; yours is a difference.", lambda a, b, c, k: a * c - b**2 - k * (a - c) ** 2),
    ("the trace is rr + cc; the mixed product is not in it.", lambda a, b, c, k: a * c - b**2 - k * (a + b) ** 2),
    (
        "the trace is rr + cc; the mixed product is not in it.",
        lambda a, b, c, k: a * c - b**2 - k * (a + 2 * b + c) ** 2,
    ),
    ("the mixed product is taken off once, squared: rc**2.", lambda a, b, c, k: a * c - 2 * b**2 - k * (a + c) ** 2),
    ("edges have to stay negative: take no absolute value.", lambda *four: np.abs(measured(*four))),
    ("k stands before the squared trace, and is not squared.", lambda a, b, c, k: a * c - b**2 - (k * (a + c)) ** 2),
    (
        "divided by the trace (another measure): take k times its square off.",
        lambda a, b, c, k: (a * c - b**2) / (a + c),
    ),
    ("the trace alone: the determinant is missing.", lambda a, b, c, k: a + c),
    ("rows and columns of A: det A is rr * cc - rc * rc.", lambda a, b, c, k: a * b - c**2 - k * (a + c) ** 2),
):
    ex.slip(sentence, response(measure))
ex.slip(
    "the picture was smoothed, not the products: multiply the gradients first, then smooth.",
    lambda image, k, sigma: response(smooth=lambda product, sigma: product.sum(axis=2))(
        ndimage.gaussian_filter(image, (sigma, sigma, 0)), k, sigma
    ),
)
for two in ([0, 1], [1, 2], [0, 2]):
    ex.slip(
        "two channels alone: all three have their say.",
        lambda image, k, sigma, two=two: response(
            smooth=lambda product, sigma: ndimage.gaussian_filter(product[..., two].sum(axis=2), sigma)
        )(image, k, sigma),
    )
ex.slip("the sign is turned round: corners are positive, edges negative.", lambda *case: -colour_harris(*case))
ex.slip(
    "the method `eps` has no k; asked is the one with it.",
    response(lambda rr, rc, cc, k: 2 * (rr * cc - rc**2) / (rr + cc + 1e-6)),
)
TWICE = "the same gradient twice: one has axis=0, the other axis=1."
ex.slip(TWICE, response(gradients=lambda image: sobel(image)[:1] * 2))
ex.slip(TWICE, response(gradients=lambda image: sobel(image)[1:] * 2))
ex.slip(
    "ndimage.sobel smooths along all other axes, so with three channels at once it mixes the colours: one at a time.",
    response(gradients=lambda image: (ndimage.sobel(image, axis=0), ndimage.sobel(image, axis=1))),
)
CHANNELS = "ndimage.sobel(image) goes along the last axis, that of the channels: say axis=0 and axis=1."
ex.slip(CHANNELS, response(gradients=lambda image: (ndimage.sobel(image, axis=0), ndimage.sobel(image))))
ex.slip(CHANNELS, response(gradients=lambda image: (ndimage.sobel(image), ndimage.sobel(image, axis=1))))
ex.slip(
    "other gradients: np.gradient looks along one row or column; take ndimage.sobel.",
    response(gradients=lambda image: np.gradient(image, axis=(0, 1))),
)
ex.slip(
    "other gradients: Prewitt weighs three rows alike; take ndimage.sobel.",
    response(gradients=lambda image: (along(ndimage.prewitt, 0)(image), along(ndimage.prewitt, 1)(image))),
)
ex.slip(
    "other gradients: those of a Gaussian look farther; take ndimage.sobel.",
    response(gradients=lambda i: [ndimage.gaussian_filter(i, (1, 1, 0), order=one) for one in ((1, 0, 0), (0, 1, 0))]),
)
ex.slip(
    "another window: a mean of as many pixels; smooth with ndimage.gaussian_filter and sigma.",
    lambda image, k, sigma: response(
        smooth=lambda product, sigma: ndimage.uniform_filter(product.sum(axis=2), int(2 * sigma + 1))
    )(image, k, sigma),
)
ex.slip(
    "the colours were converted to Lab: take red, green and blue as they are.",
    lambda image, k, sigma: colour_harris(rgb2lab(image), k, sigma),
)
for c in range(3):
    ex.slip(
        "one channel was taken three times: image[..., channel].",
        lambda image, k, sigma, c=c: 9 * feature.corner_harris(np.ascontiguousarray(image[..., c]), k=k, sigma=sigma),
    )
ex.slip(
    "another window: smooth with ndimage.gaussian_filter and sigma.",
    response(smooth=lambda product, sigma: ndimage.uniform_filter(product.sum(axis=2), 3)),
)

ex.wrong("three responses came back", lambda *case: np.moveaxis(one_by_one(np.array)(*case), 0, 2))
ex.wrong("stopped", lambda image, k, sigma: feature.corner_harris(image, k=k, sigma=sigma))
ex.wrong("shape", lambda *case: colour_harris(*case)[1:-1])
ex.wrong("differ", lambda image, k, sigma: np.full(image.shape[:2], np.nan))
