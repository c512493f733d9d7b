"""TIFF files as scanners, microscopes and photographers write them: every number survives, or the file is refused."""

import io
import struct
import warnings
import zlib

import numpy as np
import pytest
import tifffile
from PIL import Image

from course_lib import data

RNG = np.random.default_rng(0)
KINDS = ("u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f2", "f4", "f8")


def numbers(kind, shape):
    """Return numbers over the whole range of a type, its least and its largest among them."""
    if kind[0] == "f":
        return RNG.normal(0, 9, shape).astype(kind)
    limits = np.iinfo(kind)
    array = RNG.integers(limits.min, limits.max, shape, kind, endpoint=True)
    array.flat[:2] = limits.min, limits.max
    return array


def written(array, **options):
    """Return a TIFF file as tifffile writes it."""
    file = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells that other programs may not read it
        tifffile.imwrite(file, array, **options)
    return file.getvalue()


def by_hand(array, order="<", compression=None, planes="contig", **tags):
    """Return a TIFF file in any compression, its tags by number or as they follow from the array (rows, cols, ...)."""
    channels = array.shape[2] if array.ndim == 3 else 1
    parts = np.moveaxis(array, -1, 0) if planes == "separate" else [array]
    strips = [PACKERS[compression](part.astype(part.dtype.newbyteorder(order)).tobytes()) for part in parts]
    code = {None: 1, "lzw": 5, "zlib": 8, "packbits": 32773}[compression]
    kind = {"u": 1, "i": 2, "f": 3}[array.dtype.kind]
    starts = np.cumsum([8, *map(len, strips)])
    entries = {
        256: array.shape[1], 257: array.shape[0], 258: [8 * array.itemsize] * channels, 259: code,
        262: 2 if channels >= 3 else 1, 273: starts[:-1], 277: channels, 278: array.shape[0],
        279: [len(strip) for strip in strips], 284: 2 if planes == "separate" else 1, 339: [kind] * channels,
    } | {int(tag[1:]): value for tag, value in tags.items()}  # fmt: skip
    return bytes(_head(order, int(starts[-1]))) + b"".join(strips) + _directory(order, int(starts[-1]), entries)


def _head(order, place):
    return (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", place)


def _directory(order, place, entries):
    beyond, table = b"", struct.pack(order + "H", len(entries))
    end = place + 2 + 12 * len(entries) + 4
    for tag, values in sorted(entries.items()):
        values = [int(value) for value in np.ravel(values)]
        kind, letter = (3, "H") if tag in (258, 262, 274, 277, 284, 338, 339) else (4, "I")
        packed = struct.pack(f"{order}{len(values)}{letter}", *values)
        if len(packed) > 4:
            beyond, packed = beyond + packed, struct.pack(order + "I", end + len(beyond))
        table += struct.pack(order + "HHI", tag, kind, len(values)) + packed.ljust(4, b"\0")
    return table + b"\0\0\0\0" + beyond


def lzw(content):
    bits = []
    for start in range(0, len(content), 100):
        bits += [f"{code:09b}" for code in (256, *content[start : start + 100])]
    bits = "".join([*bits, f"{257:09b}"])
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def packbits(content):
    return b"".join(
        bytes([len(part) - 1]) + part for part in (content[i : i + 100] for i in range(0, len(content), 100))
    )


PACKERS = {None: bytes, "lzw": lzw, "zlib": zlib.compress, "packbits": packbits}


@pytest.mark.parametrize("compression", PACKERS)
@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("kind", KINDS)
def test_grey_of_every_type_survives(kind, order, compression):
    array = numbers(kind, (11, 13))
    content = by_hand(array, order, compression)
    if compression == "lzw" and kind in ("u8", "i8", "f2", "f8") + (("u4",) if order == ">" else ()):
        with pytest.raises(ValueError, match="compressed with LZW, which"):
            data.read(content)
        return
    read = data.read(content)
    np.testing.assert_array_equal(read, array)
    assert read.dtype.isnative


@pytest.mark.parametrize("compression", PACKERS)
@pytest.mark.parametrize("planes", ["contig", "separate"])
@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("kind", ["u1", "u2", "u4", "f4", "f8"])
@pytest.mark.parametrize("alpha", [False, True])
def test_colours_of_every_type_survive(kind, order, planes, compression, alpha):
    array = np.abs(numbers(kind, (11, 13, 3)))
    stored = array
    if alpha:
        opaque = 1 if kind[0] == "f" else np.iinfo(kind).max
        stored = np.concatenate([array, np.full((11, 13, 1), opaque, kind)], axis=-1)
    content = by_hand(stored, order, compression, planes, **({"_338": 2} if alpha else {}))
    if compression == "lzw" and (kind not in ("u1", "u2") or (kind == "u2" and planes == "separate")):
        with pytest.raises(ValueError, match="compressed with LZW, which"):
            data.read(content)
    else:
        np.testing.assert_array_equal(data.read(content), array)


@pytest.mark.parametrize("byteorder", "<>")
@pytest.mark.parametrize("kind", ["u1", "u2", "i2", "i4", "f4", "f8"])
@pytest.mark.parametrize("options", [{"tile": (16, 32)}, {"rowsperstrip": 3}, {"bigtiff": True}, {"predictor": True}])
def test_tiles_strips_and_differences(options, kind, byteorder):
    array = numbers(kind, (37, 41))
    compression = "zlib" if "predictor" in options else None
    if compression and kind == "f8":
        pytest.skip("written with a predictor of floats by imagecodecs alone")
    if compression and kind == "f4":
        options = {}
    np.testing.assert_array_equal(
        data.read(written(array, byteorder=byteorder, compression=compression, **options)), array
    )


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["u1", "u2", "f8"])
@pytest.mark.parametrize("channels", [1, 3])
def test_all_eight_orientations_come_out_upright(orientation, kind, channels):
    array = np.abs(numbers(kind, (5, 7, channels)))
    array = array[..., 0] if channels == 1 else array
    stored = laid_down(array, orientation)
    tag = (274, "H", 1, orientation, True)
    content = written(stored, photometric="minisblack" if channels == 1 else "rgb", extratags=[tag])
    np.testing.assert_array_equal(data.read(content), array)


def laid_down(array, orientation):
    """Return what a camera stores that writes "turn me so" beside it: the inverse of each turn of EXIF."""
    return {
        1: lambda a: a,
        2: np.fliplr,
        3: lambda a: np.rot90(a, 2),
        4: np.flipud,
        5: lambda a: a.swapaxes(0, 1),
        6: lambda a: np.rot90(a, 1),
        7: lambda a: np.rot90(a, 2).swapaxes(0, 1),
        8: lambda a: np.rot90(a, -1),
    }[orientation](array)


def test_stacks_give_each_of_their_pictures(capsys):
    stack = RNG.integers(0, 4096, (5, 11, 13)).astype(np.uint16)
    content = written(stack, imagej=True, metadata={"axes": "ZYX"})
    np.testing.assert_array_equal(data.read(content), stack[0])
    assert "holds 5 pictures. This is the first; page=1 gives the next" in capsys.readouterr().out
    for page in range(5):
        np.testing.assert_array_equal(data.read(content, page=page), stack[page])
    assert capsys.readouterr().out == ""
    with pytest.raises(ValueError, match=r"numbered from 0 to 4; there is no page=5"):
        data.read(content, page=5)


@pytest.mark.parametrize("order", "<>")
def test_stacks_too_large_for_more_than_one_page_give_each_of_their_pictures(order, capsys):
    """ImageJ describes one page of a file of more than 4 GB, and says in words how many pictures follow."""
    stack = RNG.integers(0, 4096, (5, 11, 13)).astype(np.uint16)
    content = written(stack, imagej=True, byteorder=order, truncate=True, metadata={"axes": "ZYX"})
    np.testing.assert_array_equal(data.read(content), stack[0])
    assert "holds 5 pictures. This is the first; page=1 gives the next" in capsys.readouterr().out
    for page in range(5):
        np.testing.assert_array_equal(data.read(content, page=page), stack[page])
    with pytest.raises(ValueError, match=r"numbered from 0 to 4; there is no page=5"):
        data.read(content, page=5)
    with pytest.raises(ValueError, match="lacks a part of its pixels"):
        data.read(content[:-9], page=4)


@pytest.mark.parametrize("kind", ["u1", "u2", "f4"])
def test_composites_give_each_of_their_channels(kind, capsys):
    channels = np.abs(numbers(kind, (3, 11, 13)))
    by_imagej = written(channels, imagej=True, metadata={"axes": "CYX", "mode": "composite"})
    in_planes = written(channels, photometric="minisblack", planarconfig="separate")
    in_pixels = written(np.moveaxis(channels, 0, -1).copy(), photometric="minisblack", planarconfig="contig")
    for content in (by_imagej, in_planes, in_pixels):
        np.testing.assert_array_equal(data.read(content), channels[0])
        assert "holds 3 pictures" in capsys.readouterr().out
        for page in range(3):
            np.testing.assert_array_equal(data.read(content, page=page), channels[page])


@pytest.mark.parametrize("page", [-1, 1.5, True, "1"])
def test_what_is_no_page_is_refused(page):
    with pytest.raises(ValueError, match="whole number from 0 on"):
        data.read(written(np.eye(4)), page=page)


def test_pages_of_one_picture():
    content = written(np.eye(4, dtype=np.uint8))
    assert data.read(content, page=0).shape == (4, 4)
    with pytest.raises(ValueError, match="holds one picture, number 0; there is no page=1"):
        data.read(content, page=1)


def test_grey_with_alpha_lies_over_white(capsys):
    grey = np.array([[0, 1000, 65535]], np.uint16)
    alpha = np.array([[65535, 0, 65535]], np.uint16)
    content = written(np.dstack([grey, alpha]), photometric="minisblack", planarconfig="contig", extrasamples=[2])
    assert data.read(content).tolist() == [[0, 65535, 65535]]
    assert "over white" in capsys.readouterr().out


def test_colours_multiplied_with_alpha_are_not_multiplied_again():
    colour = np.array([[[10000, 20000, 30000, 32768], [0, 0, 0, 0]]], np.uint16)
    expected = [[[42767, 52767, 62767], [65535] * 3]]
    for compression in (None, "lzw"):
        assert data.read(by_hand(colour, compression=compression, _338=1)).tolist() == expected


def test_printing_colours_of_16_bits_are_said_to_lose_half(capsys):
    ink = np.zeros((4, 4, 4), np.uint16)
    ink[..., 0] = 65535
    assert data.read(written(ink, photometric="separated"))[0, 0].tolist() == [0, 255, 255]
    assert "16 bits a channel were reduced to 8" in capsys.readouterr().out


@pytest.mark.parametrize("compression", ["group3", "group4", "tiff_ccitt", "tiff_lzw", "packbits"])
def test_scans_of_one_bit(compression):
    page = RNG.random((40, 67)) > 0.5
    file = io.BytesIO()
    Image.fromarray(page).save(file, "tiff", compression=compression)
    np.testing.assert_array_equal(data.read(file), page * 255)


def test_what_is_left_is_refused_by_its_kind():
    content = by_hand(numbers("u2", (4, 4)), _259=34712)
    with pytest.raises(ValueError, match=r"16-bit whole numbers in one channel, compressed with JPEG 2000"):
        data.read(content)
    with pytest.raises(ValueError, match="colours of a kind that is not read"):
        data.read(by_hand(numbers("u2", (4, 4, 3)), _262=8))


@pytest.mark.parametrize("tags", [{"_50706": 260}, {"_262": 32803}, {"_254": 1, "_271": 65, "_330": 8}])
def test_raw_files_of_cameras_are_not_taken_for_their_small_picture(tags):
    with pytest.raises(ValueError, match="RAW file of a camera"):
        data.read(by_hand(np.zeros((4, 6, 3), np.uint8), **tags))


@pytest.mark.parametrize("name", ["a.NEF", "a.arw", "a.dng", "a.cr2"])
def test_raw_files_are_known_by_their_names_too(name, tmp_path):
    (tmp_path / name).write_bytes(by_hand(np.zeros((4, 6, 3), np.uint8)))
    with pytest.raises(ValueError, match="RAW file of a camera"):
        data.read(tmp_path / name)
