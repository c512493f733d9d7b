"""The fast algorithms equal their definitions in course_lib.plainly, on pictures that hypothesis draws."""

import itertools

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays as pictures
from numpy.testing import assert_allclose, assert_array_equal

from course_lib import filters, measure, morphology, plainly, restoration, transform
from course_lib.feature.canny import thin
from course_lib.feature.lbp import lbp_codes, summed_area_table
from course_lib.restoration.tv import chambolle_steps
from course_lib.restoration.wavelet import shrink
from course_lib.segmentation.assign import assign
from course_lib.segmentation.tiles import Tiles

SIZES = st.tuples(st.integers(1, 9), st.integers(1, 9))
SHARES = st.integers(0, 64).map(lambda n: n / 64)
FLOATS = pictures(float, SIZES, elements=SHARES)
LEVELS = pictures(np.uint8, SIZES)
FOOTPRINTS = pictures(bool, st.tuples(st.integers(1, 5), st.integers(1, 5))).filter(np.any)
ODD_FOOTPRINTS = FOOTPRINTS.filter(lambda footprint: footprint.shape[0] % 2 and footprint.shape[1] % 2)
BORDERS = st.sampled_from(["reflect", "mirror", "nearest", "wrap"])


@settings(max_examples=40)
@given(FLOATS, st.integers(0, 3), st.sampled_from([0.1, 1.0]), st.sampled_from([0.7, 2.0]))
def test_bilateral(image, radius, sigma_color, sigma_spatial):
    ours = restoration.denoise_bilateral(image, 2 * radius + 1, sigma_color, sigma_spatial, mode="edge")
    assert_allclose(ours, plainly.bilateral(image, radius, sigma_color, sigma_spatial), atol=2e-6)


@settings(max_examples=40)
@given(FLOATS, st.integers(0, 2), st.integers(0, 3), st.sampled_from([0.1, 1.0]), st.sampled_from([0.0, 0.05]))
def test_nl_means(image, patch_radius, reach, h, sigma):
    ours = restoration.denoise_nl_means(image, 2 * patch_radius + 1, reach, h, sigma=sigma)
    assert_allclose(ours, plainly.nl_means(image, patch_radius, reach, h, sigma), atol=5e-6)


@settings(max_examples=60)
@given(st.data(), st.tuples(st.integers(1, 15), st.integers(1, 15)), st.integers(1, 6), st.sampled_from([2, 5, 16]))
def test_nearest_centres(data, shape, count, size):
    picture = data.draw(pictures(float, (*shape, 1), elements=st.integers(0, 20)))
    rows = pictures(float, (count, 1), elements=st.integers(0, 4 * shape[0] - 4).map(lambda n: n / 4))
    cols = pictures(float, (count, 1), elements=st.integers(0, 4 * shape[1] - 4).map(lambda n: n / 4))
    colours = pictures(float, (count, 1), elements=st.integers(0, 20))
    centres = np.hstack([data.draw(rows), data.draw(cols), data.draw(colours)])
    reach = np.array(data.draw(st.tuples(st.integers(1, 9), st.integers(1, 9))))
    before = data.draw(pictures(int, shape, elements=st.integers(0, count - 1)))
    ours = assign(Tiles(picture, size), centres, reach, before)
    assert_array_equal(ours, plainly.nearest_centres(picture, centres, reach, before))


@settings(max_examples=40)
@given(FLOATS, st.floats(0.3, 2.5), BORDERS)
def test_gaussian(image, sigma, mode):
    assert_allclose(filters.gaussian(image, sigma, mode=mode), plainly.gaussian(image, sigma, mode), atol=1e-12)


@settings(max_examples=60)
@given(LEVELS, FOOTPRINTS, BORDERS)
def test_median(image, footprint, mode):
    assert_array_equal(filters.median(image, footprint, mode=mode), plainly.median(image, footprint, mode))


@settings(max_examples=60)
@given(LEVELS, ODD_FOOTPRINTS, BORDERS)
def test_erosion_and_dilation(image, footprint, mode):
    assert_array_equal(morphology.erosion(image, footprint, mode=mode), plainly.erosion(image, footprint, mode))
    assert_array_equal(morphology.dilation(image, footprint, mode=mode), plainly.dilation(image, footprint, mode))


@settings(max_examples=60)
@given(pictures(np.int64, SIZES, elements=st.integers(0, 3)), st.sampled_from([0, 1, -1]), st.sampled_from([1, 2]))
def test_label(image, background, connectivity):
    ours = measure.label(image, background, connectivity=connectivity)
    assert_array_equal(ours, plainly.label(image, background, connectivity))
    assert_array_equal(plainly.label(image), plainly.label(image, 0, 2))


@settings(max_examples=60)
@given(FLOATS, st.integers(-400, 400), SHARES)
def test_rotate(image, angle, cval):
    assume(angle % 90)  # there the fast one moves pixels, and what lies within rounding of the border is a matter of it
    ours = transform.rotate(image, angle, cval=cval, clip=False)
    assert_allclose(ours, plainly.rotate(image, angle, cval), atol=1e-7)


@settings(max_examples=60)
@given(st.data(), SIZES)
def test_thin(data, shape):
    down, across = (data.draw(pictures(float, shape, elements=st.integers(-9, 9))) for _ in range(2))
    assert_allclose(thin(down, across), plainly.thin(down, across))


@settings(max_examples=60)
@given(pictures(int, st.tuples(st.integers(3, 12), st.integers(3, 12)), elements=st.integers(0, 4095)), st.data())
def test_block_code(image, data):
    image[0, 0], image[-1, -1] = 0, 4095  # the range to which the table stretches a picture
    height, width = data.draw(st.integers(1, image.shape[0] // 3)), data.draw(st.integers(1, image.shape[1] // 3))
    row = data.draw(st.integers(0, image.shape[0] - 3 * height))
    col = data.draw(st.integers(0, image.shape[1] - 3 * width))
    ours = lbp_codes(summed_area_table(image), [row], [col], width, height)
    assert ours.tolist() == [plainly.block_code(image, row, col, width, height)]


@settings(max_examples=40)
@given(st.data(), SIZES)
def test_inpaint(data, shape):
    image = data.draw(pictures(float, shape, elements=SHARES))
    mask = data.draw(pictures(bool, shape))
    assume(mask.any() and not mask.all())
    assert_allclose(restoration.inpaint_biharmonic(image, mask), plainly.inpaint(image, mask), atol=1e-6)


@settings(max_examples=40)
@given(FLOATS, st.sampled_from([0.05, 0.3]), st.integers(0, 12))
def test_total_variation_steps(image, weight, count):
    ours, _ = next(itertools.islice(chambolle_steps(image, weight), count, None))
    assert_allclose(ours, plainly.total_variation_steps(image, weight, count), atol=1e-12)


@pytest.mark.parametrize("mode", ["soft", "hard"])
@given(pictures(float, SIZES, elements=st.floats(-3, 3)), st.floats(0, 3))
def test_thresholds_of_wavelets(mode, details, threshold):
    assert_allclose(shrink(details, threshold, mode), getattr(plainly, mode)(details, threshold), atol=1e-15)


@settings(max_examples=60)
@given(pictures(float, st.tuples(st.integers(2, 7), st.integers(2, 7)), elements=st.integers(0, 4)), st.integers(0, 3))
def test_contour_segments(image, quarter):
    level = quarter + 0.5  # between the values, so that no line runs through a pixel
    ours = {
        frozenset(map(tuple, np.round(ends, 9).tolist()))
        for contour in measure.find_contours(image, level)
        for ends in itertools.pairwise(contour)
    }
    expected = {frozenset((round(r, 9), round(c, 9)) for r, c in s) for s in plainly.contour_segments(image, level)}
    assert ours == expected
