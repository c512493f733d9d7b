"""Sobel's operator: differences along one axis, smoothed with 1 2 1 along the other."""

from ..stencils import edges

# side and middle of the weights across the difference: side + middle + side = 1, so a step of height 1 gives 1
_WEIGHTS = (1 / 4, 2 / 4)


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
    return edges(image, _WEIGHTS, mask, axis, mode, cval)


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
    return edges(image, _WEIGHTS, mask, 0)


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
    return edges(image, _WEIGHTS, mask, 1)
