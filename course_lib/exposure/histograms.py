"""Histograms: how often each grey value occurs."""

import numpy as np

from ..base.bands import bands
from ..base.checks import check_array, check_axis

_MOST_LEVELS = 2**20  # a histogram with more bins says nothing, and fills the memory
_MANY_PAIRS = 2**17  # pixels from which on it is quicker to count pairs of them


def histogram(image, nbins=256, source_range="image", normalize=False, *, channel_axis=None):
    """Count how often each value occurs in a picture.

    counts[k] = number of pixels whose value lies in bin k

    Parameters
    ----------
    image : array of one axis or more
        Integers (and bool) get one bin per level; floats are counted in `nbins` bins of equal width.
    nbins : int
        Number of bins for floats; 256 as many as an 8-bit picture has.
    source_range : {"image", "dtype"}
        Bins from the least to the largest value of the picture, or over the whole range of its type
        (floats: [-1, 1]; what lies outside is not counted).
    normalize : bool
        Divide by the number of counted pixels: shares instead of counts.
    channel_axis : int, optional
        The axis of the colour channels, which are then counted one by one in the same bins.

    Returns
    -------
    counts : array (bins,) of int, or (channels, bins); float if `normalize`
    bin_centers : array (bins,)
        The level of each bin: int for integers, else float.

    Raises
    ------
    ValueError
        If an integer picture spans more than 2**20 levels (convert it to float, which is counted in `nbins`),
        or a float one so few that `nbins` cannot be told apart (rescale it).

    Notes
    -----
    All bins hold their lower edge and not their upper one, except the last, which holds both.
    bool is counted as 0 and 1; without `channel_axis`, all channels are counted together, without a warning.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., section 3.3.

    Examples
    --------
    >>> counts, levels = histogram(np.array([[1, 1, 4], [2, 1, 4]]))
    >>> counts, levels
    (array([3, 1, 0, 2]), array([1, 2, 3, 4]))
    """
    image = check_array(image)
    if source_range not in ("image", "dtype"):
        raise ValueError(f'expected source_range "image" or "dtype", got {source_range!r}')
    channels = [image] if channel_axis is None else np.moveaxis(image, check_axis(channel_axis, image), 0)
    count = _count_levels if image.dtype.kind in "bui" else _count_bins
    counts, centers = count(image, channels, nbins, source_range)
    if normalize:
        counts = counts / np.maximum(counts.sum(axis=-1, keepdims=True), 1)
    return (counts[0] if channel_axis is None else counts), centers


def _count_levels(image, channels, nbins, source_range):
    # `nbins` is not used: there is one bin per level
    low, high = int(image.min()), int(image.max())
    if source_range == "dtype":
        low, high = (0, 1) if image.dtype.kind == "b" else (np.iinfo(image.dtype).min, np.iinfo(image.dtype).max)
    if high - low >= _MOST_LEVELS:
        raise ValueError(
            f"expected at most {_MOST_LEVELS:,} grey levels, got {low} to {high} ({image.dtype}, one bin per level); "
            "convert the picture with image.astype(float), which is counted in nbins bins"
        )
    counts = [occurrences(channel, low, high) for channel in channels]
    levels = np.arange(high - low + 1)
    # int64 ends below 2**63
    return np.array(counts), levels + low if high < 2**63 else levels.astype(np.uint64) + np.uint64(low)


def occurrences(channel, low, high):
    """Return how often each of the whole numbers from `low` to `high` occurs."""
    if channel.dtype == np.uint8 and channel.size > _MANY_PAIRS:
        return _occurrences_by_pairs(channel.ravel())[low : high + 1]
    if low >= 0 and high < _MOST_LEVELS:
        numbers = channel.astype(np.intp) if channel.dtype.itemsize == 8 else channel
        return np.bincount(numbers.ravel(), minlength=high + 1)[low:]
    # unsigned arithmetic wraps around, so even numbers beyond 2**63 come out right
    above = channel.astype(np.uint64) - np.uint64(low % 2**64)
    return np.bincount(above.astype(np.intp).ravel(), minlength=high - low + 1)


def _occurrences_by_pairs(pixels):
    """Return how often each 8-bit value occurs: two pixels at a time make one 16-bit number to count."""
    even = pixels.size // 2 * 2
    pairs = np.bincount(pixels[:even].view(np.uint16), minlength=2**16).reshape(256, 256)
    return pairs.sum(axis=0) + pairs.sum(axis=1) + np.bincount(pixels[even:], minlength=256)


def _count_bins(image, channels, nbins, source_range):
    edges = _bin_edges(image, nbins, source_range)
    counts = [occurrences_in_bins(_within(channel.ravel(), edges, source_range), edges) for channel in channels]
    return np.array(counts), (edges[:-1] + edges[1:]) / 2


def _within(values, edges, source_range):
    return values if source_range == "image" else values[(values >= edges[0]) & (values <= edges[-1])]


def occurrences_in_bins(values, edges):
    """Return how many values lie between each two of the evenly spaced edges. None may lie outside.

    As np.histogram(values, edges)[0], 5 times as fast for 128 x 128 pixels: each bin is cut into 256 parts, and a
    value's part is computed, which is quick. Only in the parts next to an edge (#), where rounding decides, the bin is
    looked up.

        bin k - 1  |        bin k        |  bin k + 1
        … . . . #  |  # . . . … . . . #  |  # . . . …
              255     0 1 2 3       255     0 1 2 3

    >>> occurrences_in_bins(np.array([0.0, 0.3, 0.5, 1.0]), np.array([0.0, 0.5, 1.0]))
    array([2, 2])
    """
    nbins = len(edges) - 1
    parts = parts_of_bins(values, edges)
    bins = (parts >> 8).astype(np.uint8) if nbins <= 256 else parts >> 8
    counts = occurrences(bins, 0, nbins - 1)
    reach = _unsure_parts(values, edges)
    unsure = np.flatnonzero(((parts + reach) & 255) < 2 * reach)
    right = (np.searchsorted(edges, values[unsure], side="right") - 1).clip(max=nbins - 1)
    return counts - np.bincount(bins[unsure], minlength=nbins) + np.bincount(right, minlength=nbins)


def parts_of_bins(values, edges):
    """Return the part of a bin in which each value lies, up to rounding: 0 … 255 in the first, 256 … in the second.

    >>> parts_of_bins(np.array([0.0, 0.3, 0.7, 1.0]), np.array([0.0, 0.5, 1.0]))
    array([  0, 153, 358, 511], dtype=uint16)
    """
    nbins = len(edges) - 1
    first, range_ = float(edges[0]), float(edges[-1]) - float(edges[0])
    parts = np.empty(len(values), np.uint16 if nbins <= 256 else np.uint32)
    for block in bands(len(values), 16):  # a value and its place
        place = np.subtract(values[block], first, dtype=float)
        place *= (256 * nbins - 0.5) / range_  # half a part less, so that the last value does not start another one
        parts[block] = place
    return parts


def _unsure_parts(values, edges):
    # how many parts on both sides of an edge rounding can reach; 128 are all there are
    bin_width = (float(edges[-1]) - float(edges[0])) / (len(edges) - 1)
    eps = max(float(np.finfo(array.dtype).eps) for array in (values, edges))  # NumPy computes edges in coarser type
    rounding = 256 * (1e-9 + 4 * eps * float(np.abs(edges).max()) / bin_width)
    return min(1 + int(rounding + 0.5), 128)


def _bin_edges(image, nbins, source_range):
    if not isinstance(nbins, (int, np.integer)) or not 1 <= nbins <= _MOST_LEVELS:
        raise ValueError(f"expected nbins as a whole number from 1 to {_MOST_LEVELS:,}, got {nbins!r}")
    dtype = np.float32 if image.dtype.itemsize <= 4 else np.float64
    low, high = (image.min(), image.max()) if source_range == "image" else (-1.0, 1.0)
    if low == high:
        low, high = low - dtype(0.5), high + dtype(0.5)
    with np.errstate(over="ignore", invalid="ignore"):
        edges = np.linspace(low, high, nbins + 1, dtype=dtype)
        apart = bool(np.isfinite(high - low) and (np.diff(edges) > 0).all())
    if not apart:
        raise ValueError(
            f"expected values that {nbins} bins can tell apart, got {low!r} to {high!r}; "
            "subtract the minimum and divide by the range first, or ask for fewer bins"
        )
    return edges
