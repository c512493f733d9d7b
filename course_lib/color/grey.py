"""From three channels to one number, and back."""

import numpy as np

from ..base.bands import fill
from ..base.checks import check_array, check_finite, check_grey
from ..base.luminance import luminance
from ._channels import channels_last


def rgb2gray(rgb, *, channel_axis=-1):
    """Convert a colour picture to grey.

    grey = 0.2125 red + 0.7154 green + 0.0721 blue

    Parameters
    ----------
    rgb : array (rows, cols, 3)
        Integers are scaled to [0, 1] first.
    channel_axis : int
        The axis of the channels.

    Returns
    -------
    array (rows, cols)
        float32 for float32 and float16, else float64; in the range of the scaled input, to rounding.

    Raises
    ------
    ValueError
        For a picture that is grey already, or has an alpha channel: the message says how to drop it.

    Notes
    -----
    The weights suit linear light. Pictures from files hold gamma-coded values, for which the result is the
    usual approximation. The same to rounding as scikit-image.

    References
    ----------
    C. Poynton, "Frequently Asked Questions about Color" (1997), question 9.

    Examples
    --------
    >>> rgb2gray(np.eye(3)[np.newaxis])  # red, green, blue
    array([[0.2125, 0.7154, 0.0721]])
    """
    with np.errstate(invalid="ignore", over="ignore"):
        grey = luminance(channels_last(rgb, channel_axis, "rgb", finite=False))
    # What is not finite in a channel is not finite in the sum, which has a third of the numbers to look at.
    check_finite(grey, "rgb")
    return grey


def gray2rgb(image, *, channel_axis=-1):
    """Give a grey picture three equal channels.

    rgb[r, c, k] = image[r, c]

    Parameters
    ----------
    image : array (rows, cols)
        Any type; values are kept.
    channel_axis : int
        Where the axis of the channels goes.

    Returns
    -------
    array (rows, cols, 3) of the type of `image`

    Raises
    ------
    ValueError
        For a picture that is not 2-D; one with three channels is a colour picture already.

    Examples
    --------
    >>> gray2rgb(np.array([[7, 9]]))
    array([[[7, 7, 7],
            [9, 9, 9]]])
    """
    image = check_array(image)
    if image.ndim == 3 and image.shape[-1] == 3:
        raise ValueError(
            f"expected a grey image (rows, cols), got shape {image.shape}, which has three channels already"
        )
    if channel_axis not in range(-3, 3):
        raise ValueError(f"channel_axis={channel_axis!r} does not exist in a result of three axes; -1 is the last")
    if image.ndim != 2:
        check_grey(image)  # says what to do

    def three_times(rows, place):
        for channel in range(3):
            place[..., channel] = image[rows]

    rgb = np.empty((*image.shape, 3), image.dtype)
    fill(rgb, three_times, rgb[0].nbytes)
    return rgb if channel_axis in (-1, 2) else np.ascontiguousarray(np.moveaxis(rgb, -1, channel_axis))
