"""Edges: how fast a grey picture changes down its rows (_h: horizontal edges), across its columns (_v), and both.

They differ in the weights across the direction of the difference, and share everything else: see `sobel`.
"""

from .stencils import difference, in_bands, root_of_mean_square

# side and middle of the weights across the difference: side + middle + side = 1, so a step of height 1 gives 1
_SOBEL = (1 / 4, 2 / 4)
_PREWITT = (1 / 3, 1 / 3)
_SCHARR = (3 / 16, 10 / 16)


def sobel(image, mask=None, *, axis=None, mode="reflect", cval=0.0):
    """Find edges with Sobel's operator: differences along one axis, smoothed with 1 2 1 along the other.

    h = (1 2 1)/4 across of (below - above),  v = the same, transposed,  out = sqrt((h^2 + v^2) / 2)

    Parameters
    ----------
    image : (rows, cols) array
        Any number type. Integers are scaled to [0, 1] (signed: [-1, 1]).
    mask : (rows, cols) array, optional
        Where it is zero, right beside that, and (with any mask) at the outermost pixels the result is 0.
    axis : None, 0 or 1
        0 gives h (edges that run along a row), 1 gives v, None the strength of both.
    mode, cval : str, float
        Border rule, one of reflect, mirror, nearest, wrap, constant (the value `cval`).

    Returns
    -------
    (rows, cols) array, float32 for float32 and float16, else float64; of a picture in [0, 1] the strength is in
    [0, 1], and h and v are in [-1, 1].

    Raises
    ------
    ValueError
        For a picture or mask that is not 2-D, unequal shapes, an unknown axis or mode.

    Notes
    -----
    h is positive where the picture gets brighter downwards, v where it does to the right. As in scikit-image.

    References
    ----------
    I. Sobel, G. Feldman, A 3x3 isotropic gradient operator for image processing, 1968.

    Examples
    --------
    >>> import numpy as np
    >>> step = np.array([[0, 0, 1, 1]] * 3)
    >>> sobel(step.astype(float), axis=1)
    array([[0., 1., 1., 0.],
           [0., 1., 1., 0.],
           [0., 1., 1., 0.]])
    """
    return _edges(image, _SOBEL, mask, axis, mode, cval)


def sobel_h(image, mask=None):
    """Find horizontal edges: `sobel` with axis=0.

    Parameters
    ----------
    image, mask
        As in `sobel`, with its errors.

    Returns
    -------
    (rows, cols) array of floats, as from `sobel`.

    Examples
    --------
    >>> import numpy as np
    >>> sobel_h(np.array([[0.0, 0.0, 1.0, 1.0]]).T).T
    array([[0., 1., 1., 0.]])
    """
    return _edges(image, _SOBEL, mask, 0)


def sobel_v(image, mask=None):
    """Find vertical edges: `sobel` with axis=1.

    Parameters
    ----------
    image, mask
        As in `sobel`, with its errors.

    Returns
    -------
    (rows, cols) array of floats, as from `sobel`.

    Examples
    --------
    >>> import numpy as np
    >>> sobel_v(np.array([[0.0, 0.0, 1.0, 1.0]]))
    array([[0., 1., 1., 0.]])
    """
    return _edges(image, _SOBEL, mask, 1)


def prewitt(image, mask=None, *, axis=None, mode="reflect", cval=0.0):
    """Find edges with Prewitt's operator: as `sobel`, with the plain mean (1 1 1)/3 for the smoothing.

    Parameters
    ----------
    image, mask, axis, mode, cval
        As in `sobel`, with its errors.

    Returns
    -------
    (rows, cols) array of floats, as from `sobel`.

    References
    ----------
    J. M. S. Prewitt, Object enhancement and extraction, Picture Processing and Psychopictorics, 1970.

    Examples
    --------
    >>> import numpy as np
    >>> prewitt(np.array([[0.0, 0.0, 1.0, 1.0]])).round(2)
    array([[0.  , 0.71, 0.71, 0.  ]])
    """
    return _edges(image, _PREWITT, mask, axis, mode, cval)


def prewitt_h(image, mask=None):
    """Find horizontal edges: `prewitt` with axis=0.

    Parameters
    ----------
    image, mask
        As in `sobel`, with its errors.

    Returns
    -------
    (rows, cols) array of floats, as from `sobel`.

    Examples
    --------
    >>> import numpy as np
    >>> prewitt_h(np.array([[0.0, 0.0, 1.0, 1.0]]).T).T
    array([[0., 1., 1., 0.]])
    """
    return _edges(image, _PREWITT, mask, 0)


def prewitt_v(image, mask=None):
    """Find vertical edges: `prewitt` with axis=1.

    Parameters
    ----------
    image, mask
        As in `sobel`, with its errors.

    Returns
    -------
    (rows, cols) array of floats, as from `sobel`.

    Examples
    --------
    >>> import numpy as np
    >>> prewitt_v(np.array([[0.0, 0.0, 1.0, 1.0]]))
    array([[0., 1., 1., 0.]])
    """
    return _edges(image, _PREWITT, mask, 1)


def scharr(image, mask=None, *, axis=None, mode="reflect", cval=0.0):
    """Find edges with Scharr's operator: as `sobel`, with (3 10 3)/16, which depends least on an edge's direction.

    Parameters
    ----------
    image, mask, axis, mode, cval
        As in `sobel`, with its errors.

    Returns
    -------
    (rows, cols) array of floats, as from `sobel`.

    References
    ----------
    H. Scharr, Optimal operators in digital image processing, dissertation, Heidelberg 2000.

    Examples
    --------
    >>> import numpy as np
    >>> scharr(np.array([[0.0, 0.0, 1.0, 1.0]])).round(2)
    array([[0.  , 0.71, 0.71, 0.  ]])
    """
    return _edges(image, _SCHARR, mask, axis, mode, cval)


def scharr_h(image, mask=None):
    """Find horizontal edges: `scharr` with axis=0.

    Parameters
    ----------
    image, mask
        As in `sobel`, with its errors.

    Returns
    -------
    (rows, cols) array of floats, as from `sobel`.

    Examples
    --------
    >>> import numpy as np
    >>> scharr_h(np.array([[0.0, 0.0, 1.0, 1.0]]).T).T
    array([[0., 1., 1., 0.]])
    """
    return _edges(image, _SCHARR, mask, 0)


def scharr_v(image, mask=None):
    """Find vertical edges: `scharr` with axis=1.

    Parameters
    ----------
    image, mask
        As in `sobel`, with its errors.

    Returns
    -------
    (rows, cols) array of floats, as from `sobel`.

    Examples
    --------
    >>> import numpy as np
    >>> scharr_v(np.array([[0.0, 0.0, 1.0, 1.0]]))
    array([[0., 1., 1., 0.]])
    """
    return _edges(image, _SCHARR, mask, 1)


def _edges(image, weights, mask, axis, mode="reflect", cval=0.0):
    if axis not in (None, 0, 1, -1, -2):
        raise ValueError(f"a grey picture has the axes 0 (down) and 1 (across), got axis={axis!r}; None takes both")

    def filtered(line, cols):
        if axis is not None:
            return difference(line, cols, weights, axis % 2)
        return root_of_mean_square(difference(line, cols, weights, 0), difference(line, cols, weights, 1))

    return in_bands(filtered, image, mask, mode, cval)
