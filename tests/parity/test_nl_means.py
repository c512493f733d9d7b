"""denoise_nl_means against scikit-image 0.26: where it departs from the formula, why, and by how much.

`rebuilt` makes their result from the formula and the departures, to the last digits: the causes are known.
"""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.ndimage import correlate
from skimage import data
from skimage.restoration import denoise_nl_means as theirs
from skimage.util import random_noise

from course_lib.restoration import denoise_nl_means
from course_lib.restoration.nl_means import gaussian_profile

GREY = random_noise(data.camera()[100:164, 200:264], rng=0)
COLOUR = random_noise(data.astronaut()[0:48, 200:248], rng=0)
BOTH = pytest.mark.parametrize(("image", "axis"), [(GREY, None), (COLOUR, -1)], ids=["grey", "colour"])
INSIDE = np.s_[12:-12, 12:-12]  # where no patch and no neighbour meets the border

FULL = np.ones((5, 5)) / 25
SHORT = np.pad(np.ones((4, 4)), [(1, 0), (1, 0)]) / 25  # offsets -1 to 2, but divided by 25
GAUSSIAN = np.outer(gaussian_profile(5), gaussian_profile(5)).astype(float)


def coarse_exp(values):
    """Schraudolph's exponential (Neural Computation 11, 1999): the exponent's bits, from one product."""
    high = (2**20 / np.log(2) * values).astype(np.int64) + 1072632447
    return (high << 32).view(float)


def rebuilt(image, reach, h, window, exp=np.exp, cutoff=np.inf):
    """The formula away from the border, with any weights in the patch and any exponential."""
    colours = np.atleast_3d(image)
    mass = np.full(colours.shape[:2], exp(np.zeros(1))[0])
    total = mass[..., None] * colours
    pairs = [(dr, dc) for dr in range(-reach, reach + 1) for dc in range(reach + 1) if dc > 0 or dr > 0]
    for dr, dc in pairs:
        there = np.roll(colours, (-dr, -dc), axis=(0, 1))
        distance = correlate(((there - colours) ** 2).mean(axis=2), window, mode="wrap") / h**2
        weight = np.where(distance > cutoff, 0, exp(-distance))
        back = np.roll(weight, (dr, dc), axis=(0, 1))
        total = total + weight[..., None] * there + back[..., None] * np.roll(colours, (dr, dc), axis=(0, 1))
        mass = mass + weight + back
    return (total / mass[..., None]).reshape(image.shape)[INSIDE]


@BOTH
@pytest.mark.parametrize("h", [0.1, 0.2, 1])
def test_deviation_the_fast_window_is_short(image, axis, h):
    ours = denoise_nl_means(image, 5, 4, h, channel_axis=axis)[INSIDE]
    out = theirs(image, 5, 4, h, channel_axis=axis)[INSIDE]
    assert_allclose(rebuilt(image, 4, h, FULL), ours, rtol=0, atol=1e-6)
    assert_allclose(rebuilt(image, 4, h, SHORT, coarse_exp, cutoff=5), out, rtol=0, atol=1e-12)


def test_deviation_of_the_fast_mode_in_figures():
    def largest(h, window, **departures):
        return np.abs(rebuilt(GREY, 4, h, window, **departures) - rebuilt(GREY, 4, h, FULL)).max()

    out = theirs(GREY, 5, 4, 0.1)[INSIDE]
    assert_allclose(np.abs(denoise_nl_means(GREY, 5, 4, 0.1)[INSIDE] - out).max(), 0.0965, atol=1e-4)
    parts = largest(0.1, SHORT), largest(0.1, FULL, cutoff=5), largest(0.1, FULL, exp=coarse_exp)
    assert_allclose(parts, [0.095, 0.013, 0.002], atol=1e-3)  # the window makes nearly all of it


@BOTH
def test_deviation_the_exact_mode_rounds_the_exponential(image, axis):
    ours = denoise_nl_means(image, 5, 4, 1.0, fast_mode=False, channel_axis=axis)[INSIDE]
    out = theirs(image, 5, 4, 1.0, fast_mode=False, channel_axis=axis)[INSIDE]
    assert_allclose(rebuilt(image, 4, 1.0, GAUSSIAN, coarse_exp), out, rtol=0, atol=1e-7)
    assert_allclose(rebuilt(image, 4, 1.0, GAUSSIAN), ours, rtol=0, atol=1e-6)
    assert_allclose(ours, out, rtol=0, atol=0.004)


@BOTH
@pytest.mark.parametrize(("h", "sigma"), [(0.2, 0), (1, 0), (0.08, 0.1)])
def test_the_exact_mode_agrees_up_to_that_and_to_the_border(image, axis, h, sigma):
    # patches that differ by more than 5 h² weigh nothing there and up to 0.007 here
    ours = denoise_nl_means(image, 7, 5, h, fast_mode=False, sigma=sigma, channel_axis=axis)
    assert_allclose(ours, theirs(image, 7, 5, h, False, sigma, channel_axis=axis), rtol=0, atol=0.02)


def test_the_fast_border_agrees_where_the_window_does_not_matter():
    # with a wide h every neighbour counts the same: only the mirrored border is left to compare
    ours = denoise_nl_means(GREY, 5, 4, 1e3)
    assert_allclose(ours, theirs(GREY, 5, 4, 1e3), rtol=0, atol=1e-5)


def test_integers_and_preserve_range():
    small = data.camera()[100:140, 200:240]
    ours = denoise_nl_means(small, 3, 3, h=2000.0, preserve_range=True)
    assert_allclose(ours, theirs(small, 3, 3, h=2000.0, preserve_range=True), rtol=0, atol=0.1)
    ours = denoise_nl_means(small, 3, 3, h=10.0)
    assert_allclose(ours, theirs(small, 3, 3, h=10.0), rtol=0, atol=1e-3)


def test_deviation_their_fast_mode_takes_off_more_and_is_farther_from_the_truth_at_its_best():
    brick = data.brick()[:200, :256] / 255
    noisy = random_noise(brick, var=0.01, rng=0)
    results = {f: [f(noisy, 5, 6, h=h, sigma=0.1) for h in (0.04, 0.06, 0.08, 0.1)] for f in (denoise_nl_means, theirs)}
    spread = [np.std(noisy - found[2]) for found in results.values()]
    assert_allclose(spread, [0.0929, 0.0936], atol=1e-4)
    best = [min(np.mean((result - brick) ** 2) for result in found) for found in results.values()]
    assert_allclose(10 * np.log10(1 / np.array(best)), [31.63, 30.96], atol=0.01)
