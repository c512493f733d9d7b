"""Peaks: the explorer."""

from course_lib import explore, feature


def test_peaks_are_the_librarys():
    shown = explore.peaks(min_distance=7, threshold_rel=0.1)
    expected = feature.corner_peaks(feature.corner_harris(shown.image), min_distance=7, threshold_rel=0.1)
    assert f"<b>{len(expected)}</b> corners" in shown.panes["text"]
    red = (shown.panes["corners"] == (213, 94, 0)).all(axis=-1)
    assert red[tuple(expected.T)].all()
