"""Edge filters against scikit-image 0.26.

Deviations
- `axis=-1`: scikit-image returns a quarter of what its own `axis=1` gives; ours means the last axis.
- Colour pictures are refused: scikit-image takes a (rows, cols, 3) array for a volume and also differentiates across
  its channels.
- A bool picture with mode="constant": scikit-image turns `cval` into True or False first.
"""

import numpy as np
import pytest
import skimage.data
import skimage.filters

from course_lib import filters

GREY = skimage.data.camera()[100:197, 180:295]
WITH_MODE = ["sobel", "prewitt", "scharr"]
PLAIN = ["sobel_h", "sobel_v", "prewitt_h", "prewitt_v", "scharr_h", "scharr_v", "roberts", "laplace"]


@pytest.mark.parametrize("dtype", [bool, np.uint8, np.int16, np.float16, np.float32, np.float64])
@pytest.mark.parametrize("name", [*WITH_MODE, *PLAIN])
def test_all_dtypes_with_and_without_mask(name, dtype):
    image = GREY > 100 if dtype is bool else (GREY.astype(dtype) if np.dtype(dtype).kind in "ui" else GREY / 255)
    image = image.astype(dtype)
    for mask in (None, GREY < 200):
        ours = getattr(filters, name)(image, mask=mask)
        theirs = getattr(skimage.filters, name)(image, mask=mask)
        assert ours.dtype == theirs.dtype
        np.testing.assert_allclose(ours, theirs, atol=1e-6 if ours.dtype == np.float32 else 1e-14)


@pytest.mark.parametrize("mode", ["reflect", "constant", "nearest", "mirror", "wrap"])
@pytest.mark.parametrize("name", WITH_MODE)
def test_modes_and_axes(name, mode):
    for axis in (None, 0, 1):
        ours = getattr(filters, name)(GREY, axis=axis, mode=mode, cval=0.3)
        theirs = getattr(skimage.filters, name)(GREY, axis=axis, mode=mode, cval=0.3)
        np.testing.assert_allclose(ours, theirs, atol=1e-14)


def test_scikit_images_last_axis_is_a_quarter_of_its_axis_1():
    theirs, right = (skimage.filters.sobel(GREY, axis=axis) for axis in (-1, 1))
    assert abs(right).max() > 0.5
    np.testing.assert_allclose(theirs, right / 4, atol=1e-14)
    np.testing.assert_array_equal(filters.sobel(GREY, axis=-1), filters.sobel(GREY, axis=1))
