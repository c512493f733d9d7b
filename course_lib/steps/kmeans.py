"""k-means, taken apart with the rounds of the library's own generator."""

import itertools

import numpy as np

from .. import data
from ..explore.colour_plane import colour_plane, points_of
from ..segmentation.clusters import first_colours, kmeans_iterations, mean_colours, nearest_colour
from .engine import step_through

ROUNDS = 20  # as many as the library's k-means makes at most


def kmeans_view(image, step=0, k=4, start=1):
    """Step through k-means: each pixel goes to the nearest colour, each colour to the mean of its pixels."""
    points = points_of(image)
    colours = first_colours(points, k, np.random.default_rng(start))
    labels, moved, ended = None, 0.0, False
    rounds = list(itertools.islice(kmeans_iterations(points, k, ROUNDS, start), (step + 1) // 2))
    for number, (round_labels, means) in enumerate(rounds, start=1):
        labels = round_labels
        if 2 * number <= step:
            moved, colours = float(np.abs(means - colours).max()), means
    ended = step > 2 * len(rounds)
    shown = np.zeros(len(points), int) if labels is None else labels
    paints = np.full((1, 3), 0.75) if labels is None else colours  # no group yet: all grey
    error = np.nan if labels is None else np.mean(((points - colours[labels]) ** 2).sum(axis=1))
    return {
        "picture": image,
        "each pixel in its group's colour": paints[shown].reshape(image.shape),
        "red (right) and green (up) of each pixel": colour_plane(points, shown, paints, colours),
        "text": _kmeans_text(step, k, error, moved, ended),
    }


def _kmeans_text(step, k, error, moved, ended):
    if step == 0:
        return f"{k} pixels are drawn, far apart in colour: these are the first colours (squares)."
    told = f"Mean squared distance <b>{error:.4f}</b>."
    if ended:
        return f"Nothing changes any more. {told}"
    if step % 2:
        return f"Round {(step + 1) // 2}, assign: each pixel goes to the nearest of the {k} colours. {told}"
    return f"Round {step // 2}, move: each colour becomes the mean of its pixels (by up to {moved:.3f}). {told}"


kmeans = step_through(
    kmeans_view,
    code="labels, colours = segmentation.kmeans(image, {k}, rng={start})",
    reads=kmeans_iterations,
    stages=(first_colours, *(nearest_colour, mean_colours) * ROUNDS),
    sample=lambda: data.load("grapefruit")[::5, ::5],
    takes="colour",
    step=(0, 2 * ROUNDS, 1),
    k=(2, 8, 1),
    start=(0, 9, 1),
)
