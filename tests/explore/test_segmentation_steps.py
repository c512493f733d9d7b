"""The explorers and step-throughs of chapter 4 show what the library computes, and count what is there."""

import re

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from course_lib import color, data, explore, filters, measure, segmentation, steps
from course_lib.explore.outlines import DOTS, GREEN, ORANGE, dice_grey, with_contours
from course_lib.explore.pieces import PLANE, colour_plane
from course_lib.measure.cells import cell_cases
from course_lib.util import img_as_float


def last(step_through):
    return step_through.spec.controls["step"][1]


@pytest.mark.parametrize(("k", "start"), [(2, 0), (4, 1), (8, 9)])
def test_the_kmeans_step_through_ends_with_the_librarys_colours(k, start):
    through = steps.kmeans(step=last(steps.kmeans), k=k, start=start)
    labels, colours = segmentation.kmeans(through.image, k, rng=start)
    assert_allclose(through.panes["each pixel in its group's colour"], colours[labels], atol=1e-12)


def test_no_step_of_kmeans_makes_the_distance_larger():
    told = [steps.kmeans(step=step).panes["text"] for step in range(1, last(steps.kmeans) + 1, 2)]
    told += [steps.kmeans(step=step).panes["text"] for step in range(2, last(steps.kmeans) + 1, 2)]
    numbers = [float(re.search(r"distance <b>([\d.]+)", text)[1]) for text in told]
    assigned, moved = numbers[: len(numbers) // 2], numbers[len(numbers) // 2 :]
    in_order = np.ravel(np.column_stack([assigned, moved]))
    assert (np.diff(in_order) <= 0).all()
    assert in_order[0] > in_order[-1]
    assert "Nothing changes" in told[-1]


@pytest.mark.parametrize(("n_segments", "compactness"), [(64, 10), (20, 1), (100, 100)])
def test_the_slic_step_through_ends_with_the_librarys_pieces(n_segments, compactness):
    through = steps.slic(step=last(steps.slic), n_segments=n_segments, compactness=compactness)
    labels = segmentation.slic(through.image, n_segments, compactness)
    assert_array_equal(through.panes["mean colours"], color.label2rgb(labels, through.image, kind="avg"))
    assert f"<b>{labels.max()}</b> connected" in through.panes["text"]


def test_in_the_first_round_of_slic_the_place_decides():
    through = steps.slic(step=1, n_segments=64)
    black = np.zeros_like(through.image)
    black[0, 0] = 255  # no picture to follow
    assert_array_equal(
        color.label2rgb(segmentation.slic(black, 64, max_num_iter=1), through.image, kind="avg"),
        through.panes["mean colours"],
    )


def test_all_sixteen_cases_occur_in_the_hills():
    assert set(np.unique(cell_cases(steps.outlines.hills() / 255, 0.5))) == set(range(16))


@pytest.mark.parametrize("connected", ["low", "high"])
def test_marching_squares_end_with_the_librarys_contours(connected):
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
    values = steps.outlines.hills() / 255
    crossing = 5 + (0.5 - values[0, 5]) / (values[0, 6] - values[0, 5])
    assert f"(0.00, {crossing:.2f})" in text


@pytest.mark.parametrize("connectivity", [1, 2])
def test_the_labelling_step_through_ends_with_the_librarys_labels(connectivity):
    through = steps.labelling(step=last(steps.labelling), connectivity=connectivity)
    labels = measure.label(through.image > 127, connectivity=connectivity)
    assert_array_equal(through.panes["numbers"].values, labels)
    linked = steps.labelling(step=last(steps.labelling) - 1, connectivity=connectivity).panes["numbers"].values
    ground = measure.label(through.image <= 127, connectivity=connectivity)
    together = np.stack([linked[labels > 0], labels[labels > 0]])
    assert len(np.unique(together, axis=1).T) == labels.max()
    assert linked.max() + 1 == labels.max() + ground.max()


def test_the_two_arms_of_the_u_meet_late():
    middle = steps.labelling(step=5).panes["numbers"].values
    assert middle[1, 1] != middle[1, 7]
    assert len(np.unique(steps.labelling(step=last(steps.labelling)).panes["numbers"].values[[1, 1], [1, 7]])) == 1


def test_the_dots_are_where_the_table_says():
    grey = dice_grey()
    regions = measure.regionprops(measure.label(grey <= filters.threshold_otsu(grey)))
    found = sorted(tuple(np.rint(r.centroid).astype(int).tolist()) for r in regions if r.area < 1000)
    assert_allclose(found, sorted(dot for die in DOTS for dot in die), atol=1)
    assert [len(die) for die in DOTS] == [6, 5, 3]


def told(explorer):
    return re.findall(r"(\d+)</b> \((\d+) wrong, (\d+) missed\)", explorer.panes["text"])


@pytest.mark.parametrize(
    ("parameters", "by_contours", "by_regions"),
    [
        ({}, ("0", "0", "14"), ("0", "0", "14")),
        ({"max_points": 100, "max_area": 1000}, ("14", "0", "0"), ("14", "0", "0")),
        ({"max_points": 100, "max_area": 1000, "blur": 5.0}, ("9", "0", "5"), ("10", "1", "5")),
        (
            {"max_points": 100, "max_area": 1000, "level": 0.4, "min_points": 30, "min_area": 100},
            None,
            ("14", "0", "0"),
        ),
    ],
)
def test_counting_marks_what_is_wrong_and_what_is_missed(parameters, by_contours, by_regions):
    explorer = explore.count(**parameters)
    contours, regions = told(explorer)
    assert by_contours in (None, contours)
    assert regions == by_regions
    greens = (explorer.panes["by regions"] == GREEN).all(axis=-1).any()
    assert greens == (by_regions[0] != "0")


def test_specks_of_the_cloth_are_counted_wrongly_by_contours():
    count, wrong, missed = told(explore.count(level=0.4, max_points=100))[0]
    assert int(count) - int(wrong) == 14 - int(missed)
    assert int(wrong) > 50


def test_of_an_own_picture_nobody_knows_the_number():
    explorer = explore.count(data.coins(), max_points=200, max_area=1000)
    assert "wrong" not in explorer.panes["text"]
    assert "nobody has told" in explorer.panes["text"]


def test_contours_are_drawn_where_they_run():
    image = np.zeros((40, 60))
    image[10:20, 10:30] = 1
    drawn = with_contours(image, (measure.find_contours(image, 0.5), ORANGE))
    scale = len(drawn) // 40
    on = np.argwhere((drawn == ORANGE).all(axis=-1))
    assert_allclose(on.min(axis=0) / scale, [10, 10], atol=0.6)
    assert_allclose(on.max(axis=0) / scale, [20, 30], atol=0.6)
    assert not (drawn[12 * scale : 18 * scale, 12 * scale : 28 * scale] == ORANGE).all(axis=-1).any()


def test_the_plane_shows_red_to_the_right_and_green_upwards():
    colours = np.array([[1.0, 0, 0], [0, 1, 0]])
    plane = colour_plane(colours, np.array([0, 1]), colours, colours)
    assert plane.shape == (PLANE, PLANE, 3)
    assert_array_equal(plane[-6, -6], [1, 0, 0])
    assert_array_equal(plane[5, 5], [0, 1, 0])


def test_explorers_show_the_librarys_results():
    face, fruit = data.load("portrait")[::2, ::2], data.load("grapefruit")[::2, ::2]
    labels, colours = segmentation.kmeans(fruit, 3, rng=2)
    assert_array_equal(explore.kmeans(k=3, start=2).panes["in 3 colours"], colours[labels])
    pieces = segmentation.slic(face, 100, 1, sigma=2)
    shown = explore.superpixels(n_segments=100, compactness=1, sigma=2.0).panes
    assert_array_equal(shown["boundaries"], segmentation.mark_boundaries(face, pieces))
    painted = explore.label_colours(kind="overlay", alpha=0.5, n_segments=50).panes["painted"]
    assert_array_equal(painted, color.label2rgb(segmentation.slic(face, 50), face, alpha=0.5))
    assert "<b>17</b> contours" in explore.contours(level=0.6).panes["text"]
    assert "<b>3</b> regions" in explore.regions(level=0.6).panes["text"]
    marked = explore.supervised(row_a=0.0, col_a=0.0, row_b=0.44, col_b=0.44)
    exec(marked.code(), names := {"image": fruit, "np": np})
    assert_array_equal(marked.panes["nearer to a (white)"], names["nearer_to_a"])
