"""Boundaries: the explorer."""

import pytest

from course_lib import explore


@pytest.mark.parametrize(("mode", "count"), [("thick", 1398), ("inner", 709), ("outer", 689), ("subpixel", 1936)])
def test_two_modes_draw_about_half_of_a_boundary_and_one_draws_more(mode, count, told):
    assert f"{count} pixels are drawn" in told(explore.boundaries(mode=mode))
