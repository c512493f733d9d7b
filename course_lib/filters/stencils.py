"""How a filter of each pixel's closest neighbours runs over a picture."""

import numpy as np

from ..base.bands import bands
from ..base.checks import check_grey
from ..base.dtype import float_dtype, scaled, warn_of_small_numbers
from ..base.lines import as_picture
from ..base.padding import check_mode, shifts
from ..base.parameters import check_border


def edges(image, weights, mask, axis, mode="reflect", cval=0.0):
    """Return the `difference` with these weights along one axis of a picture, or the strength of both."""
    if axis not in (None, 0, 1, -1, -2):
        raise ValueError(f"a grey picture has the axes 0 (down) and 1 (across), got axis={axis!r}; None takes both")

    def filtered(line, cols):
        if axis is not None:
            return difference(line, cols, weights, axis % 2)
        return root_of_mean_square(difference(line, cols, weights, 0), difference(line, cols, weights, 1))

    return in_bands(filtered, image, mask, mode, cval)


def neighbour(line, cols, down, right):
    """Return the values `down` rows and `right` columns from all pixels that are not on the border.

    `line` holds the rows of a picture, each `cols` long: see `base.lines`.

    >>> neighbour(np.arange(12), 4, -1, 0)  # above 5 and 6, the only two that are not on the border
    array([1, 2])
    """
    start = (1 + down) * cols + 1 + right
    return line[start : start + len(line) - 2 * cols - 2]


def difference(line, cols, weights, axis):
    """Return next - previous along `axis`, smoothed with side, middle, side across it; in a line as from `neighbour`.

    The kernel of an edge filter is this product of a difference and a mean.

    >>> difference(np.eye(3).ravel(), 3, (1 / 4, 2 / 4), axis=0)
    array([0.])
    """
    side, middle = weights
    along, across = (cols, 1) if axis == 0 else (1, cols)
    change = line[2 * along :] - line[: -2 * along]
    smooth = change[: -2 * across] + change[2 * across :]
    change *= middle / side
    smooth += change[across:-across]
    if side != 1:
        smooth *= side
    return smooth


def in_bands(function, image, mask, mode="reflect", cval=0.0):
    """Return what `function` makes of a picture, zero around the zeros of `mask`.

    It is called for a few rows at a time, as function(line, cols) with a border of one pixel: see `neighbour`.
    """
    image = check_grey(image)
    check_mode(mode)
    check_border(cval)
    warn_of_small_numbers(image)
    out = np.empty(image.shape, float_dtype(image.dtype))
    for rows, band in _padded_bands(image, mode, cval):
        cols = band.shape[1]
        out[rows] = as_picture(function(band.ravel(), cols), cols, out[rows].shape)
    if mask is not None:
        mask = check_grey(mask, "mask") != 0
        if mask.shape != image.shape:
            raise ValueError(f"the mask has shape {mask.shape} and the image {image.shape}; give them the same")
        inside = np.logical_and.reduce([shifted for *_, shifted in shifts(mask, 1, "constant")])
        out[~inside] = 0
    return out


def _padded_bands(image, mode, cval):
    """Yield slices of rows, and those rows as floats with a border of one pixel."""
    rows, cols = image.shape
    above, below = _stand_ins(rows, mode)
    left, right = _stand_ins(cols, mode)
    dtype = np.dtype(float_dtype(image.dtype))
    for some in bands(rows, cols * dtype.itemsize):
        top, bottom = some.start, some.stop
        band = np.empty((bottom - top + 2, cols + 2), dtype)
        inside = band[:, 1:-1]
        inside[1:-1] = scaled(image[top:bottom])
        inside[0] = scaled(image[top - 1 if top else above])
        inside[-1] = scaled(image[bottom if bottom < rows else below])
        band[:, 0], band[:, -1] = band[:, 1 + left], band[:, 1 + right]
        if mode == "constant":
            band[:, [0, -1]] = cval
            if top == 0:
                band[0] = cval
            if bottom == rows:
                band[-1] = cval
        yield some, band


def _stand_ins(size, mode):
    """Return which row (or column) of `size` stands in for the one before the first, and for the one after the last."""
    if mode == "wrap":
        return size - 1, 0
    if mode == "mirror":
        return min(1, size - 1), max(size - 2, 0)
    return 0, size - 1


def root_of_mean_square(a, b):
    """Return sqrt((a^2 + b^2) / 2), written over `a` and `b`."""
    a *= a
    b *= b
    a += b
    a *= 0.5
    return np.sqrt(a, out=a)
