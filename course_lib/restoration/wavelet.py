"""Wavelet denoising: noise is many small coefficients, the picture is few large ones; take off the small.

The stages are `decompose`, a threshold for each band (`bayes_threshold` or `universal_threshold`), `shrink`
(which is plainly.soft and plainly.hard), and `reconstruct`.
"""

import math
import numbers

import numpy as np

from ..base.channels import accepts_channel_axis
from ..base.checks import check_color, check_image
from ..base.dtype import as_float
from .noise_level import check_values, noise_level
from .wavelet_transform import decompose, max_level, reconstruct, wavelet_filter

# ITU-R BT.601: luma and the two colour differences, in the steps of 8-bit video
_YCBCR = np.array([[65.481, 128.553, 24.966], [-37.797, -74.203, 112.0], [112.0, -93.786, -18.214]])
_METHODS = ("BayesShrink", "VisuShrink")


@accepts_channel_axis
def denoise_wavelet(
    image,
    sigma=None,
    wavelet="db1",
    mode="soft",
    wavelet_levels=None,
    convert2ycbcr=False,
    method="BayesShrink",
    rescale_sigma=True,
    *,
    channel_axis=None,
):
    """Denoise a picture by taking small wavelet coefficients off.

    BayesShrink: T = sigma² / √(mean(d²) - sigma²) in each band d; VisuShrink: T = sigma √(2 ln(pixels)).
    soft: d <- sign(d) max(|d| - T, 0); hard: d <- d where |d| >= T, else 0.

    Parameters
    ----------
    image : array (rows, cols), or (rows, cols, channels) with `channel_axis`
        Integers are scaled to [0, 1] or [-1, 1] first.
    sigma : float, or one for each channel, optional
        Standard deviation of the noise. By default estimated from the finest details.
    wavelet : str
        "haar", "db1" to "db10", or "sym2" to "sym6".
    mode : {"soft", "hard"}
        soft shortens the large coefficients as well, which gives fewer artefacts.
    wavelet_levels : int, optional
        How often to split. By default three less than the picture allows, but at least 1.
    convert2ycbcr : bool
        Denoise brightness and colour differences instead of red, green and blue.
    method : {"BayesShrink", "VisuShrink"}
        A threshold for each band, or one that removes nearly all noise and much detail.
    rescale_sigma : bool
        Whether `sigma` is in the picture's own units, and scaled along with it. If not, it is in the units in which
        the picture is denoised: [0, 1] after scaling, and with `convert2ycbcr` the steps of YCbCr, in which white is
        219 above black. There a sigma for [0, 1] hardly denoises; as in scikit-image.
    channel_axis : int, optional
        The axis of the colour channels, which are denoised one by one.

    Returns
    -------
    array of floats, same shape
        float32 for float32 and float16 pictures, else float64. Cut to the range if the picture was of integers.

    Raises
    ------
    ValueError
        For an unknown wavelet, mode or method, more levels than the picture allows, or a negative sigma.
    TypeError
        For a sigma that is no number.

    Notes
    -----
    The picture is mirrored at its border. About 4 L passes over the picture for a filter of L numbers.

    References
    ----------
    S. G. Chang, B. Yu and M. Vetterli, "Adaptive wavelet thresholding for image denoising and compression", IEEE
    Trans. Image Processing 9 (2000). D. L. Donoho and I. M. Johnstone, "Ideal spatial adaptation
    by wavelet shrinkage", Biometrika 81 (1994).

    Examples
    --------
    >>> noisy = np.array([[0, 0.1, 0, 1, 0.9, 1]] * 6)
    >>> denoise_wavelet(noisy, sigma=0.1, method="VisuShrink", mode="hard")[2].round(2)
    array([0.05, 0.05, 0.  , 1.  , 0.95, 0.95])
    """
    original = check_image(image, channel_axis)
    image = as_float(original)
    check_values(image)
    if method not in _METHODS:
        raise ValueError(f"unknown method {method!r}; choose {' or '.join(_METHODS)}")
    low = wavelet_filter(wavelet)
    levels = _checked_levels(wavelet_levels, image.shape[:2], low)
    sigmas = _checked_sigmas(sigma, image.shape[2] if image.ndim == 3 else 1)
    if original.dtype.kind in "iu" and rescale_sigma:
        sigmas = [s if s is None else s / np.iinfo(original.dtype).max for s in sigmas]

    def denoise(channel, noise):
        return _denoise_channel(channel, noise, low, levels, method, mode)

    if convert2ycbcr:
        result = _denoise_in_ycbcr(image, channel_axis, sigmas, rescale_sigma, denoise)
    elif channel_axis is None:
        result = denoise(image, sigmas[0])
    else:
        result = np.stack([denoise(image[..., c], s) for c, s in enumerate(sigmas)], axis=-1)
    if original.dtype.kind != "f":
        np.clip(result, -1.0 if image.min() < 0 else 0.0, 1.0, out=result)
    return result


def _denoise_channel(image, sigma, low, levels, method, mode):
    smooth, details = decompose(image, low, levels)
    if sigma is None:
        sigma = noise_level(details[-1]["dd"])
    universal = universal_threshold(sigma, image.size)
    for bands in details:
        for name, band in bands.items():
            threshold = bayes_threshold(band, sigma) if method == "BayesShrink" else universal
            bands[name] = shrink(band, threshold, mode)
    return reconstruct(smooth, details, low, image.shape)


def bayes_threshold(details, sigma):
    """Return BayesShrink's threshold of a band: the noise's variance by the signal's standard deviation."""
    variance = float(np.mean(details * details)) - sigma**2
    return sigma**2 / math.sqrt(max(variance, np.finfo(details.dtype).eps))


def universal_threshold(sigma, pixels):
    """Return the size that Gaussian noise hardly ever exceeds in so many pixels: sigma √(2 ln(pixels))."""
    return sigma * math.sqrt(2 * math.log(pixels))


def shrink(details, threshold, mode="soft"):
    """Return the coefficients without the small ones: cut off (hard), or all of them shortened (soft)."""
    if mode == "hard":
        return np.where(np.abs(details) >= threshold, details, 0)
    if mode == "soft":
        return details - np.clip(details, -threshold, threshold)
    raise ValueError(f"unknown mode {mode!r}; choose soft or hard")


def _denoise_in_ycbcr(image, channel_axis, sigmas, rescale_sigma, denoise):
    """Denoise brightness and colour differences, each scaled to [0, 1]."""
    if channel_axis is None:
        raise ValueError("convert2ycbcr is for colour pictures; pass channel_axis=-1 as well")
    check_color(image)
    converted = image @ _YCBCR.T.astype(image.dtype)
    if rescale_sigma and sigmas[0] is not None:  # variances add up
        sigmas = np.sqrt(_YCBCR**2 @ np.square(sigmas)).tolist()
    for c, sigma in enumerate(sigmas):
        channel = converted[..., c]
        lowest, span = channel.min(), np.ptp(channel)
        if span > 0:
            sigma = None if sigma is None else sigma / span
            converted[..., c] = denoise((channel - lowest) / span, sigma) * span + lowest
    return converted @ np.linalg.inv(_YCBCR).T.astype(image.dtype)


def _checked_levels(levels, shape, low):
    deepest = max(max_level(shape, low), 1)
    if levels is None:
        return max(deepest - 3, 1)
    if not isinstance(levels, numbers.Real) or not 1 <= levels <= deepest or levels != int(levels):
        raise ValueError(f"wavelet_levels is a whole number from 1 to {deepest} for this picture, got {levels!r}")
    return int(levels)


def _checked_sigmas(sigma, channels):
    sigmas = [sigma] * channels if sigma is None or np.ndim(sigma) == 0 else list(sigma)
    if any(s is not None and not isinstance(s, numbers.Real) for s in sigmas):
        raise TypeError(f"expected sigma as a number, one for each channel, or None to estimate it, got {sigma!r}")
    if len(sigmas) != channels:
        raise ValueError(f"expected one sigma, or one for each of {channels} channels, got {len(sigmas)}")
    if any(s is None for s in sigmas) and any(s is not None for s in sigmas):
        raise ValueError(f"give sigma for every channel, or None to estimate all of them, got {sigma!r}")
    if any(s is not None and not 0 <= s < np.inf for s in sigmas):
        raise ValueError(f"sigma is the standard deviation of the noise, 0 or more, got {sigma}")
    return sigmas
