"""Labels in colour: the explorer."""

from numpy.testing import assert_array_equal

from course_lib import color, data, explore, segmentation


def test_it_shows_the_librarys_result():
    face = data.load("portrait")[::2, ::2]
    painted = explore.label_colours(kind="overlay", alpha=0.5, n_segments=50).panes["painted"]
    assert_array_equal(painted, color.label2rgb(segmentation.slic(face, 50), face, alpha=0.5))
