"""Matching corners: the explorer."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from course_lib import explore
from course_lib.explore.matching import matched_points, turned_and_moved
from course_lib.transform import rotate


@pytest.mark.parametrize("angle", [0, 7, 90])
def test_a_turn_without_a_move_is_rotates(angle):
    image = explore.matching().image
    inner = np.s_[40:-40, 60:-60]
    assert_allclose(turned_and_moved(image, angle, (0, 0))[inner], rotate(image, angle)[inner], atol=1e-9)


def test_an_unturned_twin_matches_wholly_and_a_quarter_turn_hardly():
    image = explore.matching().image
    here, there = matched_points(image, image, max_ratio=0.8)
    assert_array_equal(here, there)
    assert "<b>150</b> right (green), 0 wrong" in explore.matching(angle=0).panes["text"]
    assert "<b>0</b> right" in explore.matching(angle=90).panes["text"]
