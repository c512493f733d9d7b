"""Non-local means: average each pixel with those whose surroundings look alike, wherever they are."""

import math

import numpy as np

from ..base.channels import accepts_channel_axis
from ..base.checks import check_image
from ..base.dtype import as_float, float_dtype
from ..base.padding import pad
from ..base.parameters import check_count, check_number, check_positive, check_room
from ._pairs import pairwise_mean, squared_length


@accepts_channel_axis
def denoise_nl_means(
    image,
    patch_size=7,
    patch_distance=11,
    h=0.1,
    fast_mode=True,
    sigma=0.0,
    *,
    preserve_range=False,
    channel_axis=None,
):
    """Average each pixel with pixels nearby whose patches look alike.

    new(p) = Σ_q w(p, q) q / Σ_q w(p, q), w = exp(-max(D(p, q) - 2 sigma², 0) / h²), where D is the mean squared
    difference of the patches around p and q.

    Parameters
    ----------
    image : array (rows, cols), or (rows, cols, channels) with `channel_axis`
        Integers are scaled to [0, 1] first.
    patch_size : int
        Side of a patch in pixels; an even one counts as the next larger odd one.
    patch_distance : int
        How far away a patch may be, in pixels, along each axis.
    h : float
        How different patches may be, in the units of the (scaled) picture. With `sigma` given, 0.8 sigma is a
        good start (0.6 sigma if not `fast_mode`); without, about the noise's standard deviation.
    fast_mode : bool
        All pixels of a patch count the same, and the mirrored border counts as neighbours. Otherwise the middle
        of a patch counts more (a Gaussian with a standard deviation of (patch_size - 1) / 4), and only pixels
        of the picture are neighbours.
    sigma : float
        Standard deviation of the noise. It makes equal patches differ by 2 sigma², which is taken off.
    preserve_range : bool
        Keep the range of an integer picture instead of scaling it.
    channel_axis : int, optional
        The axis of the colour channels, which share their weights.

    Returns
    -------
    array of floats, same shape
        Within the picture's range. float32 for float32 and float16 pictures, else float64.

    Raises
    ------
    ValueError
        If h or the patch size is not positive, or sigma or the distance is negative.
    TypeError
        For what is no number, and sizes of patches that are no whole numbers.

    Notes
    -----
    The cost is that of (2 patch_distance + 1)² / 2 pictures, and hardly depends on patch_size in fast mode.
    Patches at the border see the picture mirrored. Computed in single precision, to about 1e-6 of the picture's
    range. scikit-image 0.26 departs from the formula: in fast mode the patch is one row and one column short and
    its sum is divided by the full size; weights under exp(-5) are dropped; the exponential is off by up to 3 %.

    References
    ----------
    A. Buades, B. Coll and J.-M. Morel, "A non-local algorithm for image denoising", CVPR (2005), and
    "Non-Local Means Denoising", Image Processing On Line 1 (2011). J. Darbon et al., "Fast
    nonlocal filtering applied to electron cryomicroscopy", ISBI (2008), for the sums shared by all patches.

    Examples
    --------
    >>> stripes = np.tile([0.0, 1.0], (6, 3))
    >>> stripes[3, 3] = 0.8
    >>> denoise_nl_means(stripes, patch_size=3, patch_distance=2, h=0.2)[3].round(2)
    array([0.  , 0.99, 0.  , 0.99, 0.  , 0.98])
    """
    image = check_image(image, channel_axis)
    image = image.astype(float_dtype(image.dtype)) if preserve_range else as_float(image)
    reach, halo = _checked_sizes(patch_size, patch_distance)
    h, sigma = _checked_levels(h, sigma)
    if image.min() == image.max():
        return np.array(image)
    padded = pad(image, reach + halo, "mirror")
    unit = h * math.sqrt(image.shape[2] if image.ndim == 3 else 1)  # D is a mean over the channels too
    profile = None if fast_mode else gaussian_profile(2 * halo + 1)
    allowance = np.float32(2 * (sigma / h) ** 2)

    def weigh(difference, dr, dc, cols):
        return patch_weights(patch_distances(squared_length(difference), halo, cols, profile), allowance)

    # fast: the mirrored border counts as neighbours; else a 1 for each pixel of the picture, and 0 in the border
    inside = None if fast_mode else pad(np.ones(image.shape[:2], np.float32), reach + halo, "constant")
    return pairwise_mean(image, padded, unit, reach, weigh, halo, inside)


def patch_distances(squares, halo, cols, profile=None):
    """Return the mean of the squares over the patch around each pixel of a flat run.

    Parameters
    ----------
    squares : array (pixels + 2 * halo * (cols + 1),)
        Squared differences of a picture and the shifted picture, with `halo` rows and pixels more at both ends.
    halo : int
        Half of the patch: its side is 2 halo + 1.
    cols : int
        Length of a row.
    profile : array (2 halo + 1,), optional
        Weights along each side of the patch, which sum to 1. By default all the same.
    """
    side = 2 * halo + 1
    if profile is None:
        sums = run_sums(run_sums(squares, side, cols), side, 1)
        sums *= np.float32(1 / side**2)
        return sums
    return weighted_sums(weighted_sums(squares, profile, cols), profile, 1)


def run_sums(values, count, step):
    """Return the sums of `count` values that lie `step` apart, by doubling: 2, 4, 8, … at a time."""
    length = len(values) - (count - 1) * step
    total, start, size, doubled = None, 0, 1, values
    while True:
        if count & size:  # the powers of two that make up `count`
            part = doubled[start : start + length]
            total = part.copy() if total is None else np.add(total, part, out=total)
            start += size * step
        size *= 2
        if size > count:
            return total
        half = size // 2 * step
        doubled = doubled[:-half] + doubled[half:]


def weighted_sums(values, profile, step):
    """Return the sums of values that lie `step` apart, weighted by a symmetric profile."""
    side, half = len(profile), len(profile) // 2
    length = len(values) - (side - 1) * step
    at = [values[k * step : k * step + length] for k in range(side)]
    total = profile[half] * at[half]
    for k in range(half):
        both = at[k] + at[-1 - k]
        both *= profile[k]
        total += both
    return total


def gaussian_profile(side):
    """Return the weights along one side of a patch: a Gaussian of standard deviation (side - 1) / 4, of sum 1."""
    places = np.arange(side) - side // 2
    weights = np.exp(-(places**2) / (2 * max((side - 1) / 4, 0.25) ** 2))
    return (weights / weights.sum()).astype(np.float32)


def patch_weights(distances, allowance=0.0):
    """Return exp(-max(D - allowance, 0)) for the patch distances D, in units of h²; D is overwritten."""
    np.subtract(allowance, distances, out=distances)
    if allowance > 0:
        np.minimum(distances, 0, out=distances)
    return np.exp(distances, out=distances)


def similar_patches(image, point, patch_size=7, patch_distance=11, h=0.1, fast_mode=True, sigma=0.0):
    """Return the weight of each neighbour of one pixel, an array (2 patch_distance + 1,) * 2.

    1 is in the middle: the pixel itself. Neighbours outside of the picture weigh nothing here. `image` is a
    float picture with or without channels; `point` is (row, col).
    """
    reach, halo = _checked_sizes(patch_size, patch_distance)
    padded = np.atleast_3d(pad(image, reach + halo, "mirror"))
    row, col = point
    side = 2 * halo + 1
    around = padded[row : row + 2 * reach + side, col : col + 2 * reach + side]
    patch = around[reach : reach + side, reach : reach + side]
    windows = np.lib.stride_tricks.sliding_window_view(around, (side, side), axis=(0, 1))
    squares = ((windows - np.moveaxis(patch, -1, 0)) ** 2).mean(axis=2)
    profile = np.full(side, 1 / side) if fast_mode else gaussian_profile(side)
    weights = patch_weights(profile @ squares @ profile / h**2, 2 * (sigma / h) ** 2)
    rows, cols = np.arange(-reach, reach + 1) + row, np.arange(-reach, reach + 1) + col
    inside = ((rows >= 0) & (rows < image.shape[0]))[:, None] & (cols >= 0) & (cols < image.shape[1])
    return weights * inside


def _checked_sizes(patch_size, patch_distance):
    pixels = "a whole number of pixels"
    side = check_count("patch_size", patch_size, meaning=pixels)
    check_room("patch_size", (side, side), 2**20)
    distance = check_count("patch_distance", patch_distance, 0, meaning=pixels)
    check_room("the search window of patch_distance", (2 * distance + 1,) * 2, 2**20)
    return distance, side // 2


def _checked_levels(h, sigma):
    h = check_positive("h", h, meaning="a difference of grey levels")
    return h, check_number("sigma", sigma, 0, meaning="the standard deviation of the noise")
