"""The explorers and step-throughs of chapter 2 show what the library computes, and refuse what is no kernel."""

import numpy as np
import pytest
from scipy import ndimage

from course_lib import data, explore, exposure, filters, morphology, steps, transform
from course_lib.explore.filtering import KERNELS, read_kernel, weighted_sum
from course_lib.steps.aliasing import folded, main_frequency, stripes

SHARPEN = "0 -1 0; -1 5 -1; 0 -1 0", "0, -1, 0; -1, 5, -1; 0, -1, 0;", " 0 -1 0;-1 10/2 -1;0 -1.0 0 "


def last_step(opener, **parameters):
    return opener(step=opener.spec.controls["step"][1], **parameters)


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
def test_the_convolution_ends_at_scipys_result(kernel, turned):
    through = last_step(steps.convolution, kernel=kernel, turned=turned)
    call = ndimage.convolve if turned else ndimage.correlate
    expected = call(through.image.astype(float), read_kernel(KERNELS[kernel]))
    np.testing.assert_allclose(through.panes["result so far"].values, expected, atol=1e-6)


def test_the_sum_in_the_text_is_the_new_pixel():
    through = steps.convolution(step=27, kernel="sharpen", turned=False)
    text = through.panes["text"].split(": ")[1].split(" =")[0].replace("·", "*")
    assert eval(text) == pytest.approx(through.panes["result so far"].values[3, 3])


@pytest.mark.parametrize("operation", ["erosion", "dilation"])
def test_the_erosion_ends_at_the_librarys_result(operation):
    through = last_step(steps.erosion, operation=operation, footprint="disk", radius=2)
    expected = getattr(morphology, operation)(through.image > 127, morphology.disk(2))
    np.testing.assert_array_equal(through.panes["result so far"].values, expected)


def test_the_equalisations_end_at_the_librarys_results():
    chest = data.load("chest_phantom")
    np.testing.assert_array_equal(last_step(steps.equalization).panes["moved so far"], exposure.equalize_hist(chest))
    tiles = last_step(steps.adaptive_equalization).panes["result"]
    np.testing.assert_array_equal(tiles, exposure.equalize_adapthist(chest, 130, 0.02, 128))


def test_one_tile_is_mapped_by_its_own_running_sum():
    chest = data.load("chest_phantom")
    shown = steps.adaptive_equalization(step=4, row=2, col=1, clip_limit=0.0).panes["result"]
    tile = np.s_[260:390, 130:260]
    bins = np.rint((chest - 84.0) / 76 * 127).astype(int)[tile]
    running = np.cumsum(np.bincount(bins.ravel(), minlength=128)) / bins.size
    np.testing.assert_allclose(shown[tile], running[bins], atol=1e-4)


@pytest.mark.parametrize("every", [2, 3, 4, 7])
@pytest.mark.parametrize("frequency", [0.05, 0.13, 0.3, 0.41])
def test_frequencies_fold_as_the_step_through_says(frequency, every):
    waves = np.cos(2 * np.pi * frequency * np.arange(512 * every))
    assert main_frequency(waves) == pytest.approx(frequency, abs=0.002)
    assert main_frequency(waves[::every]) == pytest.approx(folded(frequency, every), abs=0.01)


def test_the_stripes_become_finer_up_to_two_pixels_a_wave():
    row = stripes()[0].astype(float)
    measured = [main_frequency(row[left : left + 64]) for left in (0, 200, 448)]
    assert measured == pytest.approx([32 / 1024, 232 / 1024, 480 / 1024], abs=0.02)


def test_explorers_show_the_librarys_results():
    chest, brick, coins = data.load("chest_phantom"), data.brick(), data.coins()
    assert np.array_equal(explore.equalize(share=1.0).panes["equalised"], exposure.equalize_hist(chest))
    assert np.array_equal(explore.stretch().panes["stretched"], exposure.rescale_intensity(chest))
    small = transform.rescale(brick, 1 / 9, anti_aliasing=True)
    assert np.array_equal(explore.shrink(anti_aliasing=True).panes["smaller"], small)
    closed = morphology.closing(coins, morphology.disk(5))
    assert np.array_equal(explore.morphology(operation="closing", radius=5).panes["result"], closed)
    vertical = filters.sobel_v(data.camera())
    assert np.array_equal(explore.edges(direction="vertical edges").panes["result"], vertical)
