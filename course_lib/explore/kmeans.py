"""The explorer of k-means: the k colours that stand best for all pixels, with distances in RGB or in Lab."""

import numpy as np

from ..color import label2rgb, rgb2lab
from ..segmentation import kmeans as group_colours
from ..segmentation.clusters import kmeans_iterations, mean_colours, nearest_colour
from .colour_plane import colour_plane, points_of
from .engine import explorer
from .prepare import QUICK_SIDE
from .samples import half_fruit


def kmeans_view(image, k=4, start=0, space="RGB"):
    """Let k-means find the k colours that stand best for all pixels."""
    in_lab = space == "Lab"
    numbers, points = rgb2lab(image) if in_lab else image, points_of(image)
    labels, means = group_colours(numbers, k, rng=start)
    painted = label2rgb(labels, image, kind="avg", bg_label=-1) if in_lab else means[labels]
    colours = mean_colours(points, labels.ravel(), np.zeros((k, 3))) if in_lab else means
    error = np.mean(((points_of(numbers) - means[labels.ravel()]) ** 2).sum(axis=1))
    shares = np.bincount(labels.ravel(), minlength=k) / labels.size
    return {
        "picture": image,
        "in one colour" if k == 1 else f"in {k} colours": painted,
        "red (right) and green (up) of each pixel": colour_plane(points, labels.ravel(), colours, colours),
        "text": f"Shares: {', '.join(f'{s:.0%}' for s in shares)}. Mean squared distance from the colours"
        f"{', in Lab' if in_lab else ''}: <b>{error:.4f}</b>.",
    }


def _kmeans_code(k, start, space):
    if space == "RGB":
        return f"labels, colours = segmentation.kmeans(image, {k}, rng={start})\ncolours[labels]"
    return (
        f"labels, _ = segmentation.kmeans(color.rgb2lab(image), {k}, rng={start})\n"
        'color.label2rgb(labels, image, kind="avg", bg_label=-1)'
    )


kmeans = explorer(
    kmeans_view,
    code=_kmeans_code,
    reads=(kmeans_iterations, nearest_colour, mean_colours),
    sample=half_fruit,
    takes="colour",
    preview=0.5,
    side=QUICK_SIDE,
    k=(1, 12, 1),
    start=(0, 9, 1),
    space=["RGB", "Lab"],
)
