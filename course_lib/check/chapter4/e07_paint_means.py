"""4.7: each piece is painted in its mean colour."""

import numpy as np

from ... import color, measure
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from .e01_piece_sizes import random_labels


def pictures_and_labels():
    for seed, count in ((55, 4), (56, 6)):
        labels = random_labels(seed, count)
        labels[labels == 2] = count  # a gap
        labels[4, 7] = count + 1  # a piece of one pixel
        yield np.random.default_rng(seed).random((9, 13, 3)), labels


ex = exercise(
    "4.7",
    "Paint each piece in its mean",
    cases=pictures_and_labels,
    compare=Arrays(tolerance=1e-6),
    hints=(
        "A loop over the labels would do: which pixels have this label, and what is their mean over axis 0?",
        "Faster: np.bincount(labels.ravel(), channel.ravel()) sums a channel for all labels at once.",
        "means[labels] paints: a table with a row for each label, indexed by the picture of labels.",
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
ex.slip("each piece has the colour of its first pixel; take the mean of all.", painted(lambda pixels: pixels[0]))
ex.slip(
    "pixels with the same label got different colours: one label has one mean, wherever its pixels are.",
    lambda image, labels: paint_means(image, measure.label(labels, background=-1)),
)
ex.slip(
    "the whole picture has one colour: choose by label.",
    lambda image, labels: np.broadcast_to(image.mean(axis=(0, 1)), image.shape),
)
ex.slip("this is the picture as it came.", lambda image, labels: image)

SCALE = "expected floats from 0 to 1, as the picture has them."
ex.slip(SCALE, lambda image, labels: 255 * paint_means(image, labels))
ex.slip(SCALE, lambda image, labels: (255 * paint_means(image, labels)).astype(np.uint8))
ex.slip(SCALE, lambda image, labels: (255 * paint_means(image, labels)).round().astype(np.uint8))

ex.slip(
    "one number for each pixel came back; asked is a colour picture.",
    lambda image, labels: paint_means(image, labels)[..., 0],
    by_shape=True,
)

ex.wrong("differ", painted(lambda pixels: pixels.mean(axis=0) if len(pixels) > 1 else 0))
