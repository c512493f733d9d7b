"""Aligning two pictures: the explorer and the step-through."""

import numpy as np
from numpy.testing import assert_allclose

from course_lib import explore, steps, util
from course_lib.explore.matching import known_motion, matched_points, turned_and_moved
from course_lib.feature.align import agreeing, fit_motion, moved_back, turning


def test_what_was_moved_comes_back():
    image = explore.matching().image
    second = turned_and_moved(image, 10, (5, -3))
    angle, shift = known_motion(image.shape, 10, (5, -3))
    inner = np.s_[60:-60, 60:-60]
    assert np.abs(moved_back(second, angle, shift) - image)[inner].mean() < 0.04
    assert np.abs(second - image)[inner].mean() > 0.1
    middle = (np.array(image.shape) - 1) / 2
    assert_allclose(turning(angle) @ middle + shift, middle + np.array([5, -3]))


def test_ransacs_last_step_is_what_the_library_finds():
    angle, tries = 18, steps.ransac.spec.controls["step"][1]
    shown = steps.ransac(step=tries, angle=angle)
    first = util.img_as_float(shown.image)
    here, there = matched_points(first, turned_and_moved(first, angle))
    agree = agreeing(here, there, tries=tries, rng=0)
    assert shown.panes["how many agree"].curves[1].y[-1] == agree.sum() > 10
    assert f"<b>{fit_motion(here[agree], there[agree])[0]:.2f}°</b>" in shown.panes["text"]
