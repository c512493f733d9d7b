"""Contours against cells visited one by one, and what every contour must be."""

import itertools

import hypothesis.extra.numpy as arrays
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from course_lib.measure import find_contours
from course_lib.measure.cells import segment_table

shapes = st.tuples(st.integers(2, 8), st.integers(2, 8))
pictures = arrays.arrays(np.int64, shapes, elements=st.integers(0, 4))


def segments_of_one_cell(upper_left, upper_right, lower_left, lower_right, level, joined):
    """Cut the cell's outline, walked clockwise, where it passes the level; join each way up to a way down.

    Walking clockwise, the line enters where the values fall below the level and leaves where they rise,
    which keeps the low ones on its left. With two lines, the joined corners decide the partner.
    """
    corners = [((0, 0), upper_left), ((0, 1), upper_right), ((1, 1), lower_right), ((1, 0), lower_left)]
    enters, leaves = [], []
    for i in range(4):
        (p, a), (q, b) = corners[i], corners[(i + 1) % 4]
        if (a > level) != (b > level):
            t = (level - a) / (b - a)
            point = (p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1]))
            (enters if a > level else leaves).append((i, point))
    segments = []
    for i, point in enters:
        # the corners after an entry are low: a line round high corners leaves on the side just before it
        ahead = sorted(leaves, key=lambda other: (other[0] - i) % 4)
        partner = ahead[-1] if joined == "low" else ahead[0]
        segments.append((point, partner[1]))
    return segments


def slow_segments(image, level, joined="low"):
    found = []
    for r in range(image.shape[0] - 1):
        for c in range(image.shape[1] - 1):
            corners = image[r, c], image[r, c + 1], image[r + 1, c], image[r + 1, c + 1]
            for (y0, x0), (y1, x1) in segments_of_one_cell(*corners, level, joined):
                if (y0, x0) != (y1, x1):
                    found.append((r + y0, c + x0, r + y1, c + x1))
    return found


def segments_of(contours):
    return [(*a, *b) for contour in contours for a, b in itertools.pairwise(contour)]


@settings(max_examples=80)
@given(pictures, st.sampled_from([0.5, 1.25, 2, 3.5]), st.sampled_from(["low", "high"]))
def test_the_contours_are_made_of_each_cells_segments(image, level, joined):
    ours = segments_of(find_contours(image, level, fully_connected=joined))
    expected = slow_segments(image, level, joined)
    assert len(ours) == len(expected)
    assert_allclose(sorted(ours), sorted(expected), atol=1e-12)


@settings(max_examples=80)
@given(pictures, st.sampled_from([0.5, 1, 2, 2.5]))
def test_a_contour_is_closed_or_ends_at_the_border(image, level):
    bottom, right = np.array(image.shape) - 1
    for contour in find_contours(image, level):
        if not np.array_equal(contour[0], contour[-1]):
            for row, col in (contour[0], contour[-1]):
                assert row in (0, bottom) or col in (0, right)


@settings(max_examples=40)
@given(pictures)
def test_contours_are_sorted_by_the_first_cell_they_cross(image):
    def first_cell(contour):
        middles = (contour[1:] + contour[:-1]) / 2
        cells = np.floor(middles)
        return min(map(tuple, cells))

    cells = [first_cell(contour) for contour in find_contours(image, 1.5)]
    assert cells == sorted(cells)


def test_a_circle_gives_points_at_its_radius():
    r, c = np.mgrid[-20:21, -20:21]
    (circle,) = find_contours(np.hypot(r, c), 12)
    assert_array_equal(circle[0], circle[-1])
    assert_allclose(np.hypot(*(circle - 20).T), 12, atol=0.05)


def test_a_low_island_is_circled_counter_clockwise_as_shown_on_the_screen():
    image = np.ones((5, 5))
    image[2, 2] = 0
    (contour,) = find_contours(image, 0.5)
    row, col = contour.T
    area = 0.5 * np.sum(col[:-1] * row[1:] - col[1:] * row[:-1])
    assert area < 0  # rows point down, so a negative sign is counter-clockwise to the eye
    (other_way,) = find_contours(image, 0.5, positive_orientation="high")
    assert_array_equal(other_way, contour[::-1])


def test_the_two_ways_to_read_a_saddle():
    image = np.array([[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]])
    assert len(find_contours(image, 0.5, fully_connected="low")) == 2
    assert len(find_contours(image, 0.5, fully_connected="high")) == 1


def test_no_level_means_halfway_and_a_constant_picture_has_no_contour():
    image = np.array([[0, 10], [0, 10]])
    assert_array_equal(find_contours(image)[0][:, 1], [0.5, 0.5])
    assert find_contours(np.full((4, 4), 7)) == []


def test_every_case_of_the_table_draws_as_many_lines_as_its_corners_need():
    for case, segments in enumerate(segment_table()):
        bits = [case >> bit & 1 for bit in (0, 1, 3, 2)]  # walked round the cell
        changes = sum(bits[i] != bits[i - 1] for i in range(4))
        assert (segments[:, 0] >= 0).sum() == changes // 2


def test_what_cannot_be_meant_is_refused_with_the_remedy():
    image = np.eye(4)
    with pytest.raises(ValueError, match="at least 2x2"):
        find_contours(np.ones((1, 5)))
    with pytest.raises(ValueError, match="one finite number"):
        find_contours(image, np.nan)
    with pytest.raises(TypeError, match="level is one finite number, got 'half'"):
        find_contours(image, "half")
    with pytest.raises(ValueError, match="fully_connected"):
        find_contours(image, 0.5, fully_connected="both")
