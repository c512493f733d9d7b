"""Labels in colour: the explorer."""

import pytest
from numpy.testing import assert_array_equal

from course_lib import color, data, explore, segmentation


def test_it_shows_the_librarys_result():
    face = data.load("portrait")[::2, ::2]
    painted = explore.label_colours(kind="overlay", alpha=0.5, n_segments=50).panes["painted"]
    assert_array_equal(painted, color.label2rgb(segmentation.slic(face, 50), face, alpha=0.5))


@pytest.mark.parametrize("saturation", [0.0, 1.0])
def test_opaque_paint_leaves_nothing_of_the_picture(saturation):
    panes = explore.label_colours(alpha=1.0, saturation=saturation).panes
    assert_array_equal(panes["painted"], panes["the labels alone"])
