"""Chapter 4, exercises 4.3 to 4.6: the nearest colour, k-means, the cost of SLIC. Each judge is one exercise."""

import numpy as np

from .engine import as_array, call, exercise
from .shaped import compare_shaped


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
        if given.dtype.kind in "ui":
            given = given.astype(expected.dtype)
        told = [
            ((*expected.shape, count), "these are the distances to all examples: argmin takes the least one's number."),
            (image.shape, "there are three numbers for each pixel: a colour? Asked is the example's number."),
            ((expected.size,), "the labels lie in one row: give them the rows and columns of the picture."),
        ]
        compare_shaped(given, expected, image, mistakes, told)


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
        told = [
            ((count - 1, 3), "a row is missing: the group without points keeps its colour, and its place."),
            (points.shape, "one colour for each point came back; asked is one for each group."),
        ]
        nan = "the mean of a group without points. Such a group keeps its colour."
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
        compare_shaped(call(answer, points, labels, colours), expected, points, mistakes, told, nan, tolerance=1e-9)


def lloyd(points, colours, rounds, power=2):
    """Return the colours after some rounds of k-means, with a power of the differences as distance."""
    for _ in range(rounds):
        labels = (np.abs(points[:, np.newaxis] - colours) ** power).sum(axis=-1).argmin(axis=-1)
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
    for seed, rounds, count in (
        (50, 1, 4),
        (52, 5, 5),
        (51, 2, 3),
    ):  # five rounds before two: only they tell 1 from rounds - 1
        rng = np.random.default_rng(seed)
        points, colours = rng.random((90, 3)), rng.random((count, 3)) * 0.4 + 0.3
        expected = lloyd(points, colours, rounds)
        once = ((points[:, np.newaxis] - colours) ** 2).sum(axis=-1).argmin(axis=-1)
        mistakes = [
            (lloyd(points, colours, rounds + 1), "one round too many."),
            (
                lloyd(points, colours, rounds - 1),
                "one round too few." if rounds > 1 else "no colour has moved: is it one round too few?",
            ),
            (
                lloyd(points, colours, 1),
                "this is the result of one round: do the points go to the nearest colour anew in each round?",
            ),
            (lloyd(points, colours, 200), "this went on until nothing changed; asked is a number of rounds."),
            (colours, "these are the colours that it began with."),
            (lloyd(points, colours, rounds, 1), "nearest by absolute differences: square them."),
            (lloyd(points, colours, rounds + 1, 1), "one round too many."),
        ]
        told = [(once.shape, "these are labels, one for each point; asked are the groups' colours.")]
        nan = "some group lost all its points. Do they go to the nearest colour?"
        compare_shaped(call(answer, points, colours, rounds), expected, points, mistakes, told, nan, tolerance=1e-9)


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
        told = [
            (lab.shape, "there are still three channels: sum the squared differences over the last axis."),
            ((), "one number came back; asked is a cost for every pixel."),
        ]
        given = call(answer, lab, place, colour, compactness, step)
        compare_shaped(given, expected, rows, mistakes, told, tolerance=1e-6)
