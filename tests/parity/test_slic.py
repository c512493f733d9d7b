"""slic against scikit-image: the same superpixels before small pieces are joined, and as many after."""

import numpy as np
import pytest
import skimage
from numpy.testing import assert_array_equal

from course_lib.segmentation import slic

GREY = {"compactness": 0.1, "channel_axis": None}


@pytest.mark.parametrize(
    "options", [{}, {"n_segments": 400}, {"compactness": 1}, {"compactness": 30, "sigma": 1}], ids=str
)
def test_the_same_superpixels(options):
    # k-means carries rounding on from round to round (ours is float32): 1 pixel in 10000 may differ, 1 in 1000 where
    # colour decides nearly alone
    image = skimage.data.astronaut()
    ours = slic(image, enforce_connectivity=False, **options)
    theirs = skimage.segmentation.slic(image, enforce_connectivity=False, **options)
    assert ours.dtype == theirs.dtype
    assert (ours != theirs).mean() < (2e-3 if options.get("compactness") == 1 else 1e-4)


def test_the_same_superpixels_of_a_grey_picture():
    image = skimage.data.camera()
    ours = slic(image, enforce_connectivity=False, **GREY)
    theirs = skimage.segmentation.slic(image, enforce_connectivity=False, **GREY)
    assert (ours != theirs).mean() < 1e-3


@pytest.mark.parametrize("shape", [(100, 37), (9, 200), (5, 5), (1, 30), (64, 64)])
@pytest.mark.parametrize("count", [1, 9, 50])
def test_the_same_grid(shape, count):
    image = np.full((*shape, 3), 0.5)
    ours = slic(image, count, enforce_connectivity=False, max_num_iter=1)
    assert_array_equal(ours, skimage.segmentation.slic(image, count, enforce_connectivity=False, max_num_iter=1))


def test_deviation_small_pieces_join_another_neighbour():
    # scikit-image gives a small piece to the neighbour that its flood fill meets last, ours to the one above its
    # first pixel; the number of superpixels hardly differs, and how well they fit the colours neither.
    image = skimage.data.astronaut()
    ours, theirs = slic(image), skimage.segmentation.slic(image)
    assert (ours.max(), theirs.max()) == (57, 56)
    means = [skimage.color.label2rgb(labels, image / 255, kind="avg", bg_label=-1) for labels in (ours, theirs)]
    errors = [((image / 255 - mean) ** 2).mean() for mean in means]
    assert errors == pytest.approx([0.0262, 0.0284], abs=2e-4)
