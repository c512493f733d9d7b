"""4.7: each piece is painted in its mean colour."""

import numpy as np
from scipy import ndimage

from ... import color, measure
from ..described import counted
from ..exercise import exercise
from ..later import skimage
from .e01_piece_sizes import random_labels
from .told import Told, few


def pictures_and_labels():
    for seed, count in ((55, 4), (56, 6)):
        labels = random_labels(seed, count)
        labels[labels == 2] = count  # a gap
        labels[4, 7] = count + 1  # a piece of one pixel
        yield np.random.default_rng(seed).random((9, 13, 3)), labels
    yield np.random.default_rng(57).random((2, 5, 3)), np.array([[0, 1, 1, 0, 2], [2, 0, 1, 2, 2]], np.uint8)
    yield np.random.default_rng(58).random((4, 3, 3)), np.full((4, 3), 2)


def one_piece(where, given, expected, image, labels):
    r, c = where[:2]
    number, count = labels[r, c], int((labels == labels[r, c]).sum())
    return f"the piece with label {number} has {counted(count, 'pixel')} and the mean {few(expected[r, c])}; in row {r}, column {c} you give {few(given[r, c])}."


ex = exercise(
    "4.7",
    "Paint each piece in its mean",
    cases=pictures_and_labels,
    compare=Told(tolerance=1e-6, say=one_piece),
    hints=(
        "Which pixels have the label k, and what is their mean colour? And how do you give it to all of them?",
        "In a loop over np.unique(labels): image[labels == k] has a colour in each row, and result[labels == k] can be set.",
        "result = np.zeros(image.shape); in the loop result[labels == k] = image[labels == k].mean(axis=0).",
    ),
    right="every piece in the mean of its pixels, the one with the number 0 too.",
)


@ex.right
def paint_means(image, labels):
    flat = labels.ravel()
    sums = [np.bincount(flat, image[..., c].ravel()) for c in range(3)]
    means = np.stack(sums, axis=-1) / np.maximum(np.bincount(flat), 1)[:, np.newaxis]
    return means[labels]


def painted(measure):
    """Return an answer that paints each piece in what is measured of its pixels."""

    def answer(image, labels):
        result = np.zeros(image.shape)
        for k in np.unique(labels):
            result[labels == k] = measure(image[labels == k])
        return result

    return answer


ex.right(painted(lambda pixels: pixels.mean(axis=0)))
ex.right(lambda image, labels: paint_means(image, labels).astype(np.float32))
ex.right(lambda image, labels: color.label2rgb(labels, image, kind="avg", bg_label=-1))
ex.right(lambda image, labels: skimage.color.label2rgb(labels, image, kind="avg", bg_label=-1))

ex.slip(
    "label 0 went black: it is a piece like the others.",
    lambda image, labels: color.label2rgb(labels, image, kind="avg"),
)
ex.slip("these are sums: divide by the number of pixels.", painted(lambda pixels: pixels.sum(axis=0)))
ex.slip(
    "the sums were divided by the number of all pixels; each piece has its own number.",
    lambda image, labels: painted(lambda pixels: pixels.sum(axis=0) / labels.size)(image, labels),
)
ex.slip("the pieces are grey: take the mean for each channel, axis=0.", painted(np.mean))
ex.slip("these are medians; asked are means.", painted(lambda pixels: np.median(pixels, axis=0)))
for joined in (1, 2):
    ex.slip(
        "pixels with the same label got different colours: one label has one mean, wherever its pixels are.",
        lambda image, labels, joined=joined: paint_means(
            image, measure.label(labels, background=-1, connectivity=joined)
        ),
    )
ex.slip(
    "the whole picture has one colour: choose by label.",
    lambda image, labels: np.broadcast_to(image.mean(axis=(0, 1)), image.shape),
)
ex.slip("this is the picture as it came.", lambda image, labels: image)

ONE = "a piece of one pixel has a mean as well: that pixel."
ex.slip(ONE, painted(lambda pixels: pixels.mean(axis=0) if len(pixels) > 1 else 0))
ex.slip(
    "the mean divides by the number of pixels, not by one less.",
    painted(lambda pixels: pixels.sum(axis=0) / max(len(pixels) - 1, 1)),
)
ex.slip("each piece has the colour of its first pixel; take the mean of all.", painted(lambda pixels: pixels[0]))
ex.slip("each piece has the colour of its last pixel; take the mean of all.", painted(lambda pixels: pixels[-1]))
ex.slip("each piece has its largest values; take the mean.", painted(lambda pixels: pixels.max(axis=0)))
ex.slip("each piece has its least values; take the mean.", painted(lambda pixels: pixels.min(axis=0)))
ex.slip(
    "each pixel became grey, of its own three channels: the mean goes over the pixels of a piece, axis=0.",
    lambda image, labels: image.mean(axis=2, keepdims=True) + 0 * image,
)
ex.slip(
    "halfway from the least to the largest value; take the mean.",
    painted(lambda p: (p.min(axis=0) + p.max(axis=0)) / 2),
)
ex.slip("two channels became the same: each has a mean of its own.", painted(lambda p: p.mean(axis=0)[[0, 1, 1]]))
ex.slip("two channels became the same: each has a mean of its own.", painted(lambda p: p.mean(axis=0)[[0, 0, 2]]))
ex.slip(
    "each piece has the mean of all the others: choose with ==.",
    lambda image, labels: np.array(
        [[image[labels != k].mean(axis=0) if (labels != k).any() else 0 * image[0, 0] for k in row] for row in labels]
    ),
)
ex.slip(
    "these are the labels, as grey: asked are the picture's own colours, in the mean.",
    lambda image, labels: np.repeat((labels / labels.max())[..., np.newaxis], 3, axis=2),
)
ex.slip("the squares were averaged; take the mean.", painted(lambda pixels: np.sqrt((pixels**2).mean(axis=0))))
ex.slip("these are standard deviations; asked are means.", painted(lambda pixels: pixels.std(axis=0)))


@ex.slip("each piece has the colour of the pixel in its middle; take the mean of all.")
def middle_pixel(image, labels):
    middles = {k: tuple(np.argwhere(labels == k).mean(axis=0).astype(int)) for k in np.unique(labels)}
    return np.array([[image[middles[k]] for k in row] for row in labels])


for c in range(3):
    ex.slip(
        "all three channels became the same: each has a mean of its own.",
        painted(lambda pixels, c=c: pixels[:, c].mean()),
    )
for digits in (1, 2):
    ex.slip(
        "rounded: leave the means as they come.",
        painted(lambda pixels, digits=digits: pixels.mean(axis=0).round(digits)),
    )
ex.slip("red and blue are exchanged.", painted(lambda pixels: pixels.mean(axis=0)[::-1]))
ex.slip(
    "cut to whole numbers: floats from 0 to 1 became 0. Is your array one of int, as zeros_like(labels) is?",
    lambda image, labels: np.zeros(image.shape, int),
)
STRONG = "colours were laid over the picture, one for each label; asked is the mean of the picture's own."
ex.slip(STRONG, lambda image, labels: color.label2rgb(labels, image))
ex.slip(STRONG, lambda image, labels: color.label2rgb(labels))
ex.slip(STRONG, lambda image, labels: color.label2rgb(labels, image, bg_label=-1))


def all_but(left_out, ground=np.zeros_like):
    """Return an answer that does not paint the pieces with the labels left out."""

    def answer(image, labels):
        keep = ~np.isin(labels, left_out(labels))
        return np.where(keep[..., np.newaxis], paint_means(image, labels), ground(image))

    return answer


LAST = "the last label is not painted: from 0 to the largest there is one more than its number."
ex.slip(LAST, all_but(lambda labels: labels.max()))
ex.slip(LAST, all_but(lambda labels: labels.max(), np.copy))
FIRST = "the least label is not painted: np.unique gives all that occur, and [1:] leaves one out."
for ground in (np.zeros_like, np.ones_like, np.copy):
    ex.slip(FIRST, all_but(lambda labels: labels.min(), ground))
ex.slip(LAST, all_but(lambda labels: labels.max(), np.ones_like))
NOUGHT = "label 0 is not painted: it is a piece like the others."
ex.slip(NOUGHT, all_but(lambda labels: 0, np.copy))
ex.slip(NOUGHT, all_but(lambda labels: 0, np.ones_like))
ex.slip(
    "only the first label is painted: does return stand inside the loop?",
    all_but(lambda labels: np.arange(labels.min() + 1, labels.max() + 1)),
)
ex.slip(
    "only the first label is painted: does return stand inside the loop?",
    all_but(lambda labels: np.arange(labels.min() + 1, labels.max() + 1), np.copy),
)
ex.slip(
    "only the last label is painted: is the result made anew in each round?",
    all_but(lambda labels: np.arange(labels.max())),
)

SCALE = "expected floats from 0 to 1, as the picture has them."
ex.slip(SCALE, lambda image, labels: 255 * paint_means(image, labels))
ex.slip(SCALE, lambda image, labels: (255 * paint_means(image, labels)).astype(np.uint8))
ex.slip(SCALE, lambda image, labels: (255 * paint_means(image, labels)).round().astype(np.uint8))

ex.slip(
    SCALE + " (Whole numbers, as uint8 has them, are rounded.)",
    lambda image, labels: color.label2rgb(labels, (255 * image).astype(np.uint8), kind="avg", bg_label=-1),
)
ex.slip(
    "rounded to 256 levels: leave floats as they are.",
    lambda image, labels: color.label2rgb(labels, (255 * image).astype(np.uint8), kind="avg", bg_label=-1) / 255,
)
ex.slip(
    "rounded to 256 levels: leave floats as they are.",
    lambda image, labels: paint_means((255 * image).astype(np.uint8) / 255, labels),
)
ex.slip(
    "the mean of each pixel's surroundings was taken: the mean of all pixels with its label is asked for.",
    lambda image, labels: ndimage.uniform_filter(image, (3, 3, 1)),
)
ex.slip(
    "all pixels lie in one row: give them the rows and columns of the picture (np.unique's inverse needs reshape).",
    lambda image, labels: image.reshape(-1, 3),
    by_shape=True,
)
ex.slip(
    "one number for each pixel came back; asked is a colour picture.",
    lambda image, labels: paint_means(image, labels)[..., 0],
    by_shape=True,
)
ex.slip(
    "this is the table of the means, a row for each label: means[labels] paints with it.",
    lambda image, labels: np.array([image[labels == k].mean(axis=0) for k in range(labels.max() + 1)]),
    by_shape=True,
)
ex.slip(
    "this is the table of the means, a row for each label that occurs: give each pixel the row of its label.",
    lambda image, labels: np.array([image[labels == k].mean(axis=0) for k in np.unique(labels)]),
    by_shape=True,
)

ex.wrong("the piece with label", painted(lambda pixels: np.exp(np.log(pixels).mean(axis=0))))
ex.slip("the labels were numbered anew by measure.label, each connected part by itself: one label is one piece.")(
    lambda image, labels: paint_means(image, measure.label(labels))
)


@ex.slip("a table of the labels that occur has no row for those that do not: label 5 need not stand in row 5.")
def rows_of_the_table(image, labels):
    means = np.array([image[labels == k].mean(axis=0) for k in np.unique(labels)])
    return means[np.minimum(labels, len(means) - 1)]
