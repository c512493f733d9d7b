"""3.14: a mean near the border counts real neighbours only."""

import numpy as np
from scipy import ndimage

from ... import data
from ..compare import Arrays
from ..exercise import exercise


def pictures_to_smooth():
    spots = np.random.default_rng(56).random((11, 9))
    spots[spots < 0.4] = 0  # black pixels, at the border too: they are in the picture and count
    return (
        (np.full((10, 12), 0.8), 2, 1.2),
        (data.coins()[60:84, 100:130] / 255, 2, 1.2),
        (spots, 3, 2.0),
        (np.random.default_rng(57).random((6, 14)), 1, 5.0),
        (np.random.default_rng(58).random((4, 3)), 2, 1.0),  # a picture smaller than the window
    )


ex = exercise(
    "3.14",
    "Why is the border dark?",
    cases=pictures_to_smooth,
    compare=Arrays(1e-6, nan="0 / 0. Is mass 0 somewhere? inside has to be 1 where a pixel is."),
    hints=(
        "np.pad fills the border with 0. What does a neighbour there add to total, and what to mass?",
        "A neighbour outside of the picture adds nothing to total, so it should add nothing to mass either: inside has "
        "to be 1 where a pixel is, and 0 around.",
        "np.pad puts zeros around ones as well as around a picture: pad np.ones(image.shape) by radius.",
    ),
    right="who does not exist has no vote: the sum is divided by the weights of the real neighbours only.",
)


def sums(image, radius, sigma, mode="constant"):
    """Return at each pixel the sum of weight times neighbour, in a picture padded in one of numpy.pad's modes."""
    padded = np.pad(image, radius, mode=mode)
    total = np.zeros(image.shape)
    rows, cols = image.shape
    for dr in range(2 * radius + 1):
        for dc in range(2 * radius + 1):
            weight = np.exp(-((dr - radius) ** 2 + (dc - radius) ** 2) / (2 * sigma**2))
            total += weight * padded[dr : dr + rows, dc : dc + cols]
    return total


def all_weights(image, radius, sigma):
    """Return the sum of the weights, outside of the picture as inside: 1 around each pixel."""
    return sums(np.ones(image.shape), radius, sigma, "edge")


@ex.right
def smooth(image, radius, sigma):
    return sums(image, radius, sigma) / sums(np.ones(image.shape), radius, sigma)


@ex.right
def two_gaussians(image, radius, sigma):
    def blurred(values):
        return ndimage.gaussian_filter(values, sigma, mode="constant", radius=radius)

    return blurred(image) / blurred(np.ones(image.shape))


@ex.slip("the border is still dark: which neighbours have weight there, and value 0?")
def dark(image, radius, sigma):
    return sums(image, radius, sigma) / all_weights(image, radius, sigma)


ex.slip("this is the picture as it was: nothing was smoothed.", lambda image, radius, sigma: image)
ex.slip(
    "black pixels of the picture do not count with this: inside is where a pixel is, whatever its value.",
    lambda image, radius, sigma: sums(image, radius, sigma) / sums(image > 0, radius, sigma),
)
ex.slip(
    "the sum was divided by itself: inside holds 1 where a pixel is, not the pixel's value.",
    lambda image, radius, sigma: sums(image, radius, sigma) / sums(image, radius, sigma),
)


for brightest in (np.max, lambda image: 1):
    ex.slip(
        "the whole picture was made brighter; only the border was wrong.",
        lambda image, radius, sigma, brightest=brightest: (
            dark(image, radius, sigma) / dark(image, radius, sigma).max() * brightest(image)
        ),
    )


for mode in ("edge", "reflect", "symmetric", "wrap", "mean", "maximum", "minimum", "median", "linear_ramp"):
    ex.slip(
        f"no longer dark, but pixels were invented (pad mode {mode!r}). Only real neighbours should count.",
        lambda image, radius, sigma, mode=mode: sums(image, radius, sigma, mode) / all_weights(image, radius, sigma),
    )
for mode in ("edge", "reflect", "symmetric", "wrap"):
    ex.slip(
        f"the border is too bright: the pixels invented by np.pad (mode {mode!r}) count in total, and not in mass. Leave the zeros.",
        lambda image, radius, sigma, mode=mode: (
            sums(image, radius, sigma, mode) / sums(np.ones(image.shape), radius, sigma)
        ),
    )
    ex.slip(
        f"pixels were invented (mode {mode!r}), and the radius is not used: neighbours up to 4 sigma count.",
        lambda image, radius, sigma, mode=mode: ndimage.gaussian_filter(
            image, sigma, mode={"edge": "nearest", "reflect": "mirror", "symmetric": "reflect"}.get(mode, mode)
        ),
    )
ex.slip("these are sums: they have to be divided by the sum of the weights.", sums)
ex.slip(
    "these are sums over the number of neighbours: divide by the sum of their weights.",
    lambda image, radius, sigma: sums(image, radius, sigma) / (2 * radius + 1) ** 2,
)

ex.slip(
    "these are sums over the number of real neighbours: divide by the sum of their weights.",
    lambda image, radius, sigma: sums(image, radius, sigma) / sums(np.ones(image.shape), radius, 1e9),
)


def with_ones_in(place, one=1):
    """Return an answer whose inside is 1 in the slice `place(rows, cols, radius)` of the padded picture, and 0 around."""

    def answer(image, radius, sigma):
        rows, cols = image.shape
        inside = np.full((rows + 2 * radius, cols + 2 * radius), 1 - one, float)
        inside[place(rows, cols, radius)] = one
        mass = sum(
            np.exp(-((dr - radius) ** 2 + (dc - radius) ** 2) / (2 * sigma**2)) * inside[dr : dr + rows, dc : dc + cols]
            for dr in range(2 * radius + 1)
            for dc in range(2 * radius + 1)
        )
        return sums(image, radius, sigma) / mass

    return answer


ex.slip(
    "inside ends too early: the picture's last row is radius + rows - 1 in the padding, so the stop is radius + rows.",
    with_ones_in(lambda rows, cols, r: np.s_[r:rows, r:cols]),
)
ex.slip(
    "inside begins at the corner of the padding; the picture begins `radius` rows and columns further in.",
    with_ones_in(lambda rows, cols, r: np.s_[:rows, :cols]),
)
ex.slip(
    "the padding on the left and right still counts: inside is 0 there too.",
    with_ones_in(lambda rows, cols, r: np.s_[r : r + rows]),
)
ex.slip(
    "the padding above and below still counts: inside is 0 there too.",
    with_ones_in(lambda rows, cols, r: np.s_[:, r : r + cols]),
)
ex.slip(
    "the padding below and on the right still counts: inside is 0 there too.",
    with_ones_in(lambda rows, cols, r: np.s_[r:, r:]),
)
ex.slip(
    "only the outermost ring was set to 0: the padding is `radius` pixels wide.",
    with_ones_in(lambda rows, cols, r: np.s_[1:-1, 1:-1]),
)
ex.slip(
    "the last row and column of the picture are missing in inside: the stop of a slice is not included.",
    with_ones_in(lambda rows, cols, r: np.s_[r : r + rows - 1, r : r + cols - 1]),
)
ex.slip(
    "the outermost pixels of the picture are missing in inside: the padding is `radius` wide, not radius + 1.",
    with_ones_in(lambda rows, cols, r: np.s_[r + 1 : -r - 1, r + 1 : -r - 1]),
)
ex.slip(
    "inside out: inside is 1 where a pixel is, and 0 in the padding.",
    with_ones_in(lambda rows, cols, r: np.s_[r : r + rows, r : r + cols], one=0),
)
ex.slip("inside is 0 everywhere, and mass as well: 1 where a pixel is.", with_ones_in(lambda rows, cols, r: np.s_[:0]))
ex.slip(
    "neighbours near or far have the same weight now; near ones should count more.",
    lambda image, radius, sigma: smooth(image, radius, 1e9),
)
ex.slip(
    "the bell has changed: it is 2 * sigma**2 below the fraction, as before.",
    lambda image, radius, sigma: smooth(image, radius, np.sqrt(sigma)),
)
ex.slip(
    "the 2 below the fraction is gone: leave the weights as they were.",
    lambda image, radius, sigma: smooth(image, radius, sigma / np.sqrt(2)),
)
ex.slip(
    "this is the sum of the weights, mass; asked is total / mass.",
    lambda image, radius, sigma: sums(np.ones(image.shape), radius, sigma),
)
ex.slip(
    "radius and sigma are not always 2 and 1.2: use them as they come in.",
    lambda image, radius, sigma: smooth(image, 2, 1.2),
)


def with_border(border):
    """Return an answer that sets the border, `radius` pixels wide, to what `border(image)` gives there."""

    def answer(image, radius, sigma):
        result = np.array(np.broadcast_to(border(image), image.shape), float)
        rows, cols = image.shape
        middle = np.s_[radius : rows - radius, radius : cols - radius]
        result[middle] = smooth(image, radius, sigma)[middle]
        return result

    return answer


ex.slip(
    "the border is the picture as it was, without smoothing: its real neighbours should count.",
    with_border(lambda image: image),
)
ex.slip("the border is black: its real neighbours should count.", with_border(lambda image: 0))
ex.slip("the border has one value, the mean of the picture: its real neighbours should count.", with_border(np.mean))
ex.slip(
    "the border was cut off: asked is a picture of the same shape.",
    lambda image, radius, sigma: smooth(image, radius, sigma)[radius:-radius, radius:-radius],
    by_shape=True,
)
ex.slip(
    "this still has the padding around it: asked is a picture of the same shape.",
    lambda image, radius, sigma: np.pad(smooth(image, radius, sigma), radius),
    by_shape=True,
)
ex.wrong("0 / 0", lambda image, radius, sigma: image * np.nan)
ex.wrong("shape", lambda image, radius, sigma: smooth(image, radius, sigma)[1:-1])
INVENTED = (
    "pixels outside of the picture were invented: nothing there should count, neither in the sum nor in the mass."
)
for invented in (np.mean, np.ones_like, np.max, np.median):

    @ex.slip(INVENTED)
    def made_up(image, radius, sigma, invented=invented):
        value = np.max(invented(image))
        return sums(image - value, radius, sigma) / all_weights(image, radius, sigma) + value


ex.slip("divided by the largest mass: each pixel has a mass of its own, less at the border.")(
    lambda image, radius, sigma: sums(image, radius, sigma) / sums(np.ones(image.shape), radius, sigma).max()
)
