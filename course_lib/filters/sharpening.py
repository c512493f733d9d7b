"""Sharpening: add what smoothing takes away."""

import numpy as np

from ..base.channels import accepts_channel_axis
from ..base.checks import check_image
from ..base.dtype import as_float, float_dtype
from ..base.parameters import check_number
from .smoothing import gaussian


@accepts_channel_axis
def unsharp_mask(image, radius=1.0, amount=1.0, preserve_range=False, *, channel_axis=None):
    """Sharpen a picture: add `amount` times the detail that a Gaussian of width `radius` removes.

    out = image + amount (image - gaussian(image, radius))

    Parameters
    ----------
    image : (rows, cols) array, or (rows, cols, channels) with channel_axis=-1
        Any number type. Integers are scaled to [0, 1] (signed: [-1, 1]).
    radius : float or (radius_rows, radius_cols)
        Sigma of the Gaussian in pixels: detail finer than this is strengthened.
    amount : float
        How much of the detail is added; a negative amount smooths.
    preserve_range : bool
        Keep the values of integers, and do not clip.
    channel_axis : None or int
        None for a grey picture, -1 for colours in the last axis.

    Returns
    -------
    array of the shape of `image`, float32 for float32 and float16, else float64; clipped to [0, 1], or
    to [-1, 1] where the picture has negative values, unless `preserve_range`.

    Raises
    ------
    ValueError
        For a negative radius, an amount that is not finite, a picture that is not 2-D (or 2-D with channels).
    TypeError
        For an amount that is no number.

    Notes
    -----
    The border is reflected. The same to rounding as scikit-image for grey pictures; for colours scikit-image
    slices channel_axis=-1 wrongly (with channel_axis=2 the results agree).

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., section 3.6, "Unsharp masking".

    Examples
    --------
    >>> step = np.array([[0.2, 0.2, 0.8, 0.8]])
    >>> unsharp_mask(step, radius=0.5).round(2)
    array([[0.2 , 0.14, 0.86, 0.8 ]])
    """
    image = check_image(image, channel_axis)
    amount = check_number("amount", amount, meaning="a factor")
    image = image.astype(float_dtype(image.dtype), copy=False) if preserve_range else as_float(image)
    out = image - gaussian(image, radius, mode="reflect", channel_axis=channel_axis)
    out *= amount
    out += image
    return out if preserve_range else np.clip(out, -1 if image.min() < 0 else 0, 1, out=out)
