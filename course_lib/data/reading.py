"""Picture files of every kind: their numbers as an array, or a sentence that says why not."""

import contextlib
import io
import numbers
import os
import re
import warnings
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from .causes import cause, missing

MAX_PIXELS = 50_000_000  # an 8000 x 6000 photograph; more is refused before it is decoded
# No other format is tried: some hand the file on to other programs, as EPS does to Ghostscript.
_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP", "AVIF", "JPEG2000", "PPM")
_GREY = ("1", "L", "LA", "La")
_COLOUR = ("RGB", "RGBA", "RGBX", "RGBa", "P", "PA", "CMYK", "YCbCr", "HSV")
_BITS, _WHITE_IS, _KIND_OF_NUMBER = 258, 262, 339  # tags of TIFF files
_UNSIGNED, _SIGNED = 1, 2
_DARK = 16  # of 255


def read(file, max_side=None):
    """Return any picture file as an array, upright, without an alpha channel.

    Parameters
    ----------
    file : str, Path, bytes or binary file
        A PNG, JPEG, TIFF, WebP, GIF, BMP, AVIF, JPEG 2000 or PNM picture: its path or its content. The first frame
        is read.
    max_side : int, optional
        Reduce the picture so that no side is longer than this many pixels.

    Returns
    -------
    ndarray
        (rows, cols) for grey pictures, also with alpha, of one bit, or with a palette of greys;
        (rows, cols, 3) for colour. By the numbers in the file:

        - uint8, 0 to 255: up to 8 bits, and all colour (of 16 bits, the upper 8 are kept; of grey with alpha too)
        - uint16, 0 to 65535: grey of up to 16 bits
        - int32: grey with more bits than that, or with a sign
        - float32: grey as floats

        Transparent parts become white.

    Raises
    ------
    ValueError
        If the file may not be read, is no picture, is cut short, has more than 50 million pixels, or holds numbers
        that none of these types can hold; if `max_side` is no whole number from 1 on.
    FileNotFoundError
        If there is no such file; the message lists the pictures beside it.
    TypeError
        If `file` is neither name, bytes nor an open file.

    Examples
    --------
    >>> import io
    >>> file = io.BytesIO()
    >>> Image.new("RGB", (4, 2), "red").save(file, "png")
    >>> read(file.getvalue()).shape
    (2, 4, 3)
    """
    if max_side is not None and not (_is_whole(max_side) and max_side >= 1):
        raise ValueError(
            f"expected max_side, the longest side in pixels, as a whole number from 1 on, got {max_side!r}"
        )
    content, name = _content(file)
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        warnings.simplefilter("ignore", UserWarning)  # odd metadata is no reason to stop
        return _reduced(_decode(content, name), max_side)


def _is_whole(number):
    return isinstance(number, numbers.Integral) and not isinstance(number, bool)


def _content(file):
    """Return the bytes of a file, and the name that sentences give it."""
    if isinstance(file, bytes):
        return file, "this file"
    if isinstance(file, (str, os.PathLike)):
        return _content_of_path(file)
    if not hasattr(file, "read") or isinstance(file, io.TextIOBase) or getattr(file, "closed", False):
        kind = type(file).__name__
        if hasattr(file, "read"):
            kind = "a file that is closed" if file.closed else "a file opened for text"
        raise TypeError(
            f"expected a file name, its content as bytes, or a file opened for bytes (open(…, 'rb')), got {kind}"
        )
    name = getattr(file, "name", None)
    if hasattr(file, "seekable") and file.seekable():
        file.seek(0)
    return file.read(), Path(name).name if isinstance(name, str) else "this file"


def _content_of_path(file):
    path, is_file = Path(file), False
    with contextlib.suppress(RuntimeError):  # "~" of somebody who is not here
        path = path.expanduser()
    try:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            is_file = path.is_file()
        if is_file:
            return path.read_bytes(), path.name
    except PermissionError:
        raise ValueError(
            f"{path.name} may not be read: you have no permission, or another program has locked it; "
            "close it there, or copy it into your own folder first"
        ) from None
    except OSError as error:
        if path.name and len(os.fsencode(path.name)) < 256:
            raise ValueError(f"{path.name} cannot be read ({error.strerror or error}); copy it and try again") from None
    raise FileNotFoundError(missing(file, path))


@contextlib.contextmanager
def _told(content, name):
    """Turn whatever Pillow raises into a sentence about the file."""
    try:
        yield
    except UnidentifiedImageError:
        raise ValueError(f"{name} {cause(content)}") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        found = re.search(r"\d+", str(error))
        raise ValueError(_too_large(name, f"{int(found[0]):,}" if found else "far too many")) from None
    except Exception as error:  # damaged content makes it raise nearly everything
        reason = str(error) or type(error).__name__
        raise ValueError(f"{name} is damaged or cut short ({reason}); copy or download it again") from None


def _decode(content, name):
    with _told(content, name):
        picture = Image.open(io.BytesIO(content), formats=_FORMATS)
    with picture:
        if picture.width * picture.height > MAX_PIXELS:
            raise ValueError(_too_large(name, f"{picture.width} x {picture.height}"))
        with _told(content, name):
            tags = {tag: np.ravel(value).tolist() for tag, value in getattr(picture, "tag_v2", {}).items()}
            upright = ImageOps.exif_transpose(picture)  # a phone stores "turn me" beside the pixels
            few_bits = upright.mode in _GREY + _COLOUR
            array = _of_bytes(upright) if few_bits else np.asarray(upright)
    if few_bits:
        _check_depth(upright, content, tags, name)
        return array.view(np.int8).astype(np.int32) if tags.get(_KIND_OF_NUMBER) == [_SIGNED] else array
    if array.dtype.newbyteorder("=") not in (np.uint16, np.int32, np.float32):
        raise ValueError(f"{name} holds colours of a kind that is not read ({upright.mode}); save it as RGB, in a PNG")
    array = array.astype(array.dtype.newbyteorder("="))
    if array.dtype == np.uint16:
        return _of_two_bytes(array, tags, upright.info.get("transparency"))
    return _of_four_bytes(array, tags, picture.format, name)


def _of_bytes(picture):
    """Return the pixels of a picture with 8 bits a channel, as grey or colour, before white."""
    mode, palette = "L" if picture.mode in _GREY else "RGB", picture.mode in ("P", "PA")
    if picture.has_transparency_data:
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture.convert("RGBA"))
    array = np.array(picture.convert(mode))
    return array[..., 0].copy() if palette and (array == array[..., :1]).all() else array


def _check_depth(picture, content, tags, name):
    """Refuse a picture of 16 bits a channel of which Pillow's 8 bits hold next to nothing."""
    depth = content[24] if content.startswith(b"\x89PNG") else tags.get(_BITS, [8])[0]
    extremes = np.reshape(picture.getextrema(), (-1, 2))
    if depth == 16 and extremes[: 1 if picture.mode in _GREY else 3].max() < _DARK:
        raise ValueError(
            f"{name} has 16 bits a channel, but no value of {256 * _DARK} or more, and of such pictures data.read has "
            "the upper 8 bits: it would be black. Stretch the values to 0 to 65535 and save it again"
        )


def _of_two_bytes(array, tags, transparent):
    if tags.get(_WHITE_IS) == [0]:  # black ink on white paper, as scanners count it
        array = ~array
    if isinstance(transparent, int):
        array[array == transparent] = np.iinfo(np.uint16).max
    return array


def _of_four_bytes(array, tags, kind, name):
    if kind == "PPM" and array.dtype == np.int32:  # Pillow has stretched it to 16 bits
        return array.astype(np.uint16)
    if tags.get(_BITS) == [32] and tags.get(_KIND_OF_NUMBER, [_UNSIGNED]) == [_UNSIGNED] and array.min() < 0:
        raise ValueError(f"{name} holds whole numbers beyond {2**31 - 1:,}, too large for int32; save it as floats")
    return array


def _reduced(array, max_side):
    if max_side is None or max(array.shape[:2]) <= max_side:
        return array
    picture = Image.fromarray(array if array.dtype == np.uint8 else array.astype(np.float32))
    picture.thumbnail((max_side, max_side))
    reduced = np.array(picture)
    if array.dtype == np.uint8:
        return reduced
    # What Pillow blends can lie a little outside of what there was
    reduced = np.clip(reduced.astype(float), np.fmin.reduce(array, axis=None), np.fmax.reduce(array, axis=None))
    return (np.rint(reduced) if array.dtype.kind in "iu" else reduced).astype(array.dtype)


def _too_large(name, size):
    return f"{name} claims {size} pixels, more than {MAX_PIXELS:,}; make it smaller in a picture program first"
