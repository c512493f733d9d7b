"""inpaint_biharmonic against its definition, a dense solution, and what must hold of every filled hole."""

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings
from numpy.testing import assert_allclose, assert_array_equal

from course_lib import plainly
from course_lib.restoration import inpaint, inpaint_biharmonic
from course_lib.restoration.inpaint import biharmonic_system, holes, laplacian_rows, solve


def picture_and_mask(seed, shape, share):
    rng = np.random.default_rng(seed)
    mask = rng.random(shape) < share
    mask.flat[rng.integers(mask.size)] = False
    return rng.random(shape), mask


@given(st.integers(0, 10**6), st.integers(1, 9), st.integers(1, 9), st.sampled_from([0.1, 0.4, 0.8]))
@settings(max_examples=60)
def test_it_is_the_dense_solution(seed, rows, cols, share):
    image, mask = picture_and_mask(seed, (rows, cols), share)
    assert_allclose(inpaint_biharmonic(image, mask), plainly.inpaint(image, mask), atol=1e-9)


@given(st.integers(0, 10**6), st.booleans())
@settings(max_examples=20)
def test_known_pixels_are_kept_and_channels_do_not_mix(seed, split):
    rng = np.random.default_rng(seed)
    _, mask = picture_and_mask(seed, (14, 11), 0.2)
    image = rng.random((14, 11, 3))
    filled = inpaint_biharmonic(image, mask, channel_axis=-1, split_into_regions=split)
    assert_array_equal(filled[~mask], image[~mask])
    for c in range(3):
        assert_allclose(filled[..., c], plainly.inpaint(image[..., c], mask), atol=1e-9)


@given(st.integers(0, 10**6))
@settings(max_examples=20)
def test_what_lies_in_the_hole_does_not_matter(seed):
    image, mask = picture_and_mask(seed, (12, 12), 0.3)
    other = np.where(mask, 1e6, image)
    assert_array_equal(inpaint_biharmonic(other, mask), inpaint_biharmonic(image, mask))


def test_a_plane_and_a_constant_are_restored_exactly():
    rows, cols = np.mgrid[:30, :40] / 40.0
    mask = np.zeros(rows.shape, bool)
    mask[8:20, 10:25] = True
    assert_allclose(inpaint_biharmonic(rows + 2 * cols, mask), rows + 2 * cols, atol=1e-10)
    assert_allclose(inpaint_biharmonic(np.full(rows.shape, 0.3), mask), 0.3, atol=1e-12)


def test_cubic_surfaces_are_biharmonic_away_from_the_border():
    r, c = np.mgrid[:24, :24] / 24.0
    surface = r * c**2 - r**3 + c  # Δ(Δu) = 0
    mask = np.zeros(r.shape, bool)
    mask[6:16, 5:17] = True
    assert_allclose(inpaint_biharmonic(surface, mask), surface, atol=1e-9)


def test_a_wide_hole_and_a_narrow_one_use_both_solvers():
    image = np.random.default_rng(0).random((80, 80))
    for hole in (np.s_[20:60, 20:60], np.s_[30:33, 5:70]):
        mask = np.zeros(image.shape, bool)
        mask[hole] = True
        matrix, equations = biharmonic_system(np.flatnonzero(mask), mask.shape)
        right = np.random.default_rng(1).random((mask.sum(), 2))
        assert_allclose(matrix @ solve(matrix, right), right, atol=1e-7)
        assert_allclose((matrix - matrix.T).toarray(), 0)
        assert np.diff(equations.indptr).max() == 13


def test_rows_of_the_laplacian_sum_to_zero():
    matrix = laplacian_rows(np.arange(12), (3, 4)).toarray()
    assert_array_equal(matrix.sum(axis=1), 0)
    assert_array_equal(matrix, matrix.T)
    assert matrix[0].tolist() == [-2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]


def test_holes_that_see_each_other_are_solved_together():
    mask = np.zeros((9, 16), bool)
    mask[1, 1] = mask[1, 3] = mask[2, 4] = True  # two apart, and diagonal: one hole
    mask[7, 1:4] = True
    mask[5:8, 10] = True
    found = holes(mask)
    assert [len(hole) for hole in found] == [3, 3, 3]
    assert_array_equal(np.sort(np.concatenate(found)), np.flatnonzero(mask))


def test_splitting_changes_nothing():
    image, mask = picture_and_mask(3, (40, 50), 0.15)
    assert_allclose(
        inpaint_biharmonic(image, mask, split_into_regions=True), inpaint_biharmonic(image, mask), atol=1e-9
    )


def test_an_empty_mask_gives_a_copy():
    image = np.random.default_rng(0).random((5, 6))
    filled = inpaint_biharmonic(image, np.zeros((5, 6)))
    assert_array_equal(filled, image)
    assert not np.shares_memory(filled, image)


def test_the_older_spelling_of_the_notes():
    image, mask = picture_and_mask(3, (10, 10), 0.15)
    colour = np.dstack([image] * 3)
    with pytest.warns(DeprecationWarning, match="channel_axis=-1"):
        filled = inpaint.inpaint_biharmonic(colour, mask.astype(float), multichannel=True)
    assert_allclose(filled[..., 1], inpaint_biharmonic(image, mask))


@pytest.mark.parametrize(
    ("given_type", "result"), [("f2", "f4"), ("f4", "f4"), ("f8", "f8"), ("u1", "f8"), ("?", "f8")]
)
def test_types(given_type, result):
    mask = np.zeros((6, 6), bool)
    mask[2:4, 2:4] = True
    assert inpaint_biharmonic(np.eye(6).astype(given_type), mask).dtype == result


@pytest.mark.parametrize(
    ("mask", "says"),
    [(np.ones((4, 4)), "no pixel known"), (np.zeros((4, 5)), "shape"), (np.full((4, 4), np.nan), "mask contains NaN")],
)
def test_masks_that_cannot_work(mask, says):
    with pytest.raises(ValueError, match=says):
        inpaint_biharmonic(np.eye(4), mask)
