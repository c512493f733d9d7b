"""Non-local means: average each pixel with those whose surroundings look alike, wherever they are.

As plainly.nl_means, hundreds of times as fast: each pair of pixels is weighed once, for both of them (see _pairs), and
patches that overlap share their sums.
"""

import math

import numpy as np

from ..base.channels import accepts_channel_axis
from ..base.checks import check_image
from ..base.dtype import as_float, float_dtype
from ..base.lines import fold
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
    side = 2 * halo + 1
    profile = np.full(side, 1 / side, np.float32) if fast_mode else gaussian_profile(side)
    allowance = np.float32(2 * (sigma / h) ** 2)

    def weigh(difference, dr, dc, cols):
        return patch_weights(patch_distances(squared_length(difference), cols, profile), allowance)

    # fast: the mirrored border counts as neighbours; else a 1 for each pixel of the picture, and 0 in the border
    inside = None if fast_mode else pad(np.ones(image.shape[:2], np.float32), reach + halo, "constant")
    return pairwise_mean(image, padded, unit, reach, weigh, halo, inside)


def patch_distances(squares, cols, profile):
    """Return the mean of the squares over the patch around each pixel of a stretch of a line.

    Patches overlap, so their sums are shared: along columns first, and then along rows of these sums.

    Parameters
    ----------
    squares : array (pixels + 2 * halo * (cols + 1),)
        Squared differences of a picture and the shifted picture, with `halo` rows and pixels more at both ends.
    cols : int
        Length of a row.
    profile : array (2 halo + 1,)
        Weights along each side of the patch, which sum to 1.

    Examples
    --------
    The two pixels in the middle of three rows of four, and patches of 3 x 3:

    >>> squares = np.array([0.0, 0, 9, 0] + [0, 9, 0, 0] + [0, 0, 0, 0])
    >>> patch_distances(squares, 4, np.full(3, 1 / 3))
    array([2., 2.])
    """
    return fold(fold(squares, cols, profile), 1, profile)


def gaussian_profile(side):
    """Return the weights along one side of a patch: a Gaussian of standard deviation (side - 1) / 4, of sum 1."""
    places = np.arange(side) - side // 2
    sigma = (side - 1) / 4 or 1.0  # a patch of one pixel: any will do
    weights = np.exp(-(places**2) / (2 * sigma**2))
    return (weights / weights.sum()).astype(np.float32)


def patch_weights(distances, allowance=0.0):
    """Return exp(-max(D - allowance, 0)) for the patch distances D, in units of h²; D is overwritten."""
    np.subtract(allowance, distances, out=distances)
    if allowance > 0:  # else nothing is above 0
        np.minimum(distances, 0, out=distances)
    return np.exp(distances, out=distances)


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
