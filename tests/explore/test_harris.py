"""Corners: the explorer and the step-through."""

import numpy as np
from numpy.testing import assert_allclose

from course_lib import feature, steps
from course_lib.steps.harris import LAST, gradient_plane, matrix_at, path, slab


def test_the_window_meets_flat_ground_a_corner_and_an_edge():
    kinds = [steps.harris(step=step).panes["text"].split("<b>")[-1].split("</b>")[0] for step in range(LAST + 1)]
    assert kinds[:8] == ["flat"] * 8
    assert kinds[-8:] == ["edge"] * 8
    corner = [step for step, kind in enumerate(kinds) if kind == "corner"]
    assert corner
    response = feature.corner_harris(slab(), sigma=1.5)
    way = path(slab().shape)
    strongest = max(range(LAST + 1), key=lambda step: response[way[step]])
    assert strongest in corner
    told = steps.harris(step=strongest).panes["text"]
    assert f"<b>{response[way[strongest]]:.2f}</b>" in told


def test_the_two_changes_are_the_eigenvalues():
    shown = steps.harris(step=LAST, sigma=1.5)
    most, least = shown.panes["change, whichever way one moves"].curves
    assert_allclose(least.y[-1], feature.corner_shi_tomasi(slab(), 1.5)[path(slab().shape)[-1]], atol=1e-9)
    rr, _, cc = feature.structure_tensor(slab(), 1.5)
    assert_allclose(most.y + least.y, [rr[p] + cc[p] for p in path(slab().shape)], atol=1e-9)


def test_the_ellipse_is_long_where_the_change_is_large():
    elements = [np.full((1, 1), value) for value in (4.0, 0.0, 0.25)]  # down the rows much, across little
    plane = gradient_plane([np.zeros(1), np.zeros(1)], *np.linalg.eigh(matrix_at(elements, (0, 0))))
    red = np.argwhere((plane == (213, 94, 0)).all(axis=-1))
    assert np.ptp(red[:, 0]) > 3.5 * np.ptp(red[:, 1])  # four times: the roots of 4 and 0.25
