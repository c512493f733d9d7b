"""k-means on colours: the k colours that best represent all pixels.

Stages: pick first colours -> assign each pixel to the nearest -> move each colour to its pixels' mean -> (again).
"""

import numpy as np

from ..base.checks import check_image
from ..base.dtype import as_float
from ..base.parameters import check_count, check_room


def kmeans(image, n_clusters=4, max_num_iter=20, rng=0, *, channel_axis=-1):
    """Group the pixels by colour.

    Finds labels and colours that make  sum |pixel - colour of its label|^2  small.

    Parameters
    ----------
    image : (rows, cols, channels) array, or (rows, cols) with channel_axis=None
        Any number type. Integers are scaled to [0, 1] (signed: [-1, 1]).
    n_clusters : int
        How many colours, k.
    max_num_iter : int
        How many rounds at most; it ends earlier where nothing changes.
    rng : int or numpy.random.Generator
        Draws the first colours. A number gives the same result each time.
    channel_axis : int or None
        -1, or None for a grey picture.

    Returns
    -------
    labels : (rows, cols) array of int64
        0 … k - 1, from the darkest colour to the brightest.
    colours : (k, channels) array of float64
        With channel_axis=None (k,). Colours that no pixel needs are repeated.

    Raises
    ------
    ValueError
        For a grey picture without channel_axis=None, and numbers below 1.
    TypeError
        For an n_clusters or max_num_iter that is no whole number.

    Notes
    -----
    It finds a minimum, not always the least: another `rng` may give another one. Place plays no part:
    see `slic`. This function is the course's own; scikit-image has none.

    References
    ----------
    Lloyd (1982): Least Squares Quantization in PCM. Arthur, Vassilvitskii (2007): k-means++ (first colours).

    Examples
    --------
    >>> import numpy as np
    >>> labels, colours = kmeans(np.array([[0.0, 0.2, 0.9, 1.0]]), 2, channel_axis=None)
    >>> labels, colours
    (array([[0, 0, 1, 1]]), array([0.1 , 0.95]))
    """
    if channel_axis is not None and np.ndim(image) == 2:
        raise ValueError("expected a picture with channels, got two axes; pass channel_axis=None for a grey picture")
    if channel_axis not in (None, -1):
        raise ValueError(f"channel_axis is -1 or None, got {channel_axis!r}; move the channels last with np.moveaxis")
    values = as_float(check_image(image, channel_axis)).astype(float)
    shape = values.shape[:2]
    points = values.reshape(shape[0] * shape[1], -1)
    *_, (labels, colours) = kmeans_iterations(points, n_clusters, max_num_iter, rng)
    order = np.argsort(colours.sum(axis=1), kind="stable")
    labels = np.argsort(order)[labels].reshape(shape)
    return labels, colours[order] if channel_axis == -1 else colours[order, 0]


def kmeans_iterations(points, n_clusters=4, max_num_iter=20, rng=0):
    """Yield the labels and the colours after each round, for as long as something changes.

    Parameters
    ----------
    points : (n, channels) array
        One row for each pixel.
    n_clusters, max_num_iter, rng
        As in `kmeans`.

    Examples
    --------
    >>> import numpy as np
    >>> [colours.ravel().tolist() for _, colours in kmeans_iterations(np.array([[0.0], [1.0], [8.0]]), 2)]
    [[8.0, 0.5], [8.0, 0.5]]
    """
    n_clusters = check_count("n_clusters", n_clusters)
    check_room("n_clusters", (n_clusters,), max(len(points), 2**12))
    colours = first_colours(points, n_clusters, np.random.default_rng(rng))
    labels = None
    for _ in range(check_count("max_num_iter", max_num_iter)):
        before, labels = labels, nearest_colour(points, colours)
        colours = mean_colours(points, labels, colours)
        yield labels, colours
        if before is not None and np.array_equal(labels, before):
            return


def first_colours(points, k, rng):
    """Draw k pixels' colours, those far from the ones before with a higher chance: by squared distance.

    Examples
    --------
    >>> import numpy as np
    >>> first_colours(np.array([[1.0], [1.0], [5.0]]), 2, np.random.default_rng(0)).ravel().tolist()
    [5.0, 1.0]
    """
    colours = [points[rng.integers(len(points))]]
    distance = np.full(len(points), np.inf)
    for _ in range(k - 1):
        distance = np.minimum(distance, ((points - colours[-1]) ** 2).sum(axis=1))
        chances = distance.cumsum()
        # where all pixels have a colour already, any will do
        drawn = np.searchsorted(chances, rng.random() * chances[-1], side="right")
        colours.append(points[min(drawn, len(points) - 1)])
    return np.array(colours)


def nearest_colour(points, colours):
    """Return for each point the position of the nearest colour, of equals the first.

    Examples
    --------
    >>> import numpy as np
    >>> nearest_colour(np.array([[1.0], [7.0]]), np.array([[0.0], [8.0]]))
    array([0, 1])
    """
    least, labels = np.full(len(points), np.inf), np.zeros(len(points), np.int64)
    for k, colour in enumerate(colours):
        distance = ((points - colour) ** 2).sum(axis=1)
        labels[distance < least] = k
        np.minimum(least, distance, out=least)
    return labels


def mean_colours(points, labels, colours):
    """Return the mean of each label's points; a colour without points stays.

    Examples
    --------
    >>> import numpy as np
    >>> mean_colours(np.array([[1.0], [3.0]]), np.array([0, 0]), np.array([[0.0], [9.0]]))
    array([[2.],
           [9.]])
    """
    counts = np.bincount(labels, minlength=len(colours))[:, None]
    sums = np.stack([np.bincount(labels, channel, len(colours)) for channel in points.T], axis=1)
    return np.where(counts > 0, sums / np.maximum(counts, 1), colours)
