"""How strong the noise in a picture is: read from its finest details, where the picture itself hardly shows."""

import numpy as np

from ..base.channels import accepts_channel_axis
from ..base.checks import check_image
from ..base.dtype import float_dtype
from .wavelet_transform import split_picture, wavelet_filter

_QUARTILE = 0.6744897501960817  # three quarters of a standard Gaussian lie below


@accepts_channel_axis
def estimate_sigma(image, average_sigmas=False, *, channel_axis=None):
    """Estimate the standard deviation of Gaussian noise in a picture.

    sigma = median(|d|) / 0.6745, d the diagonal details of one wavelet split with "db2".

    Parameters
    ----------
    image : array (rows, cols), or (rows, cols, channels) with `channel_axis`
        Integers are not scaled: the result is in the picture's own units.
    average_sigmas : bool
        Return the mean over the channels instead of a list.
    channel_axis : int, optional
        The axis of the colour channels.

    Returns
    -------
    float, or list of floats
        One for each channel where `channel_axis` is given and `average_sigmas` is not.

    Raises
    ------
    ValueError
        For a picture that is not 2-D (or 2-D with channels), and values beyond 1e15: scale it first.

    Notes
    -----
    Edges are too few to move the median, but fine texture everywhere counts as noise. Noise that was clipped or
    smoothed is estimated too low; details of exactly 0 are left out. The same to rounding as scikit-image.

    References
    ----------
    D. L. Donoho and I. M. Johnstone, "Ideal spatial adaptation by wavelet shrinkage", Biometrika 81 (1994).

    Examples
    --------
    >>> noise = np.random.default_rng(0).normal(0, 0.2, (64, 64))
    >>> round(estimate_sigma(noise), 2)
    0.2
    """
    image = check_image(image, channel_axis)
    image = image.astype(float_dtype(image.dtype), copy=False)
    check_values(image)
    low = wavelet_filter("db2")
    channels = [image] if channel_axis is None else np.moveaxis(image, -1, 0)
    sigmas = [noise_level(split_picture(channel, low)["dd"]) for channel in channels]
    if channel_axis is None:
        return sigmas[0]
    return float(np.mean(sigmas)) if average_sigmas else sigmas


def noise_level(details):
    """Return the noise's standard deviation from the finest diagonal details: median(|d|) / 0.6745.

    Half of a Gaussian's values are smaller than 0.6745 standard deviations; details of the picture are too few
    to move the median. Coefficients of exactly 0 are left out: no noise there.
    """
    sizes = np.abs(details[details != 0])
    return float(np.median(sizes) / _QUARTILE) if sizes.size else 0.0


def check_values(image):
    """Raise a ValueError for values whose squares and sums leave the range of floats."""
    largest = np.abs(image).max()
    if largest > 1e15:
        raise ValueError(f"values up to {largest:g} are too large to square and sum; scale the picture first")
