"""The button *Your picture*: files come in pieces, one after the other, and it is said what becomes of them."""

import re

import numpy as np
import pytest

from course_lib import explore
from course_lib.explore.engine import explorer
from course_lib.explore.upload import PictureButton

from .test_own_pictures import PICTURES, content_of


@pytest.fixture
def sent(monkeypatch):
    """What buttons have sent to the browser."""
    messages = []
    monkeypatch.setattr(PictureButton, "send", lambda self, content, buffers=None: messages.append(content))
    return messages


def send(button, content, name="mine.png", piece=100, file="a"):
    """Send a file as the browser does."""
    for start in range(0, max(len(content), 1), piece):
        message = {"id": file, "name": name, "type": "image/png", "size": len(content), "start": start}
        button._take_piece(button, message, [memoryview(content[start : start + piece])])


@pytest.mark.parametrize("piece", [10, 100, 10**6])
def test_a_file_comes_in_pieces_and_each_is_answered(piece, sent):
    opened = explore.threshold()
    content = content_of(PICTURES["grey8.png"], "a.png")
    send(opened._upload, content, piece=piece)
    np.testing.assert_array_equal(opened.image, PICTURES["grey8.png"])
    pieces = -(-len(content) // piece)
    assert sent == [{"id": "a", "kind": "more"}] * (pieces - 1) + [{"id": "a", "kind": "taken"}]
    assert opened._upload.value == ()


def test_the_same_file_may_be_chosen_twice_and_back_undoes_it(sent):
    opened = explore.threshold()
    first = opened.image
    for _ in range(2):
        send(opened._upload, content_of(PICTURES["grey8.png"], "a.png"))
        assert opened.image.shape == PICTURES["grey8.png"].shape
        assert opened._back.layout.display == ""
        opened._back.click()
        assert opened.image is first
        assert opened._upload.told == ""


def test_a_lost_piece_is_told_and_the_next_file_works(sent):
    opened = explore.threshold()
    content = content_of(PICTURES["grey8.png"], "a.png")
    message = {"id": "a", "name": "a.png", "type": "", "size": len(content), "start": 0}
    opened._upload._take_piece(None, message, [content[:10]])
    opened._upload._take_piece(None, message | {"start": 30}, [content[30:40]])
    assert sent[-1] == {"id": "a", "kind": "lost"}
    send(opened._upload, content, file="b")
    assert sent[-1] == {"id": "b", "kind": "taken"}
    assert opened.image.shape == PICTURES["grey8.png"].shape


def test_an_empty_file_is_refused_and_answered(sent):
    opened = explore.threshold()
    send(opened._upload, b"", "nothing.png")
    assert "nothing.png is empty" in opened._refusal.value
    assert sent == [{"id": "a", "kind": "taken"}]


def test_it_is_said_what_is_done_and_how_long_it_took(sent):
    seen = []

    def doubled_view(image):
        seen.append((opened._upload.told, opened._upload.busy) if opened else None)
        return {"result": image}

    opened = None
    opened = explorer(doubled_view, code="image", sample=lambda: np.zeros((9, 9), np.uint8))()
    send(opened._upload, content_of(PICTURES["grey8.png"], "a.png"))
    assert seen[-1] == ("mine.png: computing doubled on 48 x 40 pixels", True)
    assert re.fullmatch(r"mine\.png, after \d+\.\d s", opened._upload.told)
    assert not opened._upload.busy
    send(opened._upload, b"no picture")
    assert opened._upload.told == ""
    assert not opened._upload.busy


def test_what_the_browser_made_smaller_says_so_and_how_large_it_was(sent):
    opened = explore.threshold()
    content = content_of(PICTURES["photograph.jpg"], "photograph.jpg")
    size = {"size": len(content), "start": 0, "was": [3000, 4000]}
    opened._upload._take_piece(None, {"id": "a", "name": "p.jpg", "type": "image/jpeg"} | size, [content])
    assert "Your picture: p.jpg, 48 x 40 pixels of 4000 x 3000." in opened._note.value
    assert "Your browser made it smaller, 48 x 40 pixels, for the way here is slow." in opened._note.value
    assert "The code reads its copy" in opened._note.value
