"""4.4: each colour moves to the mean of its group."""

import numpy as np

from ..answers import as_array
from ..exercise import exercise
from .told import Told, few


def groups():
    for seed, count, empty in ((48, 5, 2), (49, 4, 3), (50, 6, 0), (51, 1, None)):
        rng = np.random.default_rng(seed)
        points, colours = rng.random((40, 3)), rng.random((count, 3))
        used = np.delete(np.arange(count), empty or 0) if count > 1 else np.arange(count)
        labels = rng.choice(used[1:] if count > 1 else used, size=40)
        labels[: len(used)] = used  # the first of them is a group of one point
        yield points, labels, colours


def one_group(where, given, expected, points, labels, colours):
    wrong = np.flatnonzero(~np.isclose(given, expected).all(axis=1)).tolist()
    k, count = where[0], int((labels == where[0]).sum())
    told = f"wrong are the groups {wrong}. Group {k}, with {count} of the points, should become {few(expected[k])}; yours is {few(given[k])}"
    return told + f", and the old colour was {few(colours[k])}."


ex = exercise(
    "4.4",
    "Move the colours",
    cases=groups,
    compare=Told(
        say=one_group, tolerance=1e-9, nan="the mean of a group without points. Such a group keeps its colour."
    ),
    hints=(
        "Which points belong to group k? And what is the mean of no points at all?",
        "points[labels == k] are the points of group k; their mean colour is the mean over the rows, axis=0.",
        "Start from colours.copy(), and replace row k where (labels == k).any().",
    ),
    right="each colour moved to the middle of its group, and the one without points stayed.",
)


@ex.notice
def all_but_the_empty_group(given, points, labels, colours):
    """Tell what a group without points has become, where all else is right."""
    found, expected = as_array(given), move_colours(points, labels, colours)
    if found.shape != expected.shape or found.dtype.kind not in "uif":
        return None
    wrong = ~np.isclose(found, expected, atol=1e-6).all(axis=1)
    if (
        wrong.any()
        and not np.isin(np.flatnonzero(wrong), labels).any()
        and np.isfinite(found).all()
        and found[wrong].any()
    ):
        return EMPTY


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

EMPTY = "the group without points should keep its colour; it got another one."
ex.slip(EMPTY, lambda points, labels, colours: move_colours(points, labels, colours * 0 + points.mean(axis=0)))
ex.slip(EMPTY, lambda points, labels, colours: move_colours(points, labels, np.ones_like(colours)))
ex.slip(EMPTY, lambda points, labels, colours: move_colours(points, labels, points[: len(colours)]))

SUMS = "these are sums: divide by the number of points."
ex.slip(SUMS, moved_to(lambda group: group.sum(axis=0)))
ex.slip(SUMS)(lambda points, labels, colours: np.array([points[labels == k].sum(axis=0) for k in range(len(colours))]))
ex.slip(
    "each group got the mean of all points; take those with its label.",
    lambda points, labels, colours: moved_to(lambda group: points.mean(axis=0))(points, labels, colours),
)
ex.slip(
    "each group became grey: the mean over the rows, axis=0, keeps the channels apart.",
    moved_to(lambda group: np.full(3, group.mean())),
)
ex.slip("these are medians; k-means takes means.", moved_to(lambda group: np.median(group, axis=0)))
ex.slip("the colours went half of the way only.")(
    lambda points, labels, colours: (move_colours(points, labels, colours) + colours) / 2
)

ex.slip(
    "the old colour was taken for one more point; the mean is that of the points alone.",
    lambda points, labels, colours: np.array(
        [np.vstack([colours[k], points[labels == k]]).mean(axis=0) for k in range(len(colours))]
    ),
)
ex.slip("the mean divides by the number of points, not by one less.")(
    moved_to(lambda group: group.sum(axis=0) / max(len(group) - 1, 1))
)
ex.slip(
    "sums were divided by the number of all points; each group has its own.",
    lambda points, labels, colours: moved_to(lambda group: group.sum(axis=0) / len(points))(points, labels, colours),
)
ex.slip(
    "a colour's place is its number: sorted, they are other groups'.",
    lambda points, labels, colours: (lambda moved: moved[moved.sum(axis=1).argsort()])(
        move_colours(points, labels, colours)
    ),
)
ex.slip(
    "each channel was sorted by itself, which makes new colours.",
    lambda points, labels, colours: np.sort(move_colours(points, labels, colours), axis=0),
)
ex.slip(
    "cut to whole numbers: colours from 0 to 1 became black. Is your array one of int?",
    lambda points, labels, colours: move_colours(points, labels, colours.astype(int)).astype(int),
)
for sentence, measure in (
    ("these are the largest values of each group; take the mean.", lambda group: group.max(axis=0)),
    ("these are the least values of each group; take the mean.", lambda group: group.min(axis=0)),
    ("halfway from the least to the largest value; take the mean.", lambda g: (g.max(axis=0) + g.min(axis=0)) / 2),
    ("the squares were averaged, and a root taken; take the mean.", lambda group: np.sqrt((group**2).mean(axis=0))),
    (
        "this is the point nearest to the mean; take the mean itself.",
        lambda g: g[((g - g.mean(0)) ** 2).sum(1).argmin()],
    ),
    ("bright points count more in yours; take the plain mean.", lambda g: np.average(g, axis=0, weights=g.sum(axis=1))),
    ("red and blue are exchanged in the new colours.", lambda group: group.mean(axis=0)[::-1]),
    ("these are variances; take the mean.", lambda group: group.var(axis=0)),
    (
        "divided by the number of points twice: a mean is divided already.",
        lambda group: group.mean(axis=0) / len(group),
    ),
    ("the first two points of each group alone; take the mean of all.", lambda group: group[:2].mean(axis=0)),
    ("these are standard deviations; take the mean.", lambda group: group.std(axis=0)),
    ("this is a point in the middle of a list; k-means takes means.", lambda group: np.sort(group, 0)[len(group) // 2]),
    ("each group got one of its points; take the mean of them.", lambda group: group[0]),
    ("each group got one of its points; take the mean of them.", lambda group: group[-1]),
):
    ex.slip(sentence, moved_to(measure))
for digits in range(4):
    ex.slip("the means were rounded: leave them as they come.")(
        moved_to(lambda group, digits=digits: group.mean(axis=0).round(digits))
    )
WITH_OTHERS = "a group's points are those with its label, ==: in yours there are others."
for chosen in (np.not_equal, np.greater_equal, np.less_equal):
    ex.slip(
        WITH_OTHERS,
        lambda points, labels, colours, chosen=chosen: np.array(
            [
                points[chosen(labels, k)].mean(axis=0) if (labels == k).any() else colour
                for k, colour in enumerate(colours)
            ]
        ),
    )
ex.slip(
    "this is how far each colour moves; asked is where it comes to lie.",
    lambda points, labels, colours: move_colours(points, labels, colours) - colours,
)
ex.slip("the old colour and the sum of the points were added up: start from the points alone.")(
    moved_to(lambda group: group.sum(axis=0) / (len(group) + 1))
)


@ex.slip("the sums begin with the old colours: begin with 0, or take the mean of the points.")
def added_to_the_old(points, labels, colours):
    sums = colours.copy()
    np.add.at(sums, labels, points)
    return sums / np.maximum(np.bincount(labels, minlength=len(colours)), 1)[:, np.newaxis]


@ex.slip("sums[labels] += points adds one point to each row, the last of its group: np.add.at adds all.")
def added_at_once(points, labels, colours):
    sums = np.zeros_like(colours)
    sums[labels] += points
    return sums


@ex.slip("sums[labels] += points adds one point to each row, the last of its group: np.add.at adds all.")
def added_at_once_and_divided(points, labels, colours):
    return added_at_once(points, labels, colours) / np.maximum(np.bincount(labels, minlength=len(colours)), 1)[:, None]


def only(chosen):
    """Return an answer that moves the colours of the chosen numbers alone."""

    def answer(points, labels, colours):
        moved, sizes = colours.copy(), np.bincount(labels, minlength=len(colours))
        keep = [k for k in range(len(colours)) if chosen(k, sizes)]
        moved[keep] = move_colours(points, labels, colours)[keep]
        return moved

    return answer


ex.slip("only the first colour has moved: does return stand inside the loop?", only(lambda k, sizes: k == 0))
ex.slip("the last colour has not moved: is the loop one round too short?", only(lambda k, sizes: k < len(sizes) - 1))
ex.slip("the first colour has not moved: groups are numbered from 0.", only(lambda k, sizes: k > 0))
ex.slip("a group of one point moves too: to that point.", only(lambda k, sizes: sizes[k] > 1))
ex.slip(
    "each colour moved to the next group's points: groups are numbered from 0.",
    lambda points, labels, colours: move_colours(points, labels - 1, colours),
)

ex.slip(
    "a row is missing: the group without points keeps its colour, and its place.",
    lambda points, labels, colours: np.array([points[labels == k].mean(axis=0) for k in np.unique(labels)]),
    by_shape=True,
)
ex.slip(
    "one colour came back; asked is a row for each group: set row k, moved[k] = ….",
    lambda points, labels, colours: points[labels == labels[0]].mean(axis=0),
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

ex.wrong("wrong are the groups [1, 3, 4]", moved_to(lambda group: np.exp(np.log(group).mean(axis=0))))
ex.wrong("several things", lambda points, labels, colours: (move_colours(points, labels, colours), labels))
ex.slip("one number for each group: a colour has a mean in each channel, .mean(axis=0).", by_shape=True)(
    lambda points, labels, colours: [
        points[labels == k].mean() if (labels == k).any() else 0 for k in range(len(colours))
    ]
)
ex.slip("the points were given to the nearest colour anew: their groups are given, in labels.")(
    lambda points, labels, colours: move_colours(
        points, ((points[:, np.newaxis] - colours) ** 2).sum(axis=-1).argmin(axis=-1), colours
    )
)
