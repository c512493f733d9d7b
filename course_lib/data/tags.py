"""What the first directory of a TIFF file says, without a look at its pixels."""

import io

from PIL import TiffImagePlugin

STARTS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
REDUCED, BITS, COMPRESSION, MEANING, WORDS, MAKER, ORIENTATION = 254, 258, 259, 262, 270, 271, 274
SAMPLES, PLANES, SUB_PICTURES, PROFILE = 277, 284, 330, 34675
EXTRA, KIND_OF_NUMBER, DNG = 338, 339, 50706
SEPARATE = 2  # of PLANES
UNSIGNED, SIGNED = 1, 2  # of KIND_OF_NUMBER
WHITE_IS_0, BLACK_IS_0, RGB, CMYK = 0, 1, 2, 5  # of MEANING
RAW = (32803, 34892)  # of MEANING: what a sensor measured
ALPHA = (1, 2)  # of EXTRA: multiplied with the colours, or not


def tags_of(picture):
    """Return the tags of a TIFF picture that Pillow has opened, as {number: list}; none of any other."""
    return {tag: _listed(value) for tag, value in getattr(picture, "tag_v2", {}).items()}


def tags_in(content):
    """Return the tags of the first picture in a TIFF file, as {number: list}.

    Raises
    ------
    Exception
        Of nearly every kind, if the file is damaged.

    Examples
    --------
    >>> tags_in(b"II*\\0\\x08\\0\\0\\0\\x01\\0\\x02\\1\\x03\\0\\1\\0\\0\\0\\x10\\0\\0\\0\\0\\0\\0\\0")
    {258: [16]}
    """
    head = io.BytesIO(content)
    tags = TiffImagePlugin.ImageFileDirectory_v2(head.read(16 if content[2:4].strip(b"\0") == b"+" else 8))
    head.seek(tags.next)
    tags.load(head)
    return {tag: _listed(value) for tag, value in tags.items()}


def _listed(value):
    return list(value) if isinstance(value, (tuple, list)) else [value]
