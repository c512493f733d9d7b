"""How bright colours look: what both colour conversion and contrast need."""

import numpy as np

from .bands import bands
from .dtype import float_dtype, scaled, warn_of_small_numbers

LUMINANCE = (0.2125, 0.7154, 0.0721)  # how bright red, green and blue of the same energy look


def luminance(rgb):
    """Return 0.2125 red + 0.7154 green + 0.0721 blue of a checked (rows, cols, 3) picture, as floats."""
    warn_of_small_numbers(rgb)
    dtype, weights = float_dtype(rgb.dtype), np.array(LUMINANCE)
    if rgb.dtype.kind == "u":
        weights /= np.iinfo(rgb.dtype).max  # scaling three weights is cheaper than scaling the picture
    elif rgb.dtype.kind == "i":
        rgb = scaled(rgb)
    weights = weights.astype(dtype)
    if rgb.dtype == dtype:
        return rgb @ weights  # row by row inside: BLAS wakes no threads for so little
    grey = np.empty(rgb.shape[:-1], dtype)
    for rows in bands(len(rgb), 16 * rgb.shape[1]):
        np.matmul(rgb[rows].astype(dtype), weights, out=grey[rows])
    return grey
