"""Chapter 2, exercises 2.1 to 2.5: kernels and smoothing. Each judge is one exercise."""

import numpy as np
from scipy import ndimage

from ..color import rgb2gray
from ..filters import gaussian
from ..util import img_as_float
from .engine import Wrong, as_array, call, compare, exercise
from .pictures import colour_pictures, grey_pictures


def either(given, expected, image, mistakes=(), tolerance=1e-6):
    """Accept any of several right results (they differ at the border); else compare with the first."""
    array = as_array(given)
    for right in expected:
        if (
            array.dtype.kind in "buif"
            and array.shape == right.shape
            and np.allclose(array, right, rtol=0, atol=tolerance)
        ):
            return
    compare(given, expected[0], image, mistakes, tolerance)


@exercise(
    "2.1",
    "A kernel that shifts",
    hints=(
        "A kernel that does nothing is 0 everywhere, with a 1 in the middle. Which neighbour should count instead?",
        "If everything moves to the right, each pixel gets the value of its left neighbour.",
        "The left neighbour stands in the middle row, first column.",
    ),
    right="each pixel takes the value of its left neighbour, so the picture moves to the right.",
)
def judge_shift(answer):
    try:
        kernel = np.asarray(answer, float)
    except (TypeError, ValueError):
        raise Wrong("expected the kernel itself: an array of 3 rows of 3 numbers.") from None
    if kernel.shape != (3, 3):
        raise Wrong(f"expected 3 rows of 3 numbers, got the shape {kernel.shape}.")
    right = np.zeros((3, 3))
    right[1, 0] = 1
    if np.array_equal(kernel, right):
        return
    if np.array_equal(kernel, right[:, ::-1]):
        raise Wrong(
            "this moves the picture to the left: each pixel takes the value of its right neighbour. (ndimage.convolve would turn your kernel round; ndimage.correlate does not.)"
        )
    if np.array_equal(kernel, right.T) or np.array_equal(kernel, right[:, ::-1].T):
        raise Wrong("this moves the picture up or down: rows come first, so the middle row holds left and right.")
    if kernel.sum() != 1:
        raise Wrong(f"the numbers sum to {kernel.sum():g}: the picture's brightness would change. One 1 is enough.")
    if (kernel != 0).sum() > 1:
        raise Wrong("several neighbours count: that mixes them. Only one pixel should be taken.")
    raise Wrong("the 1 stands at another place. Which neighbour comes to a pixel, when all move to the right by one?")


@exercise(
    "2.2",
    "The mean of nine",
    hints=(
        "Nine pixels, the same weight each. What do the weights have to sum to?",
        "Convert to float first: a filter of a uint8 picture gives uint8.",
        "ndimage.correlate(image.astype(float), kernel) with nine times 1/9 mirrors the border by itself.",
    ),
    right="nine neighbours, a ninth each, in floating point.",
)
def judge_mean(answer):
    for image in grey_pictures():
        values = image.astype(float)
        expected = ndimage.uniform_filter(values, 3)
        mistakes = [
            (expected * 9, "this is the sum of the nine, not yet their mean: the weights should sum to 1."),
            (expected * 9 / 8, "divided by 8: the pixel itself is one of the nine."),
            (
                (expected * 9 - values) / 8,
                "this is the mean of the eight neighbours: the pixel in the middle counts too.",
            ),
            (ndimage.uniform_filter(image, 3), "the decimals are lost: convert to float before you filter."),
            (
                ndimage.correlate(image, np.full((3, 3), 1 / 9)),
                "the decimals are lost: convert to float before you filter.",
            ),
            (
                ndimage.uniform_filter(values, 3, mode="constant"),
                "the border is too dark: the pixels beyond it were taken for black. Mirror the picture there.",
            ),
            (ndimage.median_filter(values, 3), "this is the median of the nine; asked is their mean."),
            (ndimage.uniform_filter(values, 5), "this window has five by five pixels; asked are three by three."),
            (expected / 255, "the values go from 0 to 1; the picture's go from 0 to 255, and its mean should too."),
        ]
        compare(call(answer, image), expected, image, mistakes, 1e-3)


@exercise(
    "2.3",
    "Write a convolution",
    hints=(
        "Pad the picture by one pixel on every side (np.pad, mode='symmetric'), so that every pixel has neighbours.",
        "For each of the nine places of the kernel: total += kernel[r, c] * (a shifted part of the padded picture).",
        "A convolution turns the kernel first: kernel[::-1, ::-1].",
    ),
    right="the kernel turned by half a turn, moved over all pixels, mirrored at the border.",
)
def judge_convolution(answer):
    kernels = (np.arange(1.0, 10).reshape(3, 3), np.array([[0, -1, 0], [2, 5, -1], [0.5, -1, 0]]))
    for image in (img_as_float(picture) for picture in grey_pictures()):
        for kernel in kernels:
            expected = ndimage.convolve(image, kernel)
            border = "at the border, mirror the picture: np.pad(image, 1, mode='symmetric')."
            mistakes = [
                (
                    ndimage.correlate(image, kernel),
                    "this is the correlation: a convolution turns the kernel by half a turn first, kernel[::-1, ::-1].",
                ),
                (ndimage.correlate(image, kernel[::-1]), "the kernel's rows were turned, its columns not yet."),
                (ndimage.correlate(image, kernel[:, ::-1]), "the kernel's columns were turned, its rows not yet."),
                (ndimage.convolve(image, kernel.T), "the kernel is transposed: rows and columns are exchanged."),
                (ndimage.convolve(image, kernel, mode="constant"), f"beyond the border you took black; {border}"),
                (
                    ndimage.convolve(image, kernel, mode="mirror"),
                    "np.pad's mode 'reflect' leaves out the border pixel itself; take 'symmetric'.",
                ),
                (ndimage.convolve(image, kernel, mode="wrap"), f"np.roll brings in the other side; {border}"),
                (expected[1:-1, 1:-1], f"the outermost pixels are missing; {border}"),
            ]
            compare(call(answer, image, kernel), expected, image, mistakes, 1e-6)


@exercise(
    "2.4",
    "The weights of a Gaussian",
    hints=(
        "Distances first: np.arange(-radius, radius + 1).",
        "np.exp(-(away ** 2) / (2 * sigma ** 2)). What do these numbers sum to?",
        "Divide them by their sum, so that flat parts of a picture keep their brightness.",
    ),
    right="a bell of 2 radius + 1 weights that sum to 1.",
)
def judge_weights(answer):
    for sigma, radius in ((1.5, 4), (0.7, 3), (3.0, 5)):
        away = np.arange(-radius, radius + 1)
        bell = np.exp(-(away**2) / (2 * sigma**2))
        given = as_array(call(answer, sigma, radius))

        def normal(power):
            return np.exp(power) / np.exp(power).sum()

        if given.ndim == 2:
            raise Wrong("this is the square kernel; asked are the weights along one line.")
        if given.shape in ((2 * radius,), (radius,), (radius + 1,)):
            raise Wrong(
                f"{given.size} weights: asked are {2 * radius + 1}, from -radius to +radius, the middle included. The stop of arange is not."
            )
        mistakes = [
            (bell, "the shape is right, the sum is not 1: flat parts of a picture would change their brightness."),
            (
                bell / (sigma * np.sqrt(2 * np.pi)),
                "the formula's factor makes the sum nearly 1; divide by the sum itself.",
            ),
            (normal(-(away**2) / sigma**2), "the 2 is missing: the exponent is -away² / (2 sigma²)."),
            (normal(-(away**2) / (2 * sigma)), "sigma has to be squared in the exponent."),
            (normal(-np.abs(away) / (2 * sigma**2)), "the distance has to be squared in the exponent."),
            (normal(away**2 / (2 * sigma**2)), "the weights grow outwards: the exponent needs a minus."),
            (np.full(away.size, 1 / away.size), "these weights are all alike: that is the mean."),
        ]
        compare(given, bell / bell.sum(), given[np.newaxis], mistakes, 1e-6)


@exercise(
    "2.5",
    "Smooth a colour picture",
    hints=(
        "filters.gaussian has a parameter that says where the colours lie.",
        "The colours lie along the last axis: -1.",
        "filters.gaussian(image, sigma, channel_axis=-1).",
    ),
    right="each colour by itself, from 0 to 1.",
)
def judge_colour(answer):
    for image in colour_pictures():
        for sigma in (1.0, 2.5):
            expected = gaussian(image, sigma, channel_axis=-1)
            reflected = gaussian(image, sigma, channel_axis=-1, mode="reflect")
            mixed = ndimage.gaussian_filter(img_as_float(image), sigma, mode="nearest")
            grey = gaussian(rgb2gray(image), sigma)
            mistakes = [
                (mixed, "red, green and blue ran into each other: say with channel_axis where the colours lie."),
                (img_as_float(image), "this is the picture as it was."),
                (grey, "this is grey; the colours should stay."),
                (np.stack([grey] * 3, axis=-1), "all three channels are alike: this is grey; the colours should stay."),
                (expected * 255, "the values go from 0 to 255; asked are floats from 0 to 1."),
                (gaussian(image, sigma**2, channel_axis=-1), "sigma is the standard deviation: do not square it.")
                if sigma != 1
                else (gaussian(image, 2.0, channel_axis=-1), "smoothed too much: use the sigma that is given."),
                (
                    gaussian(image, 1.0, channel_axis=-1),
                    "the sigma that is given was not used: gaussian's default is 1.",
                ),
            ]
            either(call(answer, image, sigma), (expected, reflected), image, mistakes)
