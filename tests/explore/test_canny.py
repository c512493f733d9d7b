"""Canny's edges: the explorer and the step-through."""

import pytest
from numpy.testing import assert_array_equal

from course_lib import explore, feature, steps, util
from course_lib.steps.canny import STAGES


@pytest.mark.parametrize(("low", "high"), [(0.1, 0.2), (0.3, 1.0), (1.0, 0.3)])
@pytest.mark.parametrize("sigma", [0.6, 2.2])
def test_the_edges_are_the_librarys(sigma, low, high):
    least, most = sorted((low, high))
    for opened, pane in ((explore.canny, "edges"), (steps.canny, None)):
        shown = opened(sigma=sigma, low=low, high=high)
        expected = feature.canny(util.img_as_float(shown.image), sigma, least, most)
        if pane:
            assert_array_equal(shown.panes[pane], expected)
        else:
            shown.set(step=len(STAGES) - 1)
            grid = shown.panes["the numbers in the frame"]
            size = len(grid.values)
            assert_array_equal(grid.values, expected[grid.row : grid.row + size, grid.col : grid.col + size])
            assert f"<b>{expected.sum()}</b> edge pixels" in shown.panes["text"]


def test_dropped_lines_are_orange_and_are_no_edges():
    shown = explore.canny(low=0.1, high=1.0)
    told = shown.panes["also the lines that were dropped (orange)"]
    orange = (told == (230, 159, 0)).all(axis=-1)
    assert orange.sum() > 100
    assert not (orange & shown.panes["edges"]).any()
    weak = feature.canny(shown.image, low_threshold=0.1, high_threshold=0.1)
    assert_array_equal(orange | shown.panes["edges"], weak)
