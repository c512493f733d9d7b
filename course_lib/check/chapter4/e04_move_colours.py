"""4.4: each colour moves to the mean of its group."""

import numpy as np

from ..compare import Arrays
from ..exercise import exercise


def groups():
    for seed, count, empty in ((48, 5, 2), (49, 4, 3), (50, 6, 0)):
        rng = np.random.default_rng(seed)
        points, colours = rng.random((40, 3)), rng.random((count, 3))
        used = np.delete(np.arange(count), empty)
        labels = rng.choice(used[1:], size=40)
        labels[: count - 1] = used  # the first of them is a group of one point
        yield points, labels, colours


ex = exercise(
    "4.4",
    "Move the colours",
    cases=groups,
    compare=Arrays(tolerance=1e-9, nan="the mean of a group without points. Such a group keeps its colour."),
    hints=(
        "points[labels == k] are the points of group k.",
        "Their mean colour is the mean over the rows: axis=0.",
        "Start from colours.copy() and replace row k where (labels == k).any().",
    ),
    right="each colour moved to the middle of its group, and the one without points stayed.",
)


@ex.right
def move_colours(points, labels, colours):
    moved = colours.copy()
    for k in range(len(colours)):
        if (labels == k).any():
            moved[k] = points[labels == k].mean(axis=0)
    return moved


def moved_to(measure):
    """Return an answer that gives each group what is measured of its points; an empty one keeps its colour."""
    return lambda points, labels, colours: np.array(
        [measure(points[labels == k]) if (labels == k).any() else colours[k] for k in range(len(colours))]
    )


ex.right(moved_to(lambda group: group.mean(axis=0)))
ex.right(lambda points, labels, colours: move_colours(np.float32(points), labels, np.float32(colours)))

ex.slip("no colour has moved.", lambda points, labels, colours: colours)
ex.slip(
    "the group without points became black: it should keep its colour.",
    lambda points, labels, colours: move_colours(points, labels, np.zeros_like(colours)),
)

SUMS = "these are sums: divide by the number of points."
ex.slip(SUMS, moved_to(lambda group: group.sum(axis=0)))
ex.slip(
    SUMS,
    lambda points, labels, colours: np.array([points[labels == k].sum(axis=0) for k in range(len(colours))]),
)
ex.slip(
    "each group got the mean of all points; take those with its label.",
    lambda points, labels, colours: moved_to(lambda group: points.mean(axis=0))(points, labels, colours),
)
ex.slip(
    "each group became grey: the mean over the rows, axis=0, keeps the channels apart.",
    moved_to(lambda group: np.full(3, group.mean())),
)
ex.slip("these are medians; k-means takes means.", moved_to(lambda group: np.median(group, axis=0)))
ex.slip(
    "the colours went half of the way only.",
    lambda points, labels, colours: (move_colours(points, labels, colours) + colours) / 2,
)

ex.slip(
    "a row is missing: the group without points keeps its colour, and its place.",
    lambda points, labels, colours: np.array([points[labels == k].mean(axis=0) for k in np.unique(labels)]),
    by_shape=True,
)
ex.slip(
    "one colour for each point came back; asked is one for each group.",
    lambda points, labels, colours: move_colours(points, labels, colours)[labels],
    by_shape=True,
)

ex.wrong(
    "nan", lambda points, labels, colours: np.array([points[labels == k].mean(axis=0) for k in range(len(colours))])
)


@ex.wrong("differ")
def only_groups_of_two_and_more(points, labels, colours):
    sizes = np.bincount(labels, minlength=len(colours))
    return np.where(sizes[:, np.newaxis] > 1, move_colours(points, labels, colours), colours)
