"""Superpixels: the explorer and the step-through."""

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from course_lib import color, data, explore, segmentation, steps


@pytest.mark.parametrize(("n_segments", "compactness"), [(64, 10), (20, 1), (100, 100)])
def test_the_slic_step_through_ends_with_the_librarys_pieces(n_segments, compactness, last):
    through = steps.slic(step=last(steps.slic), n_segments=n_segments, compactness=compactness)
    labels = segmentation.slic(through.image, n_segments, compactness)
    assert_array_equal(through.panes["mean colours"], color.label2rgb(labels, through.image, kind="avg"))
    assert f"<b>{labels.max()}</b> connected" in through.panes["text"]


def test_in_the_first_round_of_slic_the_place_decides():
    through = steps.slic(step=1, n_segments=64)
    black = np.zeros_like(through.image)
    black[0, 0] = 255  # no picture to follow
    assert_array_equal(
        color.label2rgb(segmentation.slic(black, 64, max_num_iter=1), through.image, kind="avg"),
        through.panes["mean colours"],
    )


def test_the_explorer_shows_the_librarys_result():
    face = data.load("portrait")[::2, ::2]
    pieces = segmentation.slic(face, 100, 1, sigma=2)
    shown = explore.superpixels(n_segments=100, compactness=1, sigma=2.0).panes
    assert_array_equal(shown["boundaries"], segmentation.mark_boundaries(face, pieces))


@pytest.mark.parametrize(("compactness", "pieces"), [(1000, "400 pieces"), (0.1, "172 pieces")])
def test_much_weight_of_the_place_keeps_the_grid_and_little_frays_it(compactness, pieces, told):
    text = told(explore.superpixels(compactness=compactness))
    assert pieces in text
    assert ("smallest of 91 pixels, the largest of 1873" in text) == (compactness < 1)
