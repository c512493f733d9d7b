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
    )


ex = exercise(
    "3.14",
    "Why is the border dark?",
    cases=pictures_to_smooth,
    compare=Arrays(1e-6),
    hints=(
        "np.pad fills the border with 0. What does a neighbour there add to total, and what to mass?",
        "A neighbour outside of the picture should add nothing to mass either.",
        "Make inside = np.pad(np.ones(image.shape), radius), and add weight times the same slice of it to mass.",
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


@ex.slip("the whole picture was made brighter; only the border was wrong.")
def brighter(image, radius, sigma):
    return dark(image, radius, sigma) / dark(image, radius, sigma).max()


for mode in ("edge", "reflect", "symmetric", "wrap"):
    ex.slip(
        f"no longer dark, but pixels were invented (pad mode {mode!r}). Only real neighbours should count.",
        lambda image, radius, sigma, mode=mode: sums(image, radius, sigma, mode) / all_weights(image, radius, sigma),
    )
ex.slip("these are sums: they have to be divided by the sum of the weights.", sums)
ex.slip(
    "these are sums over the number of neighbours: divide by the sum of their weights.",
    lambda image, radius, sigma: sums(image, radius, sigma) / (2 * radius + 1) ** 2,
)

ex.wrong("differ", lambda image, radius, sigma: smooth(image, 2, 1.2))
ex.wrong("shape", lambda image, radius, sigma: smooth(image, radius, sigma)[1:-1])
