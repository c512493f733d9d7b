"""Bands: together they are all rows, each once, and no larger than asked for."""

import threading

import numpy as np
import pytest

from course_lib.base import bands as module
from course_lib.base.bands import bands, fill


@pytest.mark.parametrize("count", [1, 2, 7, 30])
@pytest.mark.parametrize("row_bytes", [1, 40, 10**9])
@pytest.mark.parametrize("least", [1, 4])
def test_bands_are_all_rows_in_turn(count, row_bytes, least):
    slices = list(bands(count, row_bytes, least))
    assert [row for some in slices for row in range(some.start, some.stop)] == list(range(count))
    sizes = [some.stop - some.start for some in slices]
    assert all(size >= least for size in sizes[:-1])
    assert all(size * row_bytes <= module._CACHE or size <= least for size in sizes)


def test_the_pictures_of_these_tests_are_cut_in_several_bands():
    assert len(list(bands(7, 8 * 9))) == 4


@pytest.mark.parametrize("shape", [(3, 4), (40, 4), (1, 500), (30, 5, 3)])
def test_a_result_is_filled_row_by_row_whoever_does_it(shape):
    before = np.random.default_rng(0).random(shape)
    names = set()

    def write(rows, place):
        names.add(threading.current_thread().name)
        place[:] = before[rows] + 1

    out = np.empty(shape)
    assert fill(out, write, 8 * shape[1]) is out
    assert np.array_equal(out, before + 1)
    assert (threading.current_thread().name in names) == (out.size < module._LARGE)


def test_a_band_made_by_a_thread_keeps_the_callers_rules_for_errors():
    zeros = np.zeros((40, 4))

    def write(rows, place):
        np.divide(1, zeros[rows], out=place)

    with np.errstate(divide="ignore"):
        assert np.isinf(fill(np.empty((40, 4)), write, 32)).all()
    with np.errstate(divide="raise"), pytest.raises(FloatingPointError):
        fill(np.empty((40, 4)), write, 32)


def test_a_mistake_in_a_band_reaches_the_caller():
    def write(rows, place):
        raise ValueError(f"row {rows.start}")

    with pytest.raises(ValueError, match="row 0"):
        fill(np.empty((40, 4)), write, 32)
