"""Scharr's operator: differences along one axis, smoothed with 3 10 3 along the other."""

from ..stencils import edges

_WEIGHTS = (3 / 16, 10 / 16)  # side and middle, across the difference


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
    return edges(image, _WEIGHTS, mask, axis, mode, cval)


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
    return edges(image, _WEIGHTS, mask, 0)


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
    return edges(image, _WEIGHTS, mask, 1)
