"""Kernels that are a column times a row, such as the Gaussian: laid over a picture along one axis after the other."""

import numpy as np

from ..base.bands import bands
from ..base.lines import fold_both_ways
from ..base.padding import pad

_BLOCK = 32  # lines that are multiplied with a band matrix at once
# Multiplications in one matrix product. For about twice as many, BLAS wakes threads: that costs more than it saves, and
# many times more where the other cores are busy.
_PRODUCTS = 2**18
_SHORT = 13  # up to this length it is quicker to fold a kernel than to multiply with its band matrix


def correlate_separable(image, down, across, mode="reflect", cval=0.0):
    """Return a float picture under the kernel down[i] * across[j], each channel alone.

    Both kernels are of odd length and the same from both ends.
    """
    if max(len(down), len(across)) <= _SHORT:
        return correlate_folded(image, down, across, mode, cval)
    return _multiplied(image, down, across, mode, cval)


def correlate_folded(image, down, across, mode, cval):
    """As correlate_separable, by `fold_both_ways` and so in the same order for every pixel, and for mirrored ones too.

    Where the surroundings of two pixels are equal, or mirrored, the results are exactly equal.
    """
    above, left = len(down) // 2, len(across) // 2
    down, across = down.astype(image.dtype), across.astype(image.dtype)
    padded = pad(image, [(above, above), (left, left)], mode, cval)
    out = np.empty(image.shape, image.dtype)
    for rows in bands(len(image), padded[0].nbytes):
        out[rows] = fold_both_ways(padded[rows.start : rows.stop + 2 * above], down, across)
    return out


def _multiplied(image, down, across, mode, cval):
    """As correlate_separable: laying a kernel over a line is a product with a band matrix.

    The matrix has the kernel on its diagonals. Only the band is not zero, so the picture is taken in blocks, which
    also stay in the processor's cache.
    """
    band_down, band_across = _band_matrix(down, image.dtype), _band_matrix(across, image.dtype)
    out = np.empty(image.shape, image.dtype)
    for channel in np.ndindex(image.shape[2:]):
        padded = pad(image[..., *channel], [(len(down) // 2,) * 2, (0, 0)], mode, cval)
        for top in range(0, len(image), _BLOCK):
            rows = min(_BLOCK, len(image) - top)
            reach = rows + len(down) - 1
            lines = _times_blocks(band_down[:rows, :reach], padded[top : top + reach])
            lines = pad(lines, [(0, 0), (len(across) // 2,) * 2], mode, cval)
            out[top : top + rows, :, *channel] = _along_lines(band_across, lines)
    return out


def _band_matrix(kernel, dtype):
    # row i holds the kernel from column i on: written as full rows, read back in rows one shorter
    length = len(kernel)
    rows = np.zeros((_BLOCK, length + _BLOCK), dtype)
    rows[:, :length] = kernel
    return rows.ravel()[: _BLOCK * (length + _BLOCK - 1)].reshape(_BLOCK, length + _BLOCK - 1)


def _times_blocks(band, lines):
    # Down: band @ lines, in blocks of columns
    out = np.empty((len(band), lines.shape[1]), lines.dtype)
    step = max(_BLOCK, _PRODUCTS // band.size)
    for left in range(0, lines.shape[1], step):
        _multiply(band, lines[:, left : left + step], out[:, left : left + step])
    return out


def _along_lines(band, lines):
    # Across: the same block of the band serves every stretch of _BLOCK columns
    extra = band.shape[1] - _BLOCK
    out = np.empty((len(lines), lines.shape[1] - extra), lines.dtype)
    for left in range(0, out.shape[1], _BLOCK):
        cols = min(_BLOCK, out.shape[1] - left)
        _multiply(lines[:, left : left + cols + extra], band[:cols, : cols + extra].T, out[:, left : left + cols])
    return out


def _multiply(a, b, out):
    # a @ b, as a sum of products that each stay on one core
    step = max(1, _PRODUCTS // out.size)
    np.matmul(a[:, :step], b[:step], out=out)
    for first in range(step, len(b), step):
        out += a[:, first : first + step] @ b[first : first + step]
