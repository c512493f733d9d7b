"""Conversions between number types against their definitions."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_array_equal

from course_lib import util
from course_lib.base.dtype import warn_of_small_numbers
from course_lib.base.ranges import rounding

small = settings(max_examples=60)
INTEGERS = [np.uint8, np.uint16, np.uint32, np.uint64, np.int8, np.int16, np.int32, np.int64]
PICTURES = st.sampled_from(INTEGERS).flatmap(lambda dtype: arrays(dtype, (3, 4)))
FLOATS = arrays(np.float64, (3, 4), elements=st.floats(-1, 1))


@pytest.mark.filterwarnings("ignore:.* is nearly black")
@given(PICTURES)
@small
def test_floats_are_shares_of_white(image):
    white = np.iinfo(image.dtype).max
    for value, found in zip(image.ravel().tolist(), util.img_as_float(image).ravel(), strict=True):
        assert math.isclose(found, max(value / white, -1.0), rel_tol=1e-15)


@pytest.mark.parametrize("dtype", INTEGERS)
def test_white_and_black_are_exact(dtype):
    limits = np.array([[0, np.iinfo(dtype).max]], dtype)
    assert_array_equal(util.img_as_float(limits), [[0, 1]])
    assert_array_equal(util.img_as_ubyte(limits), [[0, 255]])


@given(FLOATS)
@small
def test_ubyte_rounds(image):
    for value, found in zip(image.ravel().tolist(), util.img_as_ubyte(image).ravel(), strict=True):
        assert found == max(round(value * 255), 0)


@given(PICTURES)
@small
def test_ubyte_keeps_the_upper_bits(image):
    bits = np.iinfo(image.dtype).bits - (image.dtype.kind == "i")
    small_values = image.max() < 256 and bits > 8
    for value, found in zip(image.ravel().tolist(), util.img_as_ubyte(image).ravel(), strict=True):
        expected = max(value, 0) if small_values else max(value, 0) * 256 // 2**bits
        assert abs(int(found) - expected) <= (bits == 7)


def test_every_8_bit_picture_survives_the_way_to_floats_and_back():
    levels = np.arange(256, dtype=np.uint8)
    assert_array_equal(util.img_as_ubyte(util.img_as_float(levels)), levels)
    assert_array_equal(util.img_as_ubyte(util.img_as_float(levels).astype(np.float32)), levels)


def test_copies_only_where_asked_or_needed():
    image, levels = np.zeros((2, 2)), np.zeros((2, 2), np.uint8)
    assert np.shares_memory(util.img_as_float(image), image)
    assert not np.shares_memory(util.img_as_float(image, force_copy=True), image)
    assert np.shares_memory(util.img_as_ubyte(levels), levels)
    assert not np.shares_memory(util.img_as_ubyte(levels, force_copy=True), levels)


def test_a_0_255_picture_in_floats_is_refused_with_the_remedy():
    with pytest.raises(ValueError, match="image / 255"):
        util.img_as_ubyte(np.array([[0.0, 128.0, 255.0]]))


@given(st.one_of(PICTURES, FLOATS, arrays(bool, (3, 4))))
@small
def test_inverting_changes_places(image):
    kind = image.dtype.kind
    for value, found in zip(image.ravel().tolist(), util.invert(image).ravel().tolist(), strict=True):
        white = {"u": lambda: np.iinfo(image.dtype).max, "i": lambda: -1, "f": lambda: 1, "b": lambda: 1}[kind]()
        assert found == int(white) - value
    if kind != "f":
        assert_array_equal(util.invert(util.invert(image)), image)
    else:
        assert_array_equal(util.invert(image, signed_float=True), -image)


def test_what_rounding_leaves_outside_is_taken_and_the_rest_refused_with_its_remedy():
    spare = rounding(np.dtype(float))
    assert util.img_as_ubyte(np.array([[-1 - spare, 1 + spare]])).tolist() == [[0, 255]]
    for image, remedy in (([[-0.5, 100.0]], "stretch it"), ([[0.0, 255.0]], "divided by 255"), ([[-1.5, 1.5]], "clip")):
        with pytest.raises(ValueError, match=remedy):
            util.img_as_ubyte(np.array(image))


@pytest.mark.filterwarnings("error")
def test_small_numbers_in_wide_types_are_warned_of():
    for largest, remedy in ((1, r"astype\(bool\)"), (255, "uint8"), (256, "uint16"), (2**16 - 1, "uint16")):
        with pytest.warns(UserWarning, match=remedy):
            warn_of_small_numbers(np.array([[0, largest]], np.int64))
    warn_of_small_numbers(np.array([[0, 2**16]], np.int64))
