"""Picture files of every kind: their numbers as an array, or a sentence that says why not."""

import contextlib
import dataclasses
import logging
import numbers
import re
import warnings

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from . import deep, tiff
from .causes import NotRead, cause, disguise, pages_told, too_large
from .files import content_of
from .opening import check_size, drafted, open_picture, orientation
from .pixels import has_few_bits, of_few_bits, of_many_bits, of_numbers, reduced, turned
from .tags import STARTS, tags_of


@dataclasses.dataclass(frozen=True)
class Found:
    """What was found in a file: the picture, what has to be said about it, and its size before it was reduced."""

    array: np.ndarray
    notes: tuple
    size: tuple  # (rows, cols)


def read(file, max_side=None, page=None):
    """Return any picture file as an array, upright, in sRGB, without an alpha channel.

    What the array does not show of the file is printed: parts that were transparent, pictures beside this one, a
    picture so large that it is read reduced, and bits that could not be kept.

    Parameters
    ----------
    file : str, Path, bytes or binary file
        A PNG, JPEG, TIFF, WebP, GIF, BMP, AVIF, JPEG 2000 or PNM picture: its path or its content. HEIC as well, where
        the package pillow-heif is installed.
    max_side : int, optional
        Reduce the picture so that no side is longer than this many pixels.
    page : int, optional
        Which picture, where the file holds several (a stack, an animation): 0 is the first, which is also read if
        nothing is given.

    Returns
    -------
    ndarray
        (rows, cols) for grey pictures, also with alpha, of one bit, or with a palette of greys;
        (rows, cols, 3) for colour. By the numbers in the file:

        - uint8, 0 to 255: up to 8 bits
        - uint16, 0 to 65535: up to 16 bits
        - int32: more bits than that, or a sign; int64, uint32 or uint64 where int32 cannot hold them
        - float32, float64: floats

        Colour profiles are converted to sRGB, with 8 bits. Transparent parts become white.

    Raises
    ------
    ValueError
        If the file may not be read, is no picture, is cut short, has more than 50 million pixels (a JPEG: 250 million;
        over 50 million it is reduced), has no such page, or holds numbers that no array of a picture can hold; if
        `max_side` or `page` is no whole number from 1 or 0 on.
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
    >>> file = io.BytesIO()
    >>> Image.new("LA", (4, 2)).save(file, "png")
    >>> read(file).tolist()
    this file: Transparent parts are shown over white.
    [[255, 255, 255, 255], [255, 255, 255, 255]]
    """
    content, name = content_of(file)
    found = find(content, name, max_side, page)
    for note in found.notes:
        print(f"{name}: {note}")
    return found.array


def find(content, name, max_side=None, page=None, profiles=True):
    """Return what `read` reads of the content of a file, and what it says, as `Found`.

    Without `profiles`, colours stay as they are stored.
    """
    if max_side is not None and not _is_whole(max_side, 1):
        raise ValueError(
            f"expected max_side, the longest side in pixels, as a whole number from 1 on, got {max_side!r}"
        )
    if page is not None and not _is_whole(page, 0):
        raise ValueError(f"expected page, which picture in the file, as a whole number from 0 on, got {page!r}")
    with warnings.catch_warnings(), _in_silence():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        warnings.simplefilter("ignore", UserWarning)  # odd metadata is no reason to stop
        array, notes, size, count = _decode(content, name, max_side, page or 0, profiles)
    if count > 1 and page is None:
        notes = (f"It holds {count} pictures. This is the first; page=1 gives the next.", *notes)
    size = size or array.shape[:2]
    return Found(reduced(array, max_side), tuple(filter(None, notes)), size)


def _is_whole(number, least):
    return isinstance(number, numbers.Integral) and not isinstance(number, bool) and number >= least


@contextlib.contextmanager
def _in_silence():
    """Keep decoders from logging what is wrong with a file: it is told in one sentence."""
    loggers = [logging.getLogger(name) for name in ("PIL", "tifffile")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


@contextlib.contextmanager
def _told(content, name):
    """Turn whatever a decoder raises into a sentence about the file."""
    try:
        yield
    except NotRead as error:
        raise ValueError(f"{name} {error}") from None
    except UnidentifiedImageError:
        raise ValueError(f"{name} {cause(content)}") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        found = re.search(r"\d+", str(error))
        raise ValueError(f"{name} {too_large(f'{int(found[0]):,}' if found else 'far too many')}") from None
    except Exception as error:  # damaged content makes it raise nearly anything
        reason = str(error) or type(error).__name__
        raise ValueError(f"{name} is damaged or cut short ({reason}); copy or download it again") from None


def _decode(content, name, max_side, page, profiles):
    """Return an array, notes, the size before it was reduced (or None), and how many pictures there are."""
    with _told(content, name):
        other = disguise(content, name)
        if other:
            raise NotRead(other)
        picture = _opened(content, page)
        if picture is None:
            array, notes, count = tiff.read_page(content, page)
            return _checked(array), notes, None, count
        with picture:
            if not profiles:
                picture.info.pop("icc_profile", None)
            size, note = drafted(picture, max_side)
            array, *notes = _pixels(picture, content, page)
            return _checked(array), (note, *notes), size, getattr(picture, "n_frames", 1)


def _checked(array):
    if array.size and (array.ndim == 2 or array.shape[2:] == (3,)):
        return array
    raise NotRead(f"holds a block of {' x '.join(map(str, array.shape))} numbers, not a picture")


def _opened(content, page):
    """Return a picture at one of its pages; None for a TIFF picture that Pillow does not hold."""
    is_tiff = content.startswith(STARTS)
    try:
        picture = open_picture(content)
        count = getattr(picture, "n_frames", 1)
        if page < count:
            picture.seek(page)
            check_size(picture)
            return None if is_tiff and not tiff.pillow_holds(tags_of(picture)) else picture
    except (UnidentifiedImageError, SyntaxError):
        if is_tiff:
            return None
        raise
    if is_tiff:  # its channels may be pages too
        return None
    raise NotRead(pages_told(count, page))


def _pixels(picture, content, page):
    """Return the array of an opened picture, and notes."""
    array = deep.of_pnm(content)
    if array is not None:
        return array, ""
    if page == 0 and deep.is_deep_png(content):
        array = turned(deep.of_png(content), orientation(picture))
        return of_numbers(array, picture.info.get("icc_profile"), transparent=picture.info.get("transparency"))
    tags = tags_of(picture)
    if tags:
        tiff.in_native_order(picture)
    upright = ImageOps.exif_transpose(picture)  # a phone stores "turn me" beside the pixels
    few_or_many_bits = of_few_bits if has_few_bits(upright) else of_many_bits
    return few_or_many_bits(upright, content, tags, picture.format)
