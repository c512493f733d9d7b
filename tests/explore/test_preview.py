"""Explorers of slow algorithms: a reduced preview at once, the whole picture when the control rests."""

import asyncio

import numpy as np
import pytest

from course_lib.explore import engine
from course_lib.explore.engine import explorer

IMAGE = np.arange(120.0).reshape(10, 12) / 119


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


def test_in_a_kernel_a_preview_comes_at_once_and_the_whole_picture_when_the_control_rests(slow, shapes):
    async def kernel():
        opened = slow()
        assert shapes == [(10, 12)]  # opened in full: a saved notebook shows this
        opened.set(level=0.2)
        assert shapes == [(10, 12), (5, 6)]
        assert "preview" in opened._note.value
        np.testing.assert_array_equal(opened.panes["mask"], IMAGE[::2, ::2] > 0.2)
        await asyncio.sleep(0.1)
        np.testing.assert_array_equal(opened.panes["mask"], IMAGE > 0.2)
        assert opened._note.value == ""

    asyncio.run(kernel())
    assert shapes == [(10, 12), (5, 6), (10, 12)]


def test_a_newer_value_calls_the_older_full_computation_off(slow, shapes):
    async def kernel():
        opened = slow()
        for level in (0.1, 0.2, 0.3):
            opened.set(level=level)
        await asyncio.sleep(0.1)
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
        await asyncio.sleep(0.1)
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
        await asyncio.sleep(0.1)

    asyncio.run(kernel())
    assert seen == [(12, 6, 0.5), (6, 4.0, 0.5), (12, 8, 0.5)]
