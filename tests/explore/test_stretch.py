"""Contrast and stretching: the explorer."""

import numpy as np

from course_lib import data, explore, exposure


def test_it_shows_the_librarys_result():
    stretched = exposure.rescale_intensity(data.load("chest_phantom"))
    np.testing.assert_array_equal(explore.stretch().panes["stretched"], stretched)


def test_the_new_histogram_leaves_out_what_was_cut():
    chest = data.load("chest_phantom")
    opened = explore.stretch(dark=49.0)
    low = np.percentile(chest, 49)
    bars = opened.panes["histogram of what was not cut"].curves[0]
    assert bars.y.sum() / 2 == (chest >= low).sum()
