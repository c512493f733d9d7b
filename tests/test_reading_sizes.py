"""Large pictures are read reduced where the format allows it, and refused by their size where it does not."""

import io
import struct
import tracemalloc
import zlib

import numpy as np
import pytest
from PIL import Image

from course_lib import data
from course_lib.data import causes, opening

RAMP = np.add.outer(np.arange(240), np.arange(320)).astype(np.uint8)


def saved(picture, kind="jpeg", **options):
    file = io.BytesIO()
    (picture if isinstance(picture, Image.Image) else Image.fromarray(picture)).save(file, kind, **options)
    return file.getvalue()


@pytest.fixture
def few_pixels(monkeypatch):
    """Let 20 000 pixels be what is unpacked at most, and 1 000 000 of a JPEG."""
    for module in (causes, opening):
        monkeypatch.setattr(module, "MAX_PIXELS", 20_000)
    monkeypatch.setattr(opening, "MAX_JPEG", 1_000_000)


@pytest.mark.parametrize(("side", "scale"), [(100, 1), (200, 2), (400, 4), (900, 8)])
@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"subsampling": 0}])
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_is_unpacked_with_no_more_pixels_than_there_is_room_for(mode, options, side, scale, few_pixels, capsys):
    picture = Image.fromarray(RAMP).resize((side, side)).convert(mode)
    read = data.read(saved(picture, **options))
    assert read.shape[:2] == (-(-side // scale),) * 2
    told = f"It has {side} x {side} pixels, and was read reduced to {read.shape[1]} x {read.shape[0]}."
    assert (told in capsys.readouterr().out) == (scale > 1)
    expected = np.asarray(picture.convert("L" if mode == "L" else "RGB").resize(read.shape[:2], Image.Resampling.BOX))
    assert np.abs(read.astype(int) - expected).mean() < 8


def test_the_size_that_is_told_is_upright(few_pixels, capsys):
    exif = Image.Exif()
    exif[0x0112] = 6
    assert data.read(saved(RAMP, exif=exif)).shape == (160, 120)
    assert "It has 240 x 320 pixels, and was read reduced to 120 x 160." in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["png", "tiff", "webp", "gif", "bmp", "avif", "jpeg2000", "ppm"])
def test_other_formats_are_refused_by_their_size(kind, few_pixels, tmp_path):
    (tmp_path / "large").write_bytes(saved(Image.fromarray(RAMP).convert("RGB"), kind))
    with pytest.raises(ValueError, match=r"^large claims 320 x 240 pixels, more than 20,000; make it smaller"):
        data.read(tmp_path / "large")


def test_a_later_page_is_measured_too(few_pixels):
    frames = [Image.new("L", (10, 10)), Image.new("L", (320, 240))]
    content = saved(frames[0], "tiff", save_all=True, append_images=frames[1:])
    assert data.read(content, page=0).shape == (10, 10)
    with pytest.raises(ValueError, match="320 x 240"):
        data.read(content, page=1)


def test_bombs_are_refused_by_the_size_that_they_claim():
    jpeg = bytearray(saved(RAMP))
    place = jpeg.index(b"\xff\xc0") + 5
    jpeg[place : place + 4] = struct.pack(">HH", 65000, 65000)
    with pytest.raises(ValueError, match="claims 65000 x 65000 pixels, more than 250,000,000"):
        data.read(bytes(jpeg))
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    chunks = b"".join(
        struct.pack(">I", len(c)) + n + c + struct.pack(">I", zlib.crc32(n + c))
        for n, c in ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(10_000))))
    )
    with pytest.raises(ValueError, match="claims 10,000,000,000 pixels, more than 50,000,000"):
        data.read(b"\x89PNG\r\n\x1a\n" + chunks)


@pytest.mark.parametrize("max_side", [40, 100, 319, 1000])
def test_a_reduced_jpeg_is_near_the_mean_of_the_whole_one(max_side):
    content = saved(Image.fromarray(RAMP // 2).convert("RGB"), quality=95)
    read = data.read(content, max_side=max_side)
    assert max(read.shape) == min(max_side, 320)
    whole = Image.fromarray(data.read(content)).resize((read.shape[1], read.shape[0]), Image.Resampling.BOX)
    assert np.abs(read.astype(int) - np.asarray(whole)).mean() < 3


def test_a_photograph_of_200_megapixels_takes_a_fraction_of_its_memory():
    content = saved(Image.new("L", (16320, 12240), 90), quality=30)
    tracemalloc.start()
    read = data.read(content, max_side=1024)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert read.shape == (768, 1024)
    assert most < 60_000_000
    assert np.abs(read.astype(int) - 90).max() <= 2
