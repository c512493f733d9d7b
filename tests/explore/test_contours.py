"""Preparing a picture for contours: the explorer."""

from course_lib import explore


def test_it_tells_how_many_there_are():
    assert "<b>17</b> contours" in explore.contours(level=0.6).panes["text"]
