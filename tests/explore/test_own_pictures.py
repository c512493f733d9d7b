"""A picture of one's own: the code below an explorer makes exactly what is on the screen, whatever the file holds."""

import html
import io
import re
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from course_lib import data, explore, steps
from course_lib.explore.drawn import chart_html, grid_html
from course_lib.explore.panes import Chart, Grid, picture_bytes
from course_lib.explore.prepare import needs_stretching

ROWS, COLS = 40, 48
BLOCKS = np.random.default_rng(0).integers(0, 200, (5, 6)).repeat(8, axis=0).repeat(8, axis=1)  # with corners
GREY = BLOCKS + np.add.outer(np.arange(ROWS) % 31, np.arange(COLS) % 29)  # 0 to 257
COLOURS = np.stack([GREY, GREY[::-1], GREY[:, ::-1]], axis=-1).clip(0, 255).astype(np.uint8)
PICTURES = {
    "grey8.png": GREY.clip(0, 255).astype(np.uint8),
    "grey16.png": (GREY * 250).astype(np.uint16),
    "twelve bits.png": (GREY * 15).astype(np.uint16),
    "signed.tif": (GREY * 9 - 1000).astype(np.int16),
    "sums.tif": (GREY * 70_000).astype(np.uint32),
    "floats.tif": (GREY / 300).astype(np.float32),
    "doubles.tif": GREY / 300,
    "beyond.tif": (GREY * 4 - 100).astype(np.float32),
    "colour.png": COLOURS,
    "colour16.tif": COLOURS.astype(np.uint16) * 257,
    "colour12.tif": COLOURS.astype(np.uint16) * 16,
    "colour floats.tif": (COLOURS / 255).astype(np.float32),
    "transparent.png": np.concatenate([COLOURS, np.full((ROWS, COLS, 1), 128, np.uint8)], axis=-1),
    "one bit.png": GREY > 130,
    "mask of 0 and 1.png": (GREY > 130).astype(np.uint8),
    "photograph.jpg": COLOURS,
}
STRETCHED = ("twelve", "signed", "sums", "beyond", "colour12", "mask")
TINY = {
    "1 x 1.png": np.array([[200]], np.uint8),
    "12 bits 1 x 1.png": np.array([[4000]], np.uint16),
    "10000 x 1.png": (np.arange(10_000) % 251).astype(np.uint8)[None],
    "1 x 10000.png": (np.arange(10_000) % 251).astype(np.uint8)[:, None],
}


def content_of(array, name):
    file = io.BytesIO()
    if name.endswith("tif"):
        tifffile.imwrite(file, array, photometric="rgb" if array.ndim == 3 else "minisblack")
    else:
        Image.fromarray(array).save(file, "jpeg" if name.endswith("jpg") else "png")
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


def arrays_in(value):
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from arrays_in(part)


# What the last lines make stands in these panes; in the others are marks over the picture, charts and numbers.
MADE = {
    "adaptive_equalize": "tile by tile", "all_thresholds": "otsu", "bilateral": "denoised",
    "brightness": "clipped to 0 ... 255", "canny": "edges", "channels": "the channels that are on",
    "denoisers": "non-local means", "edges": "stronger than the level", "enlarge": "enlarged",
    "equalize": "equalised", "flips": "result", "gaussian": "smoothed", "grey": "your grey", "inpaint": "restored",
    "kernel": "result", "kmeans": "in 4 colours", "label_colours": "painted", "lbp": "its codes",
    "local_threshold": "mask", "morphology": "result", "nl_means": "denoised", "noise_filters": "median",
    "noise_kinds": "with noise", "portrait": "restored", "rotate": "turned", "sharpen": "picture + amount x detail",
    "shrink": "smaller", "stretch": "stretched", "superpixel_faces": "superpixels", "superpixels": "boundaries",
    "supervised": "nearer to a (white)", "threshold": "mask", "total_variation": "denoised", "wavelets": "denoised",
}  # fmt: skip


FEW = ("grey8.png", "twelve bits.png", "beyond.tif", "colour.png", "colour16.tif", "1 x 1.png", "10000 x 1.png")


@pytest.mark.parametrize("name", [*PICTURES, *TINY])
def test_the_code_on_the_screen_makes_what_is_on_the_screen(opener, name, upload, code_names):
    own_code = opener.__module__.startswith("course_lib.explore.")
    if name not in FEW and (not own_code or opener is explore.portrait):
        pytest.skip("a few kinds will do")
    explorer = opener()
    before = explorer.image
    upload(explorer, content_of((PICTURES | TINY)[name], name), name)
    if explorer.image is before:
        assert name in TINY
        assert re.search("this explorer needs .* take a larger one with Your picture", explorer._refusal.value)
        return
    if explorer._refusal.value:
        assert name in TINY
        assert "nothing to separate" in explorer._refusal.value or "painted over" in explorer._refusal.value
        return
    names = run(code_on_screen(explorer), explorer, dict(code_names))
    made = [array for key in names.keys() - code_names.keys() for array in arrays_in(names[key])]
    whole = names["image"] if opener is not explore.enlarge else explorer.image
    np.testing.assert_array_equal(whole, explorer.image)
    assert whole.dtype == explorer.image.dtype
    panes = explorer.spec.view(whole, **explorer.parameters)
    for pane, shown in explorer.panes.items():
        assert picture_or_text(panes[pane]) == picture_or_text(shown)
    pane = explorer.panes.get(MADE.get(opener.__name__)) if own_code else None
    rounding = 1e-12 if opener is explore.kernel else 0  # SciPy adds up in another order
    assert pane is None or any(
        array.shape == pane.shape and np.allclose(array, pane, rtol=0, atol=rounding) for array in made
    )


def picture_or_text(pane):
    return {str: str, Chart: chart_html, Grid: grid_html}.get(type(pane), picture_bytes)(pane)


@pytest.mark.parametrize("opener", [explore.threshold, explore.channels, explore.contours, explore.gaussian])
def test_what_is_stretched_is_told_and_only_that(opener, upload):
    explorer = opener()
    for name, array in PICTURES.items():
        upload(explorer, content_of(array, name), name)
        assert f"Your picture: {name}, 48 x 40 pixels." in explorer._note.value
        assert ("shown as black" in explorer._note.value) == name.startswith(STRETCHED)
        if name.startswith(STRETCHED) and (array.ndim == 2 or explorer.image.ndim == 3):
            assert (explorer.image.min(), explorer.image.max()) in ((0, 255), (0, 1))
    upload(explorer, content_of(PICTURES["twelve bits.png"] // 3, "a.png"), "a.png")
    white = "255" if explorer.image.dtype == np.uint8 else "1"
    assert f"11 bits: {GREY.min() * 5} … {GREY.max() * 5} shown as 0 … {white}" in explorer._note.value
    explorer._back.click()
    assert "Your picture" not in explorer._note.value
    assert "data.read" not in explorer._code.value
    assert explorer._back.layout.display == "none"


@pytest.mark.parametrize("opener", [explore.rotate, explore.kmeans, explore.noise_filters, explore.lbp])
def test_where_every_second_pixel_is_used_the_code_does_it_too_and_the_note_says_so(opener, upload, code_names):
    explorer = opener()
    large = np.tile(COLOURS, (19, 16, 1))  # 760 x 768
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


def test_what_cannot_be_shown_is_refused(upload):
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


def test_a_copy_lies_in_the_learners_folder_and_never_over_another(upload, work, monkeypatch):
    explorer = explore.threshold()
    files = [content_of(np.full((9, 9), value, np.uint8), "a.png") for value in (90, 120, 150)]
    for content in (files[0], files[1], files[0], files[2]):
        upload(explorer, content, "my picture.png")
    pictures = work / "pictures"
    assert {path.name: path.read_bytes() for path in pictures.iterdir()} == {
        "my picture.png": files[0],
        "my picture-2.png": files[1],
        "my picture-3.png": files[2],
    }
    named = re.search(r"image = data\.read\('(.+?)'\)", code_on_screen(explorer))[1]  # from this folder, or whole
    assert Path(named).resolve() == (pictures / "my picture-3.png").resolve()
    assert "reads its copy" in explorer._note.value
    monkeypatch.chdir(work)
    upload(explorer, files[0], "my picture.png")
    assert "image = data.read('pictures/my picture.png')" in code_on_screen(explorer)


@pytest.mark.parametrize("name", ["../../out.png", "C:\\out.png", "/out.png", "..", "a/b/out.png", "\0out.png"])
def test_a_copy_never_leaves_the_learners_folder(name, upload, work):
    upload(explore.threshold(), content_of(PICTURES["grey8.png"], "a.png"), name)
    assert [path.parent for path in work.parent.rglob("*") if path.is_file()] == [work / "pictures"]


def test_where_no_copy_can_be_kept_it_is_told(upload, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("COURSE_WORK", str(tmp_path / "file"))
    explorer = explore.threshold()
    upload(explorer, content_of(PICTURES["grey8.png"], "a.png"), "mine.png")
    assert "could not be copied" in explorer._note.value
    assert "image = data.read('mine.png')" in code_on_screen(explorer)


def test_hostile_names_are_text_on_the_screen(upload):
    explorer = explore.threshold()
    upload(explorer, content_of(PICTURES["grey8.png"], "a.png"), "<img src=x onerror=alert(1)>.png")
    assert "<img" not in explorer._note.value + explorer._code.value
    upload(explorer, b"no picture", "<script>.png")
    assert "<script>" not in explorer._refusal.value


def test_several_pictures_in_a_file_and_large_ones_are_told(upload):
    explorer = explore.threshold()
    file = io.BytesIO()
    tifffile.imwrite(file, np.stack([PICTURES["grey8.png"]] * 3), photometric="minisblack")
    upload(explorer, file.getvalue(), "stack.tif")
    assert "It holds 3 pictures. This is the first; page=1 gives the next." in explorer._note.value
    upload(explorer, content_of(np.tile(COLOURS, (50, 50, 1)), "a.jpg"), "a.jpg")
    assert "Your picture: a.jpg, 1024 x 853 pixels of 2400 x 2000." in explorer._note.value
    assert "max_side=1024)" in code_on_screen(explorer)


def test_a_picture_that_a_view_cannot_take_leaves_the_one_before(upload, monkeypatch):
    explorer = explore.threshold()
    before, controls = explorer.image, explorer.controls

    def broken(kept):
        if explorer.image is not before:
            raise IndexError("index 0 is out of bounds")
        return controls

    monkeypatch.setattr(explorer, "_make_controls", broken)
    upload(explorer, content_of(PICTURES["grey8.png"], "a.png"), "mine.png")
    assert explorer.image is before
    assert "mine.png" in explorer._refusal.value
