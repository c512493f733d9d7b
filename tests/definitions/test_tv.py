"""denoise_tv_chambolle against loops, and against what the minimum of its energy must look like."""

import itertools

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings
from numpy.testing import assert_allclose, assert_array_equal

from course_lib.restoration import denoise_tv_chambolle
from course_lib.restoration.tv import chambolle_steps, forward_differences, gradient_length


def slow_gradient(u):
    rows, cols = u.shape
    down, right = np.zeros((2, rows, cols))
    for r in range(rows):
        for c in range(cols):
            down[r, c] = u[r + 1, c] - u[r, c] if r + 1 < rows else 0
            right[r, c] = u[r, c + 1] - u[r, c] if c + 1 < cols else 0
    return down, right


def slow_steps(f, weight, count):
    """Chambolle's projection pixel by pixel: a flow to the next row and one to the next column."""
    rows, cols = f.shape
    p, q = np.zeros((2, rows, cols))
    results = []
    for _ in range(count):
        u = f.copy()
        for r in range(rows):
            for c in range(cols):
                u[r, c] += (p[r - 1, c] if r else 0) - p[r, c] + (q[r, c - 1] if c else 0) - q[r, c]
        down, right = slow_gradient(u)
        length = np.sqrt(down**2 + right**2)
        results.append((u, (((u - f) ** 2).sum() + weight * length.sum()) / f.size))
        p = (p - 0.25 * down) / (1 + 0.25 / weight * length)
        q = (q - 0.25 * right) / (1 + 0.25 / weight * length)
    return results


def total_variation(u):
    down, right = slow_gradient(u)
    return np.sqrt(down**2 + right**2).sum()


@given(st.integers(0, 10**6), st.integers(1, 7), st.integers(1, 7), st.sampled_from([0.01, 0.1, 2]))
@settings(max_examples=30)
def test_every_step_and_its_energy(seed, rows, cols, weight):
    f = np.random.default_rng(seed).random((rows, cols))
    ours = [(u.copy(), energy) for u, energy in itertools.islice(chambolle_steps(f, weight), 12)]
    for (u, energy), (slow_u, slow_energy) in zip(ours, slow_steps(f, weight, 12), strict=True):
        assert_allclose(u, slow_u, atol=1e-13)
        assert_allclose(energy, slow_energy, atol=1e-13)


@given(st.integers(0, 10**6), st.sampled_from([1e-4, 1e-2]), st.integers(1, 40))
@settings(max_examples=20)
def test_it_stops_where_the_energy_stops_falling(seed, eps, most):
    f = np.random.default_rng(seed).random((8, 9))
    f = (f - f.min()) / np.ptp(f)
    expected, energies = None, []
    for u, energy in slow_steps(f, 0.2, most):
        expected = u
        energies.append(energy)
        if len(energies) > 1 and abs(energies[-2] - energy) <= eps * energies[0]:
            break
    assert_allclose(denoise_tv_chambolle(f, 0.2, eps, most), expected, atol=1e-13)


def test_the_result_is_the_minimum():
    rng = np.random.default_rng(0)
    f, weight = rng.random((12, 12)), 0.2
    u = denoise_tv_chambolle(f, weight, eps=0, max_num_iter=3000)

    def energy(v):
        return total_variation(v) + ((v - f) ** 2).sum() / (2 * weight)

    for size in (1e-3, 1e-2, 0.1):
        for _ in range(20):
            assert energy(u + size * rng.normal(size=u.shape)) > energy(u)
    for other in (
        f,
        np.full_like(f, f.mean()),
        denoise_tv_chambolle(f, weight / 2),
        denoise_tv_chambolle(f, weight * 2),
    ):
        assert energy(other) > energy(u)


@pytest.mark.parametrize("weight", [0.1, 0.5, 1.5])
def test_a_step_in_one_dimension_sinks_by_weight_over_its_width(weight):
    f = np.repeat([[0.0, 1.0]], 5, axis=1)  # five pixels of 0, five of 1
    expected = np.repeat([[weight / 5, 1 - weight / 5]], 5, axis=1)
    assert_allclose(denoise_tv_chambolle(f, weight, eps=0, max_num_iter=5000), expected, atol=1e-4)


def test_it_stays_in_the_range_keeps_the_mean_and_lowers_the_variation():
    f = np.random.default_rng(0).random((20, 25))
    variation = [total_variation(denoise_tv_chambolle(f, weight)) for weight in (0, 0.05, 0.2, 1)]
    assert sorted(variation, reverse=True) == variation
    u = denoise_tv_chambolle(f, 0.2)
    assert f.min() <= u.min() <= u.max() <= f.max()
    assert_allclose(u.mean(), f.mean())


def test_edges_survive_better_than_under_a_mean():
    f = np.repeat([0.0, 1.0], 20) * np.ones((40, 1)) + np.random.default_rng(0).normal(0, 0.1, (40, 40))
    u = denoise_tv_chambolle(f, 0.15)
    assert u[:, :15].std() < 0.3 * f[:, :15].std()
    assert (u[:, 20] - u[:, 19]).mean() > 0.8


def test_no_weight_changes_nothing_and_a_constant_stays():
    f = np.random.default_rng(0).random((5, 5))
    assert_array_equal(denoise_tv_chambolle(f, 0), f)
    assert_array_equal(denoise_tv_chambolle(np.full((5, 5), 0.3)), 0.3)


@pytest.mark.parametrize("scale", [1e-300, 1e300])
def test_any_unit_of_brightness(scale):
    f = np.random.default_rng(0).random((8, 8))
    assert_allclose(denoise_tv_chambolle(f * scale, 0.1 * scale), denoise_tv_chambolle(f, 0.1) * scale, rtol=1e-9)
    assert np.isfinite(denoise_tv_chambolle(f * scale, 0.1)).all()


def test_channels_are_smoothed_one_by_one():
    f = np.random.default_rng(0).random((9, 8, 3))
    u = denoise_tv_chambolle(f, channel_axis=-1)
    for c in range(3):
        assert_array_equal(u[..., c], denoise_tv_chambolle(f[..., c]))


def test_pictures_of_one_row_or_column():
    f = np.random.default_rng(0).random((1, 9))
    assert_allclose(denoise_tv_chambolle(f.T), denoise_tv_chambolle(f).T, atol=1e-14)


def test_gradient_is_zero_across_the_border():
    f = np.random.default_rng(0).random((4, 5))
    gradient = forward_differences(f.ravel(), 5)
    assert_array_equal(gradient.reshape(2, 4, 5), slow_gradient(f))
    assert_allclose(gradient_length(gradient), np.hypot(*slow_gradient(f)).ravel())


@pytest.mark.parametrize(("kind", "result"), [("f2", "f4"), ("f4", "f4"), ("f8", "f8"), ("u1", "f8"), ("?", "f8")])
def test_types(kind, result):
    assert denoise_tv_chambolle(np.eye(6).astype(kind)).dtype == result


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"weight": -1}, "how much to smooth"),
        ({"weight": np.nan}, "how much to smooth"),
        ({"eps": -1}, "share of the energy"),
        ({"max_num_iter": 0}, "number of steps"),
    ],
)
def test_wrong_parameters_say_what_is_right(arguments, says):
    with pytest.raises(ValueError, match=says):
        denoise_tv_chambolle(np.eye(5), **arguments)


def test_values_too_far_apart_are_refused():
    with pytest.raises(ValueError, match="too far apart"):
        denoise_tv_chambolle(np.array([[1.7e308, -1.7e308]] * 2))


@pytest.mark.parametrize(
    ("name", "value"), [("max_num_iter", 10.0), ("max_num_iter", None), ("weight", "1"), ("eps", None)]
)
def test_what_is_no_number_is_refused(name, value):
    with pytest.raises((ValueError, TypeError), match=f"{name} .*, got"):
        denoise_tv_chambolle(np.eye(4), **{name: value})
