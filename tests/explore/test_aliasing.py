"""Rescaling and aliasing: the explorer and the step-through."""

import numpy as np
import pytest

from course_lib import data, explore, transform
from course_lib.steps.aliasing import folded, main_frequency, stripes


@pytest.mark.parametrize("every", [2, 3, 4, 7])
@pytest.mark.parametrize("frequency", [0.05, 0.13, 0.3, 0.41])
def test_frequencies_fold_as_the_step_through_says(frequency, every):
    waves = np.cos(2 * np.pi * frequency * np.arange(512 * every))
    assert main_frequency(waves) == pytest.approx(frequency, abs=0.002)
    assert main_frequency(waves[::every]) == pytest.approx(folded(frequency, every), abs=0.01)


def test_the_stripes_become_finer_up_to_two_pixels_a_wave():
    row = stripes()[0].astype(float)
    measured = [main_frequency(row[left : left + 64]) for left in (0, 200, 448)]
    assert measured == pytest.approx([32 / 1024, 232 / 1024, 480 / 1024], abs=0.02)


def test_the_explorer_shows_the_librarys_result():
    small = transform.rescale(data.brick(), 1 / 9, anti_aliasing=True)
    np.testing.assert_array_equal(explore.shrink(anti_aliasing=True).panes["smaller"], small)
