"""Colour conversions against their definitions, pixel by pixel."""

import colorsys
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose, assert_array_equal

from course_lib import color
from course_lib.base.dtype import as_float
from course_lib.base.luminance import LUMINANCE, luminance

small = settings(max_examples=50)
# few different values, so that channels are often equal
VALUES = st.one_of(st.sampled_from([0.0, 0.25, 0.5, 1.0]), st.floats(0, 1, width=32))
COLOURS = arrays(np.float64, (3, 4, 3), elements=VALUES)
BYTES = arrays(np.uint8, (3, 4, 3))
LABELS = arrays(np.int64, (4, 5), elements=st.integers(-2, 4))


def every_pixel(function, image):
    return np.array([[function(*pixel) for pixel in row] for row in image.tolist()])


@given(st.one_of(COLOURS, BYTES))
@small
def test_grey_is_the_weighted_sum(rgb):
    white = 255 if rgb.dtype == np.uint8 else 1
    expected = every_pixel(lambda r, g, b: (0.2125 * r + 0.7154 * g + 0.0721 * b) / white, rgb)
    assert_allclose(color.rgb2gray(rgb), expected, atol=1e-15)


def test_grey_and_back():
    grey = np.random.default_rng(0).random((5, 6))
    assert_allclose(color.rgb2gray(color.gray2rgb(grey)), grey)
    assert color.gray2rgb(grey, channel_axis=0).shape == (3, 5, 6)
    with pytest.raises(ValueError, match="three channels already"):
        color.gray2rgb(np.zeros((4, 4, 3)))
    for axis in (3, -4, None, 0.5):
        with pytest.raises(ValueError, match="channel_axis"):
            color.gray2rgb(grey, channel_axis=axis)


@given(st.one_of(COLOURS, BYTES))
@small
def test_hsv_is_the_hexcone(rgb):
    white = 255 if rgb.dtype == np.uint8 else 1
    expected = every_pixel(lambda r, g, b: colorsys.rgb_to_hsv(r / white, g / white, b / white), rgb)
    found = color.rgb2hsv(rgb)
    assert_allclose(found[..., 1:], expected[..., 1:], atol=1e-12)
    turned = np.abs(found[..., 0] - expected[..., 0])
    assert np.minimum(turned, 1 - turned).max() < 1e-9  # 0 and 1 are the same hue
    assert_allclose(color.hsv2rgb(found), rgb / white, atol=1e-12)


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.float32, np.float64])
@pytest.mark.parametrize("shape", [(1, 1), (5, 7), (130, 131)])
def test_luminance_weighs_each_pixel_alone(shape, dtype):
    rgb = (np.random.default_rng(0).random((*shape, 3)) * 100).astype(dtype)
    expected = as_float(rgb) @ np.array(LUMINANCE)
    assert_allclose(luminance(rgb), expected, rtol=1e-6)
    assert_allclose(luminance(np.swapaxes(rgb, 0, 1)), expected.T, rtol=1e-6)
    if rgb.dtype.kind == "f":
        rgb[0, 0, 1] = np.nan
        assert np.argwhere(~np.isfinite(luminance(rgb))).tolist() == [[0, 0]]


@given(COLOURS)
@small
def test_rgb_from_hsv(hsv):
    assert_allclose(color.hsv2rgb(hsv), every_pixel(colorsys.hsv_to_rgb, hsv), atol=1e-12)
    assert_allclose(color.hsv2rgb(hsv + np.array([3, 0, 0])), color.hsv2rgb(hsv), atol=1e-12)


def slow_lab(*rgb):
    """CIE 15 with the constants of sRGB."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    matrix = [(0.412453, 0.357580, 0.180423), (0.212671, 0.715160, 0.072169), (0.019334, 0.119193, 0.950227)]
    white = (0.95047, 1.0, 1.08883)
    xyz = [sum(m * c for m, c in zip(row, linear, strict=True)) / w for row, w in zip(matrix, white, strict=True)]
    x, y, z = (math.cbrt(t) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@given(st.one_of(COLOURS, BYTES))
@small
def test_lab(rgb):
    floats = rgb / 255 if rgb.dtype == np.uint8 else rgb
    lab = color.rgb2lab(rgb)
    assert_allclose(lab, every_pixel(slow_lab, floats), atol=1e-9)
    # the curve's two pieces meet only to a few digits
    assert_allclose(color.lab2rgb(lab), floats, atol=1e-4)


def test_lab_of_greys_has_no_colour():
    lab = color.rgb2lab(color.gray2rgb(np.linspace(0, 1, 12).reshape(3, 4)))
    assert np.abs(lab[..., 1:]).max() < 0.02
    assert_allclose(lab[0, 0, 0], 0, atol=1e-12)
    assert_allclose(lab[-1, -1, 0], 100, atol=1e-4)


def test_colours_out_of_reach_are_clipped():
    rgb = color.lab2rgb(np.array([[[50.0, 200, -200], [50, -200, 500], [120, 0, 0]]]))
    assert rgb.min() >= 0
    assert rgb.max() <= 1


@pytest.mark.parametrize("name", ["rgb2gray", "rgb2hsv", "hsv2rgb", "rgb2lab", "lab2rgb"])
def test_channels_in_another_axis(name):
    convert, rgb = getattr(color, name), np.random.default_rng(0).random((4, 5, 3))
    expected = convert(rgb)
    found = convert(np.moveaxis(rgb, -1, 0), channel_axis=0)
    assert_allclose(found if found.ndim == 2 else np.moveaxis(found, 0, -1), expected)
    assert convert(rgb.astype(np.float32)).dtype == np.float32
    assert convert(rgb.astype(np.float16)).dtype == np.float32
    with pytest.raises(ValueError, match="channel_axis"):
        convert(rgb, channel_axis=3)


def test_what_cannot_be_converted_is_refused():
    with pytest.raises(ValueError, match="drop the alpha"):
        color.rgb2gray(np.zeros((4, 4, 4)))
    with pytest.raises(ValueError, match="with np"):
        color.rgb2hsv(np.full((2, 2, 3), -0.5))
    for wrong in ({"illuminant": "A"}, {"observer": "10"}):
        with pytest.raises(ValueError, match="D65"):
            color.rgb2lab(np.zeros((2, 2, 3)), **wrong)
        with pytest.raises(ValueError, match="D65"):
            color.lab2rgb(np.zeros((2, 2, 3)), **wrong)


@given(LABELS, arrays(np.uint8, (4, 5, 3)), st.integers(-3, 5))
@small
def test_mean_colours(label, image, bg_label):
    found = color.label2rgb(label, image, kind="avg", bg_label=bg_label, bg_color=(1, 2, 3))
    floats = color.label2rgb(label, image.astype(float), kind="avg", bg_label=bg_label, bg_color=(1, 2, 3))
    for place in np.ndindex(label.shape):
        region = [image[other].tolist() for other in np.ndindex(label.shape) if label[other] == label[place]]
        mean = [sum(channel) / len(region) for channel in zip(*region, strict=True)]
        expected = (1, 2, 3) if label[place] == bg_label else mean
        assert_allclose(floats[place], expected)
        assert found[place].tolist() == [int(value) for value in expected]


@given(LABELS, st.sampled_from([-2, 0, 9]), st.sampled_from([None, "white", (0.1, 0.2, 0.3)]), st.floats(0, 1))
@small
def test_overlays_blend(label, bg_label, bg_color, alpha):
    image = np.random.default_rng(0).random((4, 5, 3))
    cycle = [(1, 0, 0), (0, 0.5, 0)]
    found = color.label2rgb(label, image, cycle, alpha, bg_label, bg_color, saturation=0)
    order = [value for value in sorted(set(label.ravel().tolist())) if value != bg_label]
    for place in np.ndindex(label.shape):
        below = np.array([max(image[place])] * 3)
        if label[place] != bg_label:
            above = np.array(cycle[order.index(label[place]) % 2])
        elif bg_color is None:
            above = below
        else:
            above = np.array([1, 1, 1] if bg_color == "white" else bg_color)
        assert_allclose(found[place], alpha * above + (1 - alpha) * below)


def test_overlays_keep_as_much_of_the_picture_as_asked():
    image, label = np.random.default_rng(0).random((4, 5, 3)), np.zeros((4, 5), int)
    plain = {"bg_color": None, "saturation": 1}
    assert_allclose(color.label2rgb(label, image, **plain), image)
    assert_allclose(color.label2rgb(label, image, image_alpha=0.25, **plain), 0.25 * image + 0.75)
    assert_array_equal(color.label2rgb(label, image[..., 0], **plain), color.gray2rgb(image[..., 0]))
    assert color.label2rgb(label, image.astype(np.float32)).dtype == np.float32
    moved = color.label2rgb(label, np.moveaxis(image, -1, 0), channel_axis=0, **plain)
    assert_allclose(moved, np.moveaxis(image, -1, 0))


def test_labels_far_apart_are_no_trouble():
    label = np.array([[0, 10**12, -(10**12)]])
    assert_array_equal(color.label2rgb(label), [[[0, 0, 0], [0, 0, 1], [1, 0, 0]]])


def test_colours_may_be_a_table_and_labels_very_large():
    label = np.array([[2**63, 2**63 + 1]], dtype=np.uint64)
    assert_array_equal(color.label2rgb(label, colors=np.eye(3)), [[[1, 0, 0], [0, 1, 0]]])


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ({"label": np.zeros((2, 2))}, "whole numbers"),
        ({"kind": "mean"}, "choose"),
        ({"kind": "avg"}, "needs a colour image"),
        ({"kind": "avg", "image": np.zeros((2, 2))}, "gray2rgb"),
        ({"image": np.zeros((3, 2))}, "shape"),
        ({"image": np.zeros((2, 2, 4))}, "three channels"),
        ({"colors": ["octarine"]}, "choose one of red"),
        ({"bg_color": "octarine"}, "choose one of red"),
        ({"colors": []}, "at least one colour"),
        ({"colors": [(1, 0)]}, r"three numbers \(r, g, b\)"),
        ({"colors": [(255, 0, 0)]}, "by 255"),
        ({"bg_color": (0, -1, 0)}, "from 0 to 1"),
    ],
)
def test_labels_that_cannot_be_painted(arguments, why):
    with pytest.raises(ValueError, match=why):
        color.label2rgb(**{"label": np.eye(2, dtype=int), **arguments})
