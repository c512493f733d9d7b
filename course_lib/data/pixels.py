"""From the numbers in a file to those of an array: types, white, transparency, the way up, and fewer pixels."""

import numpy as np
from PIL import Image

from .causes import NotRead
from .colours import is_srgb, to_srgb
from .deep import reduced_bits
from .tags import BITS, KIND_OF_NUMBER, MEANING, SIGNED, UNSIGNED, WHITE_IS_0

OVER_WHITE = "Transparent parts are shown over white."
FEWER_BITS = "Its {} bits a channel were reduced to 8."
_FOR_SRGB = "Its 16 bits a channel were reduced to 8, to convert its colour profile to sRGB."
_GREY = ("1", "L", "LA", "La")
_COLOUR = ("RGB", "RGBA", "RGBX", "RGBa", "P", "PA", "CMYK", "YCbCr", "HSV")
_DARK = 16  # of 255


def has_few_bits(picture):
    """Return whether Pillow holds a picture with 8 bits a channel."""
    return picture.mode in _GREY + _COLOUR


def of_few_bits(picture, content, tags, kind):
    """Return the array of a picture with 8 bits a channel, as grey or colour over white, and notes."""
    note = _fewer_bits(picture, content, tags)
    mode = "L" if picture.mode in _GREY else "RGB"
    may_be_grey = picture.mode in ("P", "PA") or kind == "GIF"
    transparent = picture.has_transparency_data
    if transparent:
        picture = picture.convert("RGBA")
    elif picture.mode not in (mode, "CMYK"):
        picture = picture.convert(mode)
    picture, left_out = to_srgb(picture) if mode == "RGB" else (picture, "")
    if transparent:
        transparent = picture.getchannel("A").getextrema()[0] < 255
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    array = np.array(picture.convert(mode))
    if may_be_grey and array.ndim == 3 and (array == array[..., :1]).all():
        array = array[..., 0].copy()
    if tags.get(KIND_OF_NUMBER, [UNSIGNED])[0] == SIGNED:
        array = array.view(np.int8).astype(np.int32)
    return array, note, left_out, OVER_WHITE if transparent else ""


def _fewer_bits(picture, content, tags):
    """Return that bits were lost; refuse a picture of which Pillow's 8 bits hold next to nothing."""
    bits = reduced_bits(content) or max(tags.get(BITS, [8]))
    bits = 16 if content.startswith(b"\x89PNG") and content[24] == 16 else bits
    if bits <= 8:
        return ""
    extremes = np.reshape(picture.getextrema(), (-1, 2))
    if extremes[: 1 if picture.mode in _GREY else 3].max() < _DARK:
        raise NotRead(
            f"has {bits} bits a channel, but no value of {_DARK << (bits - 8)} or more, and of such pictures data.read "
            f"has the upper 8 bits: it would be black. Stretch the values to 0 to {2**bits - 1} and save it again"
        )
    return FEWER_BITS.format(bits)


def of_many_bits(picture, content, tags, kind):
    """Return the array of a grey picture that Pillow holds with more than 8 bits, and notes."""
    array = np.asarray(picture)
    array = array.astype(array.dtype.newbyteorder("="))
    if array.dtype not in (np.uint16, np.int32, np.float32) or array.ndim > 2:
        raise NotRead(f"holds colours of a kind that is not read ({picture.mode}); save it as RGB, in a PNG")
    if array.dtype == np.int32 and tags.get(KIND_OF_NUMBER, [UNSIGNED])[0] == UNSIGNED and array.min() < 0:
        array = array.view(np.uint32)
    if array.dtype == np.uint16:
        return _of_two_bytes(array, content, tags, picture.info.get("transparency"), kind)
    return array, ""


def _of_two_bytes(array, content, tags, transparent, kind):
    if tags.get(MEANING) == [WHITE_IS_0]:  # black ink on white paper, as scanners count it
        array = ~array
    if kind == "JPEG2000":  # Pillow has moved them to the upper bits
        array = array >> (16 - (reduced_bits(content) or 16))
    if isinstance(transparent, int) and (array == transparent).any():
        array[array == transparent] = np.iinfo(np.uint16).max
        return array, OVER_WHITE
    return array, ""


def of_numbers(array, profile=None, *, multiplied=False, transparent=None):
    """Return an array with or without alpha as its last channel as one that is kept, and notes.

    Examples
    --------
    >>> of_numbers(np.array([[[0, 0], [0, 65535]]], np.uint16))
    (array([[65535,     0]], dtype=uint16), 'Transparent parts are shown over white.', '')
    """
    array, note = _kept(array), ""
    if array.ndim == 3 and array.shape[-1] in (2, 4):
        array, note = _over_white(array[..., :-1], array[..., -1:], multiplied)
    elif isinstance(transparent, tuple):
        hidden = (array == transparent).all(axis=-1)
        array[hidden] = np.iinfo(array.dtype).max
        note = OVER_WHITE if hidden.any() else ""
    if array.ndim == 3 and array.shape[-1] == 1:
        array = array[..., 0]
    if array.ndim == 2 or array.dtype != np.uint16 or is_srgb(profile):
        return array, note, ""
    picture = Image.fromarray(((array + np.uint32(128)) // 257).astype(np.uint8))
    picture.info["icc_profile"] = profile
    return np.array(to_srgb(picture)[0]), note, _FOR_SRGB


def _kept(array):
    """Return numbers in one of the types that pictures have here: nothing is rounded, nothing clipped."""
    array = array.astype(array.dtype.newbyteorder("="), copy=True)
    if array.dtype.kind == "f":
        return array.astype(np.float32) if array.dtype.itemsize < 4 else array
    if array.dtype == bool:
        return array.astype(np.uint8) * np.uint8(255)
    if array.dtype.kind not in "iu":
        raise NotRead("holds complex numbers; save their size, or one of their parts, as floats")
    fits = np.iinfo(np.int32).min <= array.min() and array.max() <= np.iinfo(np.int32).max
    return array.astype(np.int32) if fits and array.dtype not in (np.uint8, np.uint16) else array


def _over_white(colours, alpha, multiplied):
    """Lay a picture over white by its alpha channel."""
    white = 1.0 if colours.dtype.kind == "f" else np.iinfo(colours.dtype).max
    if alpha.min() == white:
        return np.ascontiguousarray(colours), ""
    result = np.empty_like(colours)
    share = alpha[..., 0] / white
    for channel in range(colours.shape[-1]):
        mixed = colours[..., channel] * (1.0 if multiplied else share) + white * (1 - share)
        result[..., channel] = mixed if colours.dtype.kind == "f" else np.clip(np.rint(mixed), 0, white)
    return result, OVER_WHITE


def turned(array, orientation):
    """Return an array upright that a file stores in one of the eight orientations of EXIF.

    Examples
    --------
    >>> turned(np.array([[1, 2], [3, 4]]), 6).tolist()
    [[3, 1], [4, 2]]
    """
    if orientation in (5, 6, 7, 8):
        array = array.swapaxes(0, 1)
    if orientation in (2, 3, 6, 7):
        array = array[:, ::-1]
    if orientation in (3, 4, 7, 8):
        array = array[::-1]
    return np.ascontiguousarray(array)


def reduced(array, max_side):
    """Return a picture with no side longer than `max_side`, of the same type and within the same range."""
    if max_side is None or max(array.shape[:2]) <= max_side:
        return array
    if array.dtype == np.uint8:
        return _thumbnail(array, max_side)
    if array.ndim == 3:
        return np.stack([reduced(channel, max_side) for channel in np.moveaxis(array, -1, 0)], axis=-1)
    small = _thumbnail(array.astype(np.float32), max_side).astype(float)
    # Pillow's blending can leave the range of the picture by a little
    small = np.clip(small, np.fmin.reduce(array, axis=None), np.fmax.reduce(array, axis=None))
    return (np.rint(small) if array.dtype.kind in "iu" else small).astype(array.dtype)


def _thumbnail(array, max_side):
    picture = Image.fromarray(array)
    picture.thumbnail((max_side, max_side))
    return np.array(picture)
