"""Otsu's method: the step-through."""

import numpy as np

from course_lib import data, filters, steps


def test_otsus_step_through_ends_at_the_librarys_level():
    through = steps.otsu(step=steps.otsu.spec.controls["step"][1])
    level = filters.threshold_otsu(data.coins())
    np.testing.assert_array_equal(through.panes["picture"], data.coins() > level)
