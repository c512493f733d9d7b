"""CIE L*a*b*: colours placed so that equal distances look about equally different."""

import numpy as np

from ..base.dtype import as_float, scaled, warn_of_small_numbers
from ._channels import channels_last, in_strips

# ITU-R BT.709, in six digits: from linear red, green, blue to the tristimulus values X, Y, Z; the white of D65, 2°
XYZ_FROM_RGB = np.array(
    [[0.412453, 0.357580, 0.180423], [0.212671, 0.715160, 0.072169], [0.019334, 0.119193, 0.950227]]
)
WHITE = np.array([0.95047, 1.0, 1.08883])
EDGE = 0.008856  # below it CIE replaces the cube root by a line, SLOPE t + OFFSET
EDGE_ROOT = 0.2068966  # the cube root of EDGE
SLOPE, OFFSET = 7.787, 16 / 116
_LAB_NUMBERS = "Lab's numbers are floats: lab.astype(float) keeps them"


def rgb2lab(rgb, illuminant="D65", observer="2", *, channel_axis=-1):
    """Convert red, green, blue to lightness L*, green-red a* and blue-yellow b*.

    L* = 116 f(Y) - 16;  a* = 500 (f(X) - f(Y));  b* = 200 (f(Y) - f(Z)),  f the cube root (near 0 a line)

    Parameters
    ----------
    rgb : array (rows, cols, 3)
        sRGB values in [0, 1]; integers are scaled first.
    illuminant, observer : str
        "D65" and "2" (daylight, seen at 2 degrees), the ones that sRGB is made for.
    channel_axis : int
        The axis of the channels.

    Returns
    -------
    array of the same shape
        L* from 0 (black) to 100 (white), a* and b* from about -110 to 110, 0 for greys. float32 for float32
        and float16, else float64.

    Raises
    ------
    ValueError
        For another illuminant or observer, and for a picture without three channels.

    Notes
    -----
    X, Y and Z (how strongly the light excites CIE's standard observer) come from the linear red, green and blue,
    gamma undone, by a matrix. They are taken relative to the white, so white is (100, 0, 0) up to the matrix's six
    digits.

    References
    ----------
    CIE 15:2004, Colorimetry, section 8.2.1; IEC 61966-2-1 (sRGB).

    Examples
    --------
    >>> rgb2lab(np.array([[[1.0, 0, 0], [0, 0, 0]]])).round(1)
    array([[[53.2, 80.1, 67.2],
            [ 0. ,  0. ,  0. ]]])
    """
    _check_white(illuminant, observer)
    rgb = channels_last(rgb, channel_axis, "rgb")
    warn_of_small_numbers(rgb)
    return np.moveaxis(in_strips(lambda strip: _lab(linear_from_srgb(strip)), rgb), -1, channel_axis)


def lab_from_linear(linear):
    """Return the L*, a*, b* of light (rows, cols, 3), as from `linear_from_srgb`."""
    return in_strips(_lab, linear)


def _lab(linear):
    xyz = linear @ (XYZ_FROM_RGB.T / WHITE).astype(linear.dtype)
    roots = np.where(xyz > EDGE, np.cbrt(xyz), SLOPE * xyz + OFFSET)
    x, y, z = roots[..., 0], roots[..., 1], roots[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def lab2rgb(lab, illuminant="D65", observer="2", *, channel_axis=-1):
    """Convert L*, a*, b* to red, green, blue.

    Y = g((L* + 16) / 116);  X = g(f(Y) + a* / 500);  Z = g(f(Y) - b* / 200),  g the cube (near 0 a line)

    Parameters
    ----------
    lab : array (rows, cols, 3)
        L* from 0 to 100, a* and b* from about -128 to 127, as floats.
    illuminant, observer : str
        "D65" and "2" (daylight, seen at 2 degrees), the ones that sRGB is made for.
    channel_axis : int
        The axis of the channels.

    Returns
    -------
    array of the same shape
        sRGB values, clipped to [0, 1]. float32 for float32 and float16, else float64.

    Raises
    ------
    ValueError
        For another illuminant or observer, and for a picture without three channels.

    Notes
    -----
    Colours that sRGB cannot show are clipped; so is a negative Z, of which scikit-image warns.

    References
    ----------
    CIE 15:2004, Colorimetry, section 8.2.1; IEC 61966-2-1 (sRGB).

    Examples
    --------
    >>> lab2rgb(np.array([[[53.2408, 80.0925, 67.2032], [0, 0, 0]]])).round(3)
    array([[[1., 0., 0.],
            [0., 0., 0.]]])
    """
    _check_white(illuminant, observer)
    lab = channels_last(lab, channel_axis, "lab")
    return np.moveaxis(in_strips(_rgb, as_float(lab, _LAB_NUMBERS)), -1, channel_axis)


def _rgb(lab):
    y = (lab[..., 0] + 16) / 116
    roots = np.stack([lab[..., 1] / 500 + y, y, np.maximum(y - lab[..., 2] / 200, 0)], axis=-1)
    relative = np.where(roots > EDGE_ROOT, roots * roots * roots, (roots - OFFSET) / SLOPE)
    linear = relative @ (WHITE[:, np.newaxis] * np.linalg.inv(XYZ_FROM_RGB).T).astype(lab.dtype)
    return srgb_from_linear(linear)


def linear_from_srgb(rgb):
    """Return the light that sRGB values stand for: the gamma curve undone (a power, and near 0 a line)."""
    if rgb.dtype == np.uint8:  # there are only 256 values to raise to a power
        return linear_from_srgb(np.arange(256) / 255)[rgb]
    rgb = scaled(rgb)
    return np.where(rgb > 0.04045, ((np.maximum(rgb, 0) + 0.055) / 1.055) ** 2.4, rgb / 12.92)


def srgb_from_linear(linear):
    """Return the sRGB values of light, in [0, 1]."""
    linear = np.clip(linear, 0, 1)
    return np.where(linear > 0.0031308, 1.055 * linear ** (1 / 2.4) - 0.055, 12.92 * linear)


def _check_white(illuminant, observer):
    if str(illuminant).upper() != "D65" or str(observer) != "2":
        raise ValueError(
            f'expected illuminant "D65" and observer "2", which sRGB is made for, got {illuminant!r} and {observer!r}'
        )
