"""What controls say may arrive in another thread than cells run in, each with a loop of its own."""

import asyncio
import threading

import numpy as np
import pytest

from course_lib.explore.engine import explorer

IMAGE = np.arange(120.0).reshape(10, 12) / 119


class Looped(threading.Thread):
    """A thread that runs a loop until it is told to stop, as a kernel's threads do."""

    def __init__(self):
        super().__init__(daemon=True)
        self.loop = asyncio.new_event_loop()
        self.errors = []
        self.loop.set_exception_handler(lambda _, context: self.errors.append(context))
        self.start()

    def run(self):
        self.loop.run_forever()
        self.loop.close()

    def do(self, function, *arguments):
        async def called():
            return function(*arguments)

        return asyncio.run_coroutine_threadsafe(called(), self.loop)

    def stop(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.join()
        assert self.errors == []


@pytest.fixture
def threads():
    both = Looped(), Looped()
    for thread in both:  # a loop in debug mode complains about what another thread does to it
        thread.loop.set_debug(True)
    yield both
    for thread in both:
        if thread.is_alive():
            thread.stop()


def wait_for_whole(opened):
    """Wait until the whole picture is shown."""
    for _ in range(1000):
        if not opened._is_preview:
            return
        threading.Event().wait(0.01)
    raise AssertionError("still a preview")


@pytest.fixture
def slow():
    """An explorer that notices when two previews are computed at once, and that lists the shapes it was given."""
    inside, shapes = threading.Lock(), []

    def slow_view(image, level=0.5):
        if image.shape != IMAGE.shape:
            assert inside.acquire(blocking=False), "two threads compute a preview at once"
        shapes.append(image.shape)
        for _ in range(20):
            mask = image > level
            threading.Event().wait(0.0005)  # lets the other thread run
        if image.shape != IMAGE.shape:
            inside.release()
        return {"mask": mask, "text": f"level {level:.3f}"}

    opened = explorer(slow_view, code="image > {level}", sample=lambda: IMAGE, preview=0.5, level=(0.0, 1.0, 0.001))()
    opened.shapes = shapes
    return opened


def test_a_newer_value_from_another_thread_calls_off_what_the_first_one_put_off(slow, threads, monkeypatch):
    put_off = []
    for thread, level in zip(threads, (0.2, 0.3), strict=True):
        monkeypatch.setattr(thread.loop, "call_later", lambda pause, *call: put_off.append(call))
        thread.do(lambda level=level: slow.set(level=level)).result(10)
    assert slow.shapes == [(10, 12), (5, 6), (5, 6)]
    for thread, call in zip(threads, put_off, strict=True):  # the time of both has come
        thread.do(*call).result(10)
    wait_for_whole(slow)
    assert slow.shapes == [(10, 12), (5, 6), (5, 6), (10, 12)]
    np.testing.assert_array_equal(slow.panes["mask"], IMAGE > 0.3)
    assert slow._note.value == ""


def test_many_values_from_two_threads_at_once_end_with_the_last_one_in_full(slow, threads):
    futures = [
        thread.do(lambda level=level: slow.set(level=level))
        for pair in zip(np.linspace(0.1, 0.5, 30), np.linspace(0.6, 0.9, 30), strict=True)
        for thread, level in zip(threads, pair, strict=True)
    ]
    for future in futures:
        future.result(30)
    wait_for_whole(slow)
    level = slow.controls["level"].value
    np.testing.assert_array_equal(slow.panes["mask"], level < IMAGE)
    assert slow._texts.children[0].value == f"level {level:.3f}"
    assert slow._note.value == slow._refusal.value == ""


def test_pictures_change_while_another_thread_moves_a_control(slow, threads):
    other = np.linspace(0, 1, 63).reshape(7, 9)
    pictures = [threads[0].do(slow._change_picture, picture, "image") for picture in [other, IMAGE] * 8 + [other]]
    moves = [threads[1].do(lambda level=level: slow.set(level=level)) for level in np.linspace(0.1, 0.9, 30)]
    for future in [*pictures, *moves]:
        future.result(30)
    wait_for_whole(slow)
    np.testing.assert_array_equal(slow.panes["mask"], other > slow.controls["level"].value)


def test_a_still_picture_is_whole_while_another_thread_moves_a_control(slow, threads):
    moves = [threads[1].do(lambda level=level: slow.set(level=level)) for level in np.linspace(0.1, 0.9, 20)]
    shapes = {threads[0].do(slow.still_panes).result(10)["mask"].shape for _ in range(10)}
    for future in moves:
        future.result(10)
    wait_for_whole(slow)
    assert shapes == {(10, 12)}
