"""Explorers of slow algorithms: a reduced preview at once, then the whole picture, until something newer comes."""

import asyncio
import threading

import numpy as np
import pytest

from course_lib.explore import engine
from course_lib.explore.engine import explorer

IMAGE = np.arange(120.0).reshape(10, 12) / 119


async def whole(opened):
    """Wait until the whole picture is shown."""
    for _ in range(1000):
        if not opened._is_preview:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("still a preview")


@pytest.fixture
def shapes():
    """The shapes of the pictures that the view was computed on, in order."""
    return []


@pytest.fixture
def slow(shapes, monkeypatch):
    monkeypatch.setattr(engine, "PAUSE", 0.02)

    def slow_view(image, level=0.5):
        if level == 0.9:
            raise ValueError("0.9 is refused")
        shapes.append(image.shape)
        return {"mask": image > level}

    return explorer(slow_view, code="image > {level}", sample=lambda: IMAGE, preview=0.5, level=(0.0, 1.0, 0.1))


def test_without_a_running_loop_every_value_is_computed_in_full(slow, shapes):
    opened = slow()
    opened.set(level=0.2)
    opened.set(level=0.3)
    assert shapes == [(10, 12)] * 3
    assert opened._note.value == ""


def test_in_a_kernel_a_preview_comes_at_once_and_the_whole_picture_after_it(slow, shapes):
    async def kernel():
        opened = slow()
        assert shapes == [(10, 12)]  # opened in full: a saved notebook shows this
        opened.set(level=0.2)
        assert shapes == [(10, 12), (5, 6)]
        assert "preview" in opened._note.value
        np.testing.assert_array_equal(opened.panes["mask"], IMAGE[::2, ::2] > 0.2)
        await whole(opened)
        np.testing.assert_array_equal(opened.panes["mask"], IMAGE > 0.2)
        assert opened._note.value == ""

    asyncio.run(kernel())
    assert shapes == [(10, 12), (5, 6), (10, 12)]


def test_a_newer_value_calls_the_older_full_computation_off(slow, shapes):
    async def kernel():
        opened = slow()
        for level in (0.1, 0.2, 0.3):
            opened.set(level=level)
        await whole(opened)
        np.testing.assert_array_equal(opened.panes["mask"], IMAGE > 0.3)

    asyncio.run(kernel())
    assert shapes == [(10, 12), (5, 6), (5, 6), (5, 6), (10, 12)]


def test_a_saved_picture_is_never_a_preview(slow, shapes):
    async def kernel():
        opened = slow()
        opened.set(level=0.2)
        assert opened.still_panes()["mask"].shape == (10, 12)
        await asyncio.sleep(0.1)

    asyncio.run(kernel())
    assert shapes == [(10, 12), (5, 6), (10, 12)]  # and the one put off was called off


def test_a_refused_value_leaves_no_note_of_a_preview(slow):
    async def kernel():
        opened = slow()
        opened.set(level=0.9)
        await whole(opened)
        return opened

    opened = asyncio.run(kernel())
    assert "refused" in opened._refusal.value
    assert opened._note.value == ""


def test_a_quick_view_needs_no_preview(shapes):
    def quick_view(image, level=0.5):
        shapes.append(image.shape)
        return {"mask": image > level}

    async def kernel():
        opened = explorer(quick_view, code="", sample=lambda: IMAGE, level=(0.0, 1.0, 0.1))()
        opened.set(level=0.2)

    asyncio.run(kernel())
    assert shapes == [(10, 12)] * 2


def test_controls_that_count_pixels_count_those_of_the_preview(monkeypatch):
    monkeypatch.setattr(engine, "PAUSE", 0.02)
    seen = []

    def wide_view(image, width=6, share=0.5):
        seen.append((image.shape[1], width, share))
        return {"mask": image > share}

    async def kernel():
        opened = explorer(
            wide_view,
            code="",
            sample=lambda: IMAGE,
            preview=0.5,
            pixels=("width",),
            width=(2, 9, 1),
            share=(0.0, 1.0, 0.1),
        )()
        opened.set(width=8)
        await whole(opened)

    asyncio.run(kernel())
    assert seen == [(12, 6, 0.5), (6, 4.0, 0.5), (12, 8, 0.5)]


@pytest.mark.parametrize("threads", [True, False])
def test_a_newer_value_ends_the_whole_picture_that_is_being_computed(shapes, monkeypatch, threads):
    begun, ended = [], []

    def long_view(image, level=0.5):
        shapes.append(image.shape)
        if image.shape == IMAGE.shape and level == 0.2:
            begun.append(level)
            try:
                while threads and level not in ended:  # for ever, if nothing ends it
                    pass
            finally:
                ended.append(level)
        return {"mask": image > level}

    def no_threads(self):
        raise RuntimeError("can't start new thread")

    if not threads:
        monkeypatch.setattr(threading.Thread, "start", no_threads)

    async def kernel():
        opened = explorer(long_view, code="", sample=lambda: IMAGE, preview=0.5, level=(0.0, 1.0, 0.1))()
        opened.set(level=0.2)
        while not begun:
            await asyncio.sleep(0.01)
        assert ("course-busy" in opened._dom_classes) == threads
        opened.set(level=0.3)
        np.testing.assert_array_equal(opened.panes["mask"], IMAGE[::2, ::2] > 0.3)
        await whole(opened)
        np.testing.assert_array_equal(opened.panes["mask"], IMAGE > 0.3)
        assert "course-busy" not in opened._dom_classes

    asyncio.run(kernel())
    assert ended == [0.2]
    assert shapes == [(10, 12), (5, 6), (10, 12), (5, 6), (10, 12)]


def test_an_error_in_the_whole_picture_is_told_or_raised_as_ever(monkeypatch):
    raised = []

    def odd_view(image, level=0.5):
        if image.shape == IMAGE.shape and level != 0.5:
            raise {0.1: ValueError("too low"), 0.2: KeyError("lost")}[level]
        return {"mask": image > level}

    async def kernel():
        asyncio.get_running_loop().set_exception_handler(lambda _, context: raised.append(context["exception"]))
        opened = explorer(odd_view, code="", sample=lambda: IMAGE, preview=0.5, level=(0.0, 1.0, 0.1))()
        for level in (0.1, 0.2):
            opened.set(level=level)
            await whole(opened)
            assert ("too low" in opened._refusal.value) == (level == 0.1)
        await asyncio.sleep(0)

    asyncio.run(kernel())
    assert [type(error) for error in raised] == [KeyError]
