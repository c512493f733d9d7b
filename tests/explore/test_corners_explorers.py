"""The explorers and step-throughs of edges and corners show what the library computes."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from course_lib import explore, feature, steps, util
from course_lib.explore.matching import known_motion, matched_points, turned_and_moved
from course_lib.explore.overlay import add_lines, add_points, canvas
from course_lib.feature.align import agreeing, fit_motion, moved_back, turning
from course_lib.steps.canny import STAGES
from course_lib.steps.corners import LAST, gradient_plane, matrix_at, path, slab
from course_lib.transform import rotate


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


def test_peaks_are_the_librarys():
    shown = explore.peaks(min_distance=7, threshold_rel=0.1)
    expected = feature.corner_peaks(feature.corner_harris(shown.image), min_distance=7, threshold_rel=0.1)
    assert f"<b>{len(expected)}</b> corners" in shown.panes["text"]
    red = (shown.panes["corners"] == (213, 94, 0)).all(axis=-1)
    assert red[tuple(expected.T)].all()


@pytest.mark.parametrize("angle", [0, 7, 90])
def test_a_turn_without_a_move_is_rotates(angle):
    image = explore.matching().image
    inner = np.s_[40:-40, 60:-60]
    assert_allclose(turned_and_moved(image, angle, (0, 0))[inner], rotate(image, angle)[inner], atol=1e-9)


def test_what_was_moved_comes_back():
    image = explore.matching().image
    second = turned_and_moved(image, 10, (5, -3))
    angle, shift = known_motion(image.shape, 10, (5, -3))
    inner = np.s_[60:-60, 60:-60]
    assert np.abs(moved_back(second, angle, shift) - image)[inner].mean() < 0.04
    assert np.abs(second - image)[inner].mean() > 0.1
    middle = (np.array(image.shape) - 1) / 2
    assert_allclose(turning(angle) @ middle + shift, middle + np.array([5, -3]))


def test_an_unturned_twin_matches_wholly_and_a_quarter_turn_hardly():
    image = explore.matching().image
    here, there = matched_points(image, image, max_ratio=0.8)
    assert_array_equal(here, there)
    assert "<b>150</b> right (green), 0 wrong" in explore.matching(angle=0).panes["text"]
    assert "<b>0</b> right" in explore.matching(angle=90).panes["text"]


def test_ransacs_last_step_is_what_the_library_finds():
    angle, tries = 18, steps.ransac.spec.controls["step"][1]
    shown = steps.ransac(step=tries, angle=angle)
    first = util.img_as_float(shown.image)
    here, there = matched_points(first, turned_and_moved(first, angle))
    agree = agreeing(here, there, tries=tries, rng=0)
    assert shown.panes["how many agree"].curves[1].y[-1] == agree.sum() > 10
    assert f"<b>{fit_motion(here[agree], there[agree])[0]:.2f}°</b>" in shown.panes["text"]


def test_lines_and_points_lie_where_they_should():
    picture = add_lines(canvas(np.zeros((9, 9))), [[1, 1]], [[4, 7]], "green")
    painted = np.argwhere((picture == (0, 158, 115)).all(axis=-1)).tolist()
    assert painted[0] == [1, 1]
    assert painted[-1] == [4, 7]
    assert len(painted) == 7
    dotted = add_points(canvas(np.zeros((9, 9))), [[0, 8], [20, 20]], "red", 1)
    assert (dotted == (213, 94, 0)).all(axis=-1).sum() == 4
