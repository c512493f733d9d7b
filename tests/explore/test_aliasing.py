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
    measured = [main_frequency(row[left : left + 64]) for left in (0, 128, 256)]
    assert measured == pytest.approx([32 / 640, 160 / 640, 288 / 640], abs=0.02)


def test_the_explorer_shows_the_librarys_result():
    small = transform.rescale(data.brick(), 1 / 9, anti_aliasing=True)
    np.testing.assert_array_equal(explore.shrink(anti_aliasing=True).panes["smaller"], small)


def test_divided_by_two_each_new_pixel_is_a_mean_of_four():
    brick = data.brick() / 255
    opened = explore.shrink(brick, divide_by=2)
    np.testing.assert_allclose(opened.panes["smaller"], brick.reshape(256, 2, 256, 2).mean(axis=(1, 3)))
    assert "each is the mean of 2 x 2" in opened.panes["text"]


def test_divided_by_four_at_most_four_of_sixteen_pixels_count():
    brick = data.brick() / 255
    middle = brick.reshape(128, 4, 128, 4)[:, 1:3, :, 1:3].mean(axis=(1, 3))
    opened = explore.shrink(brick, divide_by=4)
    np.testing.assert_allclose(opened.panes["smaller"], middle)
    assert "at most 4 count" in opened.panes["text"]
