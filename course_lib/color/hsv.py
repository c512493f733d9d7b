"""Hue, saturation and value: which colour, how colourful, how bright."""

import numpy as np

from ..base.dtype import as_float
from ..base.ranges import not_negative
from ._channels import channels_last, in_strips, planes


def rgb2hsv(rgb, *, channel_axis=-1):
    """Convert red, green, blue to hue, saturation, value.

    value = max(r, g, b);  saturation = (value - min(r, g, b)) / value;
    hue = the place on the circle red 0, yellow 1/6, green 2/6, cyan 3/6, blue 4/6, magenta 5/6

    Parameters
    ----------
    rgb : array (rows, cols, 3)
        0 or more, [0, 1] for colours that a screen can show. Integers are scaled to [0, 1] first.
    channel_axis : int
        The axis of the channels.

    Returns
    -------
    array of the same shape
        Hue and saturation in [0, 1], value the largest channel, so in [0, 1] for colours in it. float32 for float32
        and float16, else float64. Grey pixels have hue 0.

    Raises
    ------
    ValueError
        For negative values, and for a picture without three channels; the message says how to mend it.

    References
    ----------
    A. R. Smith, "Color Gamut Transform Pairs", SIGGRAPH Computer Graphics 12 (1978), 12-19.

    Examples
    --------
    >>> rgb2hsv(np.array([[[0.0, 0.5, 0.0], [0.2, 0.2, 0.2]]])).round(3)
    array([[[0.333, 1.   , 0.5  ],
            [0.   , 0.   , 0.2  ]]])
    """
    rgb = as_float(channels_last(rgb, channel_axis, "rgb"))
    rgb = not_negative(rgb, "colours", "clip with np.clip(rgb, 0, 1), or rescale them first")
    return np.moveaxis(in_strips(_hsv, rgb), -1, channel_axis)


def _hsv(rgb):
    red, green, blue = planes(rgb)
    value = np.maximum(np.maximum(red, green), blue)
    spread = value - np.minimum(np.minimum(red, green), blue)
    saturation = np.divide(spread, value, out=np.zeros_like(value), where=value > 0)
    return np.stack([_hue(red, green, blue, value, spread), saturation, value], axis=-1)


def _hue(red, green, blue, value, spread):
    """Return the place on the circle of colours, in [0, 1]: just below red, rounding can give 1, which is red too."""
    ahead = np.where(green == value, blue - red, red - green)  # of the strongest channel, in its direction
    sector = np.where(green == value, 2.0, 4.0).astype(value.dtype)
    is_red = red == value
    np.copyto(ahead, green - blue, where=is_red)
    np.copyto(sector, 0, where=is_red)
    hue = np.divide(ahead, spread, out=ahead, where=spread > 0)
    hue += sector
    hue /= 6
    hue += hue < 0
    hue[spread == 0] = 0
    return hue


def hsv2rgb(hsv, *, channel_axis=-1):
    """Convert hue, saturation, value to red, green, blue.

    channel = value (1 - saturation (1 - w)),  w the channel's weight in the pure hue: 1 around its own place
    on the circle, falling to 0 within 1/6

    Parameters
    ----------
    hsv : array (rows, cols, 3)
        Hues repeat after 1. Integers are scaled to [0, 1] first.
    channel_axis : int
        The axis of the channels.

    Returns
    -------
    array of the same shape
        float32 for float32 and float16, else float64; in [0, 1] where saturation and value are.

    Raises
    ------
    ValueError
        For a picture without three channels; the message says how to mend it.

    Notes
    -----
    Hues outside of [0, 1] go around the circle (scikit-image: only up to 1 is defined).

    References
    ----------
    A. R. Smith, "Color Gamut Transform Pairs", SIGGRAPH Computer Graphics 12 (1978), 12-19.

    Examples
    --------
    >>> hsv2rgb(np.array([[[1 / 3, 1.0, 0.5], [0.0, 0.0, 0.2]]])).round(3)
    array([[[0. , 0.5, 0. ],
            [0.2, 0.2, 0.2]]])
    """
    return np.moveaxis(in_strips(_rgb, as_float(channels_last(hsv, channel_axis, "hsv"))), -1, channel_axis)


def _rgb(hsv):
    hue, saturation, value = planes(hsv)
    place = 6 * (hue - np.floor(hue))
    weights = (
        np.abs(place - 3) - 1,  # red: 1 near both ends of the circle
        2 - np.abs(place - 2),  # green
        2 - np.abs(place - 4),  # blue
    )
    chroma = value * saturation
    return np.stack([value - chroma * (1 - np.clip(w, 0, 1, out=w)) for w in weights], axis=-1)
