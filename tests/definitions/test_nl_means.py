"""denoise_nl_means against its formula, patch by patch."""

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings
from numpy.testing import assert_allclose, assert_array_equal

from course_lib.plainly.nl_means import weights_around
from course_lib.restoration import denoise_nl_means
from course_lib.restoration.nl_means import patch_distances


def slow_nl_means(image, side, reach, h, fast_mode, sigma=0.0):
    """Buades, Coll and Morel's mean: every pixel, every neighbour, the whole patch."""
    colours = np.atleast_3d(image).astype(float)
    rows, cols, _ = colours.shape
    half = side // 2
    border = half + reach
    padded = np.pad(colours, [(border, border), (border, border), (0, 0)], mode="reflect")
    places = np.arange(-half, half + 1)
    profile = np.ones(side) if fast_mode or side == 1 else np.exp(-(places**2) / (2 * ((side - 1) / 4) ** 2))
    kernel = np.outer(profile, profile)
    kernel /= kernel.sum()

    def patch(r, c):
        return padded[r + reach : r + reach + side, c + reach : c + reach + side]

    out = np.zeros_like(colours)
    for r in range(rows):
        for c in range(cols):
            total, mass = 0, 0
            for rr in range(r - reach, r + reach + 1):
                for cc in range(c - reach, c + reach + 1):
                    if not fast_mode and not (0 <= rr < rows and 0 <= cc < cols):
                        continue
                    squares = ((patch(rr, cc) - patch(r, c)) ** 2).mean(axis=2)
                    distance = max((kernel * squares).sum() - 2 * sigma**2, 0)
                    weight = np.exp(-distance / h**2)
                    total, mass = total + weight * padded[rr + border, cc + border], mass + weight
            out[r, c] = total / mass
    return out.reshape(image.shape)


@given(
    st.integers(0, 10**6),
    st.sampled_from([(5, 7), (1, 6), (6, 1), (4, 4, 3), (3, 5, 2)]),
    st.sampled_from([1, 3, 5]),
    st.sampled_from([0, 1, 3]),
    st.sampled_from([0.05, 0.3, 2]),
    st.booleans(),
    st.sampled_from([0, 0.1]),
)
@settings(max_examples=40)
def test_it_is_the_formula(seed, shape, side, reach, h, fast_mode, sigma):
    image = np.random.default_rng(seed).random(shape)
    axis = -1 if image.ndim == 3 else None
    ours = denoise_nl_means(image, side, reach, h, fast_mode, sigma, channel_axis=axis)
    assert_allclose(ours, slow_nl_means(image, side, reach, h, fast_mode, sigma), rtol=0, atol=3e-6)


def test_the_distance_of_a_patch_is_the_mean_over_exactly_its_window():
    squares = np.zeros((15, 12))
    squares[7, 6] = 25
    flat = patch_distances(squares.ravel(), 12, np.full(5, 0.2))  # covers rows 2 to 12, from column 2 on
    distances = np.zeros(15 * 12)
    distances[2 * 13 : 2 * 13 + len(flat)] = flat
    expected = np.zeros((15, 12))
    expected[5:10, 4:9] = 1  # five pixels each way, two on each side
    assert_allclose(distances.reshape(15, 12), expected)


@pytest.mark.parametrize("fast_mode", [True, False])
def test_constants_stay_and_steps_without_noise_stay(fast_mode):
    assert_array_equal(denoise_nl_means(np.full((9, 9), 0.3), fast_mode=fast_mode), 0.3)
    step = np.repeat([0.0, 1.0], 8) * np.ones((16, 1))
    assert_allclose(denoise_nl_means(step, 3, 5, h=0.1, fast_mode=fast_mode), step, atol=1e-6)


@pytest.mark.parametrize("fast_mode", [True, False])
def test_a_wide_h_gives_the_plain_mean(fast_mode):
    image = np.random.default_rng(0).random((9, 9))
    out = denoise_nl_means(image, 3, 2, h=1e9, fast_mode=fast_mode)
    assert_allclose(out[4, 4], image[2:7, 2:7].mean(), atol=1e-6)


def test_noise_goes_and_texture_stays():
    rng = np.random.default_rng(0)
    clean = np.indices((48, 48)).sum(axis=0) // 3 % 2 * 0.6 + 0.2
    noisy = clean + rng.normal(0, 0.1, clean.shape)
    for fast_mode, share in ((True, 0.8), (False, 0.6)):
        out = denoise_nl_means(noisy, 5, 6, h=share * 0.1, sigma=0.1, fast_mode=fast_mode)
        assert ((out - clean) ** 2).mean() < 0.25 * ((noisy - clean) ** 2).mean()


def test_even_patches_count_as_the_next_larger():
    image = np.random.default_rng(0).random((9, 9))
    assert_array_equal(denoise_nl_means(image, 4, 2), denoise_nl_means(image, 5, 2))


def test_preserve_range_keeps_integers_as_they_are():
    image = np.random.default_rng(0).integers(0, 256, (9, 9), dtype=np.uint8)
    scaled = denoise_nl_means(image, 3, 2, h=0.2)
    kept = denoise_nl_means(image, 3, 2, h=0.2 * 255, preserve_range=True)
    assert_allclose(kept, 255 * scaled, atol=1e-3)


@pytest.mark.parametrize("scale", [1e-300, 1e-30, 1e30, 1e300])
def test_any_unit_of_brightness(scale):
    image = np.random.default_rng(0).random((8, 8))
    out = denoise_nl_means(image, 3, 2, 0.2, sigma=0.1)
    assert_allclose(denoise_nl_means(image * scale, 3, 2, 0.2 * scale, sigma=0.1 * scale), out * scale, rtol=1e-5)


@pytest.mark.parametrize("sigma", [0, 0.1])
def test_the_weights_around_a_pixel_are_those_of_the_filter(sigma):
    image = np.random.default_rng(0).random((15, 15, 3))
    weights = weights_around(image, (7, 6), 1, 4, 0.4, sigma)
    mean = (weights[..., None] * image[3:12, 2:11]).sum(axis=(0, 1)) / weights.sum()
    ours = denoise_nl_means(image, 3, 4, 0.4, sigma=sigma, channel_axis=-1)
    assert_allclose(mean, ours[7, 6], atol=1e-6)
    assert weights[4, 4] == 1
    beyond = weights_around(np.pad(image, [(2, 2), (2, 2), (0, 0)], mode="reflect"), (2, 16), 0, 2, 0.4)
    assert_array_equal(weights_around(image, (0, 14), 0, 2, 0.4), beyond)  # a mirrored border counts


@pytest.mark.parametrize(
    ("given_type", "result"), [("f2", "f4"), ("f4", "f4"), ("f8", "f8"), ("u1", "f8"), ("?", "f8")]
)
@pytest.mark.parametrize("preserve_range", [False, True])
def test_types(given_type, result, preserve_range):
    image = np.eye(6).astype(given_type)
    assert denoise_nl_means(image, 3, 2, preserve_range=preserve_range).dtype == result


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"patch_size": 0}, "patch_size is a whole number"),
        ({"patch_distance": -1}, "patch_distance is a whole number"),
        ({"h": 0}, "difference of grey levels"),
        ({"h": np.nan}, "difference of grey levels"),
        ({"sigma": -1}, "standard deviation of the noise"),
    ],
)
def test_wrong_parameters_say_what_is_right(arguments, says):
    with pytest.raises(ValueError, match=says):
        denoise_nl_means(np.eye(5), **arguments)


@pytest.mark.parametrize("name", ["h", "sigma", "patch_size", "patch_distance"])
@pytest.mark.parametrize("value", [None, "1", np.inf, np.array([1.5, 2])])
def test_what_is_no_number_is_refused(name, value):
    with pytest.raises((ValueError, TypeError), match=f"{name} .*, got"):
        denoise_nl_means(np.eye(4), **{name: value})
