"""Prewitt's operator: differences along one axis, smoothed with 1 1 1 along the other."""

from ..stencils import edges

_WEIGHTS = (1 / 3, 1 / 3)  # side and middle, across the difference


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
    return edges(image, _WEIGHTS, mask, axis, mode, cval)


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
    return edges(image, _WEIGHTS, mask, 0)


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
    return edges(image, _WEIGHTS, mask, 1)
