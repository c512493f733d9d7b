"""match_descriptors against scikit-image: the same pairs. (patch_descriptors is this course's own.)"""

import numpy as np
import pytest
import skimage
from numpy.testing import assert_array_equal

from course_lib.feature import match_descriptors


@pytest.mark.parametrize("cross_check", [True, False])
@pytest.mark.parametrize("options", [{}, {"max_distance": 0.6}, {"max_ratio": 0.9}, {"metric": "cityblock"}], ids=str)
def test_equal_matches(options, cross_check):
    rng = np.random.default_rng(0)
    first, second = rng.random((60, 8)), rng.random((70, 8))
    expected = skimage.feature.match_descriptors(first, second, cross_check=cross_check, **options)
    assert_array_equal(match_descriptors(first, second, cross_check=cross_check, **options), expected)
    bits = first > 0.5, second > 0.5
    expected = skimage.feature.match_descriptors(*bits, cross_check=cross_check, **options)
    assert_array_equal(match_descriptors(*bits, cross_check=cross_check, **options), expected)
