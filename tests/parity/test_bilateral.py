"""denoise_bilateral against scikit-image 0.26: where it departs from the formula, why, and by how much.

The last part of each test rebuilds their result from the formula and the departures, so the cause is known.
"""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from skimage import data
from skimage.restoration import denoise_bilateral as theirs

from course_lib.restoration import denoise_bilateral

GREY = data.camera()[::8, ::8] / 255
COLOUR = data.astronaut()[::8, ::8] / 255


def rebuilt(image, win_size, sigma_color, sigma_spatial, their_places, distance_scale=1.0):
    """The formula on the inside of a picture, if wanted with their table of places and their distances."""
    radius, colours = win_size // 2, np.atleast_3d(image)
    total, mass = 0, 0
    table = np.arange(-win_size // 2, win_size // 2 + 1)  # -7 // 2 is -4: one value more than the window
    table = np.exp(-(table[:, None] ** 2 + table**2) / (2 * sigma_spatial**2)).ravel()
    padded = np.pad(colours, [(radius, radius), (radius, radius), (0, 0)], mode="edge")
    for kr in range(win_size):
        for kc in range(win_size):
            there = padded[kr : kr + len(colours), kc : kc + colours.shape[1]]
            distance = np.sqrt(((there - colours) ** 2).sum(axis=2)) * distance_scale
            place = np.exp(-((kr - radius) ** 2 + (kc - radius) ** 2) / (2 * sigma_spatial**2))
            weight = np.exp(-(distance**2) / (2 * sigma_color**2))
            weight *= table[kr * win_size + kc] if their_places else place  # rows of 7 in a table with rows of 8
            total, mass = total + weight[..., None] * there, mass + weight
    return (total / mass[..., None]).reshape(image.shape)


@pytest.mark.parametrize(("win_size", "drift"), [(7, (-0.92, 0.19)), (13, (-1.64, 1.16))])
def test_deviation_their_picture_drifts(win_size, drift):
    impulse = np.zeros((41, 41))
    impulse[20, 20] = 1
    rows, cols = np.mgrid[:41, :41] - 20
    out = theirs(impulse, win_size=win_size, sigma_color=1e4, sigma_spatial=2)
    assert_allclose([(out * rows).sum() / out.sum(), (out * cols).sum() / out.sum()], drift, atol=0.01)
    out = denoise_bilateral(impulse, win_size=win_size, sigma_color=1e4, sigma_spatial=2)
    assert_allclose([(out * rows).sum(), (out * cols).sum()], 0, atol=1e-5)
    drifted = rebuilt(impulse, win_size, 1e4, 2, their_places=True)
    assert_allclose(theirs(impulse, win_size, 1e4, 2, mode="edge"), drifted, atol=1e-4)


def test_without_the_place_table_grey_pictures_agree():
    # with a wide sigma_spatial every entry of the table is about 1; what is left is their table of colours
    ours = denoise_bilateral(GREY, 7, 0.1, sigma_spatial=1e4, mode="edge")
    assert_allclose(ours, theirs(GREY, 7, 0.1, sigma_spatial=1e4, mode="edge"), rtol=0, atol=2e-4)


@pytest.mark.parametrize("mode", ["constant", "edge", "symmetric", "reflect", "wrap"])
def test_borders_agree(mode):
    ours = denoise_bilateral(GREY, 5, 0.3, 1e4, mode=mode, cval=0.4)
    assert_allclose(ours, theirs(GREY, 5, 0.3, 1e4, mode=mode, cval=0.4), rtol=0, atol=2e-4)


def test_deviation_in_grey_is_the_table_of_places():
    ours = denoise_bilateral(GREY, sigma_color=0.1, mode="edge")
    out = theirs(GREY, sigma_color=0.1, mode="edge")
    assert_allclose(np.abs(ours - out).max(), 0.301, atol=0.002)
    assert_allclose(rebuilt(GREY, 7, 0.1, 1, their_places=False), ours, rtol=0, atol=1e-6)
    assert_allclose(rebuilt(GREY, 7, 0.1, 1, their_places=True), out, rtol=0, atol=5e-4)


def test_deviation_in_colour_their_sigma_color_counts_three_times():
    ours = denoise_bilateral(COLOUR, 7, 0.1, sigma_spatial=1e4, mode="edge", channel_axis=-1)
    out = theirs(COLOUR, 7, 0.1, sigma_spatial=1e4, mode="edge", channel_axis=-1)
    assert_allclose(np.abs(ours - out).max(), 0.364, atol=0.002)
    assert_allclose(rebuilt(COLOUR, 7, 0.1, 1e4, False, distance_scale=1 / 3), out, rtol=0, atol=5e-4)
    wider = denoise_bilateral(COLOUR, 7, 0.3, sigma_spatial=1e4, mode="edge", channel_axis=-1)
    assert_allclose(wider, out, rtol=0, atol=5e-4)


def test_deviation_integers_get_a_coarse_table_there():
    # their table spans [0, 255] while the picture is scaled to [0, 1]: 39 of its 10000 entries are used
    small = data.camera()[::8, ::8]
    from_bytes = theirs(small, 7, 0.1, sigma_spatial=1e4, mode="edge")
    from_floats = theirs(small / 255, 7, 0.1, sigma_spatial=1e4, mode="edge")
    assert np.abs(from_bytes - from_floats).max() > 0.003
    ours = denoise_bilateral(small, 7, 0.1, sigma_spatial=1e4, mode="edge")
    assert_allclose(ours, denoise_bilateral(small / 255, 7, 0.1, sigma_spatial=1e4, mode="edge"), rtol=0, atol=1e-6)


def test_constant_pictures_are_returned_here_and_there():
    flat = np.full((6, 6), 0.4)
    assert_allclose(denoise_bilateral(flat, sigma_color=1), theirs(flat, sigma_color=1))
