"""Pictures with corners in colour, and Harris's response put together in other ways."""

import numpy as np
from scipy import ndimage

from ... import data


def same_grey():
    """Return a slab that differs from its ground in hue, and not in grey: corners for eyes alone."""
    picture = np.full((44, 40, 3), (0.2, 0.6, 0.3))
    picture[18:, 20:] = 0.9, (0.2125 * (0.2 - 0.9) + 0.0721 * (0.3 - 0.5)) / 0.7154 + 0.6, 0.5
    return picture + np.random.default_rng(532).normal(0, 0.003, (44, 40, 1))


def pictures():
    yield same_grey(), 0.05, 1
    yield data.load("friends")[200:246, 300:352] / 255, 0.07, 1.5
    yield np.random.default_rng(531).random((36, 40, 3)), 0.12, 1.0


def channels(image):
    return np.moveaxis(image, 2, 0)


def along(gradient, axis):
    """Return a function that takes a gradient of each channel apart, and lays the three behind each other."""
    return lambda image: np.stack([gradient(channel, axis=axis) for channel in channels(image)], axis=2)


def sobel(image):
    return along(ndimage.sobel, 0)(image), along(ndimage.sobel, 1)(image)


def measured(rr, rc, cc, k):
    return rr * cc - rc**2 - k * (rr + cc) ** 2


def smoothed(product, sigma):
    return ndimage.gaussian_filter(product.sum(axis=2), sigma)


def response(measure=measured, gradients=sobel, smooth=smoothed):
    """Return an answer that makes a measure of the smoothed products and k."""

    def answer(image, k, sigma):
        down, across = gradients(image)
        return measure(*(smooth(product, sigma) for product in (down * down, down * across, across * across)), k)

    return answer
