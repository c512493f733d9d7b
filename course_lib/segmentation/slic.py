"""Superpixels: k-means on colour and place at once, where each centre looks only around itself.

Stages: grid of centres -> assign pixels to the best centre -> move centres to their pixels' mean -> (again)
-> connect.
"""

import numpy as np
from scipy.sparse import csr_array

from ..base.channels import accepts_channel_axis
from ..base.checks import check_image
from ..base.dtype import scaled
from ..base.levels import by_level
from ..base.parameters import check_count, check_positive
from ..base.threads import side_by_side
from ..color.lab import lab_from_linear, linear_from_srgb
from ..filters.smoothing import gaussian
from .assign import assign
from .connect import connect
from .tiles import Tiles


@accepts_channel_axis
def slic(
    image,
    n_segments=100,
    compactness=10.0,
    max_num_iter=10,
    sigma=0,
    convert2lab=None,
    enforce_connectivity=True,
    start_label=1,
    *,
    channel_axis=-1,
):
    """Cut a picture into superpixels: connected pieces of about one size and one colour.

    Each pixel takes the centre with the least  |colour - centre's|^2 / compactness^2 + distance^2 / step^2

    Parameters
    ----------
    image : (rows, cols, channels) array, or (rows, cols) with channel_axis=None
        Any number type. Its values, lowest to highest, become 0 … 1.
    n_segments : int
        About how many pieces.
    compactness : float
        How much distance counts against colour. 10 suits Lab colours; 0.1 grey pictures. Try powers of 10.
    max_num_iter : int
        How often pixels are assigned at most; it ends earlier where nothing changes.
    sigma : float
        Standard deviation of a smoothing beforehand, in pixels.
    convert2lab : bool, optional
        Compare colours in Lab, where distance is what the eye sees. Default: for three channels.
    enforce_connectivity : bool
        Give pieces below half the mean size to a neighbour, so that each label is one connected piece.
    start_label : {0, 1}
        The first number.
    channel_axis : int or None
        The axis of the channels; None for a grey picture.

    Returns
    -------
    labels : (rows, cols) array of int64
        `start_label` and up, in reading order of their first pixels where connectivity is enforced.

    Raises
    ------
    TypeError
        For counts that are no whole numbers, and a compactness or sigma that is none.
    ValueError
        For a grey picture without channel_axis=None, and parameters that cannot be meant, with what they can be.

    Notes
    -----
    As in scikit-image, a centre's window reaches two steps of the grid, and the first assignment is by place
    alone. Unlike there, all small pieces join the piece above (or left of) their first pixel, and large
    ones are never split. The cost: pixels times the centres that a tile around them
    leaves possible, about ten, a round.

    References
    ----------
    Achanta et al. (2012): SLIC Superpixels Compared to State-of-the-Art Superpixel Methods, algorithm 1.

    Examples
    --------
    >>> import numpy as np
    >>> picture = np.zeros((4, 6))
    >>> picture[:, 3:] = 1
    >>> slic(picture, n_segments=2, compactness=0.1, channel_axis=None)
    array([[1, 1, 1, 2, 2, 2],
           [1, 1, 1, 2, 2, 2],
           [1, 1, 1, 2, 2, 2],
           [1, 1, 1, 2, 2, 2]])
    """
    if start_label not in (0, 1):
        raise ValueError(f"start_label is 0 or 1, got {start_label!r}; add another number to the result")
    picture = prepare(image, sigma, convert2lab, channel_axis)
    *_, (labels, centres) = slic_iterations(picture, n_segments, compactness, max_num_iter)
    if enforce_connectivity:
        labels = connect(labels, min_size=int(0.5 * labels.size / len(centres)))
    return labels.astype(np.int64) + start_label


def prepare(image, sigma=0, convert2lab=None, channel_axis=-1):
    """Return the picture as (rows, cols, channels) floats: scaled to 0 … 1, in Lab, smoothed.

    Examples
    --------
    >>> import numpy as np
    >>> prepare(np.array([[10, 20, 30]]), channel_axis=None)[..., 0]
    array([[0. , 0.5, 1. ]])
    """
    if channel_axis is not None and np.ndim(image) == 2:
        raise ValueError("expected a picture with channels, got two axes; pass channel_axis=None for a grey picture")
    image = check_image(image, channel_axis)
    in_lab = channel_axis is not None and image.shape[-1] == 3 and convert2lab in (None, True)
    if convert2lab and not in_lab:
        channels = 1 if channel_axis is None else image.shape[-1]
        raise ValueError(f"Lab is made of three channels, got {channels}; leave convert2lab out")
    lowest, highest = scaled(np.array([image.min(), image.max()]))

    def stretched(values):
        values = (scaled(values) - lowest) / (highest - lowest if highest > lowest else 1)
        return linear_from_srgb(values) if in_lab else values

    values = by_level(stretched, image)
    values = lab_from_linear(values) if in_lab else values.reshape(*image.shape[:2], -1)
    return gaussian(values, sigma, mode="reflect", channel_axis=-1) if sigma else values


def grid_of_centres(shape, n_segments):
    """Return centres on a regular grid, and the grid's steps.

    Parameters
    ----------
    shape : (rows, cols)
    n_segments : int
        About how many.

    Returns
    -------
    places : (k, 2) array of float64
        Each centre's (row, col), row by row.
    steps : (2,) array of int64

    Examples
    --------
    >>> places, steps = grid_of_centres((4, 6), 6)
    >>> places.tolist(), steps.tolist()
    ([[1.0, 1.0], [1.0, 3.0], [1.0, 5.0], [3.0, 1.0], [3.0, 3.0], [3.0, 5.0]], [2, 2])
    """
    area = shape[0] * shape[1]
    step = np.sqrt(area / n_segments) if n_segments < area else 1.0
    steps = np.full(2, step)
    if min(shape) < step:  # a narrow strip: one row (or column) of centres
        short = int(np.argmin(shape))
        steps[short], steps[1 - short] = shape[short], max(shape[1 - short] / n_segments, 1)
    starts, steps = (steps // 2).astype(int), np.round(steps).astype(int)
    rows, cols = (np.arange(start, size, step) for start, size, step in zip(starts, shape, steps, strict=True))
    return np.stack(np.meshgrid(rows, cols, indexing="ij"), axis=-1).reshape(-1, 2).astype(float), steps


def slic_iterations(picture, n_segments=100, compactness=10.0, max_num_iter=10):
    """Yield the labels and the centres after each round, for as long as something changes.

    Parameters
    ----------
    picture : (rows, cols, channels) array
        From `prepare`.
    n_segments, compactness, max_num_iter
        As in `slic`.

    Yields
    ------
    labels : (rows, cols) array of int32
        From 0.
    centres : (k, 2 + channels) array of float64
        Each centre's row, col and colour, after its move.

    Examples
    --------
    >>> import numpy as np
    >>> rounds = list(slic_iterations(np.eye(6)[..., None], 4, 0.1))
    >>> len(rounds), rounds[-1][1].shape
    (3, (4, 3))
    """
    places, steps = grid_of_centres(picture.shape[:2], check_count("n_segments", n_segments))
    # colours in units in which one step of the grid counts as much as `compactness`
    weight = steps.max() / check_positive("compactness", compactness)
    pixels = place_and_colour(picture, weight)
    # All centres begin with the same colour, so the first round goes by place alone
    centres = np.hstack([places, np.zeros((len(places), picture.shape[2]))])
    # A tile about as wide as a step meets few windows, however small the superpixels are
    tiles = Tiles(picture * weight, size=int(np.clip(steps.max(), 10, 16)))
    labels = np.zeros(picture.shape[:2], np.int32)
    for _ in range(check_count("max_num_iter", max_num_iter)):
        before, labels = labels, assign(tiles, centres, 2 * steps, labels)
        centres = update(pixels, labels, centres)
        shown = centres.copy()
        shown[:, 2:] /= weight  # the picture's own colours again
        yield labels, shown
        if np.array_equal(labels, before):
            return


def place_and_colour(picture, weight=1.0):
    """Return every pixel's row, col, weighted colour, and a one, which counts it: (pixels, 3 + channels)."""
    rows, cols, channels = picture.shape
    pixels = np.ones((rows, cols, 3 + channels))
    pixels[..., 0], pixels[..., 1] = np.arange(rows)[:, None], np.arange(cols)
    np.multiply(picture, weight, out=pixels[..., 2:-1])
    return pixels.reshape(-1, 3 + channels)


def update(pixels, labels, centres):
    """Move each centre to the mean of its pixels; one that has none stays.

    Examples
    --------
    >>> import numpy as np
    >>> pixels = place_and_colour(np.array([[[4.0], [6.0]]]))
    >>> update(pixels, np.array([[0, 0]]), np.zeros((2, 3)))
    array([[0. , 0.5, 5. ],
           [0. , 0. , 0. ]])
    """
    labels = labels.ravel()

    def sums_of(some):
        # a matrix with a row for each pixel and a one in the column of its label: its transpose sums by label
        ones, ends = np.ones(len(labels[some])), np.arange(len(labels[some]) + 1, dtype=np.int32)
        return csr_array((ones, labels[some], ends), shape=(len(ones), len(centres))).T @ pixels[some]

    half = labels.size // 2
    sums = sum(side_by_side(sums_of, [slice(half), slice(half, None)]))
    counts = sums[:, -1:]
    return np.where(counts > 0, sums[:, :-1] / np.maximum(counts, 1), centres)
