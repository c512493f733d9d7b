"""The camera: frames and one picture, whose camera it is, and an explorer of one's own function."""

import contextlib
import io

import numpy as np
import pytest
from PIL import Image

from course_lib import explore, steps
from course_lib.explore import camera_button
from course_lib.explore.camera_button import CameraButton

from .test_own_pictures import code_on_screen

ROWS, COLS = 240, 320
SCENE = np.asarray(Image.fromarray(explore.faces.spec.sample()).resize((COLS, ROWS)))


@pytest.fixture(autouse=True)
def sent(monkeypatch):
    """What buttons have sent to the browser."""
    messages = []
    monkeypatch.setattr(CameraButton, "send", lambda self, content, buffers=None: messages.append(content))
    yield messages
    CameraButton.release()


def encoded(picture, kind="jpeg"):
    file = io.BytesIO()
    Image.fromarray(picture).save(file, kind)
    return file.getvalue()


def hear(opened, kind, *buffers, view="a", frame=1):
    """Let the explorer's camera hear a message, as the browser sends it."""
    opened._camera._hear(None, {"kind": kind, "view": view, "frame": frame}, buffers)


def see(opened, picture=SCENE, view="a", frame=1):
    hear(opened, "frame", memoryview(encoded(picture)), view=view, frame=frame)


def test_every_explorer_shows_frames_its_code_makes_them_and_the_picture_before_comes_back(opener):
    opened = opener()
    first, shown = opened.image, opened._code.value
    hear(opened, "begin")
    for shift in (0, 30):
        see(opened, np.roll(SCENE, shift, axis=1))
        assert "Not shown" not in opened._refusal.value
        assert not opened._is_preview
        names = {"explore": explore} | {m: __import__(f"course_lib.{m}", fromlist="x") for m in ("color", "util")}
        exec(opened._source, names)
        np.testing.assert_array_equal(names["image"], opened.image)
    hear(opened, "end")
    assert opened.image is first
    assert opened._code.value == shown
    with pytest.raises(ValueError, match="press Camera"):
        explore.frame()


def test_each_frame_is_answered_twice_when_it_came_and_when_it_is_shown(sent):
    opened = explore.threshold()
    hear(opened, "begin")
    for frame in (1, 2):
        see(opened, frame=frame)
    assert sent == [{"kind": kind, "view": "a", "frame": n} for n in (1, 2) for kind in ("came", "shown")]


def test_who_stops_is_not_told_so(sent):
    opened = explore.threshold()
    hear(opened, "begin")
    hear(opened, "end")
    assert sent == []
    see(opened)
    assert sent == [{"kind": "stop", "view": "a", "told": camera_button.ELSEWHERE}]


def test_a_frame_of_the_course_s_numbers_and_the_controls_stay_where_they_are():
    opened = explore.threshold()
    hear(opened, "begin")
    see(opened)
    assert opened.image.dtype == np.uint8
    opened.set(level=200)
    see(opened, SCENE // 2)
    assert opened.parameters["level"] == 200
    assert "> 200" in code_on_screen(opened)
    assert opened.panes["mask"].shape == (ROWS, COLS)


def test_the_frame_is_a_copy():
    opened = explore.threshold()
    hear(opened, "begin")
    see(opened)
    explore.frame()[:] = 0
    assert explore.frame().any()


def test_the_camera_goes_to_whoever_asked_last(sent):
    first, second = explore.threshold(), explore.edges()
    picture = first.image
    hear(first, "begin")
    see(first)
    hear(second, "begin", view="b")
    assert first.image is picture
    assert sent[-1] == {"kind": "stop", "view": "a", "told": camera_button.ELSEWHERE}
    see(first)  # was on its way
    assert first.image is picture
    assert sent[-1] == {"kind": "stop", "view": "a", "told": camera_button.ELSEWHERE}
    hear(first, "end")
    see(second, view="b")
    assert second.image.shape == (ROWS, COLS)


def test_two_views_of_one_explorer_take_turns(sent):
    opened = explore.threshold()
    hear(opened, "begin")
    see(opened)
    hear(opened, "begin", view="b")
    see(opened, view="b", frame=7)
    assert sent[-1] == {"kind": "shown", "view": "b", "frame": 7}
    hear(opened, "end", view="a")
    assert opened._camera.live


def test_one_picture_is_taken_as_from_a_file_and_nothing_is_kept_before(work):
    opened = explore.threshold()
    hear(opened, "begin")
    see(opened)
    assert not work.exists()
    picture = np.asarray(Image.fromarray(SCENE).resize((640, 480)))
    hear(opened, "picture", memoryview(encoded(picture, "png")))
    hear(opened, "end")
    assert [path.name for path in (work / "pictures").iterdir()] == ["camera.png"]
    assert "camera.png" in code_on_screen(opened)
    assert opened.image.shape == (480, 640)
    assert not opened._camera.live
    opened._back.click()
    assert opened.image is opened._first[0]


def test_a_file_ends_the_camera(upload, sent):
    opened = explore.threshold()
    hear(opened, "begin")
    see(opened)
    upload(opened, encoded(np.full((30, 40), 200, np.uint8), "png"), "mine.png")
    assert {"kind": "stop", "view": "a", "told": camera_button.OTHER_PICTURE} in sent
    assert opened.image.shape == (30, 40)
    see(opened)
    assert opened.image.shape == (30, 40)


def test_a_frame_that_waits_while_a_file_is_taken_does_not_come_after_it(upload, sent, monkeypatch):
    """Frames and files may come in two threads: this frame has passed the button when the file gets its turn."""
    opened = explore.threshold()
    hear(opened, "begin")
    see(opened)

    def shown_later(seen):
        upload(opened, encoded(np.full((30, 40), 200, np.uint8), "png"), "mine.png")
        opened._take_frame(seen)

    monkeypatch.setattr(opened._camera, "_take_frame", shown_later)
    see(opened, frame=2)
    assert opened.image.shape == (30, 40)
    assert "mine.png" in code_on_screen(opened)
    with pytest.raises(ValueError, match="press Camera"):
        explore.frame()


def test_a_frame_that_is_no_picture_is_answered(sent):
    opened = explore.threshold()
    hear(opened, "begin")
    with contextlib.suppress(OSError):
        hear(opened, "frame", memoryview(b"no picture"))
    assert sent[-1]["kind"] == "shown"


def above(image, level=128):
    return image > level


def test_an_explorer_of_one_s_own_function():
    opened = explore.camera(above, level=(0, 255, 1))
    assert opened.code() == "above(image, level=128)"
    opened.set(level=9)
    np.testing.assert_array_equal(opened.panes["above"] > 0, opened.image > 9)
    assert opened._reading.value == '<div class="course-source"></div>'
    own = explore.camera(above, np.zeros((5, 6)))
    assert own.panes["above"].shape == (5, 6)
    hear(opened, "begin")
    see(opened)
    assert opened.panes["above"].shape == (ROWS, COLS, 3)


def test_a_function_may_write_into_its_picture():
    def blackened(image):
        image[:] = 0
        return image

    opened = explore.camera(blackened)
    assert opened.panes["picture"].any()
    assert not opened.panes["blackened"].any()


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (lambda image: 1 / 0, "mine ended in ZeroDivisionError"),
        (lambda image: None, "what mine returns"),
        (lambda image: image[..., :2], "got the shape (240, 320, 2)"),
        (lambda image: image[0, 0], "got the shape (3,)"),
    ],
)
def test_what_goes_wrong_in_a_function_is_told_and_the_next_frame_comes(made, sentence, sent):
    def mine(image):
        return made(image) if image.mean() > 20 else image

    opened = explore.camera(mine, np.zeros((5, 6), np.uint8))
    assert "Not shown" not in opened._refusal.value
    hear(opened, "begin")
    see(opened)
    assert sentence in opened._refusal.value
    assert sent[-1]["kind"] == "shown"
    see(opened, SCENE * 0)
    assert opened._refusal.value == ""


def test_a_function_without_a_name_is_refused():
    with pytest.raises(TypeError, match="write it as def name"):
        explore.camera(lambda image: image)


def test_step_throughs_play_on_the_camera():
    opened = steps.otsu()
    hear(opened, "begin")
    see(opened)
    opened.set(step=opened.controls["step"].max)
    see(opened, SCENE // 2)
    assert opened.parameters["step"] == opened.controls["step"].max
