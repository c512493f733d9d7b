"""k-means on colours against loops over pixels, and what its result must be."""

import itertools

import numpy as np
import pytest
import skimage
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from course_lib.segmentation import kmeans
from course_lib.segmentation.clusters import kmeans_iterations


def slow_round(points, colours):
    labels = [min(range(len(colours)), key=lambda k: ((p - colours[k]) ** 2).sum()) for p in points]
    means = []
    for k, colour in enumerate(colours):
        own = [p for p, number in zip(points, labels, strict=True) if number == k]
        means.append(sum(own) / len(own) if own else colour)
    return labels, np.array(means)


@settings(max_examples=40)
@given(st.integers(0, 10**6), st.integers(1, 5), st.sampled_from([1, 3]))
def test_each_round_assigns_and_moves(seed, k, channels):
    points = np.random.default_rng(seed).random((25, channels))
    rounds = list(kmeans_iterations(points, k, 50, rng=seed))
    for (_, before), (labels, after) in itertools.pairwise(rounds):
        expected_labels, expected = slow_round(points, before)
        assert_array_equal(labels, expected_labels)
        assert_allclose(after, expected)
    assert len(rounds) < 50


@settings(max_examples=30)
@given(st.integers(0, 10**6), st.integers(1, 6))
def test_the_result_is_a_minimum_sorted_by_brightness(seed, k):
    image = np.random.default_rng(seed).random((7, 8, 3))
    labels, colours = kmeans(image, k, 100, rng=seed)
    assert labels.shape == (7, 8)
    assert (np.diff(colours.sum(axis=1)) >= 0).all()
    distance = ((image[:, :, None] - colours) ** 2).sum(axis=-1)
    assert_array_equal(labels, distance.argmin(axis=-1))
    for number in np.unique(labels):
        assert_allclose(colours[number], image[labels == number].mean(axis=0))


def test_clear_colours_are_found_and_the_same_each_time():
    flag = np.zeros((6, 9, 3), np.uint8)
    flag[:, :3], flag[:, 3:6], flag[:, 6:] = (0, 0, 255), (255, 255, 255), (255, 0, 0)
    labels, colours = kmeans(flag, 3)
    assert len(np.unique(labels[0, ::3])) == 3
    assert_allclose(colours[labels], flag / 255)
    again = kmeans(flag, 3)
    assert_array_equal(labels, again[0])
    assert_array_equal(colours, again[1])


def test_more_colours_explain_more():
    image = skimage.data.astronaut()[::16, ::16] / 255
    errors = []
    for k in (1, 2, 4, 8):
        labels, colours = kmeans(image, k, 50)
        errors.append(((image - colours[labels]) ** 2).sum())
    assert errors == sorted(errors, reverse=True)


def test_fewer_colours_than_clusters_and_grey_pictures():
    labels, colours = kmeans(np.array([[0.0, 0.0, 1.0]]), 5, channel_axis=None)
    assert colours.shape == (5,)
    assert_allclose(colours[labels], [[0, 0, 1]])


def test_what_cannot_be_meant_is_refused_with_the_remedy():
    with pytest.raises(ValueError, match="channel_axis=None"):
        kmeans(np.zeros((4, 4)))
    with pytest.raises(ValueError, match="n_clusters is a whole number, 1 or more"):
        kmeans(np.zeros((4, 4, 3)), 0)
    with pytest.raises(ValueError, match="moveaxis"):
        kmeans(np.zeros((4, 4, 3)), channel_axis=0)


def test_more_colours_than_pixels_may_be_asked_for():
    labels, colours = list(kmeans_iterations(np.array([[0.0], [1.0], [5.0]]), 30))[-1]
    assert_array_equal(colours[labels].ravel(), [0, 1, 5])


def test_four_colours_are_looked_for_in_the_same_way_each_time():
    image = skimage.data.astronaut()[::16, ::16]
    for ours, told in zip(kmeans(image), kmeans(image, 4, 20, 0), strict=True):
        assert_array_equal(ours, told)
