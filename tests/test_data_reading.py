"""Own pictures of every kind: their numbers survive, or a sentence says why the file is not read."""

import io
import struct
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from course_lib import data
from course_lib.data import reading

LEVELS = (np.arange(256, dtype=np.uint16) * 257).reshape(16, 16)
BYTES = np.arange(256, dtype=np.uint8).reshape(16, 16)


def tiff(array, **options):
    file = io.BytesIO()
    tifffile.imwrite(file, array, **options)
    return file.getvalue()


def saved(picture, kind="png", **options):
    file = io.BytesIO()
    (picture if isinstance(picture, Image.Image) else Image.fromarray(picture)).save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize("byteorder", ["<", ">"])
@pytest.mark.parametrize(
    ("array", "kind"),
    [
        (BYTES, np.uint8),
        (LEVELS, np.uint16),
        (BYTES.view(np.int8), np.int32),
        (LEVELS.astype(np.int16) - np.int16(100), np.int32),
        (LEVELS.astype(np.int32) * 1000, np.int32),
        (LEVELS.astype(np.float32) / 7 - 100, np.float32),
    ],
)
def test_grey_numbers_of_tiff_files_survive(array, kind, byteorder):
    read = data.read(tiff(array, byteorder=byteorder))
    np.testing.assert_array_equal(read, array)
    assert read.dtype == kind
    assert read.dtype.isnative
    assert read.flags.writeable


def test_other_deep_greys_survive():
    np.testing.assert_array_equal(data.read(tiff(LEVELS.astype(np.uint32) * 4, byteorder="<")), LEVELS * 4.0)
    for kind in ("png", "jpeg2000", "ppm"):
        np.testing.assert_array_equal(data.read(saved(LEVELS, kind)), LEVELS)
        assert data.read(saved(LEVELS, kind)).dtype == np.uint16
    white_is_0 = tiff(LEVELS, photometric="miniswhite", byteorder="<")
    np.testing.assert_array_equal(data.read(white_is_0), 65535 - LEVELS)


def test_a_deep_grey_with_a_transparent_level_keeps_the_others():
    read = data.read(saved(LEVELS, transparency=int(LEVELS[2, 3])))
    expected = LEVELS.copy()
    expected[2, 3] = 65535
    np.testing.assert_array_equal(read, expected)


def test_complex_numbers_are_refused_by_their_kind(tmp_path):
    (tmp_path / "deep.tif").write_bytes(tiff(np.ones((4, 4), np.complex64)))
    with pytest.raises(ValueError, match=r"^deep\.tif holds complex numbers; save"):
        data.read(tmp_path / "deep.tif")


@pytest.mark.parametrize("max_side", [5, 16, 40])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.int32, np.float32])
def test_reduced_pictures_keep_their_type_and_range(dtype, max_side):
    array = (np.indices((16, 16)).sum(axis=0) % 2 * 200).astype(dtype)
    read = data.read(tiff(array), max_side=max_side)
    assert read.dtype == dtype
    assert read.shape == (min(16, max_side),) * 2
    assert read.min() >= 0
    assert read.max() <= 200
    ramp = LEVELS.astype(np.int32) * 30_000 if dtype == np.int32 else BYTES.astype(dtype)
    small = data.read(tiff(ramp), max_side=4).astype(float)
    exact = ramp.reshape(4, 4, 4, 4).mean((1, 3))
    np.testing.assert_allclose(small, exact, atol=0.05 * ramp.max())


GREYS = {
    "alpha": saved(Image.merge("LA", [Image.fromarray(BYTES), Image.new("L", (16, 16), 255)])),
    "GIF": saved(BYTES, "gif"),
    "GIF with a palette": saved(Image.fromarray(BYTES // 16 * 16).convert("P"), "gif"),
    "palette": saved(Image.fromarray(BYTES).convert("P")),
    "BMP": saved(BYTES, "bmp"),
    "one bit": saved(BYTES > 99),
    "one bit TIFF": saved(BYTES > 99, "tiff"),
    "WebP is colour": None,
}


@pytest.mark.parametrize("kind", GREYS)
def test_grey_stays_grey(kind):
    if GREYS[kind] is None:
        assert data.read(saved(BYTES, "webp")).shape == (16, 16, 3)
        return
    expected = {"GIF with a palette": BYTES // 16 * 16}.get(kind, (BYTES > 99) * 255 if "bit" in kind else BYTES)
    read = data.read(GREYS[kind])
    assert read.dtype == np.uint8
    np.testing.assert_array_equal(read, expected)


def test_what_is_transparent_becomes_white():
    half = Image.merge("LA", [Image.fromarray(BYTES), Image.fromarray(np.where(BYTES < 128, 0, 255).astype(np.uint8))])
    np.testing.assert_array_equal(data.read(saved(half)), np.where(BYTES < 128, 255, BYTES))
    np.testing.assert_array_equal(data.read(saved(BYTES, transparency=7)), np.where(BYTES == 7, 255, BYTES))
    colours = Image.new("P", (4, 4), 1)
    colours.putpalette([0, 0, 0, 200, 10, 10])
    assert data.read(saved(colours)).tolist() == [[[200, 10, 10]] * 4] * 4


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "iPhone picture"),
        (b"%PDF-1.7\n", "PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 4 4\n", "PostScript"),
        (b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"\0" * 128 + b"DICM\2\0", "DICOM"),
        (b"\n<!DOCTYPE html>\n<html>", "web page"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n", "git lfs pull"),
        (b"PK\3\4....", "ZIP"),
        (b"\x93NUMPY\1\0", r"np\.load"),
        (b"II*\0\xff\xff", "damaged TIFF"),
        (b"\xff\xd8\xff", "damaged or cut short"),
        (b"what is this", "no picture that can be read"),
        (saved(Image.new("LAB", (4, 4)), "tiff"), "LAB"),
    ],
)
def test_the_cause_is_named(content, told, tmp_path):
    path = tmp_path / "holiday.png"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=rf"^holiday\.png .*{told}"):
        data.read(path)


def test_no_format_is_tried_that_hands_the_file_to_other_programs(monkeypatch):
    def run(*arguments, **options):
        raise AssertionError(f"started {arguments}")

    monkeypatch.setattr("subprocess.check_call", run)
    monkeypatch.setattr("subprocess.run", run)
    with pytest.raises(ValueError, match="PostScript"):
        data.read(saved(Image.new("RGB", (4, 4)), "eps"))


@pytest.mark.parametrize(
    "error",
    [RuntimeError("decoder"), ZeroDivisionError(), ValueError("Truncated IHDR chunk"), KeyError(3), MemoryError()],
)
@pytest.mark.parametrize("place", ["open", "exif_transpose"])
def test_whatever_pillow_raises_is_told_with_the_name(error, place, tmp_path, monkeypatch):
    def broken(*arguments, **options):
        raise error

    (tmp_path / "mine.png").write_bytes(saved(BYTES))
    monkeypatch.setattr(reading.Image if place == "open" else reading.ImageOps, place, broken)
    with pytest.raises(ValueError, match=r"^mine\.png is damaged or cut short \(."):
        data.read(tmp_path / "mine.png")


def test_broken_heads_are_told_with_the_name(tmp_path):
    path = tmp_path / "mine.png"
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 3) + b"IHDR" + b"\0\0\0" + b"\0\0\0\0"
    for content in (head, saved(BYTES)[:33], saved(BYTES, "tiff")[:-40], saved(np.dstack([BYTES] * 3), "avif")[:300]):
        path.write_bytes(content)
        with pytest.raises(ValueError, match=r"^mine\.png "):
            data.read(path)


@pytest.mark.parametrize("call", ["read_bytes", "is_file"])
def test_a_file_that_may_not_be_read_is_not_called_damaged(call, tmp_path, monkeypatch):
    def locked(self):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "mine.png").write_bytes(saved(BYTES))
    monkeypatch.setattr(Path, call, locked)
    with pytest.raises(ValueError, match=r"^mine\.png may not be read: you have no permission, or another program"):
        data.read(tmp_path / "mine.png")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("https://example.org/a.png", "^https://example.org/a.png is an address"),
        ("file:///pictures/a.png", "is an address"),
        ("x" * 300 + ".png", "there is no file"),
        ("a\0b.png", "there is no file"),
        ("~nobody-of-that-name/a.png", "there is no file"),
        ("", "is a folder"),
    ],
)
def test_names_of_no_file_are_told_as_what_they_are(name, told):
    with pytest.raises(FileNotFoundError, match=told):
        data.read(name)


def test_folders_and_the_home_folder(tmp_path, monkeypatch):
    (tmp_path / "there.png").write_bytes(saved(BYTES))
    with pytest.raises(FileNotFoundError, match=r"is a folder; .*there\.png"):
        data.read(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    np.testing.assert_array_equal(data.read("~/there.png"), BYTES)


def test_open_files_are_read_from_their_start(tmp_path):
    file = io.BytesIO()
    Image.fromarray(BYTES).save(file, "png")
    np.testing.assert_array_equal(data.read(file), BYTES)
    (tmp_path / "mine.png").write_bytes(b"text")
    with (tmp_path / "mine.png").open("rb") as opened, pytest.raises(ValueError, match=r"^mine\.png "):
        data.read(opened)
    with pytest.raises(TypeError, match="a file that is closed"):
        data.read(opened)
    with pytest.raises(TypeError, match="opened for text"):
        data.read(io.StringIO("text"))


@pytest.mark.parametrize("max_side", [0, -1, 2.5, True, "10", np.nan])
def test_what_is_no_side_is_refused(max_side):
    with pytest.raises(ValueError, match="whole number from 1 on"):
        data.read(saved(BYTES), max_side=max_side)


@pytest.mark.parametrize("name", [["dice"], {"dice"}, 3, None, np.zeros(3)])
def test_names_that_are_no_text_are_refused(name):
    for function in (data.load, data.path, data.credit, data.faces):
        with pytest.raises(ValueError, match="no picture named"):
            function(name)
