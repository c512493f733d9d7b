"""label against scikit-image: equal numbers, type and count."""

import numpy as np
import pytest
import skimage
from numpy.testing import assert_array_equal

from course_lib.measure import label


@pytest.mark.parametrize("connectivity", [None, 1, 2])
@pytest.mark.parametrize("background", [None, 0, 1])
@pytest.mark.parametrize("picture", ["mask", "levels"])
def test_equal_labels(picture, background, connectivity):
    camera = skimage.data.camera()
    image = camera > 100 if picture == "mask" else camera // 32
    expected, count = skimage.measure.label(image, background, True, connectivity)
    labels, number = label(image, background, True, connectivity)
    assert_array_equal(labels, expected)
    assert labels.dtype == expected.dtype
    assert number == count


def test_deviation_a_background_that_a_mask_does_not_have():
    # scikit-image's short cut for masks knows the backgrounds 0 and 1 alone and takes -1 for 0
    mask = np.array([[True, False]])
    assert_array_equal(skimage.measure.label(mask, background=-1), [[1, 0]])
    assert_array_equal(skimage.measure.label(mask.astype(int), background=-1), [[1, 2]])
    assert_array_equal(label(mask, background=-1), [[1, 2]])
