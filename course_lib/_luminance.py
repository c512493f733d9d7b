"""How bright colours look: what both colour conversion and contrast need."""

import numpy as np

from .arrays import as_float, float_dtype

LUMINANCE = (0.2125, 0.7154, 0.0721)  # how bright red, green and blue of the same energy look
_TOGETHER = 4  # pixels that one row of a matrix product weighs
_ROWS = 4096  # of such a product at a time. Larger ones are shared by all cores, and wait for those that are busy.


def luminance(rgb):
    """Return 0.2125 red + 0.7154 green + 0.0721 blue of a checked (rows, cols, 3) picture, as floats.

    Several pixels at a time are multiplied by a matrix that has the weights once for each of them: quicker than
    products of three numbers. (A value that is not finite makes all of them so.)
    """
    dtype, weights = float_dtype(rgb.dtype), np.array(LUMINANCE)
    if rgb.dtype.kind == "u":
        weights /= np.iinfo(rgb.dtype).max  # scaling three weights is cheaper than scaling the picture
    elif rgb.dtype.kind == "i":
        rgb = as_float(rgb)
    weights = weights.astype(dtype)
    matrix = np.kron(np.eye(_TOGETHER, dtype=dtype), weights[:, np.newaxis])
    values = rgb.reshape(-1)
    grey = np.empty(len(values) // 3, dtype)
    whole = len(grey) // _TOGETHER * _TOGETHER
    groups, sums = values[: 3 * whole].reshape(-1, len(matrix)), grey[:whole].reshape(-1, _TOGETHER)
    for top in range(0, len(groups), _ROWS):
        part = slice(top, top + _ROWS)
        np.matmul(groups[part].astype(dtype, copy=False), matrix, out=sums[part])
    grey[whole:] = values[3 * whole :].reshape(-1, 3).astype(dtype, copy=False) @ weights
    return grey.reshape(rgb.shape[:-1])
