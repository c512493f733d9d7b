"""Colours as the file means them: what a colour profile says is converted to sRGB, which screens show."""

import functools
import io

import numpy as np
from PIL import Image, ImageCms

LEFT_OUT = "Its colour profile is damaged or of another kind of colours, and was left out."
_SPACES = {"RGB": "RGB ", "RGBA": "RGB ", "CMYK": "CMYK"}
_NEAR = 2  # of 255: profiles that move no colour further are sRGB under another name


def to_srgb(picture):
    """Return a picture with its colours in sRGB, and a note where that could not be done.

    Parameters
    ----------
    picture : PIL.Image.Image
        In RGB, RGBA or CMYK, with its profile in `info`; any other is returned as it is.

    Examples
    --------
    >>> picture, note = to_srgb(Image.new("RGB", (2, 1), "red"))
    >>> picture.getpixel((0, 0)), note
    ((255, 0, 0), '')
    """
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in _SPACES:
        return picture, ""
    try:
        conversion = _conversion(profile, picture.mode)
        return (ImageCms.applyTransform(picture, conversion) if conversion else picture), ""
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture, LEFT_OUT


def is_srgb(profile):
    """Return whether the numbers of RGB pictures with this profile, or none, are sRGB as they are."""
    try:
        return not profile or _conversion(profile, "RGB") is None
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return True  # it says nothing


@functools.lru_cache(maxsize=8)
def _conversion(profile, mode):
    """Return the conversion that a profile asks for, or None if it changes nothing."""
    given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    if given.profile.xcolor_space != _SPACES[mode]:
        raise ValueError(f"a profile of {given.profile.xcolor_space} for {mode}")
    result = "RGBA" if mode == "RGBA" else "RGB"
    conversion = ImageCms.buildTransform(given, ImageCms.createProfile("sRGB"), mode, result)
    return conversion if mode == "CMYK" or _moves_colours(conversion, mode) else None


def _moves_colours(conversion, mode):
    levels = np.arange(0, 256, 15, dtype=np.uint8)
    cube = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(len(levels), -1, 3)
    there = ImageCms.applyTransform(Image.fromarray(cube).convert(mode), conversion)
    return bool(np.abs(np.array(there.convert("RGB"), int) - cube).max() > _NEAR)
