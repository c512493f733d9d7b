"""The explorer of k-means: the k colours that stand best for all pixels."""

import numpy as np

from ..segmentation import kmeans as group_colours
from ..segmentation.clusters import kmeans_iterations, mean_colours, nearest_colour
from .colour_plane import colour_plane, points_of
from .engine import explorer
from .prepare import QUICK_SIDE
from .samples import half_fruit


def kmeans_view(image, k=4, start=0):
    """Let k-means find the k colours that stand best for all pixels."""
    labels, colours = group_colours(image, k, rng=start)
    points = points_of(image)
    error = np.mean(((points - colours[labels.ravel()]) ** 2).sum(axis=1))
    shares = np.bincount(labels.ravel(), minlength=k) / labels.size
    return {
        "picture": image,
        "in one colour" if k == 1 else f"in {k} colours": colours[labels],
        "red (right) and green (up) of each pixel": colour_plane(points, labels.ravel(), colours, colours),
        "text": f"Shares: {', '.join(f'{s:.0%}' for s in shares)}. Mean squared distance from the colours: "
        f"<b>{error:.4f}</b>.",
    }


kmeans = explorer(
    kmeans_view,
    code="labels, colours = segmentation.kmeans(image, {k}, rng={start})\ncolours[labels]",
    reads=(kmeans_iterations, nearest_colour, mean_colours),
    sample=half_fruit,
    takes="colour",
    preview=0.5,
    side=QUICK_SIDE,
    k=(1, 12, 1),
    start=(0, 9, 1),
)
