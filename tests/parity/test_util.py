"""Conversions between number types against scikit-image.

Equal, value and type, but for float16, which becomes float32 here: every floating result of this library is
float32 or float64. `img_as_ubyte` of wide integers under 256 keeps them as theirs does, without its warning.
"""

import warnings

import numpy as np
import pytest
import skimage.util
from numpy.testing import assert_array_equal

from course_lib import util

TYPES = ["bool", "uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64", "float32", "float64"]


def pictures(dtype):
    rng = np.random.default_rng(0)
    if dtype == "bool":
        return [rng.random((7, 8)) > 0.5]
    if dtype.startswith("float"):
        return [(rng.random((7, 8)) * 2 - 1).astype(dtype), np.linspace(0, 1, 511).astype(dtype)]
    limits = np.iinfo(dtype)
    whole_range = rng.integers(limits.min, limits.max, (7, 8), dtype, endpoint=True)
    return [whole_range, np.array([limits.min, 0, limits.max], dtype), np.arange(100, dtype=dtype)]


def same(ours, theirs):
    assert ours.dtype == theirs.dtype
    assert_array_equal(ours, theirs)


@pytest.mark.filterwarnings("ignore:.* is nearly black")
@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("name", ["img_as_float", "img_as_ubyte", "invert"])
def test_the_same(name, dtype):
    for image in pictures(dtype):
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Downcasting")
            theirs = getattr(skimage.util, name)(image)
        same(getattr(util, name)(image), theirs)


def test_signed_floats():
    image = pictures("float64")[0]
    same(util.invert(image, signed_float=True), skimage.util.invert(image, signed_float=True))


def test_half_floats_become_single():
    image = np.linspace(0, 1, 9, dtype=np.float16)
    assert util.img_as_float(image).dtype == util.invert(image).dtype == np.float32
    assert skimage.util.img_as_float(image).dtype == skimage.util.invert(image).dtype == np.float16
    same(util.img_as_ubyte(image), skimage.util.img_as_ubyte(image))
