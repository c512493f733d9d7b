"""Filters of a pixel's closest neighbours: Roberts' cross, the Laplacian, and how such filters run over a picture."""

import numpy as np

from .._lines import as_picture
from ..arrays import as_float, check_grey, check_mode, float_dtype, shifts

_BAND = 64  # rows at a time: all that is needed for them stays in the processor's cache


def roberts(image, mask=None):
    """Find edges with Roberts' cross: the differences along both diagonals of each 2x2 block.

    out[r, c] = sqrt(((image[r+1, c+1] - image[r, c])^2 + (image[r+1, c] - image[r, c+1])^2) / 2)

    Parameters
    ----------
    image, mask : (rows, cols) arrays
        As in `course_lib.filters.sobel`.

    Returns
    -------
    (rows, cols) array, float32 for float32 and float16, else float64.

    Raises
    ------
    ValueError
        For a picture or mask that is not 2-D, and unequal shapes.

    Notes
    -----
    Each block is written at its upper left pixel. Beyond the last row and column the picture is mirrored, so the
    last row sees differences along itself only, and the last column too. With a mask the outermost pixels are 0.

    References
    ----------
    L. G. Roberts, Machine perception of three-dimensional solids, MIT 1963.

    Examples
    --------
    >>> roberts(np.array([[0.0, 0.0, 1.0], [0.0, 0.0, 1.0]]))
    array([[0., 1., 0.],
           [0., 1., 0.]])
    """

    def strength(line, cols):
        here, right, below, corner = (neighbour(line, cols, *step) for step in ((0, 0), (0, 1), (1, 0), (1, 1)))
        return root_of_mean_square(corner - here, below - right)

    return in_bands(strength, image, mask)


def laplace(image, ksize=3, mask=None):
    """Measure how much a pixel stands out from its four neighbours.

    out[r, c] = 4 image[r, c] - (north + south + west + east)

    Parameters
    ----------
    image, mask : (rows, cols) arrays
        As in `course_lib.filters.sobel`.
    ksize : int
        From 3 on. Every size means the same 3x3 neighbourhood, as in scikit-image.

    Returns
    -------
    (rows, cols) array, float32 for float32 and float16, else float64.

    Raises
    ------
    ValueError
        For a ksize below 3.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., section 3.6 (with the sign turned).

    Examples
    --------
    >>> laplace(np.eye(1, 5, 2))
    array([[ 0., -1.,  2., -1.,  0.]])
    """
    if isinstance(ksize, bool) or not isinstance(ksize, (int, np.integer)) or ksize < 3:
        raise ValueError(f"ksize is a size in pixels from 3 on, got {ksize!r}; leave it out for the usual 3")

    def standing_out(line, cols):
        out = 4 * neighbour(line, cols, 0, 0)
        for down, right in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            out -= neighbour(line, cols, down, right)
        return out

    return in_bands(standing_out, image, mask)


def neighbour(line, cols, down, right):
    """Return the values `down` rows and `right` columns from all pixels that are not on the border.

    `line` holds the rows of a picture, each `cols` long: see `_lines`.

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
    """Yield slices of rows, and those rows as floats with a border of one pixel, in a place that is used again."""
    rows, cols = image.shape
    above, below = _stand_ins(rows, mode)
    left, right = _stand_ins(cols, mode)
    place = np.empty((min(_BAND, rows) + 2, cols + 2), float_dtype(image.dtype))
    for top in range(0, rows, _BAND):
        bottom = min(top + _BAND, rows)
        band = place[: bottom - top + 2]
        inside = band[:, 1:-1]
        inside[1:-1] = as_float(image[top:bottom])
        inside[0] = as_float(image[top - 1 if top else above])
        inside[-1] = as_float(image[bottom if bottom < rows else below])
        band[:, 0], band[:, -1] = band[:, 1 + left], band[:, 1 + right]
        if mode == "constant":
            band[:, [0, -1]] = cval
            if top == 0:
                band[0] = cval
            if bottom == rows:
                band[-1] = cval
        yield slice(top, bottom), band


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
