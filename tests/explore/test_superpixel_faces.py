"""Segmentation and detection: the explorer."""

from course_lib import data, explore


def test_the_superpixel_explorer_says_how_many_are_found():
    shown = explore.superpixel_faces(n_segments=100)
    assert "Faces found in the picture: 1; in the superpixels: <b>1</b>" in shown.panes["text"]
    assert "in the superpixels: <b>0</b>" in explore.superpixel_faces(data.load("profile")).panes["text"]
