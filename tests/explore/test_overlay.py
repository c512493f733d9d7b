"""Points, lines and contours drawn over a picture: pixels of another colour in a copy, ready for a pane."""

import numpy as np
from numpy.testing import assert_allclose

from course_lib import measure
from course_lib.explore.overlay import ORANGE, add_lines, add_points, canvas, with_contours


def test_lines_and_points_lie_where_they_should():
    picture = add_lines(canvas(np.zeros((9, 9))), [[1, 1]], [[4, 7]], "green")
    painted = np.argwhere((picture == (0, 158, 115)).all(axis=-1)).tolist()
    assert painted[0] == [1, 1]
    assert painted[-1] == [4, 7]
    assert len(painted) == 7
    dotted = add_points(canvas(np.zeros((9, 9))), [[0, 8], [20, 20]], "red", 1)
    assert (dotted == (213, 94, 0)).all(axis=-1).sum() == 4


def test_contours_are_drawn_where_they_run():
    image = np.zeros((40, 60))
    image[10:20, 10:30] = 1
    drawn = with_contours(image, (measure.find_contours(image, 0.5), ORANGE))
    scale = len(drawn) // 40
    on = np.argwhere((drawn == ORANGE).all(axis=-1))
    assert_allclose(on.min(axis=0) / scale, [10, 10], atol=0.6)
    assert_allclose(on.max(axis=0) / scale, [20, 30], atol=0.6)
    assert not (drawn[12 * scale : 18 * scale, 12 * scale : 28 * scale] == ORANGE).all(axis=-1).any()
