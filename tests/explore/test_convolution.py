"""Kernels and convolution: the explorer and the step-through."""

import numpy as np
import pytest
from scipy import ndimage

from course_lib import data, explore, steps
from course_lib.explore.convolution import KERNELS, read_kernel, weighted_sum

SHARPEN = "0 -1 0; -1 5 -1; 0 -1 0", "0, -1, 0; -1, 5, -1; 0, -1, 0;", " 0 -1 0;-1 10/2 -1;0 -1.0 0 "


@pytest.mark.parametrize("name", KERNELS)
def test_a_weighted_sum_is_scipys_correlation(name):
    image = np.random.default_rng(3).random((9, 13))
    kernel = read_kernel(KERNELS[name])
    np.testing.assert_allclose(weighted_sum(image, kernel), ndimage.correlate(image, kernel), atol=1e-12)


@pytest.mark.parametrize("text", SHARPEN)
def test_a_kernel_can_be_typed_in_several_ways(text):
    np.testing.assert_array_equal(read_kernel(text), [[0, -1, 0], [-1, 5, -1], [0, -1, 0]])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "3 rows"),
        ("1", "3 rows"),
        ("1 2 3; 4 5 6", "3 rows"),
        ("1 2 3; 4 5 6; 7 8", "3 rows"),
        ("a b c; d e f; g h i", "cannot be read"),
        ("1/0 0 0; 0 0 0; 0 0 0", "cannot be read"),
        ("1/2/3 0 0; 0 0 0; 0 0 0", "cannot be read"),
        ("1/ 0 0; 0 0 0; 0 0 0", "cannot be read"),
        ("1e99999999 0 0; 0 0 0; 0 0 0", "cannot be read"),
        ("nan 0 0; 0 0 0; 0 0 0", "cannot be read"),
        ("inf 0 0; 0 0 0; 0 0 0", "cannot be read"),
        ("1e999 0 0; 0 0 0; 0 0 0", "cannot be read"),
        ("2000 0 0; 0 0 0; 0 0 0", "larger than 1000"),
    ],
)
def test_what_is_no_kernel_is_refused_and_the_picture_stays(text, told):
    explorer = explore.kernel(choice="my own")
    before = explorer.panes
    explorer.set(own=text)
    assert told in explorer._refusal.value
    assert explorer.panes is before
    explorer.set(own="0 0 0; 0 1 0; 0 0 0")
    assert explorer._refusal.value == ""


def test_the_typed_kernel_is_at_work():
    explorer = explore.kernel(choice="my own", own="0 0 0; 0 0 2; 0 0 0")
    expected = np.clip(data.camera()[:, 1:] / 127.5, 0, 1)
    np.testing.assert_allclose(explorer.panes["result"][:, :-1], expected)
    assert "[[0, 0, 0], [0, 0, 2], [0, 0, 0]]" in explorer.code()


@pytest.mark.parametrize("turned", [True, False])
@pytest.mark.parametrize("kernel", ["mean", "left to right", "emboss"])
def test_the_convolution_ends_at_scipys_result(kernel, turned, last_step):
    through = last_step(steps.convolution, kernel=kernel, turned=turned)
    call = ndimage.convolve if turned else ndimage.correlate
    expected = call(through.image.astype(float), read_kernel(KERNELS[kernel]))
    np.testing.assert_allclose(through.panes["result so far"].values, expected, atol=1e-6)


def test_the_sum_in_the_text_is_the_new_pixel():
    through = steps.convolution(step=27, kernel="sharpen", turned=False)
    text = through.panes["text"].split(": ")[1].split(" =")[0].replace("·", "*")
    assert eval(text) == pytest.approx(through.panes["result so far"].values[3, 3])
