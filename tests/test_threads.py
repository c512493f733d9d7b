"""Work by threads: the same results where no thread, or only one, can be started."""

import os
import threading
import time

import numpy as np
import pytest

from benchmarks import run
from course_lib.base import threads


def benchmarks():
    return {case.name: case.ours for case in run.cases()}


def end_pool():
    threads._pool_of(os.getpid()).shutdown()  # its threads have ended when this returns
    threads._pool_of.cache_clear()


def allow(count, monkeypatch):
    """Let so many more threads start."""
    start, left = threading.Thread.start, [count]

    def limited(thread):
        if not left[0]:
            raise RuntimeError("can't start new thread")
        left[0] -= 1
        start(thread)

    end_pool()
    monkeypatch.setattr(threading.Thread, "start", limited)


@pytest.fixture
def _a_new_pool_afterwards():
    yield
    end_pool()


@pytest.mark.usefixtures("_a_new_pool_afterwards")
@pytest.mark.parametrize("count", [0, 1, 2])
def test_parts_are_computed_whatever_threads_there_are(count, monkeypatch):
    allow(count, monkeypatch)
    assert threads.side_by_side(abs, range(-9, 0)) == list(range(9, 0, -1))
    assert next(threads.in_turn(abs, [-3, "text"])) == 3
    with pytest.raises(TypeError, match="bad operand"):
        threads.side_by_side(abs, [-1, "text"])

    def fails(part):
        raise RuntimeError(f"part {part}")

    with pytest.raises(RuntimeError, match="part 1"):  # the function's own, not one for the threads
        threads.side_by_side(fails, [1, 2])


@pytest.mark.usefixtures("_a_new_pool_afterwards")
@pytest.mark.parametrize("count", [0, 1])
def test_nothing_is_computed_after_the_results_are_there(count, monkeypatch):
    allow(count, monkeypatch)
    before, done = threading.active_count(), []

    def work(part):
        time.sleep(0.05)  # busy for so long that one thread is not enough, and a second one is asked for
        done.append(part)

    threads.side_by_side(work, range(5))
    assert threading.active_count() == before
    assert set(done) == set(range(5))


def arrays_in(result):
    parts = result if isinstance(result, (tuple, list)) else [result]
    return [np.asarray(part) for part in parts if isinstance(part, (int, float, np.ndarray, np.generic))]


OURS = benchmarks()


@pytest.mark.usefixtures("_a_new_pool_afterwards")
@pytest.mark.parametrize("name", OURS)
def test_no_function_needs_threads(name, monkeypatch):
    expected = arrays_in(OURS[name]())
    allow(0, monkeypatch)
    for with_threads, without in zip(expected, arrays_in(OURS[name]()), strict=True):
        np.testing.assert_array_equal(with_threads, without)
