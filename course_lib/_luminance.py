"""How bright colours look: what both colour conversion and contrast need."""

import numpy as np

from .arrays import as_float

LUMINANCE = (0.2125, 0.7154, 0.0721)  # how bright red, green and blue of the same energy look


def luminance(rgb):
    """Return 0.2125 red + 0.7154 green + 0.0721 blue of a checked (rows, cols, 3) picture, as floats."""
    weights = np.array(LUMINANCE)
    if rgb.dtype.kind == "u":
        weights /= np.iinfo(rgb.dtype).max  # scaling three weights is cheaper than scaling the picture
        rgb = rgb.astype(float)
    rgb = as_float(rgb)
    return (rgb.reshape(-1, 3) @ weights.astype(rgb.dtype)).reshape(rgb.shape[:-1])  # one long product, on all cores
