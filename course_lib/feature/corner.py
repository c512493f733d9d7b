"""Corners: points whose surroundings change whichever way one moves.

Stages: gradient -> structure tensor (how the gradients around a pixel spread) -> response -> peaks.
"""

import numpy as np

from ..base.checks import check_grey
from ..base.dtype import as_float
from ..base.kernels import gaussian_kernel
from ..base.parameters import check_number
from ..filters.separable import correlate_folded
from .gradients import gradient
from .peak import most_peaks, peak_local_max, spaced


def structure_tensor(image, sigma=1.0, mode="constant", cval=0.0, order="rc"):
    """Return the matrix of gradient products around each pixel.

    A = G_sigma * [[g_r g_r, g_r g_c], [g_r g_c, g_c g_c]], with Sobel's gradient (weights 1 2 1)

    Parameters
    ----------
    image : (rows, cols) array
        Any number type. Integers are scaled to [0, 1] (signed: [-1, 1]).
    sigma : float
        How far around a pixel gradients count, in pixels.
    mode, cval : str, float
        Border rule as in `gaussian`. The default, "constant", takes the surroundings as black.
    order : {"rc", "xy"}
        "rc" returns Arr, Arc, Acc; "xy" the same as Axx, Axy, Ayy (x runs along the columns).

    Returns
    -------
    elements : list of three (rows, cols) arrays
        float32 for float32 and float16, else float64.

    Raises
    ------
    ValueError
        For what is not (rows, cols), and an unknown order or mode.
    TypeError
        For a sigma that is no number.

    Notes
    -----
    Its eigenvectors are the axes of an ellipse: flat surroundings give a point, an edge a line, a corner
    a full ellipse.

    References
    ----------
    Harris, Stephens (1988): A Combined Corner and Edge Detector.

    Examples
    --------
    >>> dot = np.zeros((5, 5))
    >>> dot[2, 2] = 1
    >>> structure_tensor(dot, sigma=0)[2][1:4, 1:4]
    array([[1., 0., 1.],
           [4., 0., 4.],
           [1., 0., 1.]])
    """
    if order not in ("rc", "xy"):
        raise ValueError(f'order is "rc" (rows first) or "xy" (columns first), got {order!r}')
    sigma = check_number("sigma", sigma, 0)
    down, across = gradient(as_float(check_grey(image)), mode, cval)
    first, second = (down, across) if order == "rc" else (across, down)
    products = (first * first, first * second, second * second)
    return [_spread(product, sigma, mode, cval) for product in products]


def corner_harris(image, method="k", k=0.05, eps=1e-6, sigma=1.0):
    """Measure how much each pixel is a corner, after Harris.

    method "k":   det(A) - k trace(A)^2
    method "eps": 2 det(A) / (trace(A) + eps)

    Parameters
    ----------
    image : (rows, cols) array
        Any number type. Integers are scaled to [0, 1] (signed: [-1, 1]).
    method : {"k", "eps"}
        "eps" (Noble's measure) needs no k.
    k : float
        How much an edge counts against a corner, about 0 to 0.2; 0.05 is usual.
    eps : float
        Keeps the quotient finite where nothing changes.
    sigma : float
        How far around a pixel gradients count, in pixels.

    Returns
    -------
    response : (rows, cols) array
        Large at corners, about 0 in flat parts, with "k" negative on edges. float32 for float32 and
        float16, else float64.

    Raises
    ------
    ValueError
        For what is not (rows, cols), and an unknown method.
    TypeError
        For a k, eps or sigma that is no number.

    Notes
    -----
    Beyond the border the picture is taken as black, so a bright picture has corners at its own.

    References
    ----------
    Harris, Stephens (1988): A Combined Corner and Edge Detector.
    Noble (1988): Finding Corners.

    Examples
    --------
    >>> square = np.zeros((8, 8))
    >>> square[2:6, 2:6] = 1
    >>> corner_peaks(corner_harris(square), min_distance=1)
    array([[2, 2],
           [2, 5],
           [5, 2],
           [5, 5]])
    """
    if method not in ("k", "eps"):
        raise ValueError(f'method is "k" or "eps", got {method!r}')
    k, eps = check_number("k", k), check_number("eps", eps)
    if method == "eps" and eps <= 0:
        raise ValueError(f"eps keeps the quotient finite, so it must be above 0, got {eps}")
    rr, rc, cc = structure_tensor(image, sigma)
    determinant = rr * cc - rc * rc
    trace = rr + cc
    return determinant - k * trace**2 if method == "k" else 2 * determinant / (trace + eps)


def corner_shi_tomasi(image, sigma=1.0):
    """Measure how much each pixel is a corner, after Shi and Tomasi: the smaller eigenvalue of A.

    ((Arr + Acc) - sqrt((Arr - Acc)^2 + 4 Arc^2)) / 2

    Parameters
    ----------
    image : (rows, cols) array
        Any number type. Integers are scaled to [0, 1] (signed: [-1, 1]).
    sigma : float
        How far around a pixel gradients count, in pixels.

    Returns
    -------
    response : (rows, cols) array
        How much the surroundings change at least, whichever way one moves. float32 for float32 and
        float16, else float64.

    Raises
    ------
    ValueError
        For what is not (rows, cols).
    TypeError
        For a sigma that is no number.

    Notes
    -----
    Never negative but for rounding. Beyond the border the picture is taken as black, as in `corner_harris`. The same
    to rounding as scikit-image.

    References
    ----------
    Shi, Tomasi (1994): Good Features to Track.

    Examples
    --------
    >>> square = np.zeros((8, 8))
    >>> square[2:6, 2:6] = 1
    >>> corner_peaks(corner_shi_tomasi(square, sigma=0.5))
    array([[2, 2],
           [2, 5],
           [5, 2],
           [5, 5]])
    """
    rr, rc, cc = structure_tensor(image, sigma)
    return ((rr + cc) - np.sqrt((rr - cc) ** 2 + 4 * rc * rc)) / 2


def corner_peaks(
    image,
    min_distance=1,
    threshold_abs=None,
    threshold_rel=None,
    exclude_border=True,
    indices=True,
    num_peaks=np.inf,
):
    """Find the corners in a response: its peaks, one of several that are equal and close.

    Parameters
    ----------
    image : (rows, cols) array
        A response, from `corner_harris` for example.
    min_distance, threshold_abs, threshold_rel, exclude_border
        As in `peak_local_max`.
    indices : bool
        False: return a mask instead of points.
    num_peaks : int, optional
        At most this many, the highest. Default: all.

    Returns
    -------
    corners : (n, 2) array of int64
        Points (row, col), the highest first; or a mask of the image's shape.

    Raises
    ------
    ValueError
        For what is not (rows, cols), and parameters that cannot be meant.
    TypeError
        As for `peak_local_max`.

    Notes
    -----
    What `peak_local_max` finds is thinned: of equal peaks no more than `min_distance` rows and columns apart, the
    first in reading order stays. `num_peaks` counts those that are left. As in scikit-image.

    A constant response has no peak. But `corner_harris` is negative on edges, the picture's border too, so what is flat
    lies above the least value and counts: a threshold_rel of 0.1 leaves it out.

    References
    ----------
    Harris, Stephens (1988): A Combined Corner and Edge Detector (corners are local maxima of the response).

    Examples
    --------
    >>> plateau = np.zeros((5, 5))
    >>> plateau[2:4, 2:4] = 1
    >>> corner_peaks(plateau)
    array([[2, 2]])
    """
    peaks = peak_local_max(image, min_distance, threshold_abs, threshold_rel, exclude_border)
    response = np.asarray(image)
    corners = spaced(peaks, response[tuple(peaks.T)], min_distance, response.shape)
    corners = corners[: most_peaks(num_peaks)]
    if indices:
        return corners
    mask = np.zeros(response.shape, bool)
    mask[tuple(corners.T)] = True
    return mask


def _spread(product, sigma, mode, cval):
    """Smooth with a Gaussian, in the same order everywhere, so that equal corners stay exactly equal."""
    kernel = gaussian_kernel(sigma)
    return correlate_folded(product, kernel, kernel, mode, cval)
