"""Histograms and contrast against their definitions, written as slow loops."""

import bisect
import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose, assert_array_equal

from course_lib import exposure
from course_lib.exposure import adaptive

small = settings(max_examples=50)
sides = st.tuples(st.integers(1, 6), st.integers(1, 6))
BYTES = arrays(np.uint8, sides, elements=st.one_of(st.integers(0, 9), st.integers(0, 255)))
SIGNED = arrays(np.int16, sides, elements=st.integers(-300, 300))
FLOATS = arrays(np.float64, sides, elements=st.integers(0, 100).map(lambda n: n / 100))
ANY = st.one_of(BYTES, SIGNED, FLOATS)


@given(st.one_of(BYTES, SIGNED, arrays(bool, sides)))
@small
def test_integers_are_counted_one_by_one(image):
    counts, levels = exposure.histogram(image)
    pixels = Counter(int(value) for value in image.ravel())
    assert levels.tolist() == list(range(min(pixels), max(pixels) + 1))
    assert counts.tolist() == [pixels[level] for level in levels.tolist()]


@given(FLOATS, st.integers(1, 40))
@small
def test_floats_are_counted_in_bins(image, nbins):
    counts, centers = exposure.histogram(image, nbins)
    low, high = float(image.min()), float(image.max())
    low, high = (low, high) if low < high else (low - 0.5, high + 0.5)
    width = (high - low) / nbins
    assert_allclose(centers, [low + (k + 0.5) * width for k in range(nbins)], atol=1e-12)
    assert counts.sum() == image.size
    for k in range(nbins):  # a value on an edge, but for rounding, may be counted on its either side
        left, right = low + k * width, low + (k + 1) * width
        surely = np.count_nonzero((image > left + 1e-12) & (image < right - 1e-12))
        possibly = np.count_nonzero((image > left - 1e-12) & (image < right + 1e-12))
        assert surely <= counts[k] <= possibly


def test_the_last_bin_holds_its_upper_edge():
    counts, _ = exposure.histogram(np.array([0, 0.25, 0.5, 0.75, 1.0]), 4)
    assert counts.tolist() == [1, 1, 1, 2]


@pytest.mark.parametrize("size", [2**17, 2**17 + 1, 2**18 + 7])
def test_large_8_bit_pictures_are_counted_in_pairs(size):
    image = np.random.default_rng(0).integers(3, 250, size, dtype=np.uint8)
    counts, levels = exposure.histogram(image)
    assert_array_equal(counts, [np.count_nonzero(image == level) for level in levels])
    assert_array_equal(exposure.histogram(image, source_range="dtype")[0][3:250], counts)


def test_a_mask_has_two_levels_whether_both_occur_or_not():
    counts, levels = exposure.histogram(np.zeros((2, 3), bool), source_range="dtype")
    assert counts.tolist() == [6, 0]
    assert levels.tolist() == [0, 1]


def test_channels_share_their_bins():
    image = np.random.default_rng(0).integers(0, 9, (6, 7, 3))
    counts, levels = exposure.histogram(image, channel_axis=-1)
    for c in range(3):
        assert counts[c].tolist() == [np.count_nonzero(image[..., c] == level) for level in levels]
    assert_array_equal(exposure.histogram(np.moveaxis(image, -1, 0), channel_axis=0)[0], counts)
    assert_array_equal(exposure.histogram(image)[0], counts.sum(axis=0))
    assert_allclose(exposure.histogram(image, channel_axis=2, normalize=True)[0].sum(axis=1), 1)


@pytest.mark.parametrize(
    ("image", "options", "why"),
    [
        (np.array([0, 2**40]), {}, "astype"),
        (np.array([0, 7], np.int32), {"source_range": "dtype"}, "astype"),
        (np.array([1.0, np.nextafter(1, 2)]), {}, "subtract the minimum"),
        (np.array([0.0, 1]), {"nbins": 0}, "whole number"),
        (np.array([0.0, 1]), {"nbins": 2.5}, "whole number"),
        (np.array([0.0, 1]), {"source_range": "type"}, "source_range"),
        (np.array([0.0, 1]), {"channel_axis": 1}, "colour pictures take -1"),
    ],
)
def test_histograms_that_make_no_sense(image, options, why):
    with pytest.raises(ValueError, match=why):
        exposure.histogram(image, **options)


@pytest.mark.parametrize("nbins", [1, 7, 256, 257])
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_floats_lie_between_the_edges_of_their_bin(dtype, nbins):
    rng = np.random.default_rng(nbins)
    for values in (rng.random(3000), rng.integers(0, 256, 3000) / 255, rng.integers(0, nbins + 1, 3000) / nbins):
        values = values.astype(dtype)
        edges = np.linspace(values.min(), values.max(), nbins + 1).astype(np.promote_types(dtype, np.float32))
        bins = [min(bisect.bisect_right(edges, value) - 1, nbins - 1) for value in values]
        assert_array_equal(exposure.histogram(values, nbins)[0], np.bincount(bins, minlength=nbins))


@pytest.mark.parametrize("dtype", [np.int64, np.uint64])
def test_levels_far_from_zero(dtype):
    far = np.array([np.iinfo(dtype).max, np.iinfo(dtype).max - 2], dtype)
    counts, levels = exposure.histogram(far)
    assert counts.tolist() == [1, 0, 1]
    assert [int(level) for level in levels] == [int(far[1]), int(far[1]) + 1, int(far[0])]


@given(st.one_of(BYTES, SIGNED))
@small
def test_the_cumulative_distribution_rises_to_one(image):
    shares, levels = exposure.cumulative_distribution(image)
    assert_allclose(shares, [np.count_nonzero(image <= level) / image.size for level in levels])


@given(st.one_of(BYTES, SIGNED))
@small
def test_equalised_pixels_are_shares(image):
    expected = [[np.count_nonzero(image <= value) / image.size for value in row] for row in image]
    assert_allclose(exposure.equalize_hist(image), expected)


def test_equalised_floats_lie_on_the_curve():
    image = np.random.default_rng(0).random((20, 20)).astype(np.float32)
    shares, centers = exposure.cumulative_distribution(image, 16)
    found = exposure.equalize_hist(image, 16)
    assert found.dtype == np.float32
    assert_allclose(found, np.interp(image, centers, shares), rtol=1e-5)
    assert (np.diff(found.ravel()[np.argsort(image, axis=None)]) >= 0).all()


def test_only_masked_pixels_count():
    image = np.array([[0, 10, 20, 30]])
    mask = np.array([[0, 1, 1, 0]])
    assert_allclose(exposure.equalize_hist(image, mask=mask), [[0.5, 0.5, 1, 1]])
    for wrong in (np.zeros((1, 4)), np.ones((2, 4))):
        with pytest.raises(ValueError, match="expected a mask"):
            exposure.equalize_hist(image, mask=wrong)


@given(ANY)
@small
def test_stretching(image):
    low, high = float(image.min()), float(image.max())
    found = exposure.rescale_intensity(image, out_range=(-1, 3))
    for value, new in zip(image.ravel().tolist(), found.ravel().tolist(), strict=True):
        expected = min(max(value, -1), 3) if low == high else -1 + 4 * (value - low) / (high - low)
        assert math.isclose(new, expected, abs_tol=1e-12)


def test_ranges():
    image = np.array([[50, 100, 150]], np.uint8)
    assert exposure.rescale_intensity(image, in_range=(100, 200)).tolist() == [[0, 0, 127]]
    assert exposure.rescale_intensity(image, in_range="dtype", out_range=(0, 1)).tolist() == [
        [50 / 255, 100 / 255, 150 / 255]
    ]
    assert exposure.rescale_intensity(image, out_range="uint10").tolist() == [[0, 511, 1023]]
    assert exposure.rescale_intensity(image, out_range=np.uint16).dtype == np.uint16
    assert exposure.rescale_intensity(image / 255).max() == 1
    assert exposure.rescale_intensity(image / 255).min() == 0
    assert exposure.rescale_intensity(image / 255 - 1).min() == -1
    assert exposure.rescale_intensity(image.astype(np.int64)).max() <= np.iinfo(np.int64).max
    for wrong in ("uint7", (1, 0), (1, 2, 3), 5):
        with pytest.raises(ValueError, match="range"):
            exposure.rescale_intensity(image, wrong)


@given(st.one_of(BYTES, FLOATS), st.floats(0.1, 4), st.floats(0, 2))
@small
def test_gamma(image, gamma, gain):
    white = 255 if image.dtype == np.uint8 else 1
    found = exposure.adjust_gamma(image, gamma, gain)
    assert found.dtype == image.dtype
    for value, new in zip(image.ravel().tolist(), found.ravel().tolist(), strict=True):
        expected = white * gain * (value / white) ** gamma
        assert abs(new - min(expected, 255)) <= (0.5 + 1e-9 if white == 255 else 1e-12)


def test_gamma_of_large_pictures_and_wrong_ones():
    image = np.random.default_rng(0).integers(0, 256, (60, 60), dtype=np.uint8)
    assert_array_equal(exposure.adjust_gamma(image, 2)[:9], exposure.adjust_gamma(image[:9], 2))  # by table, and not
    with pytest.raises(ValueError, match="expected values of 0 or more"):
        exposure.adjust_gamma(-image.astype(float))
    for arguments in ((image, -1), (image, 1, np.nan), (image, "2")):
        with pytest.raises((ValueError, TypeError), match="one finite number, 0 or more, got"):
            exposure.adjust_gamma(*arguments)
    with pytest.raises(ValueError, match="too large"):
        exposure.adjust_gamma(np.array([1e100]), 9)


def test_low_contrast():
    ramp = np.linspace(0, 1, 100).reshape(10, 10)
    assert exposure.is_low_contrast(ramp * 0.09)
    assert not exposure.is_low_contrast(ramp * 0.12)
    assert exposure.is_low_contrast(ramp * 0.12, fraction_threshold=0.1)
    assert exposure.is_low_contrast((ramp * 12).astype(np.uint8) + np.uint8(100))
    assert not exposure.is_low_contrast(ramp > 0.5)
    assert exposure.is_low_contrast(ramp > 2)
    assert exposure.is_low_contrast(np.dstack([ramp, ramp * 0, ramp * 0]) * 0.4)
    one_bright = np.zeros((10, 20))
    one_bright[0, 0] = 1
    assert exposure.is_low_contrast(one_bright)
    assert not exposure.is_low_contrast(one_bright, upper_percentile=100)
    for wrong in ({"upper_percentile": 101}, {"lower_percentile": 99.5}, {"method": "rank"}):
        with pytest.raises(ValueError, match="expected"):
            exposure.is_low_contrast(ramp, **wrong)
    for name in ("fraction_threshold", "lower_percentile", "upper_percentile"):
        with pytest.raises(TypeError, match=f"{name} is one finite number"):
            exposure.is_low_contrast(ramp, **{name: None})


@given(ANY, ANY)
@small
def test_matching(image, reference):
    """The value with the same share of pixels at or below it, on the line between two levels."""
    found = exposure.match_histograms(image, reference)
    levels = sorted(set(reference.ravel().tolist()))
    shares = [np.count_nonzero(reference <= level) / reference.size for level in levels]
    expected = [
        np.interp(np.count_nonzero(image <= value) / image.size, shares, levels) for value in image.ravel().tolist()
    ]
    assert_allclose(found.ravel(), expected, atol=1e-9)


def test_matching_a_picture_with_itself_changes_nothing():
    image = np.random.default_rng(0).random((9, 8, 3))
    assert_allclose(exposure.match_histograms(image, image, channel_axis=-1), image)
    levels = (image * 255).astype(np.uint8)
    assert_array_equal(exposure.match_histograms(levels, levels, channel_axis=-1), levels)
    with pytest.raises(ValueError, match="same axes and channels"):
        exposure.match_histograms(image, image[..., 0])


def slow_clip(counts, limit):
    """Zuiderveld's clipping: take what is above, give every bin its share, and the rest one by one."""
    excess = sum(max(count - limit, 0) for count in counts)
    counts = [min(count, limit) for count in counts]
    share = excess // len(counts)
    for k, count in enumerate(counts):
        counts[k] = min(count + share, limit)
        excess -= counts[k] - count
    return counts, excess


@given(arrays(np.int64, st.tuples(st.just(3), st.integers(1, 20)), elements=st.integers(0, 30)), st.integers(1, 30))
@small
def test_clipped_histograms(histograms, limit):
    for counts, clipped in zip(histograms, adaptive.clip(histograms, limit), strict=True):
        shared, rest = slow_clip(counts.tolist(), limit)
        assert clipped.max() <= limit
        more = clipped - np.array(shared)
        assert (more >= 0).all()
        room = limit * len(counts) - sum(shared)
        # rounds go in whole steps, so the last one may give a few more than there are
        assert min(rest, room) <= more.sum() <= min(rest + len(counts), room)


def test_equal_tiles_give_plain_equalisation():
    """With the same histogram in every tile there is one mapping: the cumulative histogram, stretched to [0, 1]."""
    image = np.tile(np.random.default_rng(0).integers(0, 200, (8, 8)), (4, 4))
    bins = (np.rint((image - image.min()) / np.ptp(image) * 16383) // 65).astype(int)
    level = np.floor(np.cumsum(np.bincount(bins.ravel())) / image.size * 16383)[bins]
    expected = (level - level.min()) / np.ptp(level)
    assert_allclose(exposure.equalize_adapthist(image, 8, clip_limit=0), expected, atol=1e-6)


def slow_blend(mappings, bins, kernel):
    """Weigh the mappings of the four tiles whose middles lie around each pixel."""
    down, across = mappings.shape[:2]
    result = np.empty(bins.shape)
    for row, col in np.ndindex(bins.shape):
        total = 0
        for i in (0, 1):
            for j in (0, 1):
                u, v = row % kernel[0] / kernel[0], col % kernel[1] / kernel[1]
                weight = (u if i else 1 - u) * (v if j else 1 - v)
                tile = (
                    min(max(row // kernel[0] + i - 1, 0), down - 1),
                    min(max(col // kernel[1] + j - 1, 0), across - 1),
                )
                total += weight * mappings[(*tile, bins[row, col])]
        result[row, col] = total
    return result


@pytest.mark.parametrize("kernel", [(4, 4), (3, 5), (8, 2), (1, 1)])
def test_blending_and_tile_histograms(kernel):
    rng = np.random.default_rng(0)
    bins = adaptive.tiles(rng.integers(0, 6, (11, 13)), kernel)
    histograms = adaptive.tile_histograms(bins, kernel, 6)
    for row, col in np.ndindex(histograms.shape[:2]):
        top, left = kernel[0] // 2 + row * kernel[0], kernel[1] // 2 + col * kernel[1]
        tile = bins[top : top + kernel[0], left : left + kernel[1]]
        assert histograms[row, col].tolist() == [np.count_nonzero(tile == level) for level in range(6)]
    mappings = rng.integers(0, 16384, histograms.shape).astype(np.float32)
    assert_allclose(adaptive.blend(mappings, bins, kernel), slow_blend(mappings, bins, kernel), rtol=1e-5, atol=0.01)


def test_adaptive_equalisation_keeps_hue_and_saturation():
    image = np.random.default_rng(0).random((24, 30, 3)) * 0.4
    image[5, 5] = 0
    found = exposure.equalize_adapthist(image, clip_limit=0.03)
    assert_allclose(found.max(axis=-1), exposure.equalize_adapthist(image.max(axis=-1), clip_limit=0.03))
    lit = image.max(axis=-1, keepdims=True) > 0
    relative = np.divide(image, image.max(axis=-1, keepdims=True), out=np.ones_like(image), where=lit)
    assert_allclose(found, relative * found.max(axis=-1, keepdims=True))


def test_adaptive_equalisation_uses_the_whole_range():
    for dtype in (np.uint8, np.float32, np.float64):
        image = (np.random.default_rng(0).random((40, 30)) * 60 + 90).astype(dtype)
        found = exposure.equalize_adapthist(image)
        assert found.dtype == (np.float32 if dtype == np.float32 else np.float64)
        assert (found.min(), found.max()) == (0, 1)
    assert_allclose(exposure.equalize_adapthist(np.full((9, 9), 0.3)), 0.3)


@pytest.mark.parametrize(
    "options",
    [
        {"kernel_size": 0},
        {"kernel_size": np.inf},
        {"kernel_size": (3, 3, 3)},
        {"clip_limit": -1},
        {"clip_limit": 2},
        {"nbins": 1},
    ],
)
def test_adaptive_equalisation_refuses_what_makes_no_sense(options):
    with pytest.raises(ValueError, match="expected"):
        exposure.equalize_adapthist(np.eye(8), **options)


def test_floats_outside_the_range_of_their_type_are_not_counted():
    counts, _ = exposure.histogram(np.array([[5.0, 0.6], [-1.5, 0.7]]), 4, "dtype")
    assert_array_equal(counts, [0, 0, 0, 2])
    shares, _ = exposure.histogram(np.array([[5.0]]), 4, "dtype", normalize=True)
    assert_array_equal(shares, np.zeros(4))


def test_four_rows_are_no_transparency():
    assert not exposure.is_low_contrast(np.indices((4, 5, 3)).sum(axis=0) / 9)


def test_two_bins_are_enough_for_adaptive_equalisation():
    assert len(np.unique(exposure.equalize_adapthist(np.eye(8), nbins=2))) > 1


def test_the_range_of_a_mask_is_false_to_true():
    assert exposure.rescale_intensity(np.array([[0.0, 0.5, 2.0]]), in_range="bool").tolist() == [[0, 0.5, 1]]
