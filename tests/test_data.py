"""Pictures: the listed ones are what the list says, and files that are no pictures are refused with the reason."""

import hashlib
import io
import struct
import tomllib
import zlib
from pathlib import Path

import numpy as np
import pytest
import skimage
from PIL import Image
from scipy import ndimage

from course_lib import data
from course_lib.data import catalogue
from tools import draw_lungs, render_page

ROOT = Path(__file__).parent.parent
SOURCES = tomllib.loads((ROOT / "data" / "SOURCES.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", data.names())
def test_every_listed_picture_loads_and_has_a_credit(name):
    picture = data.load(name)
    assert picture.dtype in (np.uint8, bool)
    assert picture.ndim == 2 or picture.shape[-1] == 3
    assert "Licence" in data.credit(name)


@pytest.mark.parametrize(
    "name",
    ["astronaut", "brick", "camera", "chelsea", "coffee", "coins", "horse", "moon", "page", "retina", "rocket", "text"],
)
def test_named_pictures_are_scikit_images(name):
    np.testing.assert_array_equal(getattr(data, name)(), getattr(skimage.data, name)())
    assert getattr(data, name)().dtype == getattr(skimage.data, name)().dtype


def test_every_file_in_data_is_listed_with_source_and_licence():
    files = {p.name for p in (ROOT / "data").iterdir() if p.suffix in (".png", ".jpg")}
    own = {name for name, entry in SOURCES.items() if "package" not in entry}
    assert files == own
    for entry in SOURCES.values():
        assert {"title", "author", "licence", "source", "edits", "use", "sha256"} <= entry.keys()


def test_a_changed_file_is_refused(tmp_path, monkeypatch):
    (tmp_path / "dice.jpg").write_bytes(b"not the dice")
    monkeypatch.setattr(catalogue, "_folder", lambda: tmp_path)
    catalogue._sources()  # the list itself is the real one
    with pytest.raises(ValueError, match="not the listed picture"):
        data.load("dice")


@pytest.mark.parametrize("name", ["dcie", "", None, 3, "../README", "/etc/passwd"])
def test_an_unknown_name_is_refused_with_a_way_on(name):
    with pytest.raises(ValueError, match=r"data\.read"):
        data.load(name)


def test_the_rendered_page_is_what_its_script_renders(tmp_path):
    render_page.main(tmp_path)
    fresh = np.asarray(Image.open(tmp_path / "page_dim.png")).astype(int)
    differs = np.abs(fresh - data.load("page_dim"))
    assert differs.max() < 10
    assert (differs > 1).mean() < 0.001  # Pillow 11.3 draws edges of letters a little differently
    assert (np.asarray(Image.open(tmp_path / "page_ink.png")) == data.load("page_ink")).mean() > 0.999


def test_the_outline_of_the_lungs_is_what_its_script_draws(tmp_path):
    draw_lungs.main(tmp_path)
    drawn = np.asarray(Image.open(tmp_path / "chest_lungs.png"))
    assert drawn.shape == data.load("chest_phantom").shape
    assert (drawn == data.load("chest_lungs")).mean() > 0.999
    # dark inside, brighter around: the outline lies where the picture's own border is
    inner, outer = ndimage.binary_erosion(drawn, iterations=8), ndimage.binary_dilation(drawn, iterations=8)
    ring = ndimage.binary_dilation(outer, iterations=8) & ~outer
    assert data.load("chest_phantom")[inner].mean() < data.load("chest_phantom")[ring].mean() - 12


def encoded(array, kind="png", **options):
    file = io.BytesIO()
    Image.fromarray(array).save(file, kind, **options)
    return file.getvalue()


GREY = np.random.default_rng(0).integers(0, 256, (30, 40), dtype=np.uint8)


def huge_png():
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def large_png():
    file = io.BytesIO()
    Image.new("1", (9000, 6000)).save(file, "png")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"hello", "no picture"),
        (encoded(GREY)[:200], "cut short"),
        (encoded(GREY, "jpeg")[:300], "cut short"),
        (encoded(GREY)[:40], "damaged|no picture"),
        (huge_png(), "more than 50,000,000"),
        (large_png(), "9000 x 6000"),
    ],
)
def test_what_is_no_picture_is_refused_with_the_reason(content, reason, tmp_path):
    with pytest.raises(ValueError, match=reason):
        data.read(content)
    path = tmp_path / "mine.png"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"mine\.png"):
        data.read(path)


@pytest.mark.parametrize("file", [None, 3, [1, 2], np.zeros((3, 3))])
def test_what_is_no_file_is_refused(file):
    with pytest.raises(TypeError, match="expected a file name"):
        data.read(file)


def test_a_missing_file_is_told_with_what_is_there(tmp_path):
    (tmp_path / "there.png").write_bytes(encoded(GREY))
    with pytest.raises(FileNotFoundError, match=r"there\.png"):
        data.read(tmp_path / "missing.png")


def test_pictures_of_every_kind_become_grey_or_rgb():
    rgba = np.dstack([GREY, GREY, GREY, np.zeros_like(GREY)])
    np.testing.assert_array_equal(data.read(encoded(GREY)), GREY)
    assert (data.read(encoded(rgba)) == 255).all()
    assert data.read(encoded(rgba)).shape == (30, 40, 3)
    assert data.read(encoded(GREY > 100)).dtype == np.uint8
    np.testing.assert_array_equal(data.read(encoded(GREY.astype(np.uint16) * 200)), GREY.astype(np.uint16) * 200)
    assert max(data.read(encoded(GREY), max_side=20).shape) == 20


def test_a_picture_that_says_turn_me_is_turned():
    exif = Image.Exif()
    exif[0x0112] = 6  # turn clockwise by 90 degrees
    assert data.read(encoded(GREY, "jpeg", exif=exif)).shape == (40, 30)


def test_reading_leaves_the_file_alone(tmp_path):
    path = tmp_path / "mine.png"
    path.write_bytes(encoded(GREY))
    before = hashlib.sha256(path.read_bytes()).digest()
    data.read(path)
    assert hashlib.sha256(path.read_bytes()).digest() == before


@pytest.mark.parametrize(("name", "count"), [("friends", 8), ("group", 7), ("night", 3), ("dice", 0)])
def test_faces_are_boxes_inside_their_picture(name, count):
    boxes = data.faces(name)
    assert len(boxes) == count
    rows, cols = data.load(name).shape[:2]
    for box in boxes:
        assert 0 <= box["r"] < box["r"] + box["height"] <= rows
        assert 0 <= box["c"] < box["c"] + box["width"] <= cols
    with pytest.raises(ValueError, match="did you mean"):
        data.faces(name + "s")
