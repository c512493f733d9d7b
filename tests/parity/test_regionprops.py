"""regionprops against scikit-image: equal numbers for every property that is taught."""

import numpy as np
import pytest
import skimage
from numpy.testing import assert_allclose, assert_array_equal

from course_lib.measure import label, regionprops

EXACT = ("label", "area", "bbox", "area_bbox", "extent", "slice", "equivalent_diameter_area")


@pytest.mark.parametrize("stretch", [1, -1, 1000])
@pytest.mark.parametrize("gaps", [False, True])
def test_equal_properties(stretch, gaps):
    labels = label(skimage.data.coins() > 110)
    labels = np.where(labels % 2 == 0, labels, 0) if gaps else labels
    ours, theirs = regionprops(labels * stretch), skimage.measure.regionprops(labels * stretch)
    assert len(ours) == len(theirs)
    for a, b in zip(ours, theirs, strict=True):
        assert all(a[name] == b[name] for name in EXACT)
        assert_allclose(a.centroid, b.centroid, rtol=1e-12)
        assert_allclose(a.perimeter, b.perimeter, rtol=1e-12)
        assert_array_equal(a.image, b.image)
        assert_array_equal(a.coords, b.coords)
