"""Histograms: how often each grey value occurs, and the picture that spreads them evenly."""

import numpy as np

from ..arrays import check_array, float_dtype
from ._levels import by_level

_MOST_LEVELS = 2**20  # a histogram with more bins than this says nothing, and fills the memory
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
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., equation 3-6.

    Examples
    --------
    >>> counts, levels = histogram(np.array([[1, 1, 4], [2, 1, 4]]))
    >>> counts, levels
    (array([3, 1, 0, 2]), array([1, 2, 3, 4]))
    """
    image = check_array(image)
    if source_range not in ("image", "dtype"):
        raise ValueError(f'expected source_range "image" or "dtype", got {source_range!r}')
    if channel_axis is None:
        channels = [image]
    elif isinstance(channel_axis, (int, np.integer)) and -image.ndim <= channel_axis < image.ndim:
        channels = np.moveaxis(image, channel_axis, 0)
    else:
        raise ValueError(f"expected channel_axis as one of the {image.ndim} axes of shape {image.shape}; try -1")
    count = _count_levels if image.dtype.kind in "bui" else _count_bins
    counts, centers = count(image, channels, nbins, source_range)
    if normalize:
        counts = counts / np.maximum(counts.sum(axis=-1, keepdims=True), 1)
    return (counts[0] if channel_axis is None else counts), centers


def _count_levels(image, channels, nbins, source_range):
    low, high = int(image.min()), int(image.max())
    if source_range == "dtype" and image.dtype.kind != "b":
        low, high = np.iinfo(image.dtype).min, np.iinfo(image.dtype).max
    if high - low >= _MOST_LEVELS:
        raise ValueError(
            f"expected at most {_MOST_LEVELS:,} grey levels, got {low} to {high} ({image.dtype}, one bin per level); "
            "convert the picture with image.astype(float), which is counted in nbins bins"
        )
    counts = [_occurrences(channel, low, high) for channel in channels]
    levels = np.arange(high - low + 1)
    return np.array(counts), levels + low if high < 2**63 else levels.astype(np.uint64) + np.uint64(low)


def _occurrences(channel, low, high):
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
    counts = [np.histogram(channel, len(edges) - 1, (edges[0], edges[-1]))[0] for channel in channels]
    return np.array(counts), (edges[:-1] + edges[1:]) / 2


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


def cumulative_distribution(image, nbins=256):
    """Return which share of the pixels lies at or below each value.

    cdf[k] = (counts[0] + … + counts[k]) / number of pixels

    Parameters
    ----------
    image : array
        Integers get one bin per level, floats `nbins` of equal width.
    nbins : int
        Number of bins for floats.

    Returns
    -------
    cdf : array (bins,)
        Rising to 1. float32 for float32 and float16 pictures, else float64.
    bin_centers : array (bins,)

    Raises
    ------
    ValueError
        As for `histogram`.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., equation 3-15.

    Examples
    --------
    >>> cumulative_distribution(np.array([[1, 1, 4], [2, 1, 4]]))[0].round(2)
    array([0.5 , 0.67, 0.67, 1.  ])
    """
    image = check_array(image)
    counts, centers = histogram(image, nbins)
    total = np.cumsum(counts)
    return (total / total[-1]).astype(float_dtype(image.dtype), copy=False), centers


def equalize_hist(image, nbins=256, mask=None):
    """Spread the grey values evenly: every pixel gets the share of pixels that are not brighter.

    out = cdf(image), between two bins on the line that joins them

    Parameters
    ----------
    image : array
        Any number type; a colour picture is treated as one set of values.
    nbins : int
        Number of bins for floats; integers have one per level.
    mask : array of bool, optional
        Count only these pixels; all are changed.

    Returns
    -------
    array of the same shape
        In [0, 1]. float32 for float32 and float16, else float64.

    Raises
    ------
    ValueError
        If the mask has another shape, or marks no pixel.

    Notes
    -----
    Values below the first bin of the masked pixels become its share, values above the last one 1.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., section 3.3.

    Examples
    --------
    >>> equalize_hist(np.array([[1, 1, 4], [2, 1, 4]])).round(2)
    array([[0.5 , 0.5 , 1.  ],
           [0.67, 0.5 , 1.  ]])
    """
    image = check_array(image)
    cdf, centers = cumulative_distribution(image if mask is None else _masked(image, mask), nbins)
    dtype = float_dtype(image.dtype)
    return by_level(lambda values: on_curve(values, centers, cdf).astype(dtype, copy=False), image)


def on_curve(values, centers, heights):
    """Return the heights at some values, on the lines between evenly spaced centers; flat beyond the ends."""
    if len(centers) == 1:
        return np.full(values.shape, heights[0])
    first, last = float(centers[0]), float(centers[-1])
    place = np.subtract(values, first, dtype=float)
    place *= (len(centers) - 1) / (last - first)  # counted in bins
    np.clip(place, 0, len(centers) - 1, out=place)
    below = place.astype(np.intp)
    place -= below
    place *= np.diff(heights, append=heights[-1]).take(below)
    return heights.take(below) + place


def _masked(image, mask):
    mask = check_array(mask, "mask") != 0
    if mask.shape != image.shape or not mask.any():
        raise ValueError(
            f"expected a mask of the picture's shape {image.shape} that marks at least one pixel, "
            f"got shape {mask.shape} with {np.count_nonzero(mask)} marked"
        )
    return image[mask]
