"""Rounds of k-means in which points are assigned, or colours moved, in other ways."""

import numpy as np


def nearest(points, colours):
    return ((points[:, np.newaxis] - colours) ** 2).sum(axis=-1).argmin(axis=-1)


def means(points, labels, colours):
    return np.array([points[labels == k].mean(axis=0) for k in range(len(colours))])


def with_moves(assign=nearest, move=means):
    """Return an answer with another way to assign, or to move."""

    def answer(points, colours, rounds):
        for _ in range(rounds):
            colours = move(points, assign(points, colours), colours)
        return colours

    return answer


def by_distance(distance):
    return with_moves(lambda points, colours: distance(points[:, np.newaxis] - colours).argmin(axis=-1))


def moved_to(measure):
    return with_moves(
        move=lambda points, labels, colours: np.array([measure(points[labels == k]) for k in range(len(colours))])
    )


def nearest_or_stay(distance):
    """Return an answer with another distance, in which a group that lost its points keeps its colour."""

    def move(points, labels, colours):
        return np.array(
            [points[labels == k].mean(axis=0) if k in labels else colour for k, colour in enumerate(colours)]
        )

    return with_moves(lambda points, colours: distance(points[:, np.newaxis] - colours).argmin(axis=-1), move)
