"""Structural similarity: mean, contrast and structure compared in a window around each pixel."""

import warnings

import numpy as np

from ..base.bands import fill
from ..base.checks import check_axis, check_image
from ..base.dtype import float_dtype
from ..base.kernels import gaussian_kernel
from ..base.lines import fold_both_ways
from ..base.padding import pad
from ..base.parameters import check_number, check_room
from .error import check_range, type_range


def structural_similarity(
    im1,
    im2,
    *,
    win_size=None,
    data_range=None,
    channel_axis=None,
    gaussian_weights=False,
    full=False,
    K1=0.01,
    K2=0.03,
    sigma=1.5,
    use_sample_covariance=True,
    multichannel=None,
):
    """Measure how alike two pictures look: compare mean, contrast and structure in a window around each pixel.

    S = (2 u1 u2 + C1) (2 v12 + C2) / ((u1^2 + u2^2 + C1) (v1 + v2 + C2)),  C = (K data_range)^2

    with the means u, variances v and covariance v12 in the window; the result is the mean of S.

    Parameters
    ----------
    im1, im2 : (rows, cols) arrays, or (rows, cols, channels) with channel_axis=-1
        Any number type; values are taken as they are.
    win_size : int, optional
        Side of the window, odd; 7 where left out, 11 with gaussian_weights.
    data_range : float, optional
        The distance from the least to the largest possible value; floats need it, integers have their type's.
    channel_axis : None or int
        None for grey pictures, -1 for colours in the last axis: the mean of the channels' results.
    gaussian_weights : bool
        Weigh the window by a Gaussian of width `sigma`, as the paper does, instead of evenly. It ends at 3.5 sigma,
        whatever `win_size` says.
    full : bool
        Return S as well.
    K1, K2 : float
        Keep the quotient finite where a window is black (K1) or flat (K2); 0 or more, the paper's values.
    sigma : float
        Width of the Gaussian in pixels, for gaussian_weights.
    use_sample_covariance : bool
        Divide variances and covariance by n - 1 instead of n, the number of pixels in the window. The paper's
        results need False.
    multichannel : bool, optional
        The older way to say channel_axis=-1.

    Returns
    -------
    float64 in [-1, 1], 1 for equal pictures; with `full` also S, of the shape of `im1`.

    Raises
    ------
    ValueError
        For pictures of different shapes, floats without a data_range, a window that is even or does not fit, and
        K1, K2 or a sigma below 0.
    TypeError
        For a K1, K2, sigma or data_range that is no number.

    Notes
    -----
    Pixels nearer to the border than half a window count for S, and not for the mean. The border is reflected. The same
    to rounding as scikit-image.

    References
    ----------
    Z. Wang et al., Image quality assessment, IEEE Transactions on Image Processing 13 (2004) 600.

    Examples
    --------
    >>> ramp = np.add.outer(np.arange(8), np.arange(8)) / 14
    >>> float(structural_similarity(ramp, ramp, data_range=1))
    1.0
    >>> float(structural_similarity(ramp, 1 - ramp, data_range=1).round(2))
    -0.96
    """
    if multichannel is not None:
        warnings.warn("`multichannel` is the old name; write channel_axis=-1", DeprecationWarning, stacklevel=2)
        channel_axis = -1 if multichannel else channel_axis
    im1, im2 = _planes(im1, channel_axis), _planes(im2, channel_axis)
    if im1.shape != im2.shape:
        raise ValueError(f"the pictures have the shapes {im1.shape} and {im2.shape}; give them the same")
    if data_range is None:
        data_range = type_range(im1)
    check_range(data_range)
    K1, K2 = check_number("K1", K1, 0), check_number("K2", K2, 0)
    weights = _window(im1, win_size, gaussian_weights, sigma)
    maps, similarity = [], 0.0
    for plane1, plane2 in zip(np.moveaxis(im1, -1, 0), np.moveaxis(im2, -1, 0), strict=True):
        surface = _surface(plane1, plane2, weights, K1 * data_range, K2 * data_range, use_sample_covariance, full)
        radius = len(weights) // 2 if full else 0
        inside = surface[radius : len(surface) - radius, radius : surface.shape[1] - radius]
        similarity += inside.mean(dtype=np.float64) / im1.shape[-1]
        maps.append(surface)
    if not full:
        return similarity
    return similarity, maps[0] if channel_axis is None else np.stack(maps, axis=channel_axis)


def similarity_map(a, b, weights, c1, c2, sample=True):
    """Return S of two float pictures, for all places where the window `weights[i] weights[j]` fits in.

    >>> similarity_map(np.eye(3), np.eye(3), np.full(3, 1 / 3), 0.01, 0.03)
    array([[1.]])
    """

    def mean(picture):
        return fold_both_ways(picture, weights, weights)

    mean_a, mean_b = mean(a), mean(b)
    products = mean_a * mean_b
    squares = mean_a * mean_a + mean_b * mean_b
    bias = len(weights) ** 2 / (len(weights) ** 2 - 1) if sample else 1.0
    covariance = bias * (mean(a * b) - products)
    variances = bias * (mean(a * a + b * b) - squares)
    return (2 * products + c1) * (2 * covariance + c2) / ((squares + c1) * (variances + c2))


def _surface(a, b, weights, k1, k2, sample, full):
    """Return S, without the border of half a window unless `full`."""
    dtype = float_dtype(a.dtype)
    a, b, weights = a.astype(dtype), b.astype(dtype), weights.astype(dtype)
    if full:
        a, b = pad(a, len(weights) // 2), pad(b, len(weights) // 2)
    extra = len(weights) - 1

    def compare(rows, place):
        reach = slice(rows.start, rows.stop + extra)
        place[:] = similarity_map(a[reach], b[reach], weights, k1**2, k2**2, sample)

    return fill(np.empty((len(a) - extra, a.shape[1] - extra), dtype), compare, a[0].nbytes, 4 * extra)


def _window(image, win_size, gaussian_weights, sigma):
    if gaussian_weights:
        weights = gaussian_kernel(check_number("sigma", sigma, 0), truncate=3.5)
        if len(weights) == 1:
            raise ValueError(f"sigma={sigma!r} makes a window of one pixel, which does not vary; take 0.15 or more")
    else:
        win_size = 7 if win_size is None else win_size
        if not isinstance(win_size, (int, np.integer)) or win_size < 3 or win_size % 2 == 0:
            raise ValueError(f"win_size is an odd number of pixels from 3 on, got {win_size!r}")
        check_room("win_size", (win_size,))
        weights = np.full(win_size, 1 / win_size)
    if min(image.shape[:2]) < len(weights):
        raise ValueError(
            f"a window of {len(weights)} by {len(weights)} does not fit into the picture {image.shape[:2]}; "
            "pass a smaller odd win_size"
        )
    return weights


def _planes(image, channel_axis):
    """Return a checked picture as (rows, cols, channels)."""
    if channel_axis is None:
        return check_image(image)[..., None]
    image = check_image(image, -1)
    return np.moveaxis(image, check_axis(channel_axis, image), -1)
