"""Equalisation: the explorer and the step-through."""

import numpy as np

from course_lib import data, explore, exposure, steps


def test_the_step_through_ends_at_the_librarys_result(last_step):
    equal = exposure.equalize_hist(data.load("chest_phantom"))
    np.testing.assert_array_equal(last_step(steps.equalization).panes["moved so far"], equal)


def test_the_whole_share_is_the_librarys_result():
    equal = exposure.equalize_hist(data.load("chest_phantom"))
    np.testing.assert_array_equal(explore.equalize(share=1.0).panes["equalised"], equal)


def test_without_a_share_both_histograms_are_alike():
    panes = explore.equalize(share=0.0).panes
    before, after = panes["its histogram"].curves, panes["its new histogram"].curves
    for old, new in zip(before, after, strict=True):
        np.testing.assert_array_equal(old.y, new.y)


def test_equalised_the_running_sum_is_nearly_a_straight_line():
    sums = explore.equalize(share=1.0).panes["its new histogram"].curves[1]
    np.testing.assert_allclose(sums.y / sums.y.max(), sums.x / 255, atol=0.04)  # the tallest bar holds 3.6 %


def test_the_histogram_is_there_at_the_first_step():
    assert len(steps.equalization().panes["histogram and running sum"].curves) == 1
