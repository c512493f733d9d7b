"""Matching: which corner of one picture is the same as which corner of another.

Stages: describe each corner by the patch around it -> compare all pairs -> keep the pairs that are sure.
"""

import numpy as np
from scipy.spatial.distance import cdist

from ..base.checks import check_array, check_grey
from ..base.dtype import scaled
from ..base.padding import pad
from ..base.parameters import check_count, check_number, check_room
from ..base.threads import THREADS, side_by_side

_LARGE = 2**16  # distances, from which on threads pay
_METRICS = ("euclidean", "cityblock", "hamming")


def patch_descriptors(image, keypoints, patch_size=9):
    """Describe points by the pixels around them, freed from brightness and contrast.

    d = (p - mean(p)) / |p - mean(p)|

    Parameters
    ----------
    image : (rows, cols) array
        Any number type. Integers are scaled to [0, 1] (signed: [-1, 1]).
    keypoints : (n, 2) array of integers
        Points (row, col) inside the picture, from `corner_peaks` for example.
    patch_size : int
        Rows and columns of a patch, an odd number. Larger ones are surer, and fail sooner when the
        picture is turned or scaled.

    Returns
    -------
    descriptors : (n, patch_size * patch_size) array
        Of length 1, or all 0 where the patch is constant. float32 for float32 and float16, else float64.

    Raises
    ------
    ValueError
        For an even size, points outside, and what is not (rows, cols).
    TypeError
        For a size that is no whole number.

    Notes
    -----
    Beyond the border the picture is mirrored. The squared distance of two descriptors is
    2 (1 - correlation), so the nearest one is the best correlated.

    References
    ----------
    Szeliski (2022): Computer Vision, 2nd edition, section 7.1.2 (bias and gain normalised patches).

    Examples
    --------
    >>> import numpy as np
    >>> step = np.array([[0.0, 0.0, 1.0, 1.0]] * 4)
    >>> patch_descriptors(step, [[1, 1]], patch_size=3).reshape(3, 3).round(2)
    array([[-0.24, -0.24,  0.47],
           [-0.24, -0.24,  0.47],
           [-0.24, -0.24,  0.47]])
    """
    values = scaled(check_grey(image))
    points = _check_points(keypoints, values.shape)
    patch_size = check_count("patch_size", patch_size, meaning="an odd whole number of pixels")
    if patch_size % 2 == 0:
        raise ValueError(f"patch_size is an odd number of pixels (the point is in the middle), got {patch_size!r}")
    check_room("patch_size", (len(points), patch_size, patch_size))
    patches = _patches(values, points, patch_size)
    patches = patches - patches.mean(axis=1, keepdims=True)
    lengths = np.linalg.norm(patches, axis=1, keepdims=True)
    # what is left of a constant patch is rounding, and means nothing
    rounding = np.abs(values).max() * patch_size * 4 * np.finfo(values.dtype).eps
    return np.where(lengths > rounding, patches / np.where(lengths > 0, lengths, 1), 0).astype(values.dtype, copy=False)


def match_descriptors(descriptors1, descriptors2, metric=None, max_distance=np.inf, cross_check=True, max_ratio=1.0):
    """Pair each descriptor of the first picture with the nearest one of the second.

    Parameters
    ----------
    descriptors1, descriptors2 : (m, p) and (n, p) arrays
        One row for each point, from `patch_descriptors` for example.
    metric : {"euclidean", "cityblock", "hamming"}, optional
        Default: hamming (the share of unequal values) for bool, else euclidean.
    max_distance : float
        Keep pairs that are nearer than this.
    cross_check : bool
        Keep a pair only if each is the other's nearest.
    max_ratio : float
        Keep a pair only if it is nearer than this share of the distance to the second nearest: below 1,
        corners that look like several others are left out. 0.8 is usual.

    Returns
    -------
    matches : (k, 2) array of int64
        Positions in the first and in the second array, sorted by the first.

    Raises
    ------
    ValueError
        For descriptors of unequal length, and parameters that cannot be meant.
    TypeError
        For a max_distance or max_ratio that is no number.

    Notes
    -----
    All m n distances are computed, p steps each. Of equally near descriptors the first is taken. Without
    `cross_check` every row of the first array has a pair, and a row of the second may be in several. The ratio needs
    two descriptors in the second array: with a single one it drops nothing. The same as scikit-image.

    References
    ----------
    Lowe (2004): Distinctive Image Features from Scale-Invariant Keypoints, section 7.1 (the ratio).

    Examples
    --------
    >>> import numpy as np
    >>> here, there = np.array([[0.0, 0], [5, 5]]), np.array([[5.0, 4], [9, 9], [0, 1]])
    >>> match_descriptors(here, there)
    array([[0, 2],
           [1, 0]])
    """
    first, second = _check_descriptors(descriptors1, descriptors2)
    metric = _check_metric(metric, first, second)
    if not (len(first) and len(second)):  # no points, no pairs
        return np.empty((0, 2), int)
    distances = all_distances(first, second, metric)
    matches = nearest_pairs(distances, cross_check)
    keep = distances[tuple(matches.T)] < check_number("max_distance", max_distance, finite=False)
    if max_distance == np.inf:
        keep[:] = True  # also pairs whose distance is too large for a number: infinity is not below infinity
    if check_number("max_ratio", max_ratio, finite=False) < 1:
        keep &= ratios(distances, matches) < max_ratio
    return matches[keep]


def all_distances(first, second, metric="euclidean"):
    """Return the distance of each row of `first` from each row of `second`, (m, n); large tables by threads.

    Examples
    --------
    >>> import numpy as np
    >>> all_distances(np.array([[0.0, 0.0]]), np.array([[3.0, 4.0], [0.0, 1.0]]))
    array([[5., 1.]])
    """
    if len(first) * len(second) < _LARGE:
        return cdist(first, second, metric=metric)
    distances = np.empty((len(first), len(second)))
    size = -(-len(first) // THREADS)
    parts = [slice(start, start + size) for start in range(0, len(first), size)]
    side_by_side(lambda part: cdist(first[part], second, metric=metric, out=distances[part]), parts)
    return distances


def nearest_pairs(distances, cross_check=True):
    """Return each row with its nearest column, (k, 2); with `cross_check` if it is the nearest row of that column.

    Examples
    --------
    >>> import numpy as np
    >>> nearest_pairs(np.array([[1.0, 5.0], [2.0, 9.0]]))
    array([[0, 0]])
    """
    rows, columns = np.arange(len(distances)), distances.argmin(axis=1)
    pairs = np.stack([rows, columns], axis=1)
    return pairs[distances.argmin(axis=0)[columns] == rows] if cross_check else pairs


def ratios(distances, matches):
    """Return how near each match is, as a share of the distance to the row's second nearest column.

    Examples
    --------
    >>> import numpy as np
    >>> ratios(np.array([[1.0, 4.0]]), np.array([[0, 0]]))
    array([0.25])
    """
    rows, columns = matches.T
    others = distances[rows]
    best = others[np.arange(len(rows)), columns]
    others[np.arange(len(rows)), columns] = np.inf
    second = others.min(axis=1)
    return best / np.where(second > 0, second, np.finfo(float).eps)


def _patches(values, points, size):
    padded = pad(values, size // 2)
    windows = np.lib.stride_tricks.sliding_window_view(padded, (size, size))
    return windows[tuple(points.T)].reshape(len(points), size * size)


def _check_points(keypoints, shape):
    if np.size(keypoints) == 0:
        return np.empty((0, 2), int)
    points = check_array(keypoints, "keypoints")
    if points.ndim != 2 or points.shape[1] != 2 or points.dtype.kind not in "ui":
        raise ValueError(
            f"expected keypoints as whole numbers (n, 2), each (row, col), got {points.dtype} of shape {points.shape}"
        )
    if (points < 0).any() or (points >= shape).any():
        raise ValueError(f"keypoints lie outside the picture of shape {shape}; are they (row, col), in this order?")
    return points


def _check_descriptors(descriptors1, descriptors2):
    pair = []
    for name, descriptors in (("descriptors1", descriptors1), ("descriptors2", descriptors2)):
        no_points = isinstance(descriptors, np.ndarray) and descriptors.ndim == 2 and len(descriptors) == 0
        array = descriptors if no_points else check_array(descriptors, name)
        if array.ndim != 2:
            raise ValueError(f"expected {name} as (n, p), one row for each point, got shape {array.shape}")
        pair.append(array)
    if pair[0].shape[1] != pair[1].shape[1]:
        raise ValueError(
            f"descriptors have {pair[0].shape[1]} and {pair[1].shape[1]} values; describe both pictures the same way"
        )
    return pair


def _check_metric(metric, first, second):
    if metric is None:
        return "hamming" if first.dtype == second.dtype == bool else "euclidean"
    if metric not in _METRICS:
        raise ValueError(f"unknown metric {metric!r}; choose one of {', '.join(_METRICS)}")
    return metric
