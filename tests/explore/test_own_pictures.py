"""A picture of one's own: the code below an explorer makes exactly what is on the screen, whatever the file holds."""

import html
import io
import re

import numpy as np
import pytest
from PIL import Image

from course_lib import data, explore, steps
from course_lib.explore.prepare import needs_stretching

ROWS, COLS = 64, 80
BLOCKS = np.random.default_rng(0).integers(0, 200, (8, 10)).repeat(8, axis=0).repeat(8, axis=1)  # with corners
GREY = BLOCKS + np.add.outer(np.arange(ROWS) % 31, np.arange(COLS) % 29)  # 0 to 257
COLOURS = np.stack([GREY, GREY[::-1], GREY[:, ::-1]], axis=-1).clip(0, 255).astype(np.uint8)
PICTURES = {
    "grey8.png": GREY.clip(0, 255).astype(np.uint8),
    "grey16.png": (GREY * 250).astype(np.uint16),
    "twelve bits.png": (GREY * 15).astype(np.uint16),
    "floats.tif": (GREY / 300).astype(np.float32),
    "beyond.tif": (GREY * 4 - 100).astype(np.float32),
    "colour.png": COLOURS,
    "transparent.png": np.concatenate([COLOURS, np.full((ROWS, COLS, 1), 128, np.uint8)], axis=-1),
    "one bit.png": GREY > 130,
}
STRETCHED = ("twelve bits.png", "beyond.tif")


def content_of(array, name):
    file = io.BytesIO()
    Image.fromarray(array).save(file, "tiff" if name.endswith("tif") else "png")
    return file.getvalue()


def code_on_screen(explorer):
    return html.unescape(re.search(r"<code>(.*)</code>", explorer._code.value, re.DOTALL)[1])


def run(code, explorer, names):
    """Run what is on the screen in a notebook, and return its names, the value of the last line as "_"."""
    *lines, last = code.split("\n")
    exec("\n".join(lines), names)
    if re.match(r"[a-z_, ]+ = ", last):
        exec(last, names)
    else:
        names["_"] = eval(last, names)
    return names


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name, array in PICTURES.items():
        (tmp_path / name).write_bytes(content_of(array, name))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_code_on_the_screen_makes_the_picture_on_the_screen_and_runs_on(opener, upload, folder, code_names):
    explorer = opener()
    for name in PICTURES:
        upload(explorer, (folder / name).read_bytes(), name)
        assert explorer._refusal.value == "", name
        made = run(code_on_screen(explorer), explorer, dict(code_names))["image"]
        np.testing.assert_array_equal(made, explorer.image, err_msg=name)
        assert made.dtype == explorer.image.dtype
        assert ("shown as black" in explorer._note.value) == (name in STRETCHED)
        if name in STRETCHED:
            assert (explorer.image.min(), explorer.image.max()) in ((0, 255), (0, 1))
    explorer._back.click()
    assert "shown as black" not in explorer._note.value
    assert "data.read" not in explorer._code.value


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize(
    ("opener", "pane"),
    [
        (explore.threshold, "mask"),
        (explore.local_threshold, "mask"),
        (explore.all_thresholds, "isodata"),
        (explore.channels, "the channels that are on"),
        (explore.grey, "your grey"),
        (explore.stretch, "stretched"),
        (explore.flips, "result"),
        (explore.morphology, "result"),
        (explore.rotate, "turned"),
        (explore.brightness, "clipped to 0 ... 255"),
        (explore.wavelets, "denoised"),
        (explore.total_variation, "denoised"),
        (explore.superpixel_faces, "superpixels"),
        (explore.supervised, "nearer to a (white)"),
        (explore.boundaries, "boundaries"),
        (explore.portrait, "restored"),
    ],
)
def test_the_last_line_makes_what_the_pane_shows(opener, pane, name, upload, folder, code_names):
    explorer = opener(**({"rule": "isodata"} if opener is explore.all_thresholds else {}))
    upload(explorer, (folder / name).read_bytes(), name)
    names = run(code_on_screen(explorer), explorer, code_names)
    result = names.get("_", names.get("mask", names.get("nearer_to_a")))
    shown = np.asarray(explorer.panes[pane])
    if opener is explore.boundaries:  # with a frame around the enlarged part
        shown, result = shown[40:], (result[40:] * 255 + 0.5).astype(np.uint8)
    if pane == "denoised":
        result = np.clip(result, 0, 1)
    tolerance = 1e-3 if opener is explore.grey else 1e-6  # the weights on the screen have four decimals
    assert np.mean(np.abs(np.asarray(result, float) - np.asarray(shown, float)) > tolerance) < 0.001


@pytest.mark.parametrize("opener", [explore.rotate, explore.kmeans, explore.noise_filters, explore.lbp])
def test_where_every_second_pixel_is_used_the_code_does_it_too_and_the_note_says_so(opener, upload, code_names):
    explorer = opener()
    large = np.tile(COLOURS, (12, 10, 1))  # 768 x 800
    upload(explorer, content_of(large, "large.png"), "large.png")
    assert "row and column in" in explorer._note.value
    assert re.search(r"\[::(\d), ::\1\]", code_on_screen(explorer))
    code_names["data"] = type("Files", (), {"read": staticmethod(lambda name: large)})
    exec(code_on_screen(explorer).split("\n")[1], code_names | {"image": large}, code_names)
    np.testing.assert_array_equal(code_names["image"], explorer.image)


def test_a_given_picture_that_is_converted_is_converted_in_the_code():
    assert code_on_screen(explore.threshold(data.coffee())).startswith(
        "image = util.img_as_ubyte(color.rgb2gray(image))\n"
    )
    assert code_on_screen(steps.cascade()).startswith("from course_lib.explore.boxes import detect")
    assert code_on_screen(explore.threshold(data.coins())) == "mask = image > 128"
    assert code_on_screen(explore.channels(data.coins())).startswith("image = color.gray2rgb(image)\n")


def test_what_cannot_be_shown_is_refused(upload, folder):
    explorer = explore.threshold()
    holes = np.where(GREY > 200, np.nan, GREY).astype(np.float32)
    upload(explorer, content_of(holes, "holes.tif"), "holes.tif")
    assert "NaN" in explorer._refusal.value


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        (np.array([0, 255], np.uint8), False),
        (np.array([0, 65535], np.uint16), False),
        (np.array([0, 16383], np.uint16), True),
        (np.array([-100, 155], np.int32), True),
        (np.array([0, 0.4], np.float32), False),
        (np.array([0, 1020], np.float32), True),
        (np.array([-0.5, 0.5], np.float32), True),
    ],
)
def test_which_pictures_are_stretched(picture, expected):
    assert needs_stretching(picture) is expected
