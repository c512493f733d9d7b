"""Every explorer and step-through: each control's least, default and largest value; stills; uploads; code."""

import base64
import io
import itertools

import ipywidgets as widgets
import numpy as np
import pytest
from PIL import Image

from course_lib import (
    data,
    explore,
    steps,
)
from course_lib.explore import engine
from course_lib.explore.controls import make_control
from course_lib.explore.drawn import chart_html, grid_html
from course_lib.explore.painting import PaintPad
from course_lib.explore.panes import Chart, Grid, as_ubyte, fit, marked, picture_bytes


def values_of(control):
    if isinstance(control, widgets.Checkbox):
        return [False, True]
    if hasattr(control, "options"):
        return list(control.options)
    if isinstance(control, widgets.Text):
        return [control.value]
    if isinstance(control, PaintPad):
        return [[], [[0.1, [0.4, 0.2], [0.6, 0.7]]]]
    return [control.min, control.value, control.max]


def picture_file(array, kind="png"):
    file = io.BytesIO()
    Image.fromarray(array).save(file, kind)
    return file.getvalue()


def on_screen(pane):
    draw = {str: str, Chart: chart_html, Grid: grid_html}.get(type(pane), picture_bytes)
    return draw(pane)


def assert_shows(explorer):
    assert explorer._refusal.value == ""
    for pane in explorer.panes.values():
        if isinstance(pane, str):
            assert pane
        elif isinstance(pane, Chart):
            assert "nan" not in chart_html(pane)
        elif not isinstance(pane, Grid):
            assert np.isfinite(np.asarray(pane, float)).all()


def test_every_control_works_at_its_least_default_and_largest_value(opened):
    explorer = opened
    for name, control in explorer.controls.items():
        for value in values_of(control):
            explorer.set(**{name: value})
            assert explorer.parameters[name] == value
            assert_shows(explorer)
    # and the corners, where controls meet; what is drawn when it is asked for was asked for above
    met = {name: control for name, control in explorer.controls.items() if not isinstance(control, widgets.Checkbox)}
    for corner in itertools.product(*((values_of(c)[0], values_of(c)[-1]) for c in met.values())):
        explorer.set(**dict(zip(met, corner, strict=True)), **dict.fromkeys(explorer.controls.keys() - met, False))
        assert_shows(explorer)


def test_moving_a_control_changes_what_is_shown(opener):
    explorer = opener()
    before = [on_screen(pane) for pane in explorer.panes.values()]
    name, control = next(iter(explorer.controls.items()))
    explorer.set(**{name: next(v for v in reversed(values_of(control)) if v != control.value)})
    assert [on_screen(pane) for pane in explorer.panes.values()] != before


def test_it_takes_a_picture_of_the_learners_own(opener, upload):
    explorer = opener()
    own = np.random.default_rng(1).integers(0, 256, (40, 60, 3), dtype=np.uint8)
    kind = explorer.image.dtype
    upload(explorer, picture_file(own), "holiday.png")
    assert explorer._refusal.value == ""
    assert explorer.image.shape[:2] == (40, 60)
    assert explorer.image.dtype == kind
    assert "holiday.png" in explorer._code.value
    for name, control in explorer.controls.items():
        for value in values_of(control):
            explorer.set(**{name: value})
            assert_shows(explorer)


def test_a_small_picture_is_shown_or_told_to_be_small(opener, upload):
    explorer = opener()
    for shape in ((1, 1), (1, 40), (40, 1), *((n, n) for n in range(2, 12))):
        upload(explorer, picture_file(np.random.default_rng(1).integers(0, 256, shape, dtype=np.uint8)))
        told = explorer._refusal.value
        assert told == "" or "rows and columns at least" in told or "the same value" in told, shape


@pytest.mark.parametrize("content", [b"", b"no picture", picture_file(np.zeros((90, 90), np.uint8))[:60]])
def test_what_is_no_picture_is_refused_and_the_old_one_stays(content, upload):
    explorer = explore.threshold()
    old = explorer.image
    upload(explorer, content, "notes.txt")
    assert "notes.txt" in explorer._refusal.value
    assert explorer.image is old
    upload(explorer, picture_file(np.zeros((9, 9), np.uint8)))
    assert explorer._refusal.value == ""


def test_a_still_picture_stands_in_where_no_kernel_runs(opener, monkeypatch):
    shown = []
    monkeypatch.setattr(engine, "display", lambda bundle, raw: shown.append(bundle))
    opener()._ipython_display_()
    style, picture, widget = shown
    assert "course-one-of-two" in style["text/html"]
    still = Image.open(io.BytesIO(base64.b64decode(picture.get("image/png") or picture["image/jpeg"])))
    assert still.width >= 600
    assert len(np.unique(np.asarray(still.convert("L")))) > 10
    assert "application/vnd.jupyter.widget-view+json" in widget
    assert "VBox" not in widget["text/plain"]
    assert widget["text/plain"].split()[1].rstrip(":") == opener.__name__


def test_a_still_shows_the_last_step_unless_another_one_is_named():
    last = steps.local_threshold()
    assert last.parameters["step"] < last.controls["step"].max
    np.testing.assert_array_equal(
        last.still_panes()["mask so far"], steps.local_threshold(step=last.controls["step"].max).panes["mask so far"]
    )
    asked = steps.erosion(step=100)
    named = steps.erosion(step=steps.erosion.spec.still["step"])
    assert on_screen(asked.still_panes()["result so far"]) == on_screen(named.panes["result so far"])
    assert on_screen(asked.still_panes()["result so far"]) != on_screen(asked.panes["result so far"])


def test_a_still_moves_no_control_that_was_given():
    asked, given = explore.morphology(), explore.morphology(radius=3)
    np.testing.assert_array_equal(asked.still_panes()["result"], asked.image)
    np.testing.assert_array_equal(given.still_panes()["result"], given.panes["result"])
    np.testing.assert_array_equal(asked.panes["result"], given.panes["result"])


@pytest.mark.parametrize(("given", "divided_by"), [({}, 2), ({"divide_by": 5}, 5)])
def test_the_code_below_a_still_is_that_of_the_still(given, divided_by, monkeypatch):
    shown = []
    monkeypatch.setattr(engine, "display", lambda bundle, raw: shown.append(bundle))
    opened = explore.shrink(**given)
    opened._ipython_display_()
    assert f"rescale(image, 1 / {divided_by}," in shown[-1]["text/plain"]
    assert f"rescale(image, 1 / {given.get('divide_by', 9)}," in opened.code()


def test_the_line_of_code_runs_and_changes_with_the_controls(opened, code_names):
    explorer = opened
    codes = set()
    for name, control in explorer.controls.items():
        for value in (values_of(control)[0], values_of(control)[-1]):
            explorer.set(**{name: value})
            codes.add(explorer.code())
            exec(explorer.code(), code_names | {"image": explorer.image})
    # the steps of a step-through show how one and the same line works
    assert len(codes) > 1 or isinstance(explorer, steps.engine.StepThrough)


def test_a_step_through_goes_forward_and_back_and_stops_at_its_ends():
    through = steps.otsu(step=0)
    _play, back, forward, slider = through._bar.children[:4]
    back.click()
    assert slider.value == 0
    forward.click()
    forward.click()
    assert slider.value == 2
    back.click()
    assert slider.value == 1
    slider.value = slider.max
    forward.click()
    assert slider.value == slider.max


def test_a_grey_explorer_turns_colour_into_grey_and_refuses_what_it_cannot_use():
    assert explore.threshold(data.coffee()).image.shape == (400, 600)
    with pytest.raises(TypeError, match="no control"):
        explore.threshold(levle=3)
    with pytest.raises(ValueError, match="goes from 0 to 255"):
        explore.threshold(level=300)
    with pytest.raises(ValueError, match="choose one of"):
        explore.local_threshold(method="mode")
    with pytest.raises(ValueError, match="empty"):
        explore.threshold(np.zeros((0, 3)))


def test_only_panes_that_changed_are_sent_again():
    explorer = explore.threshold()
    sent = explorer._panes["picture"].value
    explorer._panes["picture"].value = b"untouched"
    explorer.set(level=10)
    assert explorer._panes["picture"].value == b"untouched"
    assert sent != b"untouched"


def test_a_view_that_refuses_its_parameters_is_told_and_keeps_its_picture():
    explorer = explore.threshold()
    old = explorer.panes
    explorer.spec = explorer.spec.__class__(**{**vars(explorer.spec), "view": _refusing})
    explorer.update()
    assert "too small" in explorer._refusal.value
    assert explorer.panes is old


def _refusing(image, **_):
    raise ValueError("the window is too small; take 3 or more")


@pytest.mark.parametrize(
    "array", [np.eye(4, dtype=bool), np.arange(12.0).reshape(3, 4) / 11, np.zeros((200, 300, 3), np.uint8)]
)
def test_pictures_reach_the_browser_unchanged(array):
    kind, content = picture_bytes(array)
    back = np.asarray(Image.open(io.BytesIO(content)))
    np.testing.assert_array_equal(back, as_ubyte(array))
    assert Image.open(io.BytesIO(content)).format.lower() == kind


def test_a_marked_window_keeps_its_own_pixels():
    image = np.arange(100, dtype=np.uint8).reshape(10, 10)
    framed = marked(image, 3, 4, 2, 2)
    np.testing.assert_array_equal(framed[3:5, 4:6, 0], image[3:5, 4:6])
    assert tuple(framed[2, 4]) == (213, 94, 0)
    assert image[2, 4] == 24


def test_fit_reduces_large_pictures_only():
    assert fit(np.zeros((100, 50))).shape == (100, 50)
    assert max(fit(np.zeros((1500, 700))).shape) <= 512


def test_controls_in_short():
    assert isinstance(make_control("a", (0, 9, 1), first=4), widgets.IntSlider)
    assert isinstance(make_control("a", (0.0, 9, 1)), widgets.FloatSlider)
    assert isinstance(make_control("a", ["x", "y"]), widgets.ToggleButtons)
    assert isinstance(make_control("a", list("vwxyz")), widgets.Dropdown)
    assert make_control("a", bool, value=True).value is True
    assert make_control("a", str, first="0 1 0").value == "0 1 0"
