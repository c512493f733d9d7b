"""Boxes around faces: found, compared with the faces that were marked by hand, framed and told."""

import numpy as np
import pytest

from course_lib import data
from course_lib.explore.boxes import FALSE, FOUND, MISSED, framed, known_faces, overlap, score_boxes


def test_boxes_have_the_colours_that_the_text_tells(box):
    image = np.zeros((60, 90), np.uint8)
    picture = framed(image, [box(5, 5, 20), box(35, 5, 15)], [box(6, 6, 20), box(10, 60, 20)])
    assert tuple(picture[4, 10]) == FOUND
    assert tuple(picture[34, 10]) == FALSE
    assert tuple(picture[9, 70]) == MISSED


def test_scores_count_faces_for_found_and_boxes_for_false(box):
    truth = [box(0, 0, 10), box(40, 40, 10)]
    hit, missed, false = score_boxes([box(1, 1, 10), box(0, 1, 10), box(70, 0, 9)], truth)
    assert (hit, missed, false) == ([truth[0]], [truth[1]], [box(70, 0, 9)])
    assert overlap(box(0, 0, 10), box(5, 5, 10)) == pytest.approx(25 / 175)


def test_the_courses_pictures_are_known_whole_and_halved_and_no_others():
    image = data.load("night")
    assert known_faces(image) == data.faces("night")
    assert known_faces(image[::2, ::2])[0]["width"] == data.faces("night")[0]["width"] // 2
    assert known_faces(image[1:]) is None
