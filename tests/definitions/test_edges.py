"""Edge filters against kernels laid over the picture pixel by pixel."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays as pictures

from course_lib import filters

SIZES = st.tuples(st.integers(1, 8), st.integers(1, 8))
PICTURES = pictures(float, SIZES, elements=st.floats(-1, 1, width=32))
KERNELS = {
    "sobel": np.array([[-1, -2, -1], [0, 0, 0], [1, 2, 1]]) / 4,
    "prewitt": np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 3,
    "scharr": np.array([[-3, -10, -3], [0, 0, 0], [3, 10, 3]]) / 16,
}


def laid_over(image, kernel):
    """The kernel's sum at every pixel; outside, the border pixels come again (d c b a | a b c d)."""
    out = np.zeros(image.shape)
    rows, cols = image.shape
    for r, c in np.ndindex(*image.shape):
        for i, j in np.ndindex(3, 3):
            y, x = min(max(r + i - 1, 0), rows - 1), min(max(c + j - 1, 0), cols - 1)
            out[r, c] += kernel[i, j] * image[y, x]
    return out


@pytest.mark.parametrize("name", KERNELS)
@settings(max_examples=15)
@given(image=PICTURES)
def test_differences_are_kernels(name, image):
    h, v = laid_over(image, KERNELS[name]), laid_over(image, KERNELS[name].T)
    np.testing.assert_allclose(getattr(filters, f"{name}_h")(image), h, atol=1e-12)
    np.testing.assert_allclose(getattr(filters, f"{name}_v")(image), v, atol=1e-12)
    np.testing.assert_allclose(getattr(filters, name)(image), np.sqrt((h**2 + v**2) / 2), atol=1e-12)
    np.testing.assert_array_equal(getattr(filters, name)(image, axis=1), getattr(filters, f"{name}_v")(image))


@settings(max_examples=15)
@given(PICTURES)
def test_roberts_and_laplace_are_kernels(image):
    falling = laid_over(image, np.array([[0, 0, 0], [0, -1, 0], [0, 0, 1]]))
    rising = laid_over(image, np.array([[0, 0, 0], [0, 0, -1], [0, 1, 0]]))
    np.testing.assert_allclose(filters.roberts(image), np.sqrt((falling**2 + rising**2) / 2), atol=1e-12)
    kernel = np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]])
    np.testing.assert_allclose(filters.laplace(image), laid_over(image, kernel), atol=1e-12)


@pytest.mark.parametrize("name", ["sobel", "prewitt", "scharr", "roberts", "laplace"])
def test_constants_have_no_edges_and_transposing_turns_them(name):
    image = np.random.default_rng(0).random((70, 90))
    function = getattr(filters, name)
    assert abs(function(np.full((9, 9), 0.4))).max() < 1e-15
    np.testing.assert_allclose(function(image.T), function(image).T, atol=1e-14)


def test_a_step_has_strength_1_across_and_0_along():
    step = np.zeros((7, 8))
    step[:, 4:] = 1
    for name in KERNELS:
        assert not getattr(filters, f"{name}_h")(step).any()
        np.testing.assert_allclose(getattr(filters, f"{name}_v")(step)[:, 3:5], 1)
        assert (getattr(filters, f"{name}_v")(step[:, ::-1])[:, 3:5] < 0).all()


def test_the_mask_hides_itself_and_its_surroundings():
    image = np.random.default_rng(0).random((7, 8))
    mask = np.ones((7, 8), bool)
    mask[3, 4] = False
    expected = filters.sobel(image)
    expected[[0, -1]] = expected[:, [0, -1]] = 0
    expected[2:5, 3:6] = 0
    np.testing.assert_array_equal(filters.sobel(image, mask), expected)
    with pytest.raises(ValueError, match="give them the same"):
        filters.laplace(image, mask=mask[1:])


def test_integers_are_scaled_and_float32_stays():
    grey = np.random.default_rng(0).integers(0, 256, (9, 9), np.uint8)
    np.testing.assert_allclose(filters.sobel(grey), filters.sobel(grey / 255), atol=1e-15)
    assert filters.sobel(grey.astype(np.float16)).dtype == np.float32
    assert filters.roberts(grey).dtype == np.float64


@pytest.mark.parametrize("wrong", [{"axis": 2}, {"axis": "rows"}, {"mode": "symmetric"}])
def test_unknown_options_are_refused(wrong):
    with pytest.raises(ValueError, match=r"axes|choose"):
        filters.sobel(np.eye(4), **wrong)


def test_a_ksize_below_3_is_refused():
    with pytest.raises(ValueError, match="ksize"):
        filters.laplace(np.eye(4), 1)
