"""What edges and corners start from: how fast the values change, down the rows and across the columns."""

from ..filters.stencils import difference, in_bands


def gradient(image, mode="reflect", cval=0.0):
    """Return Sobel's differences of a float picture, with the weights 1 2 1 (their sum is not divided out).

    Parameters
    ----------
    image : (rows, cols) array of float
    mode, cval : str, float
        Border rule as in `gaussian`.

    Returns
    -------
    down, across : (rows, cols) arrays
        8 where the values grow by 1 a pixel in that direction.

    Examples
    --------
    >>> import numpy as np
    >>> gradient(np.array([[0.0, 1.0, 2.0]] * 2))[1]
    array([[4., 8., 4.],
           [4., 8., 4.]])
    """
    down, across = (
        in_bands(lambda p, axis=axis: difference(p, (1, 2), axis), image, None, mode, cval) for axis in (0, 1)
    )
    return down, across
