"""Chapter 4, exercises 4.1 to 4.8: labels, colours, superpixels, boundaries. Each judge is one exercise."""

import numpy as np

from .. import data
from ..segmentation import find_boundaries
from .engine import Wrong, as_array, call, compare, exercise
from .pictures import random_colour


def whole(given):
    """Return an answer of whole numbers as int64, whatever type of number it came in."""
    array = as_array(given)
    is_whole = array.dtype.kind in "ui" or (array.dtype.kind == "f" and np.array_equal(array, np.rint(array)))
    return array.astype(np.int64) if is_whole else array


def random_labels(seed, count, shape=(9, 13)):
    """Return labels in blocks, so that pieces have insides, boundaries, and corners that touch."""
    rng = np.random.default_rng(seed)
    small = rng.integers(0, count, (-(-shape[0] // 2), -(-shape[1] // 3)))
    return small.repeat(2, axis=0).repeat(3, axis=1)[: shape[0], : shape[1]]


def own_shape(given, expected, told):
    """Raise `Wrong` with what is `told` of an answer of a shape that gives the mistake away."""
    for shape, sentence in told:
        if given.shape == shape != expected.shape:
            raise Wrong(sentence)


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
        mistakes = [
            (expected[1:], "label 0 is missing: it is a piece like the others here."),
            (expected[expected > 0], "a label that does not occur has dropped out: it should stand there with 0."),
            (expected[:-1], "the last label is missing: from 0 to the largest there is one more than its number."),
            (np.sort(expected), "sorted by size: leave them in the order of the labels."),
            (np.sort(expected)[::-1], "sorted by size: leave them in the order of the labels."),
            (expected / labels.size, "these are shares; asked are numbers of pixels."),
            (np.bincount(labels.ravel(), labels.ravel()), "the labels themselves were added up; count the pixels."),
        ]
        if given.shape == labels.shape:
            raise Wrong("what came back is as large as the picture: one number for each label is asked for.")
        compare(given, expected, labels, mistakes)


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
        mistakes = [
            (~expected, "inverted: True should mark what is green."),
            ((g - r >= margin) & (g - b >= margin), "uint8 cannot be negative: 10 - 20 wrapped round to 246."),
            (
                (np.abs(green - red) >= margin) & (np.abs(green - blue) >= margin),
                "too much is marked: a green far below red differs by the margin as well, but is not above it.",
            ),
            ((green - red > margin) & (green - blue > margin), "exactly the margin should count as well."),
            (over_red, "green was compared with red alone: a turquoise passes."),
            (over_blue, "green was compared with blue alone: a yellow passes."),
            (over_red | over_blue, "one of the two is enough for your mask: both are asked for, so &."),
            (green >= margin, "this asks how strong green is; asked is how far it is above red and blue."),
        ]
        given = as_array(call(answer, image, margin))
        own_shape(given, expected, [(image.shape, "this mask still has channels: one True or False for each pixel.")])
        compare(given, expected, image, mistakes)


@exercise(
    "4.3",
    "The nearest example",
    hints=(
        "Each pixel against each example: image[:, :, np.newaxis] - examples has shape (rows, cols, examples, 3).",
        "Square it, and sum over the last axis: a squared distance for each pixel and each example.",
        "argmin over the examples' axis says which one is nearest: distance.argmin(axis=-1).",
    ),
    right="for each pixel the number of the example that is nearest in colour.",
)
def judge_nearest(answer):
    for seed, count in ((45, 4), (46, 5), (47, 2)):
        rng = np.random.default_rng(seed)
        image, examples = rng.random((8, 11, 3)), rng.random((count, 3))
        difference = image[:, :, np.newaxis] - examples
        distance = (difference**2).sum(axis=-1)
        expected = distance.argmin(axis=-1)
        mistakes = [
            (distance.argmax(axis=-1), "the farthest example was taken: argmin, not argmax."),
            (expected + 1, "one too many everywhere: examples are numbered from 0."),
            (np.abs(difference).sum(axis=-1).argmin(axis=-1), "nearest by absolute differences: square them."),
            (np.abs(difference.sum(axis=-1)).argmin(axis=-1), "square before the sum: differences cancelled out."),
            (distance.min(axis=-1), "this is the least distance; asked is which example has it: argmin."),
        ] + [
            ((difference[..., c] ** 2).argmin(axis=-1), f"this compares channel {c} alone; all three count.")
            for c in range(3)
        ]
        given = as_array(call(answer, image, examples))
        told = [
            ((*expected.shape, count), "these are the distances to all examples: argmin takes the least one's number."),
            (image.shape, "there are three numbers for each pixel: a colour? Asked is the example's number."),
            ((expected.size,), "the labels lie in one row: give them the rows and columns of the picture."),
        ]
        own_shape(given, expected, told)
        if given.dtype.kind in "ui":
            given = given.astype(expected.dtype)
        compare(given, expected, image, mistakes)


def mean_of_groups(points, labels, colours):
    """Return each group's mean; a group without points keeps its colour."""
    means = [points[labels == k].mean(axis=0) if (labels == k).any() else c for k, c in enumerate(colours)]
    return np.array(means)


@exercise(
    "4.4",
    "Move the colours",
    hints=(
        "points[labels == k] are the points of group k.",
        "Their mean colour is the mean over the rows: axis=0.",
        "Start from colours.copy() and replace row k where (labels == k).any().",
    ),
    right="each colour moved to the middle of its group, and the one without points stayed.",
)
def judge_move(answer):
    for seed, count, empty in ((48, 5, 2), (49, 4, 3), (50, 6, 0)):
        rng = np.random.default_rng(seed)
        points, colours = rng.random((40, 3)), rng.random((count, 3))
        used = np.delete(np.arange(count), empty)
        labels = rng.choice(used[1:], size=40)
        labels[: count - 1] = used  # the first of them is a group of one point
        expected = mean_of_groups(points, labels, colours)
        counts = np.bincount(labels, minlength=count)[:, np.newaxis]
        sums = expected * counts
        zero = np.where(counts, expected, 0)
        overall = np.where(counts, points.mean(axis=0), colours)
        scalar = np.where(counts, expected.mean(axis=1, keepdims=True), colours)
        medians = [np.median(points[labels == k], axis=0) if counts[k] else colours[k] for k in range(count)]
        given = as_array(call(answer, points, labels, colours))
        told = [
            ((count - 1, 3), "a row is missing: the group without points keeps its colour, and its place."),
            (points.shape, "one colour for each point came back; asked is one for each group."),
        ]
        own_shape(given, expected, told)
        if given.dtype.kind == "f" and np.isnan(given).any():
            raise Wrong("there are nan in it: the mean of a group without points. Such a group keeps its colour.")
        mistakes = [
            (colours, "no colour has moved."),
            (zero, "the group without points became black: it should keep its colour."),
            (np.where(counts, sums, colours), "these are sums: divide by the number of points."),
            (sums, "these are sums: divide by the number of points."),
            (overall, "each group got the mean of all points; take those with its label."),
            (scalar, "each group became grey: the mean over the rows, axis=0, keeps the channels apart."),
            (medians, "these are medians; k-means takes means."),
            ((expected + colours) / 2, "the colours went half of the way only."),
        ]
        compare(given, expected, points, mistakes, tolerance=1e-9)


def lloyd(points, colours, rounds):
    """Return the colours after some rounds of k-means."""
    for _ in range(rounds):
        labels = ((points[:, np.newaxis] - colours) ** 2).sum(axis=-1).argmin(axis=-1)
        colours = mean_of_groups(points, labels, colours)
    return colours


@exercise(
    "4.5",
    "Write k-means",
    hints=(
        "A loop over range(rounds). In it the two moves: assign (as in 4.3), then move (as in 4.4).",
        "Distances of all points to all colours: ((points[:, np.newaxis] - colours) ** 2).sum(axis=-1).",
        "labels = distances.argmin(axis=-1), then colours = np.array([points[labels == k].mean(axis=0) for k in ...]).",
    ),
    right="assign, move, and again: that is the whole of k-means.",
)
def judge_kmeans(answer):
    for seed, rounds, count in ((50, 1, 4), (51, 2, 3), (52, 5, 5)):
        rng = np.random.default_rng(seed)
        points, colours = rng.random((90, 3)), rng.random((count, 3)) * 0.4 + 0.3
        expected = lloyd(points, colours, rounds)
        once = ((points[:, np.newaxis] - colours) ** 2).sum(axis=-1).argmin(axis=-1)
        mistakes = [
            (lloyd(points, colours, rounds + 1), "one round too many."),
            (lloyd(points, colours, rounds - 1), "one round too few." if rounds > 1 else "no colour has moved."),
            (
                lloyd(points, colours, 1),
                "this is the result of one round: do the points go to the nearest colour anew in each round?",
            ),
            (lloyd(points, colours, 200), "this went on until nothing changed; asked is a number of rounds."),
            (colours, "these are the colours that it began with."),
        ]
        given = as_array(call(answer, points, colours, rounds))
        told = [(once.shape, "these are labels, one for each point; asked are the groups' colours.")]
        own_shape(given, expected, told)
        if given.dtype.kind == "f" and np.isnan(given).any():
            raise Wrong("there are nan in it: some group lost all its points. Do they go to the nearest colour?")
        compare(given, expected, points, mistakes, tolerance=1e-9)


@exercise(
    "4.6",
    "The distance of SLIC",
    hints=(
        "np.indices(lab.shape[:2]) gives every pixel's row and every pixel's column.",
        "Two squared distances: in place, (rows - place[0])² + (cols - place[1])²; in colour, summed over the channels.",
        "Divide the one by step², the other by compactness², and add. No root.",
    ),
    right="a step of the grid counts as much as a colour difference of the compactness.",
)
def judge_cost(answer):
    for seed, place, compactness, step in ((53, (3.5, 8.25), 10, 6), (54, (9, 2), 25, 4)):
        rng = np.random.default_rng(seed)
        lab = rng.normal((50, 0, 0), 30, (10, 13, 3))
        colour = rng.normal((50, 0, 0), 20)
        rows, cols = np.indices(lab.shape[:2])
        far = (rows - place[0]) ** 2 + (cols - place[1]) ** 2
        swapped = (rows - place[1]) ** 2 + (cols - place[0]) ** 2
        unlike = ((lab - colour) ** 2).sum(axis=-1)
        expected = unlike / compactness**2 + far / step**2
        mistakes = [
            (np.sqrt(expected), "a root too many: the cost is the sum of the squares."),
            (unlike / compactness + far / step, "the compactness and the step are squared as well."),
            (
                unlike / step**2 + far / compactness**2,
                "the compactness divides the colour, the step divides the place.",
            ),
            (unlike + far, "colour and place are added without weights."),
            (unlike / compactness**2, "this is the colour's part alone."),
            (far / step**2, "this is the place's part alone."),
            (unlike / compactness**2 + swapped / step**2, "rows and columns are exchanged: a place is (row, col)."),
            (unlike / 3 / compactness**2 + far / step**2, "the mean over the channels; asked is the sum."),
            (unlike * compactness**2 + far * step**2, "divide by the compactness and the step; you multiplied."),
            (
                np.abs(lab - colour).sum(axis=-1) / compactness**2 + far / step**2,
                "the colour differences are not squared.",
            ),
            (
                ((lab - colour).sum(axis=-1)) ** 2 / compactness**2 + far / step**2,
                "square each channel's difference before the sum.",
            ),
        ]
        given = as_array(call(answer, lab, place, colour, compactness, step))
        told = [
            (lab.shape, "there are still three channels: sum the squared differences over the last axis."),
            ((), "one number came back; asked is a cost for every pixel."),
        ]
        own_shape(given, expected, told)
        compare(given, expected, rows, mistakes, tolerance=1e-6)


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
        painted = {k: image[labels == k] for k in np.unique(labels)}

        def by(measure, painted=painted, labels=labels):
            result = np.zeros((*labels.shape, 3))
            for k, pixels in painted.items():
                result[labels == k] = measure(pixels)
            return result

        expected = by(lambda pixels: pixels.mean(axis=0))
        mistakes = [
            (np.where(labels[..., np.newaxis] == 0, 0, expected), "label 0 went black: it is a piece like the others."),
            (by(lambda pixels: pixels.sum(axis=0)), "these are sums: divide by the number of pixels."),
            (by(lambda pixels: pixels.mean()), "the pieces are grey: take the mean for each channel, axis=0."),
            (by(lambda pixels: np.median(pixels, axis=0)), "these are medians; asked are means."),
            (
                np.broadcast_to(image.mean(axis=(0, 1)), image.shape),
                "the whole picture has one colour: choose by label.",
            ),
            (image, "this is the picture as it came."),
            ((expected * 255).astype(np.uint8), "expected floats from 0 to 1, as the picture has them."),
        ]
        given = as_array(call(answer, image, labels))
        told = [(labels.shape, "one number for each pixel came back; asked is a colour picture.")]
        own_shape(given, expected, told)
        compare(given, expected, image, mistakes, tolerance=1e-6)


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
            (horizontal, "changes from row to row are missing."),
            (vertical, "changes from column to column are missing."),
            (find_boundaries(labels, connectivity=2), "pixels that meet at a corner only do not count here."),
            (rolled, "np.roll brings the last row and column to the other side, where they are no neighbours."),
            (inside, "the border of the picture is left out: pixels there have neighbours, too."),
        ]
        compare(call(answer, labels), expected, labels, mistakes)
