"""Filters of a pixel's closest neighbours: Roberts' cross, the Laplacian, and how such filters run over a picture."""

import numpy as np

from ..arrays import as_float, check_grey, pad, shifts

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

    def strength(block):
        block = block[1:, 1:]
        falling = block[1:, 1:] - block[:-1, :-1]
        rising = block[1:, :-1] - block[:-1, 1:]
        return root_of_mean_square(falling, rising)

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

    def standing_out(block):
        north, south = block[:-2, 1:-1], block[2:, 1:-1]
        west, east = block[1:-1, :-2], block[1:-1, 2:]
        out = 4 * block[1:-1, 1:-1]
        for neighbour in (north, south, west, east):
            out -= neighbour
        return out

    return in_bands(standing_out, image, mask)


def difference(padded, weights, axis):
    """Return next - previous along `axis`, smoothed with side, middle, side across it.

    The kernel of an edge filter is this product of a difference and a mean. The border of one pixel that
    `padded` has is gone in the result.

    >>> difference(np.eye(3), (1 / 4, 2 / 4), axis=0)
    array([[0.]])
    """
    side, middle = weights
    lines = padded if axis == 0 else padded.T
    smooth = np.add(lines[:, :-2], lines[:, 2:])
    smooth *= side
    smooth += middle * lines[:, 1:-1]
    change = smooth[2:] - smooth[:-2]
    return change if axis == 0 else change.T


def in_bands(function, image, mask, mode="reflect", cval=0.0):
    """Return function(rows with a border of one pixel) for all rows of `image`, zero around the zeros of `mask`."""
    image = as_float(check_grey(image))
    padded = pad(image, 1, mode, cval)
    out = np.empty(image.shape, image.dtype)
    for top in range(0, len(image), _BAND):
        out[top : top + _BAND] = function(padded[top : top + _BAND + 2])
    if mask is not None:
        mask = check_grey(mask, "mask") != 0
        if mask.shape != image.shape:
            raise ValueError(f"the mask has shape {mask.shape} and the image {image.shape}; give them the same")
        inside = np.logical_and.reduce([shifted for *_, shifted in shifts(mask, 1, "constant")])
        out[~inside] = 0
    return out


def root_of_mean_square(a, b):
    """Return sqrt((a^2 + b^2) / 2), written over `a` and `b`."""
    a *= a
    b *= b
    a += b
    a *= 0.5
    return np.sqrt(a, out=a)
