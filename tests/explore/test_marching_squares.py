"""Marching squares: the step-through."""

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from course_lib import measure, steps
from course_lib.explore.overlay import ORANGE, with_contours
from course_lib.measure.cells import cell_cases
from course_lib.steps.marching_squares import hills
from course_lib.util import img_as_float


def test_all_sixteen_cases_occur_in_the_hills():
    assert set(np.unique(cell_cases(hills() / 255, 0.5))) == set(range(16))


@pytest.mark.parametrize("connected", ["low", "high"])
def test_marching_squares_end_with_the_librarys_contours(connected, last):
    through = steps.marching_squares(step=last(steps.marching_squares), fully_connected=connected)
    values = img_as_float(through.image)
    contours = measure.find_contours(values, 0.5, connected)
    drawn = with_contours(values, (contours, ORANGE))
    assert_array_equal(through.panes["line"], drawn)  # in one order, pixel for pixel
    assert f"Contours: <b>{len(contours)}</b>" in through.panes["text"]
    assert_array_equal(through.panes["cases so far"].values, cell_cases(values, 0.5))
    before = steps.marching_squares(step=last(steps.marching_squares) - 1, fully_connected=connected)
    differ = (before.panes["line"] != through.panes["line"]).any(axis=-1)
    assert differ.mean() < 0.003  # the same lines, not chained yet: some are drawn from their other end


def test_a_cell_is_told_with_its_corners_and_its_crossings():
    text = steps.marching_squares(step=5).panes["text"]  # row 0, columns 5 and 6
    assert "upper right, lower right: 2 + 8, <b>case 10</b>" in text
    values = hills() / 255
    crossing = 5 + (0.5 - values[0, 5]) / (values[0, 6] - values[0, 5])
    assert f"(0.00, {crossing:.2f})" in text
