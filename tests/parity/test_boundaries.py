"""find_boundaries and mark_boundaries against scikit-image: equal."""

import numpy as np
import pytest
import skimage
from numpy.testing import assert_allclose, assert_array_equal

from course_lib.segmentation import find_boundaries, mark_boundaries

MODES = ["thick", "inner", "outer", "subpixel"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("connectivity", [1, 2])
def test_equal_boundaries(mode, connectivity):
    mask = skimage.data.coins()[:90, :100] > 110
    for labels in (mask, skimage.measure.label(mask), skimage.measure.label(mask).astype(np.uint8)):
        ours = find_boundaries(labels, connectivity, mode)
        assert_array_equal(ours, skimage.segmentation.find_boundaries(labels, connectivity, mode))
        assert ours.dtype == bool


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("outline", [None, (0, 0, 1)])
@pytest.mark.parametrize("dtype", [np.uint8, np.float32, np.float64])
def test_equal_marks(mode, outline, dtype):
    image = skimage.data.astronaut()[:90, :80]
    image = image if dtype == np.uint8 else (image / 255).astype(dtype)
    labels = skimage.segmentation.slic(image, 20)
    for picture in (image, image[..., 0]):
        ours = mark_boundaries(picture, labels, (1, 0, 0), outline, mode)
        theirs = skimage.segmentation.mark_boundaries(picture, labels, (1, 0, 0), outline, mode)
        assert ours.dtype == theirs.dtype
        assert_allclose(ours, theirs, atol=1e-6)
