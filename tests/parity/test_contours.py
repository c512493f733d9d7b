"""find_contours against scikit-image: the same contours, order, direction and first points, to the last bit."""

import numpy as np
import pytest
import skimage
from numpy.testing import assert_array_equal

from course_lib.measure import find_contours


def assert_equal_contours(image, *arguments, **options):
    ours = find_contours(image, *arguments, **options)
    theirs = skimage.measure.find_contours(image, *arguments, **options)
    assert len(ours) == len(theirs)
    for a, b in zip(ours, theirs, strict=True):
        assert_array_equal(a, b)
        assert a.dtype == b.dtype


@pytest.mark.parametrize("joined", ["low", "high"])
@pytest.mark.parametrize("positive", ["low", "high"])
@pytest.mark.parametrize("level", [None, 0.503])
def test_equal_contours_of_a_photograph(level, joined, positive):
    image = skimage.util.img_as_float(skimage.data.camera())
    assert_equal_contours(image, level, fully_connected=joined, positive_orientation=positive)


@pytest.mark.parametrize("joined", ["low", "high"])
def test_equal_contours_of_masks(joined):
    assert_equal_contours(skimage.data.coins() > 110, 0.5, fully_connected=joined)
    rng = np.random.default_rng(1)
    for _ in range(100):
        assert_equal_contours(rng.integers(0, 3, rng.integers(2, 9, 2)), 0.5, fully_connected=joined)


def test_deviation_contours_that_touch_in_a_pixel_equal_to_the_level():
    # Two high regions, left and right, and between them a pixel that equals the level. A contour goes round each.
    # scikit-image chains points by their coordinates: it runs from one region over into the other.
    image = np.array([[0, 0, 0, 0, 0], [0, 2, 1, 2, 0], [0, 0, 0, 0, 0]])
    ours = find_contours(image, 1)
    theirs = skimage.measure.find_contours(image, 1)
    assert [len(contour) for contour in ours] == [5, 5]
    assert [len(contour) for contour in theirs] == [9]
    points = {tuple(point) for contour in ours for point in contour}
    assert points == {tuple(point) for contour in theirs for point in contour}


def test_deviation_on_a_photograph_with_a_level_that_pixels_equal():
    camera = skimage.data.camera()
    ours, theirs = find_contours(camera, 128), skimage.measure.find_contours(camera, 128)
    assert (len(ours), len(theirs)) == (1807, 1854)
    assert sum(map(len, ours)) - len(ours) == sum(map(len, theirs)) - len(theirs)  # the same segments
