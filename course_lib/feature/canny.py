"""Canny's edge detector.

Stages: smooth -> gradient -> thin (keep ridges) -> link (keep what is connected with a strong edge).
`thin` is as plainly.thin, 3 times as fast: it looks at strong enough pixels only, and on their second side only at
those that have passed the first.
"""

import numpy as np
from scipy import ndimage

from ..base.checks import check_grey
from ..base.dtype import as_float
from ..base.parameters import check_number
from ..filters.smoothing import gaussian
from .gradients import gradient


def canny(
    image, sigma=1.0, low_threshold=None, high_threshold=None, mask=None, use_quantiles=False, *, mode="constant"
):
    """Find edges as thin lines.

    strength = |gradient of (G_sigma * image)|;  edges are its ridges that reach `low_threshold`, in lines that
    reach `high_threshold` somewhere.

    Parameters
    ----------
    image : (rows, cols) array
        Any number type. Integers are scaled to [0, 1] (signed: [-1, 1]).
    sigma : float
        Standard deviation of the smoothing, in pixels; 1 is enough for a clean photograph. More of it: fewer,
        rounder edges.
    low_threshold, high_threshold : float, optional
        A line must be at least `low_threshold` strong everywhere and `high_threshold` somewhere. In the
        image's own units (0 … 255 for uint8). Default: a tenth and a fifth of the type's range (with
        `use_quantiles`: the shares 0.1 and 0.2). The
        strength is the length of the Sobel gradient with weights 1 2 1: a step of 1 gives about 3 / sigma (sigma >= 1).
    mask : (rows, cols) array of bool, optional
        Only pixels whose 3x3 neighbours are all in the mask can be edges, and none outside counts.
    use_quantiles : bool
        Thresholds are shares of the strengths instead: 0.9 is what nine in ten pixels do not reach.
    mode : str
        Border rule of the smoothing, as in `gaussian`. With "constant", the default, nothing beyond the
        border counts.

    Returns
    -------
    edges : (rows, cols) array of bool
        The outermost pixels are never edges.

    Raises
    ------
    TypeError
        For thresholds or a sigma that are no numbers.
    ValueError
        For a picture that is not (rows, cols): convert it with color.rgb2gray first. For a sigma or thresholds that are
        negative, in the wrong order, or no shares with `use_quantiles`; for a mask of another shape.

    Notes
    -----
    Strengths that differ by rounding alone are taken as equal, so a straight edge between two columns
    stays straight (two pixels wide, as in scikit-image). Linking takes neighbours across corners too, and the
    thresholds themselves count as reached. The cost: two smoothings, then the pixels above `low_threshold` alone.

    References
    ----------
    Canny (1986): A Computational Approach to Edge Detection, IEEE Trans. PAMI 8, 679-698.

    Examples
    --------
    >>> import numpy as np
    >>> bright = np.zeros((7, 7))
    >>> bright[2:5, 2:5] = 1
    >>> canny(bright, sigma=0.5).astype(int)
    array([[0, 0, 0, 0, 0, 0, 0],
           [0, 0, 0, 1, 0, 0, 0],
           [0, 0, 1, 0, 1, 0, 0],
           [0, 1, 0, 0, 0, 1, 0],
           [0, 0, 1, 0, 1, 0, 0],
           [0, 0, 0, 1, 0, 0, 0],
           [0, 0, 0, 0, 0, 0, 0]])
    """
    values = as_float(check_grey(image))
    sigma = check_number("sigma", sigma, 0, meaning="a width in pixels")
    inside = _check_mask(mask, values.shape)
    low, high = _check_thresholds(image, low_threshold, high_threshold, use_quantiles)
    down, across = gradient(smooth(values, sigma, inside, mode))
    if use_quantiles:
        low, high = np.quantile(np.hypot(down, across), [low, high])
    return link(thin(down, across, low, inside), high)


def smooth(image, sigma=1.0, mask=None, mode="constant"):
    """Smooth a float picture; where only some pixels of the window count, divide by their weight.

    Examples
    --------
    >>> import numpy as np
    >>> smooth(np.ones((1, 3)), 1.0)
    array([[1., 1., 1.]])
    """
    if mask is None and mode != "constant":
        return gaussian(image, sigma, mode=mode)
    if mask is None:  # what counts of a window is its share of rows times its share of columns
        rows, cols = image.shape
        weight = gaussian(np.ones((rows, 1)), (sigma, 0), mode=mode) * gaussian(
            np.ones((1, cols)), (0, sigma), mode=mode
        )
    else:
        weight = gaussian(mask.astype(image.dtype), sigma, mode=mode)
        image = np.where(mask, image, 0)
    total = gaussian(image, sigma, mode=mode)
    return (total / np.where(weight > 0, weight, 1)).astype(image.dtype, copy=False)


def thin(down, across, low=0.0, mask=None):
    """Keep the strength of ridge pixels that reach `low`; a ridge is no weaker than its two sides across the edge.

    The gradient points across the edge. It passes between two of the eight neighbours, and the strength
    there is a weighted mean of theirs.

    Parameters
    ----------
    down, across : (rows, cols) arrays
        From `gradient`.
    low : float
    mask : (rows, cols) array of bool, optional
        See `canny`.

    Returns
    -------
    ridges : (rows, cols) array
        The gradient's length on ridges, 0 elsewhere.

    Examples
    --------
    >>> import numpy as np
    >>> across = np.array([[0.0, 1.0, 3.0, 1.0, 0.0]] * 3)
    >>> thin(np.zeros((3, 5)), across)
    array([[0., 0., 0., 0., 0.],
           [0., 0., 3., 0., 0.],
           [0., 0., 0., 0., 0.]])
    """
    strength = np.sqrt(down * down + across * across)
    candidates = np.flatnonzero(_inner(mask, strength.shape) & (strength >= low) & (strength > 0))
    d, a, flat = down.ravel()[candidates], across.ravel()[candidates], strength.ravel()
    # The gradient points between a diagonal neighbour and a straight one; the other side is opposite. Here it points to
    # the right and a little up, so in reading order the two are 1 - cols and 1 places further on:
    #     .   .   diagonal
    #     .  here straight
    row = np.where((d > 0) == (a > 0), strength.shape[1], -strength.shape[1])
    d, a = np.abs(d), np.abs(a)
    straight = np.where(d > a, row, 1)
    diagonal = row + 1
    share = np.minimum(d, a) / np.maximum(d, a)
    for side in (1, -1):  # where the gradient points, and the other way
        own = flat[candidates] * (1 + 32 * np.finfo(flat.dtype).eps)  # a little more: equal up to rounding is enough
        between = flat[candidates + side * diagonal] * share + flat[candidates + side * straight] * (1 - share)
        kept = np.flatnonzero(between <= own)
        candidates, diagonal, straight, share = (values[kept] for values in (candidates, diagonal, straight, share))
    ridges = np.zeros_like(strength)
    ridges.ravel()[candidates] = flat[candidates]
    return ridges


def link(ridges, high):
    """Keep the lines that reach `high` somewhere: ridge pixels are one line if edges or corners join them.

    Parameters
    ----------
    ridges : (rows, cols) array
        From `thin`.
    high : float

    Returns
    -------
    edges : (rows, cols) array of bool

    Examples
    --------
    >>> import numpy as np
    >>> link(np.array([[1, 0, 0, 1], [0, 3, 0, 1]]), high=2)
    array([[ True, False, False, False],
           [False,  True, False, False]])
    """
    lines, count = ndimage.label(ridges > 0, np.ones((3, 3)))
    strong = np.zeros(count + 1, bool)
    strong[lines[(ridges >= high) & (ridges > 0)]] = True
    return strong[lines]


def _inner(mask, shape):
    """Return the pixels that have all eight neighbours inside."""
    inner = np.zeros(shape, bool)
    inner[1:-1, 1:-1] = True
    return inner if mask is None else inner & ndimage.binary_erosion(mask, np.ones((3, 3)))


def _check_mask(mask, shape):
    if mask is None:
        return None
    mask = check_grey(mask, "mask")
    if mask.shape != shape:
        raise ValueError(f"expected a mask of the image's shape {shape}, got {mask.shape}")
    return mask.astype(bool)


def _check_thresholds(image, low, high, use_quantiles):
    """Return both thresholds in units of the float picture, or as shares."""
    dtype = np.asarray(image).dtype
    unit = np.iinfo(dtype).max if dtype.kind in "ui" and not use_quantiles else 1
    low, high = (
        default if level is None else check_number(name, level, 0) / unit
        for name, level, default in (("low_threshold", low, 0.1), ("high_threshold", high, 0.2))
    )
    if use_quantiles and high > 1:
        raise ValueError(f"with use_quantiles, thresholds are shares from 0 to 1, got {high}")
    if low > high:
        raise ValueError(f"low_threshold {low} is above high_threshold {high}; swap them, or set both")
    return low, high
