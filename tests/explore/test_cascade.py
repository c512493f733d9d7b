"""The cascade: the explorer and the step-through."""

import numpy as np
from numpy.testing import assert_array_equal

from course_lib import data, explore, feature, steps
from course_lib.color import rgb2gray
from course_lib.explore.boxes import detect, detector, framed
from course_lib.feature.lbp import summed_area_table


def test_the_question_says_what_the_cascade_says_of_a_window():
    shown = explore.question()
    image = shown.image
    table = summed_area_table(image)
    rows, cols = np.array([26]), np.array([74])
    passed = sum(len(left) for left in detector().survivors(table, rows, cols, 96 / 24))
    assert passed == 20
    assert "20 of 20 stages: <b>a face</b>" in shown.panes["text"]
    shown.set(col=110)
    assert "a face" not in shown.panes["text"]
    corner = np.array([26 * table.shape[1] + 110])
    total = detector().stage_scores(detector().data.stages[0], table, corner, 4.0)[0]
    assert f"add up to {total:+.2f}" in shown.panes["text"]


def test_the_cascade_step_through_ends_with_the_detectors_boxes(last):
    shown = steps.cascade(step=last(steps.cascade))
    found = detect(shown.image, min_size=24, max_size=min(shown.image.shape))
    assert f"<b>{len(found)} boxes</b>" in shown.panes["text"]
    picture = np.stack([shown.image] * 3, axis=-1)
    for face in found:
        picture = framed(picture, [face])
    assert_array_equal(shown.panes["boxes"], picture)


def test_the_cascade_step_through_counts_the_librarys_survivors():
    shown = steps.cascade(step=7)
    table, cascade, left = summed_area_table(shown.image), detector(), 0
    for scale in feature.cascade.window_scales((24, 24), (24, 24), shown.image.shape, 1.2):
        rows, cols = cascade.window_positions(shown.image.shape, scale)
        left += len(list(cascade.survivors(table, rows, cols, scale))[6])
    assert f"<b>{left:,}</b> windows are left" in shown.panes["text"]


def test_the_sample_of_the_steps_is_grey():
    assert steps.cascade().image.ndim == 2
    assert rgb2gray(data.load("friends")[::2, ::2]).shape == steps.cascade().image.shape
