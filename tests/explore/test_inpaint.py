"""Masks and inpainting: the explorer and the step-through."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from course_lib import data, explore, restoration, steps
from course_lib.explore.inpaint import HOLES, hole_mask
from course_lib.util import img_as_float


def test_the_biharmonic_step_through_ends_with_the_librarys_picture(last):
    through = steps.biharmonic(step=last(steps.biharmonic))
    image = img_as_float(through.image)
    mask = np.zeros(image.shape, bool)
    mask[4:8, 4:8] = True
    assert_allclose(through.panes["picture"], restoration.inpaint_biharmonic(np.where(mask, 1, image), mask))


def test_the_first_equation_has_the_weights_of_the_laplacian_applied_twice():
    weights = steps.biharmonic(step=1).panes["the equation's weights"].values
    np.testing.assert_array_equal(
        weights, [[0, 0, 1, 0, 0], [0, 2, -8, 2, 0], [1, -8, 20, -8, 1], [0, 2, -8, 2, 0], [0, 0, 1, 0, 0]]
    )


@pytest.mark.parametrize("hole", HOLES)
def test_every_hole_leaves_a_pixel_known_and_grows_with_its_size(hole):
    for place in (0.0, 0.5, 1.0):
        assert not hole_mask((40, 60), hole, place, place, 0.4).all()
    small, large = (hole_mask((200, 256), hole, 0.5, 0.5, size).sum() for size in (0.05, 0.4))
    assert large == small if hole == "text" else large > small


@pytest.mark.parametrize(("row", "decibels"), [(0.0, 25), (0.2, 37), (0.4, 37), (0.5, 28), (0.7, 7)])
def test_a_logo_is_easy_to_remove_from_the_sky_only(row, decibels, numbers, told):
    text = told(explore.inpaint(data.load("chateau")[60:260, 260:516], row=row))
    assert numbers(text, r"filled in: ([\d.]+) dB") == [pytest.approx(decibels, abs=0.5)]


@pytest.mark.parametrize(("hole", "share", "decibels"), [("square", 1.8, 22.3), ("text", 11.6, 24.9)])
def test_text_is_filled_better_than_a_square_though_more_is_missing(hole, share, decibels, numbers, told):
    text = told(explore.inpaint(data.load("landscape")[150:350, 200:456], hole=hole))
    assert numbers(text, r"Missing: ([\d.]+)%") == [share]
    assert numbers(text, r"filled in: ([\d.]+) dB") == [decibels]
