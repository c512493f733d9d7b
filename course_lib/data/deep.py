"""Colours of 16 bits a channel, of which Pillow by itself gives only the upper 8.

Pillow unpacks the two bytes of a number as if each were a picture: asked once for the first and once for the second,
it gives both.
"""

import io
import re
import zlib

import numpy as np
from PIL import Image

from .tags import PLANES, SEPARATE, tags_of

_PNG_WITH_GREY_AND_ALPHA = 4
_PNM = re.compile(rb"P([2356])" + rb"(?:\s|#[^\n]*\n)+(\d+)" * 3 + rb"\s")


def is_deep_png(content):
    """Return whether a PNG file has 16 bits a channel, in more than one channel."""
    return content.startswith(b"\x89PNG") and content[24:25] == b"\x10" and content[25:26] in b"\2\4\6"


def of_png(content):
    """Return the numbers of a PNG picture with 16 bits a channel, (rows, cols, channels)."""
    if content[25] == _PNG_WITH_GREY_AND_ALPHA:  # as many bytes a pixel as RGBA of 8 bits has, and in the same order
        head = content[12:24] + b"\x08\x06" + content[26:29]
        content = content[:12] + head + zlib.crc32(head).to_bytes(4, "big") + content[33:]
        with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
            return np.array(picture).view(">u2").astype(np.uint16)
    first, second = (_bytes_of(content, "PNG", 0, half) for half in "BL")
    return _joined(first, second, ">u2")


def of_tiff(content, page):
    """Return the numbers of a TIFF picture in RGB or RGBA with 16 bits a channel, however it is compressed."""
    with Image.open(io.BytesIO(content), formats=["TIFF"]) as picture:
        picture.seek(page)
        if tags_of(picture).get(PLANES) == [SEPARATE]:
            raise ValueError("of planes one behind the other, Pillow gives the upper bytes alone")
        decoded = picture.tile[0].codec_name == "libtiff"  # which gives numbers in this computer's order
    first, second = (_bytes_of(content, "TIFF", page, half) for half in "BL")
    return _joined(first, second, "=u2" if decoded else ">u2" if content.startswith(b"MM") else "<u2")


def _bytes_of(content, kind, page, half):
    """Return the first ("B") or the second ("L") byte of each number."""
    with Image.open(io.BytesIO(content), formats=[kind]) as picture:
        picture.seek(page)
        picture.tile = [tile._replace(args=_args(tile.args, half)) for tile in picture.tile]
        return np.array(picture)


def _args(args, half):
    mode, *others = (args,) if isinstance(args, str) else args
    channels, _, bits = mode.partition(";")
    if not bits.startswith("16"):
        raise ValueError(f"no 16 bits a channel in {mode}")
    mode = f"{channels.upper()};16{half}"  # RGBa would be divided by alpha
    return mode if isinstance(args, str) else (mode, *others)


def _joined(first, second, order):
    return np.stack([first, second], axis=-1).view(order)[..., 0].astype(np.uint16)


def of_pnm(content):
    """Return the numbers of a PGM or PPM picture with more than 8 bits; None for any other file.

    Examples
    --------
    >>> of_pnm(b"P5 2 1 4095\\n\\x00\\x01\\x0f\\xff").tolist(), of_pnm(b"P5 2 1 255\\nab")
    ([[1, 4095]], None)
    """
    head = _PNM.match(content)
    kind, cols, rows, white = (int(part) for part in head.groups()) if head else (0, 0, 0, 0)
    if not 255 < white < 65536:
        return None
    channels = 3 if kind in (3, 6) else 1
    if kind in (5, 6):
        numbers = np.frombuffer(content, ">u2", rows * cols * channels, head.end())
    else:
        words = re.sub(rb"#[^\n]*", b"", content[head.end() :]).split()[: rows * cols * channels]
        numbers = np.array(words, dtype=np.int64)
    shape = (rows, cols, 3) if channels == 3 else (rows, cols)
    return numbers.reshape(shape).astype(np.uint16)


def reduced_bits(content):
    """Return how many bits a channel a file of AVIF, HEIC or JPEG 2000 has, if Pillow gives fewer; else None."""
    if content[4:8] == b"ftyp":
        place = content.find(b"pixi", 0, 8192)
        bits = content[place + 9] if 0 < place < len(content) - 9 else 8
    else:
        place = content.find(b"\xff\x4f\xff\x51", 0, 65536) if b"\xff\x4f\xff\x51" in content[:65536] else -1
        bits = (content[place + 42] & 0x7F) + 1 if 0 <= place < len(content) - 42 else 8
    return bits if 8 < bits <= 38 else None
