"""Files as ImageJ, microscopes, scanners, telephones and cameras write them: the right values, or a cause of their own.

Each is built here, as the documentation of its format says.
"""

import importlib.util
import io
import struct
import zlib

import numpy as np
import pytest
import tifffile
from PIL import Image

from course_lib import data
from course_lib.data.reading import find

GREY = np.add.outer(np.arange(48) * 3, np.arange(64)).astype(np.uint8)
COLOUR = np.dstack([GREY, GREY[::-1], GREY[:, ::-1]])
DEEP, DEEP_COLOUR = GREY.astype(np.uint16) * 200, COLOUR.astype(np.uint16) * 200
SECOND = "It holds {} pictures. This is the first; page=1 gives the next."


def tiff(*pages, ome=None, **options):
    """Return a TIFF file; of several pages, each is (array, options)."""
    file = io.BytesIO()
    with tifffile.TiffWriter(file, ome=ome, **options) as writer:
        for array, more in pages:
            kind = "rgb" if array.shape[-1:] == (3,) else "minisblack"
            writer.write(array, **{"photometric": kind} | more)
    return file.getvalue()


def saved(picture, kind, **options):
    file = io.BytesIO()
    (picture if isinstance(picture, Image.Image) else Image.fromarray(picture)).save(file, kind, **options)
    return file.getvalue()


def imagej(array, axes, **metadata):
    file = io.BytesIO()
    tifffile.imwrite(file, array, imagej=True, metadata={"axes": axes} | metadata)
    return file.getvalue()


def jpeg(array=COLOUR, **options):
    chroma = {} if array.ndim == 2 else {"subsampling": 0}
    return saved(array, "jpeg", quality=100, **chroma | options)


def with_chunk(content, name, chunk):
    """Return a PNG file with one more chunk behind its head."""
    whole = struct.pack(">I", len(chunk)) + name + chunk + struct.pack(">I", zlib.crc32(name + chunk))
    return content[:33] + whole + content[33:]


def bmp(bits, rows, palette=b"", packed=0, masks=b"", size=(8, 2)):
    """Return a BMP file with the head of Windows 3."""
    start = 54 + len(masks) + len(palette)
    head = struct.pack("<IHHI", start + len(rows), 0, 0, start)
    head += struct.pack("<IiiHHIIiiII", 40, *size, 1, bits, packed, len(rows), 0, 0, len(palette) // 4, 0)
    return b"BM" + head + masks + palette + rows


GREYS = b"".join(bytes([17 * level] * 3 + [0]) for level in range(16))
FIVE = np.arange(16).reshape(2, 8)  # numbers of five bits, all of them blue
EXACT = {
    "ImageJ, hyperstack": (imagej(np.stack([DEEP] * 12).reshape(2, 3, 2, 48, 64), "TZCYX"), DEEP, SECOND.format(12)),
    "ImageJ, composite": (imagej(np.stack([DEEP, DEEP // 2]), "CYX", mode="composite"), DEEP, SECOND.format(2)),
    "ImageJ, colours": (imagej(COLOUR, "YXS"), COLOUR, ""),
    "ImageJ, floats": (imagej(DEEP / np.float32(7), "YX"), DEEP / np.float32(7), ""),
    "OME, two channels": (tiff((np.stack([DEEP, DEEP]), {"metadata": {"axes": "CYX"}}), ome=True), DEEP, "2 pictures"),
    "OME, colours in tiles": (tiff((COLOUR, {"tile": (16, 16)}), ome=True), COLOUR, ""),
    "microscope, with small pictures between": (
        tiff((DEEP, {}), (DEEP[::4, ::4], {"subfiletype": 1})),
        DEEP,
        "2 pictures",
    ),
    "slide scanner, pyramid": (
        tiff((COLOUR, {"tile": (16, 16), "subifds": 1}), (COLOUR[::2, ::2], {"subfiletype": 1}), bigtiff=True),
        COLOUR,
        "",
    ),
    "satellite, four bands": (tiff((np.dstack([DEEP] * 4), {"planarconfig": "contig"})), DEEP, SECOND.format(4)),
    "heights, with -9999 where none is known": (
        tiff((np.where(GREY > 200, np.float32(-9999), GREY), {"extratags": [(42113, 2, 6, "-9999", True)]})),
        np.where(GREY > 200, np.float32(-9999), GREY),
        "",
    ),
    "scanner, 48 bits, differences, big-endian": (
        tiff((DEEP_COLOUR, {"predictor": True, "compression": "zlib"}), byteorder=">"),
        DEEP_COLOUR,
        "",
    ),
    "scanner, palette": (saved(Image.fromarray(GREY).convert("P"), "tiff"), GREY, ""),
    **{
        f"scanner, {how}": (saved(COLOUR, "tiff", compression=how), COLOUR, "")
        for how in ("tiff_lzw", "packbits", "tiff_adobe_deflate", "tiff_deflate")
    },
    "PNG, gamma": (with_chunk(saved(COLOUR, "png"), b"gAMA", struct.pack(">I", 100_000)), COLOUR, ""),
    "PNG, a broken profile": (with_chunk(saved(COLOUR, "png"), b"iCCP", b"x\0\0junk"), COLOUR, ""),
    "PNG, 16 bits and a transparent level": (
        saved(DEEP, "png", transparency=400),
        np.where(DEEP == 400, 65535, DEEP).astype(np.uint16),
        "over white",
    ),
    "PNG, its end is missing": (saved(COLOUR, "png")[:-12], COLOUR, ""),
    "WebP, animation": (
        saved(COLOUR, "webp", lossless=True, save_all=True, append_images=[Image.fromarray(COLOUR[::-1].copy())]),
        COLOUR,
        SECOND.format(2),
    ),
    "GIF, interlaced": (saved(GREY, "gif", interlace=1), GREY, ""),
    "JPEG 2000, bare": (saved(DEEP, "jpeg2000", no_jp2=True), DEEP, ""),
    "BMP, 1 bit": (saved(GREY > 99, "bmp"), np.where(GREY > 99, np.uint8(255), np.uint8(0)), ""),
    "BMP, 4 bits": (
        bmp(4, bytes(range(8)), GREYS),
        np.uint8([[0, 68, 0, 85, 0, 102, 0, 119], [0, 0, 0, 17, 0, 34, 0, 51]]),
        "",
    ),
    "BMP, 8 bits, packed": (
        bmp(8, b"\x08\x05\0\0\x08\x09\0\1", b"".join(bytes([i] * 3 + [0]) for i in range(256)), packed=1),
        np.repeat(np.uint8([[9], [5]]), 8, axis=1),
        "",
    ),
    "BMP, 16 bits": (
        bmp(16, FIVE.astype("<u2").tobytes()),
        np.dstack([FIVE[::-1] * 0, FIVE[::-1] * 0, FIVE[::-1] * 255 // 31]).astype(np.uint8),
        "",
    ),
    "BMP, 32 bits, from the top": (
        bmp(32, bytes(range(64)), size=(8, -2)),
        np.arange(64, dtype=np.uint8).reshape(2, 8, 4)[..., 2::-1],
        "",
    ),
    "PGM, 16 bits in letters": (
        b"P2\n# by hand\n2 2\n65535\n0 1 65535 256\n",
        np.array([[0, 1], [65535, 256]], np.uint16),
        "",
    ),
    "PBM in letters: 1 is ink": (b"P1\n4 1\n1 0 1 0\n", np.uint8([[0, 255, 0, 255]]), ""),
    "PFM": (b"Pf\n2 1\n-1.0\n" + np.array([0.5, 2], "<f4").tobytes(), np.array([[0.5, 2]], np.float32), ""),
}
TURNED = Image.Exif()
TURNED[0x0112] = 6
UPRIGHT = np.rot90(COLOUR, -1)
NEAR = {
    "scanner, JPEG in TIFF": (saved(COLOUR, "tiff", compression="jpeg", quality=95), COLOUR, ""),
    "telephone, two pictures, on its side": (
        saved(COLOUR, "mpo", save_all=True, append_images=[Image.fromarray(COLOUR[::4])], exif=TURNED.tobytes(),
              quality=100, subsampling=0),
        UPRIGHT,
        SECOND.format(2),
    ),
    "telephone, a film behind the picture": (jpeg() + b"\0\0\0\x18ftypmp42" + bytes(3000), COLOUR, ""),
    "telephone, notes behind the picture": (jpeg() + b"SEFH" + bytes(60) + b"SEFT", COLOUR, ""),
    "camera, EXIF that leads nowhere": (jpeg(exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + bytes(20)), COLOUR, ""),
    "camera, progressive": (jpeg(progressive=True), COLOUR, ""),
    "camera, restart marks": (jpeg(restart_marker_rows=1), COLOUR, ""),
    "camera, grey": (jpeg(GREY), GREY, ""),
    "print shop, CMYK as Adobe inverts it": (saved(Image.fromarray(COLOUR).convert("CMYK"), "jpeg", quality=100),
                                             COLOUR, ""),
    "AVIF": (saved(COLOUR, "avif", quality=100, subsampling="4:4:4"), COLOUR, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", EXACT)
def test_every_number_is_right(name):
    content, expected, note = EXACT[name]
    found = find(content, "mine")
    np.testing.assert_array_equal(found.array, expected)
    assert found.array.dtype == expected.dtype
    assert (note in " ".join(found.notes)) if note else found.notes == ()


@pytest.mark.parametrize("name", NEAR)
def test_every_number_is_near_where_the_format_loses_some(name):
    content, expected, note = NEAR[name]
    found = find(content, "mine")
    assert found.array.shape == expected.shape
    assert np.abs(found.array.astype(int) - expected).mean() < 4
    assert (note in " ".join(found.notes)) if note else found.notes == ()


def test_every_page_of_a_hyperstack_is_its_own():
    stack = np.arange(2 * 3 * 8 * 9, dtype=np.uint16).reshape(2, 3, 8, 9)
    content = imagej(stack, "ZCYX")
    for number, page in enumerate(stack.reshape(6, 8, 9)):
        np.testing.assert_array_equal(find(content, "mine", page=number).array, page)


REFUSED = {
    "DICOM, many pictures": (bytes(128) + b"DICM\2\0\0\0UL" + bytes(50), "a DICOM file.*with pydicom"),
    "DICOM without its first 128 bytes": (b"\x08\0\x05\0\x0a\0\0\0ISO_IR 100", "a DICOM file"),
    "NIfTI": (struct.pack("<i", 348) + bytes(340) + b"n+1\0" + bytes(9), "a NIfTI file of medicine.*nibabel"),
    "NRRD": (b"NRRD0004\ntype: short\n", "an NRRD file.*pynrrd"),
    "MetaImage": (b"ObjectType = Image\nNDims = 3\n", "a MetaImage file.*SimpleITK"),
    "MRC": (struct.pack("<4i", 64, 64, 1, 1) + bytes(192) + b"MAP DA\0\0" + bytes(99), "an MRC file.*mrcfile"),
    "Canon CRW": (b"II\x1a\0\0\0HEAPCCDR" + bytes(9), "a RAW file of a camera"),
    "Panasonic RW2": (b"IIU\0\x18\0\0\0" + bytes(9), "a RAW file of a camera"),
    "JPEG XL": (b"\xff\x0a" + bytes(30), "a JPEG XL picture; export it as PNG"),
    "Photoshop": (b"8BPS\0\1" + bytes(30), "a Photoshop document"),
    "Mac icon": (saved(Image.new("RGB", (32, 32)), "icns"), "an icon"),
    "DDS": (saved(COLOUR, "dds"), "a DDS picture"),
    "PAM": (b"P7\nWIDTH 2\nHEIGHT 1\nDEPTH 3\nMAXVAL 255\nTUPLTYPE RGB\nENDHDR\n" + bytes(6), "a PAM picture"),
    "SGI": (saved(COLOUR, "sgi"), "an SGI picture"),
    "AVI": (b"RIFF\x10\0\0\0AVI LIST", "a film"),
    "WAV": (b"RIFF\x10\0\0\0WAVEfmt ", "holds sound"),
    "MP3": (b"ID3\4" + bytes(30), "holds sound"),
    "bzip2": (b"BZh91AY" + bytes(9), "compressed with bzip2; unpack it first"),
    "xz": (b"\xfd7zXZ\0" + bytes(9), "compressed with xz"),
    "CIE Lab": (saved(Image.new("LAB", (8, 8)), "tiff"), "colours of a kind that is not read"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_read_has_its_own_cause(name):
    content, told = REFUSED[name]
    with pytest.raises(ValueError, match=rf"^this file .*{told}"):
        data.read(content)


@pytest.mark.skipif(importlib.util.find_spec("pillow_heif") is None, reason="pillow-heif is not installed")
@pytest.mark.parametrize("array", [COLOUR, GREY, DEEP_COLOUR])
def test_pictures_of_iphones_are_read_where_the_plug_in_is_there(array):
    import pillow_heif

    file = io.BytesIO()
    mode = {2: "L", 3: "RGB"}[array.ndim] + (";16" if array.dtype == np.uint16 else "")
    rows, cols = array.shape[:2]
    pillow_heif.from_bytes(mode, (cols, rows), array.tobytes()).save(file, quality=100, exif=TURNED.tobytes())
    found = find(file.getvalue(), "mine.heic")
    bright = np.rot90(array, -1) / np.iinfo(array.dtype).max
    assert found.array.shape[:2] == bright.shape[:2]
    shown = found.array / np.iinfo(found.array.dtype).max
    assert np.abs(shown - (bright if shown.ndim == bright.ndim else bright[..., None])).mean() < 0.02
