"""Chapter 4, exercises 4.1, 4.2, 4.7 and 4.8: labels, a colour threshold, boundaries. Each judge is one exercise."""

import numpy as np
from scipy import ndimage

from .. import data
from ..measure import label
from ..segmentation import find_boundaries
from .legacy import call, compare, exercise
from .pictures import random_colour
from .shaped import compare_shaped, whole


def random_labels(seed, count, shape=(9, 13)):
    """Return labels in blocks, so that pieces have insides, boundaries, and corners that touch."""
    rng = np.random.default_rng(seed)
    small = rng.integers(0, count, (-(-shape[0] // 2), -(-shape[1] // 3)))
    return small.repeat(2, axis=0).repeat(3, axis=1)[: shape[0], : shape[1]]


@exercise(
    "4.1",
    "How large is each piece?",
    hints=(
        "You want to count how often each whole number occurs.",
        "np.unique leaves out labels that do not occur. There is a function that counts from 0 without gaps.",
        "np.bincount(labels.ravel()): it takes one row of numbers, so the picture is laid out with ravel.",
    ),
    right="the table has a place for every label, and its sum is the number of pixels.",
)
def judge_sizes(answer):
    first, gap = random_labels(41, 5), random_labels(42, 7, (11, 8))
    gap[gap == 3] = 5
    gap[0, 0] = 6
    large = random_labels(40, 2, (30, 24))  # more pixels of a label than fit into uint8
    for labels in (first, gap, first.astype(np.uint8) + np.uint8(1), large):
        expected = np.bincount(labels.ravel())
        given = whole(call(answer, labels))
        bins = "np.histogram's bins have to be told: "
        mistakes = [
            (expected[1:], "label 0 is missing: it is a piece like the others here."),
            (expected[expected > 0], "a label that does not occur has dropped out: it should stand there with 0."),
            (expected[:-1], "the last label is missing: from 0 to the largest there is one more than its number."),
            (np.sort(expected), "sorted by size: leave them in the order of the labels."),
            (np.sort(expected)[::-1], "sorted by size: leave them in the order of the labels."),
            (expected / labels.size, "these are shares; asked are numbers of pixels."),
            (np.bincount(labels.ravel(), labels.ravel()), "the labels themselves were added up; count the pixels."),
            (np.histogram(labels)[0], bins + "unless it is told, it makes ten. Here each label has one of its own."),
            (np.histogram(labels, len(expected))[0], bins + "they begin at the smallest label that occurs, not at 0."),
            (np.histogram(labels, np.arange(len(expected)))[0], bins + "their edges are one more than they are."),
            (expected.astype(np.uint8), "uint8 ends at 255: larger numbers of pixels wrapped round."),
        ]
        if given.ndim == 1:  # what a fixed number of labels gives: cut off, or filled up with 0
            fixed = np.bincount(labels.ravel(), minlength=len(given))[: len(given)]
            mistakes.append(
                (
                    fixed,
                    "how many labels there are differs from picture to picture: look for the largest one that occurs.",
                )
            )
        told = [
            (labels.shape, "what came back is as large as the picture: one number for each label is asked for."),
            (
                (2, np.count_nonzero(expected)),
                "two rows came back, labels and numbers: the numbers alone are asked for.",
            ),
        ]
        compare_shaped(given, expected, labels, mistakes, told)


@exercise(
    "4.2",
    "A threshold on colour",
    hints=(
        "Two comparisons, joined with &: green against red, green against blue.",
        "What is 10 - 20 in uint8? Convert to int before you subtract.",
        "g = image.astype(int)[..., 1], and so on; then (g - r >= margin) & (g - b >= margin).",
    ),
    right="both comparisons, in numbers that can be negative.",
)
def judge_green(answer):
    for seed, margin in ((43, 30), (44, 60), (None, 25)):
        image = data.load("dice")[100:180:4, 90:210:4] if seed is None else random_colour(seed, (14, 17))
        image = image.copy()
        image[0, :3] = [[90, 90 + margin, 90], [90, 89 + margin, 10], [0, margin, 1]]
        red, green, blue = np.moveaxis(image.astype(int), -1, 0)
        over_red, over_blue = green - red >= margin, green - blue >= margin
        expected = over_red & over_blue
        r, g, b = np.moveaxis(image, -1, 0)
        small = np.moveaxis(image.astype(np.int8), -1, 0)
        step = np.uint8(margin)
        mistakes = [
            (~expected, "inverted: True should mark what is green."),
            ((g - r >= margin) & (g - b >= margin), "uint8 cannot be negative: 10 - 20 wrapped round to 246."),
            (g - np.maximum(r, b) >= margin, "uint8 cannot be negative: 10 - 20 wrapped round to 246."),
            ((g >= r + step) & (g >= b + step), "uint8 ends at 255: 250 + 30 wrapped round to 24."),
            (g >= np.maximum(r, b) + step, "uint8 ends at 255: 250 + 30 wrapped round to 24."),
            ((small[1] - small[0] >= margin) & (small[1] - small[2] >= margin), "int8 ends at 127: take int."),
            ((abs(green - red) >= margin) & (abs(green - blue) >= margin), "too much is marked: a green far below red differs by the margin as well, but is not above it."),
            ((green - red > margin) & (green - blue > margin), "exactly the margin should count as well."),
            (over_red, "green was compared with red alone: a turquoise passes."),
            (over_blue, "green was compared with blue alone: a yellow passes."),
            (over_red | over_blue, "one of the two is enough for your mask: both are asked for, so &."),
            (green - (red + blue) / 2 >= margin, "green was compared with the mean of red and blue: each of them counts alone."),
            (green - red - blue >= margin, "red and blue were both taken off: green is compared with each of them alone."),
            (green >= margin, "this asks how strong green is; asked is how far it is above red and blue."),
            (image.argmax(axis=-1) == 1, "green is the strongest in your mask, by however little: where does the margin come in?"),
            ((red - green >= margin) & (red - blue >= margin), "this marks what is red: the channels are red, green, blue."),
            ((blue - red >= margin) & (blue - green >= margin), "this marks what is blue: the channels are red, green, blue."),
            ((red - green >= margin) & (blue - green >= margin), "the subtraction is the wrong way round: green minus the others."),
            (np.zeros_like(expected), "nothing is marked: is the picture still on the margin's scale, 0 to 255?"),
        ]  # fmt: skip
        lead = np.minimum(green - red, green - blue)
        mistakes += [(lead >= n, "this is right for another margin: take the one that is given.") for n in range(99)]
        told = [(image.shape, "this mask still has channels: one True or False for each pixel.")]
        compare_shaped(call(answer, image, margin), expected, image, mistakes, told)


@exercise(
    "4.7",
    "Paint each piece in its mean",
    hints=(
        "A loop over the labels would do: which pixels have this label, and what is their mean over axis 0?",
        "Faster: np.bincount(labels.ravel(), channel.ravel()) sums a channel for all labels at once.",
        "means[labels] paints: a table with a row for each label, indexed by the picture of labels.",
    ),
    right="every piece in the mean of its pixels, the one with the number 0 too.",
)
def judge_paint(answer):
    for seed, count in ((55, 4), (56, 6)):
        image = np.random.default_rng(seed).random((9, 13, 3))
        labels = random_labels(seed, count)
        labels[labels == 2] = count  # a gap
        expected = painted_by(image, labels, lambda pixels: pixels.mean(axis=0))
        apart = painted_by(image, label(labels, background=-1), lambda pixels: pixels.mean(axis=0))
        one_colour = np.broadcast_to(image.mean(axis=(0, 1)), image.shape)
        scale = "expected floats from 0 to 1, as the picture has them."
        mistakes = [
            (np.where(labels[..., np.newaxis] == 0, 0, expected), "label 0 went black: it is a piece like the others."),
            (painted_by(image, labels, lambda pixels: pixels.sum(axis=0)), "these are sums: divide by the number of pixels."),
            (painted_by(image, labels, lambda pixels: pixels.sum(axis=0)) / labels.size, "the sums were divided by the number of all pixels; each piece has its own number."),
            (painted_by(image, labels, np.mean), "the pieces are grey: take the mean for each channel, axis=0."),
            (painted_by(image, labels, lambda pixels: np.median(pixels, axis=0)), "these are medians; asked are means."),
            (painted_by(image, labels, lambda pixels: pixels[0]), "each piece has the colour of its first pixel; take the mean of all."),
            (apart, "pixels with the same label got different colours: one label has one mean, wherever its pixels are."),
            (one_colour, "the whole picture has one colour: choose by label."),
            (image, "this is the picture as it came."),
            (expected * 255, scale),
            ((expected * 255).astype(np.uint8), scale),
            ((expected * 255).round().astype(np.uint8), scale),
        ]  # fmt: skip
        told = [(labels.shape, "one number for each pixel came back; asked is a colour picture.")]
        compare_shaped(call(answer, image, labels), expected, image, mistakes, told, tolerance=1e-6)


def painted_by(image, labels, measure):
    """Return a picture in which each pixel has what is measured of the pixels with its label."""
    result = np.zeros(image.shape)
    for number in np.unique(labels):
        result[labels == number] = measure(image[labels == number])
    return result


@exercise(
    "4.8",
    "Where labels change",
    hints=(
        "labels[:, 1:] != labels[:, :-1] compares each pixel with its left neighbour.",
        "Where two neighbours differ, both belong to the boundary: mark mask[:, 1:] and mask[:, :-1].",
        "The same for rows. |= adds to what is marked already.",
    ),
    right="both sides of every change, across and down, and none across a corner.",
)
def judge_boundary(answer):
    third = np.zeros((8, 10), int)
    third[:, -1], third[-1], third[2:4, 2:5], third[5, 6] = 7, 7, 256, 9  # 256 is 0 in uint8; 9 is one pixel
    for labels in (random_labels(57, 4), random_labels(58, 3, (12, 7)), third, np.full((4, 5), 3)):
        expected = find_boundaries(labels)
        across, down = labels[:, 1:] != labels[:, :-1], labels[1:] != labels[:-1]
        first, second, horizontal, vertical = (np.zeros(labels.shape, bool) for _ in range(4))
        first[:, :-1] |= across
        first[:-1] |= down
        second[:, 1:] |= across
        second[1:] |= down
        horizontal[:, 1:] |= across
        horizontal[:, :-1] |= across
        vertical[1:] |= down
        vertical[:-1] |= down
        rolled = np.any([np.roll(labels, by, axis) != labels for by in (-1, 1) for axis in (0, 1)], axis=0)
        inside = expected.copy()
        inside[[0, -1]] = inside[:, [0, -1]] = False
        one_side = "one side of each change only: both pixels of a differing pair belong to the boundary."
        mistakes = [
            (~expected, "inverted: True should mark the boundary."),
            (first, one_side),
            (second, one_side),
            (find_boundaries(labels, mode="inner"), one_side),
            (find_boundaries(labels, mode="outer"), one_side),
            (horizontal, "changes from row to row are missing."),
            (vertical, "changes from column to column are missing."),
            (find_boundaries(labels, connectivity=2), "pixels that meet at a corner only do not count here."),
            (rolled, "np.roll brings the last row and column to the other side, where they are no neighbours."),
            (find_boundaries(labels.astype(np.uint8)), "uint8 ends at 255: a label of 256 became 0."),
            (np.any(np.array(np.gradient(labels)) != 0, axis=0), "the neighbours on both sides were compared with each other, and a piece one pixel wide is missed."),
            (ndimage.laplace(labels) != 0, "differences to several neighbours were added up, where they can cancel out: look at each neighbour alone."),
            (inside, "the border of the picture is left out: pixels there have neighbours, too."),
        ]  # fmt: skip
        compare(call(answer, labels), expected, labels, mistakes)
