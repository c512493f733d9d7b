"""Opening pictures with Pillow: which formats, how large, and how many pixels of a JPEG are unpacked at all."""

import importlib.util
import io
import struct

from PIL import Image, JpegImagePlugin, UnidentifiedImageError

from .causes import MAX_PIXELS, NotRead, too_large
from .tags import ORIENTATION

MAX_JPEG = 250_000_000  # the largest phones have 200 million; what is over MAX_PIXELS is unpacked reduced
# No other format is tried: some hand the file on to other programs, as EPS does to Ghostscript.
FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP", "AVIF", "JPEG2000", "PPM")
JPEG = ("JPEG", "MPO")  # with one picture, and with several
SMOOTH = 2  # a JPEG is unpacked with so many times the pixels a side that are asked for


def open_picture(content):
    """Return a picture as Pillow opens it, its pixels not yet unpacked.

    Raises
    ------
    UnidentifiedImageError
        If it is in none of the formats that are read.
    """
    if content.startswith(b"\xff\xd8\xff"):
        return _open_jpeg(content)
    heif = ("HEIF",) if content[4:8] == b"ftyp" and has_heif() else ()
    return Image.open(io.BytesIO(content), formats=FORMATS + heif)


def check_size(picture):
    """Refuse a picture with more pixels than are unpacked."""
    limit = MAX_JPEG if picture.format in JPEG else MAX_PIXELS
    if picture.width * picture.height > limit:
        raise NotRead(too_large(picture_size((picture.height, picture.width)), limit))


def orientation(picture):
    """Return in which of the eight orientations of EXIF a picture is stored."""
    return picture.getexif().get(ORIENTATION, 1)


def _open_jpeg(content):
    """Open a JPEG as Pillow does, without its limit to the size: it need not be unpacked whole."""
    try:
        return JpegImagePlugin.jpeg_factory(io.BytesIO(content))
    except (SyntaxError, IndexError, TypeError, struct.error):
        raise UnidentifiedImageError from None


def has_heif():
    """Return whether HEIC can be read: Pillow's plug-in for it is installed, which is then loaded."""
    if importlib.util.find_spec("pillow_heif") is None:
        return False
    import pillow_heif

    pillow_heif.register_heif_opener()
    return True


def drafted(picture, max_side):
    """Let a JPEG be unpacked with a half, a quarter or an eighth of its rows; return its size and a note.

    A JPEG that is asked for at full size is reduced only if it is too large to be unpacked whole.
    """
    if picture.format not in JPEG:
        return None, ""
    size, longest = _upright_size(picture), max(picture.size)
    wanted = longest if max_side is None else SMOOTH * max_side
    scale = next((s for s in (8, 4, 2) if longest >= s * wanted), 1)
    while size[0] * size[1] > MAX_PIXELS * scale**2:
        scale *= 2
    if scale > 1:
        picture.draft(picture.mode, (picture.width // scale, picture.height // scale))
    if scale == 1 or max_side is not None:
        return size, ""
    return size, f"It has {picture_size(size)} pixels, and was read reduced to {picture_size(_upright_size(picture))}."


def _upright_size(picture):
    size = picture.height, picture.width
    return size[::-1] if orientation(picture) in (5, 6, 7, 8) else size


def picture_size(size):
    """Return (rows, cols) as people say it: columns first.

    >>> picture_size((480, 640))
    '640 x 480'
    """
    return f"{size[1]} x {size[0]}"
