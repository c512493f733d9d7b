"""Equalisation: the explorer and the step-through."""

import numpy as np

from course_lib import data, explore, exposure, steps


def test_the_step_through_ends_at_the_librarys_result(last_step):
    equal = exposure.equalize_hist(data.load("chest_phantom"))
    np.testing.assert_array_equal(last_step(steps.equalization).panes["moved so far"], equal)


def test_the_whole_share_is_the_librarys_result():
    equal = exposure.equalize_hist(data.load("chest_phantom"))
    np.testing.assert_array_equal(explore.equalize(share=1.0).panes["equalised"], equal)
