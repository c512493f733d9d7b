"""Morphology against minima and maxima over each pixel's own neighbours, and the laws that it obeys."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays as pictures

from course_lib import morphology
from course_lib.morphology.extremes import rectangles

SIZES = st.tuples(st.integers(1, 9), st.integers(1, 9))
GREY = pictures(np.uint8, SIZES)
FOOTPRINTS = pictures(bool, st.tuples(st.integers(1, 7), st.integers(1, 7))).filter(np.any)
OPTIONS = {"max_examples": 25}


def slow(image, footprint, choose, centre, mirrored=False):
    """The extreme over those neighbours that lie in the picture; where there are none, nothing is known."""
    out = np.full(image.shape, -1, int)
    for r, c in np.ndindex(*image.shape):
        values = []
        for i, j in np.argwhere(footprint):
            dr, dc = i - centre[0], j - centre[1]
            y, x = (r - dr, c - dc) if mirrored else (r + dr, c + dc)
            if 0 <= y < image.shape[0] and 0 <= x < image.shape[1]:
                values.append(int(image[y, x]))
        if values:
            out[r, c] = choose(values)
    return out


def assert_same_where_known(result, expected):
    known = expected >= 0
    np.testing.assert_array_equal(result[known], expected[known])


@settings(**OPTIONS)
@given(GREY, FOOTPRINTS)
def test_erosion_and_dilation_are_extremes(image, footprint):
    centre = [(n - 1) // 2 for n in footprint.shape]
    eroded = morphology.erosion(image, footprint, mode="ignore")
    dilated = morphology.dilation(image, footprint, mode="ignore")
    assert_same_where_known(eroded, slow(image, footprint, min, centre))
    assert_same_where_known(dilated, slow(image, footprint, max, centre))


@settings(**OPTIONS)
@given(GREY, FOOTPRINTS, st.sampled_from([("reflect", "symmetric"), ("mirror", "reflect"), ("nearest", "edge")]))
def test_borders_are_a_larger_picture(image, footprint, modes):
    ours, numpys = modes
    large = np.pad(image, 8, mode=numpys)
    for function in (morphology.erosion, morphology.dilation):
        inside = function(large, footprint, mode="ignore")[8:-8, 8:-8]
        np.testing.assert_array_equal(function(image, footprint, mode=ours), inside)


@settings(**OPTIONS)
@given(pictures(bool, SIZES), FOOTPRINTS)
def test_binary_forms_follow_the_textbook(shape, footprint):
    centre = [n // 2 for n in footprint.shape]
    eroded = morphology.binary_erosion(shape, footprint)
    assert_same_where_known(eroded, slow(shape, footprint, min, centre))
    dilated = morphology.binary_dilation(shape, footprint)
    assert_same_where_known(dilated, slow(shape, footprint, max, centre, mirrored=True))


@settings(**OPTIONS)
@given(GREY, FOOTPRINTS)
def test_erosion_and_dilation_are_dual(image, footprint):
    np.testing.assert_array_equal(
        morphology.erosion(255 - image, footprint), 255 - morphology.dilation(image, footprint)
    )
    np.testing.assert_array_equal(
        morphology.opening(255 - image, footprint), 255 - morphology.closing(image, footprint)
    )


@settings(**OPTIONS)
@given(GREY, FOOTPRINTS)
def test_opening_only_removes_and_twice_is_once(image, footprint):
    for first, second in ((morphology.opening, np.less_equal), (morphology.closing, np.greater_equal)):
        once = first(image, footprint, mode="ignore")
        assert second(once, image).all()
        np.testing.assert_array_equal(first(once, footprint, mode="ignore"), once)
    shape = image > 100
    opened = morphology.binary_opening(shape, footprint)
    assert not (opened & ~shape).any()
    np.testing.assert_array_equal(morphology.binary_opening(opened, footprint), opened)
    assert not (shape & ~morphology.binary_closing(shape, footprint)).any()


@given(GREY)
def test_top_hats_are_what_is_removed(image):
    square = np.ones((3, 3))
    opened, closed = morphology.opening(image, square), morphology.closing(image, square)
    np.testing.assert_array_equal(morphology.white_tophat(image, square), image - opened)
    np.testing.assert_array_equal(morphology.black_tophat(image, square), closed - image)
    np.testing.assert_array_equal(morphology.white_tophat(image > 9), (image > 9) & ~morphology.opening(image > 9))


@given(FOOTPRINTS)
def test_rectangles_cover_a_footprint_once(footprint):
    count = np.zeros(footprint.shape, int)
    for width, height, top, left in rectangles(footprint):
        count[top : top + height, left : left + width] += 1
    np.testing.assert_array_equal(count, footprint)


def test_large_pictures_are_put_together_from_bands_without_a_seam():
    image = np.random.default_rng(0).random((300, 700))
    wide = morphology.disk(9)
    np.testing.assert_array_equal(
        morphology.erosion(image, wide)[100:200], morphology.erosion(image[80:220], wide)[20:120]
    )


@pytest.mark.parametrize("dtype", [bool, np.uint8, np.int64, np.float16, np.float32, np.float64])
def test_dtypes_stay(dtype):
    image = (np.random.default_rng(0).random((9, 9)) * 3).astype(dtype)
    assert morphology.erosion(image).dtype == dtype
    assert morphology.white_tophat(image).dtype == dtype
    assert morphology.binary_dilation(image).dtype == bool


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64, np.int64])
def test_what_is_ignored_lies_beyond_every_value(dtype):
    largest = np.finfo(dtype).max if np.dtype(dtype).kind == "f" else np.iinfo(dtype).max
    image = np.full((3, 4), largest, dtype)
    np.testing.assert_array_equal(morphology.erosion(image, np.ones((3, 3)), mode="ignore"), image)
    np.testing.assert_array_equal(morphology.dilation(-image, np.ones((3, 3)), mode="ignore"), -image)


def test_limits_of_a_dtype_border():
    image = np.full((3, 3), 5, np.int64)
    assert morphology.erosion(image, mode="min")[0, 0] == np.iinfo(np.int64).min
    np.testing.assert_array_equal(morphology.erosion(image, mode="max"), image)
    np.testing.assert_array_equal(morphology.erosion(image, mode="constant", cval=2)[1], [2, 5, 2])


def slow_label_sizes(mask, diagonal):
    """The number of pixels that each pixel of a mask is connected with."""
    sizes = np.zeros(mask.shape, int)
    steps = [(i, j) for i, j in np.ndindex(3, 3) if (diagonal or i == 1 or j == 1)]
    for start in map(tuple, np.argwhere(mask)):
        found, waiting = {start}, [start]
        while waiting:
            r, c = waiting.pop()
            for i, j in steps:
                y, x = r + i - 1, c + j - 1
                if 0 <= y < mask.shape[0] and 0 <= x < mask.shape[1] and mask[y, x] and (y, x) not in found:
                    found.add((y, x))
                    waiting.append((y, x))
        sizes[start] = len(found)
    return sizes


@settings(**OPTIONS)
@given(pictures(bool, SIZES), st.integers(0, 8), st.sampled_from([1, 2]))
def test_small_objects_and_holes_are_counted(mask, size, connectivity):
    large = slow_label_sizes(mask, connectivity == 2) > size
    kept = morphology.remove_small_objects(mask, connectivity=connectivity, max_size=size)
    np.testing.assert_array_equal(kept, large)
    np.testing.assert_array_equal(morphology.remove_small_objects(mask, size + 1, connectivity), large)
    filled = ~morphology.remove_small_holes(~mask, connectivity=connectivity, max_size=size)
    np.testing.assert_array_equal(filled, large)
    np.testing.assert_array_equal(~morphology.remove_small_holes(~mask, size + 1, connectivity), large)


def test_labels_keep_their_numbers():
    labels = np.array([[1, 1, 0, 7], [0, 0, 0, 7], [3, 0, 0, 7]], np.int16)
    kept = morphology.remove_small_objects(labels, max_size=2)
    np.testing.assert_array_equal(kept, np.where(labels == 7, 7, 0))
    assert kept.dtype == np.int16


def test_footprints_are_their_formulas():
    for radius in (0, 1, 2, 3.5, 10):
        offset = np.arange(-radius, radius + 1)
        away = np.hypot(offset[:, None], offset)
        np.testing.assert_array_equal(morphology.disk(radius), away <= radius)
        np.testing.assert_array_equal(morphology.disk(radius, strict_radius=False), away <= radius + 0.5)
        steps = abs(offset[:, None]) + abs(offset)
        np.testing.assert_array_equal(morphology.diamond(radius, bool), steps <= radius)
    np.testing.assert_array_equal(morphology.square(3), morphology.footprint_rectangle((3, 3)))
    assert morphology.rectangle(2, 5, bool).shape == (2, 5)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: morphology.disk(-1), "0 or more"),
        (lambda: morphology.footprint_rectangle((0, 2)), "from 1 on"),
        (lambda: morphology.erosion(np.eye(3), np.zeros((3, 3))), "at least one"),
        (lambda: morphology.erosion(np.eye(3), mode="symmetric"), "choose one of"),
        (lambda: morphology.binary_erosion(np.eye(3), mode="reflect"), "choose one of"),
        (lambda: morphology.erosion(np.zeros((3, 3, 3))), "rgb2gray"),
        (lambda: morphology.remove_small_objects(np.eye(3) > 0, 3, max_size=4), "only one"),
        (lambda: morphology.remove_small_objects(np.eye(3) > 0, connectivity=3), "connectivity is 1"),
        (lambda: morphology.remove_small_objects(np.array([[-1, 2]])), "negative"),
    ],
)
def test_mistakes_are_explained(call, words):
    with pytest.raises(ValueError, match=words):
        call()


def test_floats_are_no_mask():
    with pytest.raises(TypeError, match="image > threshold"):
        morphology.remove_small_holes(np.eye(3))


@pytest.mark.parametrize("size", [None, "8"])
def test_sizes_that_are_no_numbers_are_refused(size):
    with pytest.raises(TypeError, match="max_size is a number of pixels"):
        morphology.remove_small_objects(np.eye(3, dtype=bool), max_size=size)


def warned(call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call()
    return [str(warning.message) for warning in caught]


@pytest.mark.parametrize("dtype", [np.uint8, np.int64])
def test_a_mask_in_integers_is_told_from_labels(dtype):
    mask = np.zeros((10, 10), bool)
    mask[2, 2] = mask[5:9, 5:9] = True
    assert not morphology.remove_small_objects(mask, 5)[2, 2]
    assert warned(lambda: morphology.remove_small_objects(mask)) == []
    assert warned(lambda: morphology.remove_small_holes(mask)) == []
    for white in (1, 120):
        (told,) = warned(lambda white=white: morphology.remove_small_objects(mask.astype(dtype) * dtype(white), 5))
        assert f"the one label {white}" in told
        assert "ar > 0" in told
    several = np.arange(100, dtype=dtype).reshape(10, 10)
    assert warned(lambda: morphology.remove_small_objects(several)) == []
    for labels in (several, mask.astype(dtype)):
        (told,) = warned(lambda labels=labels: morphology.remove_small_holes(labels))
        assert "labels are lost" in told
