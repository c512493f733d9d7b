"""Edges: how fast a grey picture changes down its rows (_h: horizontal edges), across its columns (_v), and both.

All share their parameters, result and border rule: see `sobel`.
"""

import numpy as np

from course_lib.arrays import as_float, check_grey, pad, shifts

# What a pixel, its neighbours and the next ones weigh across the direction of the difference: they sum to one
# as side + middle + side, so a step of height 1 gives at most 1.
_SOBEL = (1 / 4, 2 / 4)
_PREWITT = (1 / 3, 1 / 3)
_SCHARR = (3 / 16, 10 / 16)
_BAND = 64  # rows at a time: all that is needed for them stays in the processor's cache


def sobel(image, mask=None, *, axis=None, mode="reflect", cval=0.0):
    """Find edges with Sobel's operator: differences along one axis, smoothed with 1 2 1 along the other.

    h = (1 2 1)/4 across of (below - above),  v = the same, transposed,  out = sqrt((h^2 + v^2) / 2)

    Parameters
    ----------
    image : (rows, cols) array
        Any number type. Integers are scaled to [0, 1] (signed: [-1, 1]).
    mask : (rows, cols) array, optional
        Where it is zero, and right beside that, the result is 0.
    axis : None, 0 or 1
        0 gives h (edges that run along a row), 1 gives v, None the strength of both.
    mode, cval : str, float
        Border rule, one of reflect, mirror, nearest, wrap, constant (the value `cval`).

    Returns
    -------
    (rows, cols) array, float32 for float32 and float16, else float64. For a picture in [0, 1] the strength is in
    [0, 1] and h and v, which have a sign, in [-1, 1].

    Raises
    ------
    ValueError
        For a picture or mask that is not 2-D, unequal shapes, an unknown axis or mode.

    Notes
    -----
    h is positive where the picture gets brighter downwards, v where it does to the right. The same to rounding as
    scikit-image, which also takes volumes (and would mix the channels of a colour picture).

    References
    ----------
    I. Sobel, G. Feldman, A 3x3 isotropic gradient operator for image processing, 1968.

    Examples
    --------
    >>> step = np.array([[0, 0, 1, 1]] * 3)
    >>> sobel(step.astype(float), axis=1)
    array([[0., 1., 1., 0.],
           [0., 1., 1., 0.],
           [0., 1., 1., 0.]])
    """
    return _edges(image, _SOBEL, mask, axis, mode, cval)


def sobel_h(image, mask=None):
    """Find horizontal edges: `sobel` with axis=0."""
    return _edges(image, _SOBEL, mask, 0)


def sobel_v(image, mask=None):
    """Find vertical edges: `sobel` with axis=1."""
    return _edges(image, _SOBEL, mask, 1)


def prewitt(image, mask=None, *, axis=None, mode="reflect", cval=0.0):
    """Find edges with Prewitt's operator: as `sobel`, with the plain mean 1 1 1 for the smoothing.

    References
    ----------
    J. M. S. Prewitt, Object enhancement and extraction, Picture Processing and Psychopictorics, 1970.
    """
    return _edges(image, _PREWITT, mask, axis, mode, cval)


def prewitt_h(image, mask=None):
    """Find horizontal edges: `prewitt` with axis=0."""
    return _edges(image, _PREWITT, mask, 0)


def prewitt_v(image, mask=None):
    """Find vertical edges: `prewitt` with axis=1."""
    return _edges(image, _PREWITT, mask, 1)


def scharr(image, mask=None, *, axis=None, mode="reflect", cval=0.0):
    """Find edges with Scharr's operator: as `sobel`, with 3 10 3 for the smoothing.

    Of the 3x3 operators this one depends least on the direction of the edge.

    References
    ----------
    H. Scharr, Optimal operators in digital image processing, dissertation, Heidelberg 2000.
    """
    return _edges(image, _SCHARR, mask, axis, mode, cval)


def scharr_h(image, mask=None):
    """Find horizontal edges: `scharr` with axis=0."""
    return _edges(image, _SCHARR, mask, 0)


def scharr_v(image, mask=None):
    """Find vertical edges: `scharr` with axis=1."""
    return _edges(image, _SCHARR, mask, 1)


def roberts(image, mask=None):
    """Find edges with Roberts' cross: the differences along both diagonals of each 2x2 block.

    out[r, c] = sqrt(((image[r+1, c+1] - image[r, c])^2 + (image[r+1, c] - image[r, c+1])^2) / 2)

    References
    ----------
    L. G. Roberts, Machine perception of three-dimensional solids, MIT 1963.

    Examples
    --------
    >>> roberts(np.array([[0.0, 0.0, 1.0], [0.0, 0.0, 1.0]]))
    array([[0., 1., 0.],
           [0., 1., 0.]])
    """

    def strength(block):
        block = block[1:, 1:]
        falling = block[1:, 1:] - block[:-1, :-1]
        rising = block[1:, :-1] - block[:-1, 1:]
        return _root_of_mean_square(falling, rising)

    return _in_bands(strength, image, mask)


def laplace(image, ksize=3, mask=None):
    """Measure how much a pixel stands out from its four neighbours.

    out[r, c] = 4 image[r, c] - (north + south + west + east)

    Every operator size `ksize` means the same 3x3 neighbourhood, as in scikit-image.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., equation 3-53 (with the sign turned).

    Examples
    --------
    >>> laplace(np.eye(1, 5, 2))
    array([[ 0., -1.,  2., -1.,  0.]])
    """
    if isinstance(ksize, bool) or not isinstance(ksize, (int, np.integer)) or ksize < 3:
        raise ValueError(f"ksize is a size in pixels from 3 on, got {ksize!r}; leave it out for the usual 3")

    def standing_out(block):
        north, south = block[:-2, 1:-1], block[2:, 1:-1]
        west, east = block[1:-1, :-2], block[1:-1, 2:]
        out = 4 * block[1:-1, 1:-1]
        for neighbour in (north, south, west, east):
            out -= neighbour
        return out

    return _in_bands(standing_out, image, mask)


def difference(padded, weights, axis):
    """Return next - previous along `axis`, smoothed with side, middle, side across it.

    The kernel of an edge filter is this product of a difference and a mean. The border of one pixel that
    `padded` has is gone in the result.

    >>> difference(np.eye(3), (1 / 4, 2 / 4), axis=0)
    array([[0.]])
    """
    side, middle = weights
    lines = padded if axis == 0 else padded.T
    smooth = lines[:, :-2] + lines[:, 2:]
    smooth *= side
    smooth += middle * lines[:, 1:-1]
    change = smooth[2:] - smooth[:-2]
    return change if axis == 0 else change.T


def _edges(image, weights, mask, axis, mode="reflect", cval=0.0):
    if axis not in (None, 0, 1, -1, -2):
        raise ValueError(f"a grey picture has the axes 0 (down) and 1 (across), got axis={axis!r}; None takes both")

    def filtered(block):
        if axis is not None:
            return difference(block, weights, axis % 2)
        return _root_of_mean_square(difference(block, weights, 0), difference(block, weights, 1))

    return _in_bands(filtered, image, mask, mode, cval)


def _root_of_mean_square(a, b):
    a *= a
    b *= b
    a += b
    a *= 0.5
    return np.sqrt(a, out=a)


def _in_bands(function, image, mask, mode="reflect", cval=0.0):
    """Return function(rows with a border of one pixel) for all rows of `image`, zero around the zeros of `mask`."""
    image = as_float(check_grey(image))
    padded = pad(image, 1, mode, cval)
    out = np.empty(image.shape, image.dtype)
    for top in range(0, len(image), _BAND):
        out[top : top + _BAND] = function(padded[top : top + _BAND + 2])
    if mask is not None:
        mask = check_grey(mask, "mask") != 0
        if mask.shape != image.shape:
            raise ValueError(f"the mask has shape {mask.shape} and the image {image.shape}; give them the same")
        inside = np.logical_and.reduce([shifted for *_, shifted in shifts(mask, 1, "constant")])
        out[~inside] = 0
    return out
