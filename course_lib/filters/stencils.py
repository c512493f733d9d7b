"""How a filter of each pixel's closest neighbours runs over a picture."""

import numpy as np

from ..base.bands import fill
from ..base.checks import check_grey
from ..base.dtype import float_dtype, scaled, warn_of_small_numbers
from ..base.padding import check_mode, shifts
from ..base.parameters import check_border


def edges(image, weights, mask, axis, mode="reflect", cval=0.0):
    """Return the `difference` with these weights along one axis of a picture, or the strength of both."""
    if axis not in (None, 0, 1, -1, -2):
        raise ValueError(f"a grey picture has the axes 0 (down) and 1 (across), got axis={axis!r}; None takes both")

    def filtered(p):
        if axis is not None:
            return difference(p, weights, axis % 2)
        return root_of_mean_square(difference(p, weights, 0), difference(p, weights, 1))

    return in_bands(filtered, image, mask, mode, cval)


def difference(p, weights, axis):
    """Return next - previous along `axis`, smoothed with side, middle, side across it, for all but the border of `p`.

    The kernel of an edge filter is this product of a difference and a mean.

    >>> difference(np.eye(3), (1 / 4, 2 / 4), axis=0)
    array([[0.]])
    """
    side, middle = weights
    if axis == 0:
        change = p[2:] - p[:-2]  # south - north
        west, here, east = change[:, :-2], change[:, 1:-1], change[:, 2:]
        smooth = west + east
    else:
        change = p[:, 2:] - p[:, :-2]  # east - west
        north, here, south = change[:-2], change[1:-1], change[2:]
        smooth = north + south
    # side (west + east + middle / side · here), in place: `here` is a view of `change`, which has done its work
    change *= middle / side
    smooth += here
    smooth *= side
    return smooth


def in_bands(function, image, mask, mode="reflect", cval=0.0):
    """Return what `function` makes of a picture, zero around the zeros of `mask`.

    It is called for a few rows at a time, as function(p): `p` has a border of one pixel, and the result has none.
    """
    image = check_grey(image)
    check_mode(mode)
    check_border(cval)
    warn_of_small_numbers(image)
    out = np.empty(image.shape, float_dtype(image.dtype))
    vertical, horizontal = _stand_ins(len(image), mode), _stand_ins(image.shape[1], mode)
    outside = cval if mode == "constant" else None

    def write(rows, place):
        place[:] = function(_with_border(image, rows, vertical, horizontal, outside))

    fill(out, write, 2 * out[0].nbytes)  # 2: the rows, and as much again for what is made of them
    if mask is not None:
        mask = check_grey(mask, "mask") != 0
        if mask.shape != image.shape:
            raise ValueError(f"the mask has shape {mask.shape} and the image {image.shape}; give them the same")
        inside = np.logical_and.reduce([shifted for *_, shifted in shifts(mask, 1, "constant")])
        out[~inside] = 0
    return out


def _with_border(image, some, vertical, horizontal, cval):
    """Return some rows as floats with a border of one pixel: of stand-ins, or of `cval` at the picture's edges."""
    top, bottom = some.start, some.stop
    above, below = top - 1 if top else vertical[0], bottom if bottom < len(image) else vertical[1]
    band = np.empty((bottom - top + 2, image.shape[1] + 2), float_dtype(image.dtype))
    inside = band[:, 1:-1]
    inside[1:-1] = scaled(image[top:bottom])
    inside[0], inside[-1] = scaled(image[above]), scaled(image[below])
    band[:, 0], band[:, -1] = band[:, 1 + horizontal[0]], band[:, 1 + horizontal[1]]
    if cval is not None:
        band[:, [0, -1]] = cval
        if top == 0:
            band[0] = cval
        if bottom == len(image):
            band[-1] = cval
    return band


def _stand_ins(size, mode):
    """Return which of `size` rows (or columns) stands in for the one before the first, and for the one after the last.

    >>> _stand_ins(5, "mirror"), _stand_ins(5, "wrap"), _stand_ins(5, "nearest")
    ((1, 3), (4, 0), (0, 4))
    """
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
