"""Morphology against scikit-image 0.26: equal in every value, but for the deviations below.

Deviations
- int64 with mode "ignore", "max" or "min": scikit-image passes the type's largest value through a float, which turns
  it into the least one; the border then erodes everything. Figure below.
- floats with mode "max" or "min" as an explicit border: scikit-image's is infinite, ours the type's largest number.
- `remove_small_objects(min_size=n)` and `remove_small_holes(area_threshold=n)`, the older names: their documentation
  says that n pixels are kept, and they are removed; ours keeps them. Figure below.
- float16 is taken, where scikit-image refuses it; float masks and wrong connectivities are refused.
"""

import warnings

import numpy as np
import pytest
import skimage.data
import skimage.morphology

from course_lib import morphology

GREY = skimage.data.camera()[100:141, 180:233]
MASK = GREY > 100
FOOTPRINTS = {
    "cross": None,
    "square": np.ones((3, 3)),
    "disk": skimage.morphology.disk(5),
    "diamond": skimage.morphology.diamond(3),
    "1x2": np.ones((1, 2)),
    "even": np.ones((4, 2)),
    "leaning": np.array([[1, 1, 0], [0, 1, 0], [0, 0, 0]]),
    "scattered": np.random.default_rng(3).random((6, 5)) > 0.6,
}
GREY_NAMES = ["erosion", "dilation", "opening", "closing", "white_tophat", "black_tophat"]


def old(function, *arguments, **options):
    """Call a function of scikit-image that warns of its end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        return function(*arguments, **options)


@pytest.mark.parametrize("footprint", FOOTPRINTS)
@pytest.mark.parametrize("name", GREY_NAMES)
def test_grey(name, footprint):
    for dtype in (bool, np.uint8, np.int32, np.float32, float):
        image = MASK if dtype is bool else GREY.astype(dtype)
        for mode in ("reflect", "mirror", "nearest", "wrap", "constant", "ignore"):
            ours = getattr(morphology, name)(image, FOOTPRINTS[footprint], mode=mode, cval=0)
            theirs = getattr(skimage.morphology, name)(image, FOOTPRINTS[footprint], mode=mode, cval=0)
            assert ours.dtype == theirs.dtype
            np.testing.assert_array_equal(ours, theirs, err_msg=f"{dtype} {mode}")


@pytest.mark.parametrize("mode", ["max", "min"])
def test_limits_as_borders(mode):
    for name in GREY_NAMES[:4]:
        ours = getattr(morphology, name)(GREY, FOOTPRINTS["disk"], mode=mode)
        np.testing.assert_array_equal(
            ours, getattr(skimage.morphology, name)(GREY, FOOTPRINTS["disk"], mode=mode), err_msg=name
        )


@pytest.mark.parametrize("mode", ["ignore", "max", "min"])
@pytest.mark.parametrize("footprint", FOOTPRINTS)
def test_binary(footprint, mode):
    for name in ("binary_erosion", "binary_dilation", "binary_opening", "binary_closing"):
        ours = getattr(morphology, name)(MASK, FOOTPRINTS[footprint], mode=mode)
        theirs = old(getattr(skimage.morphology, name), MASK, FOOTPRINTS[footprint], mode=mode)
        np.testing.assert_array_equal(ours, theirs, err_msg=name)


@pytest.mark.parametrize("connectivity", [1, 2])
@pytest.mark.parametrize("size", [0, 1, 5, 64])
def test_small_objects_and_holes(size, connectivity):
    noisy = np.random.default_rng(0).random((40, 50)) > 0.55
    for name in ("remove_small_objects", "remove_small_holes"):
        ours = getattr(morphology, name)(noisy, connectivity=connectivity, max_size=size)
        theirs = getattr(skimage.morphology, name)(noisy, connectivity=connectivity, max_size=size)
        np.testing.assert_array_equal(ours, theirs)
    labels = skimage.morphology.label(noisy, connectivity=connectivity).astype(np.int32)
    ours = morphology.remove_small_objects(labels, max_size=size)
    theirs = skimage.morphology.remove_small_objects(labels, max_size=size)
    assert ours.dtype == theirs.dtype
    np.testing.assert_array_equal(ours, theirs)


def test_footprints():
    for radius in (0, 1, 2, 2.5, 10):
        np.testing.assert_array_equal(morphology.disk(radius), skimage.morphology.disk(radius))
        np.testing.assert_array_equal(morphology.diamond(radius), skimage.morphology.diamond(radius))
    round_one = skimage.morphology.disk(4, strict_radius=False, dtype=bool)
    np.testing.assert_array_equal(morphology.disk(4, bool, strict_radius=False), round_one)
    shape = skimage.morphology.footprint_rectangle((2, 3))
    assert morphology.footprint_rectangle((2, 3)).dtype == shape.dtype
    np.testing.assert_array_equal(morphology.rectangle(2, 3), old(skimage.morphology.rectangle, 2, 3))
    np.testing.assert_array_equal(morphology.square(3), old(skimage.morphology.square, 3))


def test_scikit_images_int64_border_erodes_when_it_should_be_ignored():
    five = np.full((3, 3), 5)
    np.testing.assert_array_equal(morphology.erosion(five, mode="ignore"), five)
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        assert skimage.morphology.erosion(five, mode="ignore")[0, 0] == np.iinfo(np.int64).min


def test_scikit_images_older_sizes_are_off_by_one():
    pair = np.array([[True, True, False, True]])
    np.testing.assert_array_equal(morphology.remove_small_objects(pair, min_size=2), [[True, True, False, False]])
    assert not old(skimage.morphology.remove_small_objects, pair, min_size=2).any()
    holes = ~pair
    np.testing.assert_array_equal(morphology.remove_small_holes(holes, area_threshold=2), [[False, False, True, True]])
    assert old(skimage.morphology.remove_small_holes, holes, area_threshold=2).all()
