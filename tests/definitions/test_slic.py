"""SLIC's stages against loops over pixels and centres, and what superpixels must be."""

import itertools

import hypothesis.extra.numpy as arrays
import numpy as np
import pytest
import skimage
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from course_lib.measure import label
from course_lib.plainly import nearest_centres
from course_lib.segmentation import slic
from course_lib.segmentation.assign import assign
from course_lib.segmentation.connect import connect
from course_lib.segmentation.slic import grid_of_centres, place_and_colour, prepare, slic_iterations, update
from course_lib.segmentation.tiles import Tiles

labelled = arrays.arrays(np.int64, st.tuples(st.integers(1, 8), st.integers(1, 8)), elements=st.integers(0, 3))


def test_each_pixel_takes_the_cheapest_centre_whose_window_it_lies_in():
    for seed in range(400):
        rng = np.random.default_rng(seed)
        shape, channels, count = rng.integers(1, 20, 2), rng.choice([1, 3]), rng.integers(1, 13)
        picture = rng.integers(0, 30, (*shape, channels)).astype(float)
        centres = np.hstack([rng.random((count, 2)) * (shape - 1), rng.integers(0, 30, (count, channels))]).round(3)
        reach, before = rng.integers(1, 9, 2), rng.integers(0, count, shape)
        right = nearest_centres(picture, centres, reach, before)
        for size in (2, 5, 16):
            assert_array_equal(
                assign(Tiles(picture, size), centres, reach, before), right, f"seed {seed}, tiles of {size}"
            )


@pytest.mark.parametrize("base", [0, 1e4, -1e7])
def test_colours_far_from_zero_are_told_apart_as_well(base):
    # what counts is the difference of colours, however large the colours themselves
    rng = np.random.default_rng(2)
    picture = base + rng.integers(0, 30, (40, 50, 3))
    centres = np.hstack([rng.random((30, 2)) * (39, 49), base + rng.integers(0, 30, (30, 3))])
    before = np.zeros(picture.shape[:2], int)
    assert_array_equal(
        assign(Tiles(picture, 16), centres, (20, 20), before), nearest_centres(picture, centres, (20, 20), before)
    )


def test_rounds_of_a_tiny_compactness_are_those_of_the_definition():
    # a step of the grid is 1e-5 of the colours' range here: the first assignment, by place alone, has to see it
    picture = prepare(skimage.data.astronaut()[100:164, 200:264])
    weight = 1e5
    places, steps = grid_of_centres(picture.shape[:2], 16)
    centres = np.hstack([places, np.zeros((len(places), 3))])
    labels = np.zeros(picture.shape[:2], int)
    compactness = steps.max() / weight
    for ours, _ in slic_iterations(picture, 16, compactness, 3):
        labels = nearest_centres(picture * weight, centres, 2 * steps, labels)
        assert (ours != labels).mean() < 1e-3  # rounding may decide a draw
        labels = ours
        centres = update(place_and_colour(picture, weight), labels, centres)


@settings(max_examples=40)
@given(labelled)
def test_each_centre_moves_to_the_mean_of_its_pixels(labels):
    picture = np.random.default_rng(0).random((*labels.shape, 2))
    moved = update(place_and_colour(picture), labels, np.full((4, 4), 7.0))
    for number in range(4):
        own = labels == number
        place = np.argwhere(own)
        expected = [*place.mean(axis=0), *picture[own].mean(axis=0)] if own.any() else [7.0] * 4
        assert_allclose(moved[number], expected)


def slow_connect(labels, least):
    """Number the pieces; go through them in reading order and give small ones to the piece above or left."""
    pieces, count = label(labels + 1, connectivity=1, return_num=True)
    becomes = {}
    number = 0
    for piece in range(1, count + 1):
        r, c = np.argwhere(pieces == piece)[0]
        before = pieces[r - 1, c] if r else pieces[r, max(c - 1, 0)]
        small = (pieces == piece).sum() < least
        if small and before != piece:
            becomes[piece] = becomes[before]
        else:
            becomes[piece] = number
            number += 1
    return np.vectorize(becomes.get)(pieces)


@settings(max_examples=60)
@given(labelled, st.integers(0, 6))
def test_small_pieces_join_the_one_before_and_all_are_connected(labels, least):
    connected = connect(labels, least)
    assert_array_equal(connected, slow_connect(labels, least))
    assert label(connected + 1, connectivity=1).max() == connected.max() + 1


@settings(max_examples=60)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 60))
def test_centres_are_a_grid_inside_the_picture(rows, cols, count):
    places, steps = grid_of_centres((rows, cols), count)
    assert (places >= 0).all()
    assert (places < (rows, cols)).all()
    assert len(np.unique(places, axis=0)) == len(places)
    per_axis = [len(np.unique(axis)) for axis in places.T]
    assert len(places) == per_axis[0] * per_axis[1]
    assert (steps >= 1).all()


@pytest.mark.parametrize("options", [{}, {"n_segments": 30, "compactness": 1}, {"sigma": 2, "start_label": 0}])
def test_superpixels_cover_the_picture_and_are_connected(options):
    image = skimage.data.astronaut()[:120, 100:260]
    labels = slic(image, **options)
    start = options.get("start_label", 1)
    assert labels.shape == image.shape[:2]
    assert_array_equal(np.unique(labels), np.arange(start, labels.max() + 1))
    assert label(labels - start + 1, connectivity=1).max() == labels.max() - start + 1


def test_compact_superpixels_are_squares_and_loose_ones_follow_the_colour():
    picture = np.zeros((40, 40))
    picture[:, 13:] = 1
    squares = slic(picture, 4, compactness=100, channel_axis=None)
    expected = np.kron([[1, 2], [3, 4]], np.ones((20, 20), int))
    tie = 20  # this row and column lie as far from both centres
    assert_array_equal(*(np.delete(np.delete(labels, tie, 0), tie, 1) for labels in (squares, expected)))
    loose = slic(picture, 4, compactness=0.01, channel_axis=None)
    assert all(len(np.unique(picture[loose == number])) == 1 for number in np.unique(loose))


def test_rounds_end_when_nothing_changes_and_the_cost_falls():
    picture = prepare(skimage.data.astronaut()[::4, ::4])
    weight = grid_of_centres(picture.shape[:2], 20)[1].max() / 40  # so compact that no window matters

    def cost(labels, centres):
        mine = centres[labels]
        place = ((np.stack(np.indices(labels.shape), -1) - mine[..., :2]) ** 2).sum()
        return place + weight**2 * ((picture - mine[..., 2:]) ** 2).sum()

    rounds = list(slic_iterations(picture, 20, 40, 300))
    assert len(rounds) < 300
    assert_array_equal(rounds[-1][0], rounds[-2][0])
    falling = [cost(*each) for each in rounds]
    assert all(after <= before * (1 + 1e-6) for before, after in itertools.pairwise(falling))


def test_brightness_and_contrast_and_a_constant_picture():
    image = skimage.data.camera()[::8, ::8].astype(float)
    options = {"n_segments": 9, "compactness": 0.1, "channel_axis": None}
    assert_array_equal(slic(image * 3 + 70, **options), slic(image, **options))
    # a pixel as far from two centres takes the first
    assert_array_equal(slic(np.full((8, 8), 3.0), 4, channel_axis=None)[0], [1, 1, 1, 1, 1, 2, 2, 2])


def test_the_old_name_of_the_channels_axis_still_works():
    image = skimage.data.astronaut()[::16, ::16]
    with pytest.warns(DeprecationWarning, match="^slic: .* channel_axis=-1"):
        labels = slic(image, 4, multichannel=True)
    assert_array_equal(labels, slic(image, 4))
    with pytest.warns(DeprecationWarning, match="^slic: .*channel_axis=None"):
        slic(image[..., 0], 4, multichannel=False)
    assert_array_equal(slic(np.moveaxis(image, -1, 0), 4, channel_axis=0), labels)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"n_segments": 0}, "n_segments is a whole number, 1 or more"),
        ({"n_segments": 2.5}, "whole number"),
        ({"compactness": 0}, "above 0"),
        ({"max_num_iter": 0}, "max_num_iter"),
        ({"start_label": 2}, "start_label is 0 or 1"),
        ({"sigma": -1}, "sigma"),
        ({"channel_axis": None}, "channel_axis=-1"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_remedy(options, reason):
    with pytest.raises((ValueError, TypeError), match=reason):
        slic(np.zeros((8, 8, 3)), **options)
    with pytest.raises(ValueError, match="channel_axis=None"):
        slic(np.zeros((8, 8)))
    with pytest.raises(ValueError, match="leave convert2lab out"):
        slic(np.zeros((8, 8, 2)), convert2lab=True)


def test_pictures_of_many_rows_of_tiles_and_one_column():
    picture, before = np.zeros((600, 1, 1)), np.zeros((600, 1), int)
    centres, reach = np.array([[20, 0, 0], [300, 0, 0], [560.0, 0, 0]]), (400, 400)
    assert_array_equal(
        assign(Tiles(picture, 2), centres, reach, before), nearest_centres(picture, centres, reach, before)
    )


def test_the_number_of_channels_that_are_no_lab_is_told():
    with pytest.raises(ValueError, match="got 2"):
        slic(np.zeros((4, 5, 2)), convert2lab=True)
