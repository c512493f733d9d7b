"""4.5: k-means in a number of rounds."""

import numpy as np
from scipy.cluster import vq

from ..compare import Arrays
from ..exercise import exercise


def points_and_colours():
    for seed, rounds, count in ((50, 1, 4), (52, 5, 5), (51, 2, 3)):  # of two rounds, one is also one too few
        rng = np.random.default_rng(seed)
        yield rng.random((90, 3)), rng.random((count, 3)) * 0.4 + 0.3, rounds


ex = exercise(
    "4.5",
    "Write k-means",
    cases=points_and_colours,
    compare=Arrays(tolerance=1e-9, nan="some group lost all its points. Do they go to the nearest colour?"),
    hints=(
        "A loop over range(rounds). In it the two moves: assign (as in 4.3), then move (as in 4.4).",
        "Distances of all points to all colours: ((points[:, np.newaxis] - colours) ** 2).sum(axis=-1).",
        "labels = distances.argmin(axis=-1), then colours = np.array([points[labels == k].mean(axis=0) for k in ...]).",
    ),
    right="assign, move, and again: that is the whole of k-means.",
)


@ex.right
def k_means(points, colours, rounds):
    for _ in range(rounds):
        labels = ((points[:, np.newaxis] - colours) ** 2).sum(axis=-1).argmin(axis=-1)
        colours = np.array([points[labels == k].mean(axis=0) for k in range(len(colours))])
    return colours


ex.right(lambda points, colours, rounds: vq.kmeans2(points, colours, iter=rounds, minit="matrix")[0])
ex.right(lambda points, colours, rounds: k_means(np.float32(points), np.float32(colours), rounds).tolist())


def nearest(points, colours):
    return ((points[:, np.newaxis] - colours) ** 2).sum(axis=-1).argmin(axis=-1)


def means(points, labels, colours):
    return np.array([points[labels == k].mean(axis=0) for k in range(len(colours))])


ONE_MORE = "one round too many."
ex.slip(ONE_MORE, lambda points, colours, rounds: k_means(points, colours, rounds + 1))

ONCE = "this is the result of one round: in each round the points go anew, to the nearest of the colours that moved."


@ex.slip(ONCE)
def assigned_once(points, colours, rounds):
    labels = nearest(points, colours)
    for _ in range(rounds):
        colours = means(points, labels, colours)
    return colours


@ex.slip(ONCE)
def begun_anew(points, colours, rounds):
    for _ in range(rounds):
        moved = means(points, nearest(points, colours), colours)
    return moved


ex.slip("these are the colours that it began with.", lambda points, colours, rounds: colours)
ex.slip("one round too few.", lambda points, colours, rounds: k_means(points, colours, rounds - 1))


@ex.slip("this went on until nothing changed; asked is a number of rounds.")
def to_the_end(points, colours, rounds):
    before = np.zeros_like(colours)
    while not np.array_equal(before, colours):
        before, colours = colours, k_means(points, colours, 1)
    return colours


@ex.slip("nearest by absolute differences: square them.")
def absolute_differences(points, colours, rounds):
    for _ in range(rounds):
        labels = np.abs(points[:, np.newaxis] - colours).sum(axis=-1).argmin(axis=-1)
        colours = means(points, labels, colours)
    return colours


ex.slip(ONE_MORE, lambda points, colours, rounds: absolute_differences(points, colours, rounds + 1))


@ex.slip("these are medians; k-means takes means.")
def medians(points, colours, rounds):
    for _ in range(rounds):
        labels = nearest(points, colours)
        colours = np.array([np.median(points[labels == k], axis=0) for k in range(len(colours))])
    return colours


ex.slip(
    "these are labels, one for each point; asked are the groups' colours.",
    lambda points, colours, rounds: nearest(points, colours),
    by_shape=True,
)

ex.wrong("differ", lambda points, colours, rounds: k_means(points, points[: len(colours)], rounds))


@ex.wrong("changed the picture (or array)")
def moved_in_place(points, colours, rounds):
    colours[:] = k_means(points, colours, rounds)
    return colours


@ex.wrong("nan")
def farthest(points, colours, rounds):
    for _ in range(rounds):
        labels = ((points[:, np.newaxis] - colours) ** 2).sum(axis=-1).argmax(axis=-1)
        colours = means(points, labels, colours)
    return colours


@ex.wrong("the shape (5, 3)")
def always_four(points, colours, rounds):
    for _ in range(rounds):
        labels = nearest(points, np.array([colours[k] for k in range(4)]))
        colours = np.array([points[labels == k].mean(axis=0) for k in range(4)])
    return colours
