"""Preparing a picture for contours: the explorer."""

from course_lib import explore


def test_it_tells_how_many_there_are():
    assert "<b>17</b> contours" in explore.contours(level=0.6).panes["text"]


def test_at_the_cloths_own_grey_every_speck_has_a_contour(told):
    assert "995 contours" in told(explore.contours(level=0.42))
    assert "18 contours" in told(explore.contours(level=0.5))
