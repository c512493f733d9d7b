"""Adaptive equalisation (CLAHE): every tile of the picture is equalised by its own clipped histogram.

The stages are `tiles` (with a border), `tile_histograms`, `clip`, `mapping` and `blend`.
"""

import itertools
import numbers

import numpy as np

from ..base.checks import check_array, check_color, check_grey
from ..base.dtype import scaled
from ..base.parameters import check_room
from ..base.ranges import not_negative

LEVELS = 2**14  # grey levels to compute with


def equalize_adapthist(image, kernel_size=None, clip_limit=0.01, nbins=256):
    """Equalise a picture tile by tile, with limited contrast, and blend between the tiles.

    mapping of a tile = cumulative sum of its clipped histogram;
    out = the mappings of the four nearest tiles, weighted by closeness

    Parameters
    ----------
    image : array (rows, cols) or (rows, cols, 3)
        Any number type. Of a colour picture the value (the strongest channel) is equalised; hue and
        saturation stay.
    kernel_size : int or (int, int), optional
        Rows and cols of a tile in pixels; an eighth of the picture if left out.
    clip_limit : number
        No bin may hold more than this share of the tile's pixels: small values limit the contrast, and noise
        with it. 0 sets no limit.
    nbins : int
        Bins of each histogram.

    Returns
    -------
    array of the same shape
        In [0, 1], black and white both used; a constant picture keeps its value.
        float32 for float32 and float16, else float64.

    Raises
    ------
    ValueError
        For a tile without pixels, a clip_limit outside of 0 to 1, or nbins outside of 2 to 16384.

    Notes
    -----
    At the border the picture is mirrored (without its edge). scikit-image tops up clipped bins near the limit a
    second time, which changes its result by up to 0.025 on a photograph, and cuts values to 14 bits after blending.

    References
    ----------
    K. Zuiderveld, "Contrast Limited Adaptive Histogram Equalization", Graphics Gems IV (1994), 474-485.

    Examples
    --------
    >>> equalize_adapthist(np.array([[0, 10], [20, 30]], dtype=np.uint8)).round(2)[0, 0]
    np.float64(0.0)
    """
    image = check_array(image)
    _check_parameters(clip_limit, nbins)
    if image.ndim != 3:
        return _equalized(scaled(check_grey(image)), kernel_size, clip_limit, nbins)
    image = not_negative(scaled(check_color(image)), "colours", "clip them with np.clip(image, 0, 1) first")
    value = image.max(axis=-1)
    new_value = _equalized(value, kernel_size, clip_limit, nbins)
    # with the same hue and saturation, all three channels grow by the same factor; black becomes grey
    factor = np.divide(new_value, value, out=np.zeros_like(value), where=value > 0)
    result = image * factor[..., np.newaxis]
    result[value == 0] = new_value[value == 0][:, np.newaxis]
    return result


def _equalized(image, kernel_size, clip_limit, nbins):
    low, high = image.min(), image.max()
    if low == high:
        return image.copy()
    kernel = _checked_kernel(kernel_size, image.shape)
    shares = image - low
    shares /= high - low
    shares *= LEVELS - 1
    levels = np.rint(shares, out=shares).astype(np.int32)
    # rounded up, so the last few bins may stay empty, as in scikit-image
    bins = tiles(levels // (1 + LEVELS // nbins), kernel)
    limit = max(int(clip_limit * kernel[0] * kernel[1]), 1) if clip_limit > 0 else kernel[0] * kernel[1]
    histograms = clip(tile_histograms(bins, kernel, nbins), limit)
    blended = blend(mapping(histograms, kernel[0] * kernel[1]), bins, kernel)
    top, left = kernel[0] // 2, kernel[1] // 2
    result = blended[top : top + image.shape[0], left : left + image.shape[1]].astype(image.dtype)
    least, largest = result.min(), result.max()
    result -= least
    if largest > least:
        result /= largest - least
    return result


def tiles(bins, kernel):
    """Return the picture with a mirrored border: half a tile before, and up to whole tiles and a half after."""
    widths = [(k // 2, -size % k + (k + 1) // 2) for k, size in zip(kernel, bins.shape, strict=True)]
    padded = [size + sum(width) for size, width in zip(bins.shape, widths, strict=True)]
    check_room("kernel_size", padded, max(9 * bins.size, 2**26))
    return np.pad(bins, widths, mode="reflect")


def tile_histograms(bins, kernel, nbins):
    """Return the histogram of every tile, as (tiles down, tiles across, nbins)."""
    (high, wide), (top, left) = kernel, (kernel[0] // 2, kernel[1] // 2)
    down, across = bins.shape[0] // high - 1, bins.shape[1] // wide - 1
    inner = bins[top : top + down * high, left : left + across * wide]
    tile = np.arange(down)[:, np.newaxis].repeat(high, axis=0) * across + np.arange(across).repeat(wide)
    counts = np.bincount((tile * nbins + inner).ravel(), minlength=down * across * nbins)
    return counts.reshape(down, across, nbins)


def clip(histograms, limit):
    """Return histograms (in the last axis) with no bin above `limit`: what was above is spread over the other bins."""
    nbins = histograms.shape[-1]
    counts = np.minimum(histograms, limit)
    excess = (histograms - counts).sum(axis=-1)
    # a bin takes its share, or what fits
    room = np.minimum((excess // nbins)[..., np.newaxis], limit - counts)
    counts += room
    excess -= room.sum(axis=-1)
    for start in itertools.cycle(range(nbins)):  # what is left goes to every n-th bin, from another start each round
        waiting = (excess > 0) & (counts < limit).any(axis=-1)
        if not waiting.any():
            return counts
        some = counts[waiting]
        free = some < limit
        step = np.maximum(1, free.sum(axis=-1) // excess[waiting]).astype(np.int32)
        chosen = (np.arange(nbins - start, dtype=np.int32) % step[:, np.newaxis] == 0) & free[:, start:]
        some[:, start:] += chosen
        counts[waiting] = some
        excess[waiting] -= chosen.sum(axis=-1)


def mapping(histograms, pixels):
    """Return the new grey level of each bin, 0 to LEVELS - 1, for histograms in the last axis."""
    share = np.cumsum(histograms, axis=-1) * ((LEVELS - 1) / pixels)
    return np.floor(np.minimum(share, LEVELS - 1)).astype(np.float32)


def blend(mappings, bins, kernel):
    """Return every pixel's grey level from the mappings of the four tiles around it.

    The picture is seen in blocks that reach from the middle of one tile to the middle of the next.
    After the padding, block (i, j) lies between the padded tiles i, i + 1 and j, j + 1.
    """
    nbins = mappings.shape[-1]
    mappings = np.pad(mappings, [(1, 1), (1, 1), (0, 0)], mode="edge")
    blocks = [size // k for size, k in zip(bins.shape, kernel, strict=True)]
    row, col = (np.arange(n).repeat(k) for n, k in zip(blocks, kernel, strict=True))
    corner = (row[:, np.newaxis] * mappings.shape[1] + col) * nbins + bins
    down, right = mappings.shape[1] * nbins, nbins
    north, south = (_between(mappings.ravel(), corner + start, right, blocks[1], kernel[1]) for start in (0, down))
    weight = (np.tile(np.arange(kernel[0]), blocks[0]) / kernel[0]).astype(np.float32)[:, np.newaxis]
    south -= north
    south *= weight
    return north + south


def _between(table, corner, step, blocks, width):
    """Return the table's values at `corner` and at `corner + step`, weighted by the column within the block."""
    weight = (np.tile(np.arange(width), blocks) / width).astype(np.float32)
    west, east = table.take(corner), table[step:].take(corner)
    east -= west
    east *= weight
    return west + east


def _check_parameters(clip_limit, nbins):
    if not isinstance(clip_limit, numbers.Real) or not 0 <= clip_limit <= 1:
        raise ValueError(f"expected clip_limit as a share from 0 to 1, got {clip_limit!r}")
    if not isinstance(nbins, numbers.Integral) or not 2 <= nbins <= LEVELS:
        raise ValueError(f"expected nbins as a whole number from 2 to {LEVELS}, got {nbins!r}")


def _checked_kernel(kernel_size, shape):
    if kernel_size is None:
        return tuple(max(size // 8, 1) for size in shape)
    kernel = np.asarray(kernel_size)
    is_size = kernel.dtype.kind in "iuf" and kernel.shape in ((), (2,))
    if not is_size or not (np.isfinite(kernel) & (kernel >= 1)).all():
        raise ValueError(
            f"expected kernel_size as the pixels of a tile, 1 or more (or two of them), got {kernel_size!r}"
        )
    return tuple(int(k) for k in np.broadcast_to(kernel, 2))
