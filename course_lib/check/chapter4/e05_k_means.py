"""4.5: k-means in a number of rounds."""

import numpy as np
from scipy.cluster import vq

from ..exercise import exercise
from .rounds import by_distance, means, moved_to, nearest, nearest_or_stay, with_moves
from .told import Told, few


def points_and_colours():
    for seed, rounds, count in ((50, 1, 4), (52, 5, 5), (51, 2, 3), (53, 3, 1)):  # of 2 rounds, 1 is also one too few
        rng = np.random.default_rng(seed)
        yield rng.random((90, 3)), rng.random((count, 3)) * 0.4 + 0.3, rounds


def one_colour(where, given, expected, points, colours, rounds):
    k = where[0]
    return f"with rounds = {rounds} colour {k}, which began at {few(colours[k])}, should be {few(expected[k])}; yours is {few(given[k])}."


ex = exercise(
    "4.5",
    "Write k-means",
    cases=points_and_colours,
    compare=Told(
        say=one_colour, tolerance=1e-9, nan="some group lost all its points. Do they go to the nearest colour?"
    ),
    hints=(
        "Which two moves make a round, and what do they need from the round before?",
        "In a loop over range(rounds): assign as in 4.3, with ((points[:, np.newaxis] - colours) ** 2).sum(axis=-1), then move as in 4.4.",
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


def after(count):
    """Return an answer that takes another number of rounds."""
    return lambda points, colours, rounds: k_means(points, colours, count(rounds))


ex.right(by_distance(lambda d: np.linalg.norm(d, axis=-1)))

ONE_MORE = "one round too many."
ex.slip(ONE_MORE, after(lambda rounds: rounds + 1))
ONCE = "this is the result of one round (does return stand inside the loop?): in each round the points go anew, to the nearest of the colours that moved."


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
ex.slip("one round too few.", after(lambda rounds: rounds - 1))
for number in (2, 3, 4, 5):
    ex.slip(f"these are {number} rounds, whatever `rounds` says.", after(lambda rounds, number=number: number))

GOES_ON = "this goes on after the last of `rounds` rounds: until nothing changes, or for a fixed number of them?"
for number in (10, 20, 40, 100):
    ex.slip(GOES_ON, after(lambda rounds, number=number: number))


@ex.slip(GOES_ON)
def to_the_end(points, colours, rounds):
    before = np.zeros_like(colours)
    while not np.array_equal(before, colours):
        before, colours = colours, k_means(points, colours, 1)
    return colours


ABSOLUTE = "nearest by absolute differences: square them."
ex.slip(ABSOLUTE, by_distance(lambda d: np.abs(d).sum(axis=-1)))
ex.slip(ONE_MORE, lambda p, colours, rounds: by_distance(lambda d: np.abs(d).sum(axis=-1))(p, colours, rounds + 1))
ex.slip("square before the sum: differences cancelled out.", by_distance(lambda d: d.sum(axis=-1) ** 2))
ex.slip(
    "nearest by the largest difference of a channel: take the sum of their squares.",
    by_distance(lambda d: np.abs(d).max(axis=-1)),
)


for c in range(3):
    ex.slip(
        f"nearest in channel {c} alone: sum the squares of all three.", nearest_or_stay(lambda d, c=c: d[..., c] ** 2)
    )
    ex.slip(
        f"channel {c} is left out of the distance: sum the squares of all three.",
        nearest_or_stay(lambda d, c=c: (np.delete(d, c, axis=-1) ** 2).sum(axis=-1)),
    )
ex.slip("differences below 0 are the least ones here: square them.", nearest_or_stay(lambda d: d.sum(axis=-1)))
ex.slip("the farthest colour was taken: argmin.", nearest_or_stay(lambda d: -(d**2).sum(axis=-1)))
START = "it begins with other colours than those that are given."
ex.slip(START, lambda points, colours, rounds: k_means(points, points[-len(colours) :], rounds))
ex.slip(START, lambda points, colours, rounds: k_means(points, np.sort(colours, axis=0), rounds))
for share in (0.25, 0.1, 0.75, 0.9):
    ex.slip(
        "the colours went a part of the way only: each becomes the mean of its points.",
        with_moves(
            move=lambda p, labels, colours, share=share: share * means(p, labels, colours) + (1 - share) * colours
        ),
    )
POINT = "each colour became one of its points; k-means takes means."
ex.slip(POINT, moved_to(lambda group: group[0]))
ex.slip(POINT, moved_to(lambda group: group[-1]))
ex.slip(POINT, moved_to(lambda group: group[((group - group.mean(axis=0)) ** 2).sum(axis=1).argmin()]))
ex.slip(
    "points went where the product is the largest, to bright colours: the nearest has the least squared distance.",
    lambda points, colours, rounds: with_moves(
        lambda p, c: (p @ c.T).argmax(axis=-1),
        lambda p, labels, c: np.array([p[labels == k].mean(axis=0) if k in labels else one for k, one in enumerate(c)]),
    )(points, colours, rounds),
)
ex.slip(
    "two rounds too many.",
    after(lambda rounds: rounds + 2),
)
ex.slip("these are the largest values; k-means takes means.", moved_to(lambda group: group.max(axis=0)))
ex.slip("these are the least values; k-means takes means.", moved_to(lambda group: group.min(axis=0)))
ex.slip("these are medians; k-means takes means.", moved_to(lambda group: np.median(group, axis=0)))
ex.slip("these are sums: divide by the number of points.", moved_to(lambda group: group.sum(axis=0)))
ex.slip(
    "sums were divided by the number of all points; each group has its own.",
    moved_to(lambda group: group.sum(axis=0) / 90),
)
for digits in (1, 2, 3):
    ex.slip(
        "rounded in each round: leave the means as they come.",
        with_moves(move=lambda points, labels, colours, digits=digits: means(points, labels, colours).round(digits)),
    )
ex.slip(
    "each colour became grey: the mean over the rows, axis=0, keeps the channels apart.",
    moved_to(lambda group: np.full(3, group.mean())),
)
ex.slip(
    "the colours went half of the way only: each becomes the mean of its points.",
    with_moves(move=lambda points, labels, colours: (means(points, labels, colours) + colours) / 2),
)
ex.slip(
    "the old colour was taken for one more point; the mean is that of the points alone.",
    with_moves(
        move=lambda points, labels, colours: np.array(
            [np.vstack([colours[k], points[labels == k]]).mean(axis=0) for k in range(len(colours))]
        )
    ),
)
ex.slip(
    "it begins with other colours than those that are given.",
    lambda points, colours, rounds: k_means(points, points[: len(colours)], rounds),
)
ex.slip(
    "in another order: each colour keeps its row, sorting them is not asked for.",
    lambda points, colours, rounds: (lambda moved: moved[moved.sum(axis=1).argsort()])(
        k_means(points, colours, rounds)
    ),
)


@ex.slip("one colour moved, then the points went anew, and so on: in a round, all colours move with the same labels.")
def one_after_the_other(points, colours, rounds):
    colours = colours.copy()
    for _ in range(rounds):
        for k in range(len(colours)):
            colours[k] = points[nearest(points, colours) == k].mean(axis=0)
    return colours


@ex.slip("the last colour does not move: is the inner loop one round too short?")
def all_but_the_last(points, colours, rounds):
    for _ in range(rounds):
        colours = np.vstack([means(points, nearest(points, colours), colours)[:-1], colours[-1:]])
    return colours


@ex.slip("the first colour does not move: groups are numbered from 0.")
def all_but_the_first(points, colours, rounds):
    for _ in range(rounds):
        colours = np.vstack([colours[:1], means(points, nearest(points, colours), colours)[1:]])
    return colours


ex.slip(
    "one number for each group came back: mean(axis=0) keeps the three channels.",
    lambda points, colours, rounds: k_means(points, colours, rounds).mean(axis=1),
    by_shape=True,
)
ex.slip(
    "these are labels, one for each point; asked are the groups' colours.",
    lambda points, colours, rounds: nearest(points, colours),
    by_shape=True,
)
ex.slip(
    "one colour for each point came back; asked is one for each group.",
    lambda points, colours, rounds: colours[nearest(points, colours)],
    by_shape=True,
)


@ex.wrong("changed the picture (or array)")
def moved_in_place(points, colours, rounds):
    colours[:] = k_means(points, colours, rounds)
    return colours


ex.wrong("nan", by_distance(lambda d: -(d**2).sum(axis=-1)))


@ex.slip("four colours came back in every case: how many there are differs.")
def always_four(points, colours, rounds):
    return k_means(points, np.resize(colours, (4, 3)) + np.arange(4)[:, np.newaxis] * 1e-6, rounds)


ex.wrong("which began at", moved_to(lambda group: np.sqrt((group**2).mean(axis=0))))
ex.slip("the colours of all rounds came back: asked are those after the last one.", by_shape=True)(
    lambda points, colours, rounds: [k_means(points, colours, number + 1) for number in range(rounds)]
)
