"""TIFF pictures that Pillow does not hold: floats and whole numbers of any size, many channels, planes of channels."""

import dataclasses
import io

import numpy as np
from PIL import Image, UnidentifiedImageError

from . import deep
from .causes import MAX_PIXELS, NotRead, pages_told, raw_told, too_large
from .colours import to_srgb
from .pixels import FEWER_BITS, of_numbers, turned
from .tags import (
    ALPHA,
    BITS,
    BLACK_IS_0,
    CMYK,
    EXTRA,
    MEANING,
    ORIENTATION,
    PROFILE,
    RAW,
    RGB,
    SAMPLES,
    WHITE_IS_0,
    WORDS,
    tags_in,
    tags_of,
)

_GREYS = (WHITE_IS_0, BLACK_IS_0)
_NATIVE = {  # numbers whose first byte is the upper one -> the same in the order of this computer
    "I;16BS": "I;16NS",
    "I;32BS": "I;32NS",
    "I;32B": "I;32N",
    "F;32BF": "F;32NF",
}
_MULTIPLIED = 1  # of EXTRA: the colours were multiplied with alpha
MOST_CHANNELS = 100  # of a page; satellites have a dozen
_LEFT_OUT = "Beside its colours it has a channel of unknown meaning, which was left out."


@dataclasses.dataclass(frozen=True)
class Page:
    """The numbers of a page as they are stored, (rows, cols) or (rows, cols, channels), and what they mean."""

    array: np.ndarray
    meaning: int
    extra: int  # the kind of the first channel beyond the colours; -1 for none
    orientation: int
    profile: bytes | None


def pillow_holds(tags):
    """Return whether Pillow keeps every number of such a page."""
    if _of_imagej(str(tags.get(WORDS, [""])[0])):
        return False  # there may be more pictures behind the first than it has pages
    several = tags.get(SAMPLES, [1])[0] > 1
    if several and tags.get(MEANING, [RGB])[0] in _GREYS and tags.get(EXTRA, [0])[0] not in ALPHA:
        return False
    return not several or max(tags.get(BITS, [1])) <= 8


def _of_imagej(words):
    return words.startswith("ImageJ=") and "images=" in words


def in_native_order(picture):
    """Let Pillow take the numbers of a compressed page in this computer's order, in which libtiff unpacks them.

    Pillow does so for some modes alone; others, as they are stored, would have their bytes the wrong way round.
    """
    picture.tile = [
        tile._replace(args=(_NATIVE.get(tile.args[0], tile.args[0]), *tile.args[1:]))
        if tile.codec_name == "libtiff"
        else tile
        for tile in picture.tile
    ]


def read_page(content, page):
    """Return (array, notes, how many pictures there are) of a page, counted through all pages and their channels.

    Channels count as pictures where they are no colours.
    """
    try:
        found, count = _with_tifffile(content, page)
    except NotRead:
        raise
    except Exception as error:
        if "imagecodecs" in str(error):  # which has further ways of compression
            found, count = _with_pillow(content, page)
        elif _has_tags(content):
            raise
        else:
            raise UnidentifiedImageError from None
    array, *notes = _with_meaning(found)
    return array, notes, count


def _has_tags(content):
    try:
        return bool(tags_in(content))
    except Exception:  # damaged files make Pillow raise nearly anything
        return False


def _with_tifffile(content, page):
    import tifffile  # takes a moment, and few files need it

    with tifffile.TiffFile(io.BytesIO(content)) as file:
        channels = _pictures_in(file.pages[0])  # the later pages are like the first
        count = channels * max(len(file.pages), _images_of_one_page(file))
        number, channel = divmod(page, channels)
        if page >= count:
            raise NotRead(pages_told(count, page))
        stored = file.pages[min(number, len(file.pages) - 1)]
        rows, cols, extra = int(stored.imagelength), int(stored.imagewidth), stored.extrasamples
        if rows * cols > MAX_PIXELS:
            raise NotRead(too_large(f"{cols} x {rows}"))
        array = _channels_last(stored) if number < len(file.pages) else _behind_the_first(content, stored, number)
        array, extra = (array[..., channel], -1) if channels > 1 else (array, int(extra[0]) if extra else -1)
        turn, profile = stored.tags.valueof(ORIENTATION, 1), stored.tags.valueof(PROFILE)
        return Page(array, int(stored.photometric), extra, int(turn), profile), count


def _images_of_one_page(file):
    """Return how many pictures lie one behind the other in a file of one page: so ImageJ writes more than 4 GB."""
    described = file.is_imagej and len(file.pages) == 1 and not file.pages[0].compression > 1
    return int((file.imagej_metadata or {}).get("images", 1)) if described else 1


def _behind_the_first(content, page, number):
    start = page.dataoffsets[0] + number * page.nbytes
    if len(content) < start + page.nbytes:
        raise NotRead("lacks a part of its pixels; copy or download it again")
    numbers = np.frombuffer(content, page.parent.byteorder + page.dtype.str[1:], page.size, start)
    return numbers.astype(page.dtype.newbyteorder("=")).reshape(page.shape)


def _pictures_in(page):
    """Return how many pictures a page holds: one, or one for each channel where the channels are no colours."""
    if page.samplesperpixel == 1 or int(page.photometric) not in _GREYS:
        return 1
    has_alpha = page.samplesperpixel == 2 and page.extrasamples and int(page.extrasamples[0]) in ALPHA
    return 1 if has_alpha else page.samplesperpixel


def _channels_last(page):
    if page.imagedepth > 1 or page.axes not in ("YX", "YXS", "SYX") or page.samplesperpixel > MOST_CHANNELS:
        raise NotRead(f"holds a block of {' x '.join(map(str, page.shape))} numbers, not a picture")
    if not page.dataoffsets or not all(page.dataoffsets):
        raise NotRead("lacks a part of its pixels; copy or download it again")
    array = page.asarray()
    return np.moveaxis(array, 0, -1) if page.axes == "SYX" else array


def _with_pillow(content, page):
    """Return a page in RGB with 16 bits a channel whose compression Pillow knows, and how many pages there are."""
    try:
        array = deep.of_tiff(content, page)
    except (ValueError, SyntaxError, IndexError):
        raise UnidentifiedImageError from None
    with Image.open(io.BytesIO(content), formats=["TIFF"]) as picture:
        count = picture.n_frames
        picture.seek(page)
        tags = tags_of(picture)
        extra = tags.get(EXTRA, [-1])[0]
        turn = tags.get(ORIENTATION, [1])[0]
        return Page(array, tags.get(MEANING, [RGB])[0], extra, turn, picture.info.get("icc_profile")), count


def _with_meaning(page):
    """Return the array of a page as grey or colour, and notes."""
    array, colours = turned(page.array, page.orientation), 1
    if page.meaning == CMYK:
        return _of_cmyk(array, page.profile)
    if page.meaning == RGB:
        colours = 3
    elif page.meaning == WHITE_IS_0 and array.dtype.kind == "u":
        array = ~array
    elif page.meaning not in _GREYS:
        raise NotRead(raw_told() if page.meaning in RAW else "holds colours of a kind that is not read; save it as RGB")
    if array.ndim == 2 or array.shape[-1] == colours:
        return of_numbers(array, page.profile)
    if page.extra in ALPHA:
        return of_numbers(array[..., : colours + 1], page.profile, multiplied=page.extra == _MULTIPLIED)
    array, *notes = of_numbers(array[..., :colours], page.profile)
    return array, *notes, _LEFT_OUT


def _of_cmyk(array, profile):
    if array.dtype != np.uint16 or array.shape[-1] < 4:
        raise NotRead("holds printing colours of a kind that is not read; save it as RGB")
    rows, cols = array.shape[:2]
    picture = Image.frombytes("CMYK", (cols, rows), (array[..., :4] >> 8).astype(np.uint8).tobytes())
    picture.info["icc_profile"] = profile
    picture, note = to_srgb(picture)
    return np.array(picture.convert("RGB")), FEWER_BITS.format(16), note
