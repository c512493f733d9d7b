"""3.8: the strength of the noise, from the median of the finest details."""

import numpy as np
import scipy  # scipy.stats, which takes a second to load, is loaded when it is asked for

from ... import data, restoration
from ..compare import Numbers
from ..exercise import exercise


def noisy_photographs():
    """Return a photograph with noise of two strengths, and with bright specks: large details among the small ones.

    The number of blocks is odd: their median is one of the details, however it is taken.
    """
    for seed, sigma, more in ((42, 0.02, 0), (43, 0.1, 4)):
        clean = data.camera()[20:178, 20 : 258 + more] / 255
        specks = np.random.default_rng(1).random((60, 238 + more)) > 0.98
        clean[::2][:60][specks] = 1
        yield clean + np.random.default_rng(seed).normal(0, sigma, clean.shape)


ex = exercise(
    "3.8",
    "How strong is the noise?",
    cases=noisy_photographs,
    compare=Numbers(share=1e-4),
    hints=(
        "Each block has four pixels. How do you get all the a of all blocks at once, as one small picture?",
        "Slices with a step: a = image[::2, ::2], b = image[::2, 1::2], and so on. The details (a - b - c + d) / 2 are "
        "near 0 on plain ground and along straight edges, and have the noise's own standard deviation.",
        "Half of a bell curve lies within 0.6745 standard deviations: np.median(np.abs(details)) / 0.6745.",
    ),
    right="the median listens to the many small details, which are noise, and not to the few large ones.",
)


@ex.right
def noise_sigma(image):
    a, b, c, d = image[::2, ::2], image[::2, 1::2], image[1::2, ::2], image[1::2, 1::2]
    return np.median(np.abs(a - b - c + d) / 2) / 0.6745


ex.right(restoration.estimate_sigma)


@ex.right
def sorted_by_hand(image):
    size = sorted(abs(details(image)).ravel())
    return size[len(size) // 2] / 0.6745


@ex.read
def either_estimate(given, image):
    """Take the library's estimate for the one asked for: it uses longer wavelets than 2 x 2, and is as good."""
    is_librarys = isinstance(given, float | np.floating) and np.isclose(
        given, restoration.estimate_sigma(image), rtol=1e-6
    )
    return noise_sigma(image) if is_librarys else given


def blocks(image):
    """Return the pixels a, b, c, d of each block."""
    return image[::2, ::2], image[::2, 1::2], image[1::2, ::2], image[1::2, 1::2]


def combined(a, b, c, d):
    return (a - b - c + d) / 2


def details(image):
    return combined(*blocks(image))


def overlapping(image):
    """Return the detail of the 2 x 2 window at every pixel but the last ones."""
    return (image[:-1, :-1] - image[:-1, 1:] - image[1:, :-1] + image[1:, 1:]) / 2


def median_size(numbers):
    return np.median(np.abs(numbers))


ex.slip(
    "near, but the blocks overlap: image[:-1, :-1] and image[1:, 1:] put a pixel into four blocks. "
    "Cut the picture: each pixel belongs to one block, image[::2, ::2] and so on.",
    lambda image: median_size(overlapping(image)) / 0.6745,
)
ex.slip(
    "the first block begins at the first row and column, not at the second.",
    lambda image: median_size(overlapping(image)[1::2, 1::2]) / 0.6745,
)
ex.slip("this is the spread of the whole picture, and most of it is picture, not noise.", np.std)
OF_THE_PICTURE = "this is the median of the picture itself, and most of it is picture, not noise: take the details."
ex.slip(OF_THE_PICTURE, lambda image: median_size(image - np.median(image)) / 0.6745)
ex.slip(
    "the standard deviation listens to the few large details, which are edges: take the median.",
    lambda image: details(image).std(),
)
for factor in (1 / 0.6745, 0.6745):
    ex.slip(
        "the standard deviation listens to the few large details, which are edges: take the median.",
        lambda image, factor=factor: details(image).std() * factor,
    )
ex.slip(
    "this is the variance of the details: it listens to the few large ones, and is a square. Take the median of their sizes.",
    lambda image: details(image).var(),
)
ex.slip(
    "the mean listens to the few large details, which are edges: take the median.",
    lambda image: np.abs(details(image)).mean(),
)
for factor in (1 / 0.6745, 0.6745, np.sqrt(np.pi / 2)):
    ex.slip(
        "the mean listens to the few large details, which are edges: take the median.",
        lambda image, factor=factor: np.abs(details(image)).mean() * factor,
    )
ex.slip("the median of |d| is 0.6745 standard deviations: divide by that.", lambda image: median_size(details(image)))
ex.slip("divide by 0.6745; you multiplied.", lambda image: median_size(details(image)) * 0.6745)
ex.slip(
    "twice too much: a difference of four pixels has twice their standard deviation.",
    lambda image: 2 * noise_sigma(image),
)
ex.slip(
    "half: four pixels have twice the standard deviation of one, so divide by 2, not by 4.",
    lambda image: noise_sigma(image) / 2,
)
ex.slip(
    "the details are not halved, and the median is not divided by 0.6745.",
    lambda image: 2 * median_size(details(image)),
)
ex.slip(
    "details are negative as often as positive: take their size, np.abs, first.",
    lambda image: np.median(details(image)) / 0.6745,
)
for b, c, d in ((-1, 1, -1), (1, -1, -1), (1, 1, 1), (-1, -1, -1), (1, 1, -1), (-1, 1, 1), (1, -1, 1)):
    ex.slip(
        "look at the signs: the pixels of one diagonal count plus, the others minus, (a - b - c + d) / 2.",
        lambda image, b=b, c=c, d=d: (
            median_size(image[::2, ::2] + b * image[::2, 1::2] + c * image[1::2, ::2] + d * image[1::2, 1::2])
            / (2 * 0.6745)
        ),
    )
for formula in (
    lambda a, b, c, d: (a - b) / 2,
    lambda a, b, c, d: (a - b) / 2**0.5,
    lambda a, b, c, d: a - b,
    lambda a, b, c, d: (a - c) / 2,
    lambda a, b, c, d: (a - d) / 2,
    lambda a, b, c, d: a - d,
):
    ex.slip(
        "only two pixels of each block were used: edges are in their difference. All four count, (a - b - c + d) / 2.",
        lambda image, formula=formula: median_size(formula(*blocks(image))) / 0.6745,
    )
for across in (
    lambda image: image[::2] - image[1::2],
    lambda image: (image[::2] - image[1::2]) / 2,
    lambda image: image[:, ::2] - image[:, 1::2],
    lambda image: (image[:, ::2] - image[:, 1::2]) / 2,
    lambda image: np.diff(image, axis=0),
    lambda image: np.diff(image, axis=1),
):
    ex.slip(
        "only two pixels at a time were used: edges are in their difference. All four of a block count, (a - b - c + d) / 2.",
        lambda image, across=across: median_size(across(image)) / 0.6745,
    )
ex.slip(
    "brackets: only d was halved. (a - b - c + d) / 2.",
    lambda image: median_size(combined(*blocks(image)) * 2 - blocks(image)[3] / 2) / 0.6745,
)
ex.slip(
    "the differences overlap, and are not halved: cut the picture in blocks, image[::2, ::2] and so on.",
    lambda image: 2 * median_size(overlapping(image)) / 0.6745,
)
ex.slip(
    "these are the squares of the details; asked is their size.",
    lambda image: np.median(details(image) ** 2) / 0.6745,
)
ex.slip(
    "details are negative as often as positive: take their size, np.abs, before the median.",
    lambda image: abs(np.median(details(image))) / 0.6745,
)
ex.slip(OF_THE_PICTURE, lambda image: median_size(image) / 0.6745)
ex.slip("a root too many.", lambda image: np.sqrt(noise_sigma(image)))
ex.slip(
    "twice too much, and multiplied by 0.6745: halve the details, and divide their median.",
    lambda image: 2 * median_size(details(image)) * 0.6745,
)
ex.slip(
    "this is the median of the positive details alone: take the size of all.",
    lambda image: np.median(details(image)[details(image) > 0]) / 0.6745,
)
for axis in (0, 1):
    ex.slip(
        "this is the mean of one median for each row or column; asked is one median of all.",
        lambda image, axis=axis: np.median(np.abs(details(image)), axis=axis).mean() / 0.6745,
    )
ex.slip("divided by 0.6745 twice.", lambda image: noise_sigma(image) / 0.6745)
ex.slip("the number is 0.6745, not 0.6475.", lambda image: median_size(details(image)) / 0.6475)
ex.slip(
    "0.6745 is no percentile: take the median, which is percentile 50, and divide by 0.6745.",
    lambda image: np.percentile(np.abs(details(image)), 67.45),
)
ex.slip(
    "these are the means of the blocks, which hold the picture; its finest detail is (a - b - c + d) / 2.",
    lambda image: median_size(sum(blocks(image)) / 4) / 0.6745,
)
ex.slip(
    "these are the four quarters of the picture; a block is 2 x 2 pixels: slices with a step, image[::2, ::2].",
    lambda image: (
        median_size(combined(*(part for half in np.split(image, 2) for part in np.split(half, 2, 1)))) / 0.6745
    ),
)
ex.slip("this is the variance; asked is the standard deviation.", lambda image: noise_sigma(image) ** 2)
ex.slip(
    "these are the squares' mean and its root: they listen to the few large details, which are edges. Take the median.",
    lambda image: np.sqrt(np.mean(details(image) ** 2)) / 0.6745,
)
CENTRED = "the median of the details was taken off them first; asked is the median of their sizes."
ex.slip(CENTRED, lambda image: median_size(details(image) - np.median(details(image))) / 0.6745)
ex.slip(CENTRED, lambda image: scipy.stats.median_abs_deviation(details(image), axis=None, scale="normal"))
ex.slip("// rounds down to whole numbers: divide with /.", lambda image: median_size(2 * details(image) // 2) / 0.6745)
ex.slip(
    "this is the largest detail, an edge; asked is the median.", lambda image: np.abs(details(image)).max() / 0.6745
)
ex.slip(
    "the details were divided by 4 and the median by nothing: it is / 2, and then / 0.6745.",
    lambda image: median_size(details(image)) / 2,
)
ex.slip(
    "the picture was scaled to 0 to 255 first; asked is the noise in its own numbers.",
    lambda image: 255 * noise_sigma(image),
)
ex.slip("the sizes of two differences were added: first (a - b - c + d) / 2 with its signs, and the size of that.")(
    lambda image: median_size((lambda a, b, c, d: (abs(a - b) + abs(c - d)) / 2)(*blocks(image))) / 0.6745
)


@ex.slip("the last blocks are missing: range ends before its stop, so range(0, rows, 2).")
def without_the_last(image):
    return noise_sigma(image[:-2, :-2])
