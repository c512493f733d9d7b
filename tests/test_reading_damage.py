"""Files that are cut, mutated, of another kind or not to be had: a picture or a sentence with the file's name."""

import errno
import io
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from course_lib import data
from course_lib.data.causes import cause

from .test_reading_colours import png16

RNG = np.random.default_rng(0)
SMOOTH = np.add.outer(np.arange(24), np.arange(32)).astype(np.uint8)
COLOUR = np.dstack([SMOOTH, SMOOTH[::-1], SMOOTH[:, ::-1]])


def saved(array, kind, **options):
    file = io.BytesIO()
    Image.fromarray(array).save(file, kind, **options)
    return file.getvalue()


def tiff(array, **options):
    file = io.BytesIO()
    tifffile.imwrite(file, array, **options)
    return file.getvalue()


FILES = {
    "png": saved(COLOUR, "png"),
    "deep png": png16(COLOUR.astype(np.uint16) * 257),
    "jpeg": saved(COLOUR, "jpeg"),
    "progressive": saved(COLOUR, "jpeg", progressive=True),
    "mpo": saved(COLOUR, "mpo", save_all=True, append_images=[Image.fromarray(COLOUR)]),
    "webp": saved(COLOUR, "webp"),
    "gif": saved(COLOUR, "gif"),
    "bmp": saved(COLOUR, "bmp"),
    "avif": saved(COLOUR, "avif"),
    "jpeg2000": saved(COLOUR, "jpeg2000"),
    "ppm": saved(COLOUR, "ppm"),
    "pgm": b"P5 32 24 4095\n" + SMOOTH.astype(">u2").tobytes(),
    "tiff": saved(COLOUR, "tiff"),
    "lzw": saved(SMOOTH.astype(np.uint16), "tiff", compression="tiff_lzw"),
    "g4": saved(SMOOTH > 20, "tiff", compression="group4"),
    "floats": tiff(SMOOTH.astype(float)),
    "deep tiff": tiff(COLOUR.astype(np.uint16), photometric="rgb", compression="zlib"),
    "stack": tiff(np.stack([SMOOTH.astype(np.uint16)] * 3), imagej=True),
}


def attempt(content, name):
    """Return the picture, or None where the file was refused with its name; fail on anything else."""
    try:
        array = data.read(_Named(content, name))
    except ValueError as error:
        refused = str(error)
    else:
        refused = ""
    assert refused == "" or refused.startswith(f"{name} ")
    if refused:
        return None
    assert array.ndim == 2 or array.shape[2:] == (3,)
    assert array.size
    return array


class _Named(io.BytesIO):
    def __init__(self, content, name):
        super().__init__(content)
        self.name = name


@pytest.mark.parametrize("kind", FILES)
def test_cut_files_are_refused_or_whole(kind):
    content = FILES[kind]
    whole = attempt(content, "whole")
    for length in np.linspace(0, len(content) - 1, 60).astype(int):
        part = attempt(content[:length], "part")
        if kind not in ("progressive", "jpeg", "mpo"):  # the end mark of a JPEG may be missing
            assert part is None or np.array_equal(part, whole), length


@pytest.mark.parametrize("kind", FILES)
def test_mutated_files_give_a_picture_or_a_sentence(kind):
    content = np.frombuffer(FILES[kind], np.uint8)
    for number in range(120):
        mutated = content.copy()
        reach = len(content) if number % 2 else min(len(content), 200)  # half of them in the head
        places = RNG.integers(0, reach, RNG.integers(1, 6))
        mutated[places] = RNG.integers(0, 256, len(places))
        attempt(mutated.tobytes(), "mutated")


BOX = b"\0\0\0\x18ftyp"
JPEG_HEAD = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (bytes(1000), "only zeros"),
        (BOX + b"heic\0\0\0\0mif1heic", r"HEIC.*pillow-heif.*JPEG"),
        (BOX + b"mif1\0\0\0\0mif1heic", "HEIC"),
        (BOX + b"crx \0\0\0\1crx isom", "RAW"),
        (BOX + b"qt  \0\0\0\0qt  \0\0\0\0", "film"),
        (BOX + b"mp42\0\0\0\0isommp42", "film"),
        (BOX + b"avif\0\0\0\0avifmif1", "damaged"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
        (b"\xff\x0a\xfa\x3f", "JPEG XL"),
        (b"IIRO\x08\0\0\0", "RAW"),
        (b"FUJIFILMCCD-RAW 0201", "RAW"),
        (b"II*\0\x10\0\0\0CR\2\0", "RAW"),
        (JPEG_HEAD + b"\xff\xc1\0\x0b\x0c\0\x10\0\x10\1\1\x11\0", "JPEG with 12 bits, as medicine"),
        (JPEG_HEAD + b"\xff\xc3\0\x0b\x10\0\x10\0\x10\1\1\x11\0", "JPEG without loss, as medicine"),
        (b"\0" * 128 + b"DICM", "DICOM"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        ("<!DOCTYPE html><html>".encode("utf-16"), "web page"),
        (b"<HTML><HEAD>", "web page"),
        (b"[InternetShortcut]\r\nURL=http://example.org", "link to a web page"),
        (b"data:image/png;base64,iVBORw0KGgo=", "base64"),
        (b"8BPS\0\1", "Photoshop"),
        (b"gimp xcf file", "GIMP"),
        (b"MATLAB 5.0 MAT-file", r"scipy\.io\.loadmat"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
        (b"v/1\x01\2\0\0\0", "OpenEXR"),
        (b"ZISRAWFILE", "CZI"),
        (b"\x0a\x05\x01\x08", "PCX"),
        (b"\0\0\2\0" + bytes(30) + b"\0" * 8 + b"TRUEVISION-XFILE.\0", "TGA"),
        (b"{'error': 'not found'}", "holds text"),
        (b"\x80\x81\x82\x83", "no picture that can be read"),
    ],
)
def test_each_other_kind_of_file_is_named(content, told, tmp_path):
    (tmp_path / "mine.jpg").write_bytes(content)
    with pytest.raises(ValueError, match=rf"^mine\.jpg .*{told}"):
        data.read(tmp_path / "mine.jpg")


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EDEADLK, errno.ETXTBSY])
def test_a_file_that_another_program_holds_is_in_use(number, tmp_path, monkeypatch):
    def held(self):
        raise OSError(number, "held")

    (tmp_path / "mine.png").write_bytes(FILES["png"])
    monkeypatch.setattr(Path, "read_bytes", held)
    with pytest.raises(ValueError, match=r"^mine\.png is in use by another program; close it there"):
        data.read(tmp_path / "mine.png")


def test_a_file_that_windows_gives_to_one_program_alone_is_in_use(tmp_path, monkeypatch):
    def held(self):
        error = PermissionError(13, "The process cannot access the file")
        error.winerror = 32
        raise error

    (tmp_path / "mine.png").write_bytes(FILES["png"])
    monkeypatch.setattr(Path, "read_bytes", held)
    with pytest.raises(ValueError, match=r"^mine\.png is in use by another program"):
        data.read(tmp_path / "mine.png")


@pytest.mark.parametrize("address", ["http://example.org/a.png", "www.example.org/a.png", "s3://bucket/a.png"])
def test_addresses_are_no_files(address):
    with pytest.raises(FileNotFoundError, match="is an address, not a file; save the picture"):
        data.read(address)


def test_every_cause_says_what_to_do():
    for content in (b"", bytes(9), b"%PDF", BOX + b"heic", JPEG_HEAD, b"II*\0", b"text", b"\x80\x81"):
        assert "; " in cause(content), content
