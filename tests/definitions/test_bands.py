"""Bands: together they are all rows, each once, and no larger than asked for."""

import pytest

from course_lib.base import bands as module
from course_lib.base.bands import bands


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
