"""random_noise: each kind has the mean, spread and share that its definition says, and repeats with its seed."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from course_lib.util.noise import _chosen, random_noise

GREY = np.full((300, 400), 0.5)
RAMP = np.tile(np.linspace(0, 1, 256), (400, 1))
KINDS = ["gaussian", "localvar", "poisson", "salt", "pepper", "s&p", "speckle"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_picture_and_another_seed_another(kind):
    assert_array_equal(random_noise(RAMP, kind, rng=5), random_noise(RAMP, kind, rng=5))
    assert (random_noise(RAMP, kind, rng=5) != random_noise(RAMP, kind, rng=6)).any()


@pytest.mark.parametrize("kind", KINDS)
def test_a_generator_is_used_as_it_stands(kind):
    generator = np.random.default_rng(5)
    first = random_noise(RAMP, kind, rng=generator)
    assert_array_equal(first, random_noise(RAMP, kind, rng=5))
    assert (random_noise(RAMP, kind, rng=generator) != first).any()


@pytest.mark.parametrize(("mean", "var"), [(0, 0.01), (0.1, 0.04), (-0.2, 0.0)])
def test_gaussian_noise_is_added_with_its_mean_and_variance(mean, var):
    added = random_noise(GREY, "gaussian", rng=0, clip=False, mean=mean, var=var) - GREY
    assert_allclose([added.mean(), added.var()], [mean, var], atol=1e-3)


def test_speckle_grows_with_the_brightness():
    added = random_noise(RAMP, "speckle", rng=0, clip=False, var=0.04) - RAMP
    assert_allclose(added.std(axis=0), 0.2 * RAMP[0], atol=0.03)


def test_localvar_has_its_own_variance_at_each_pixel():
    variance = 0.001 + 0.1 * RAMP
    added = random_noise(np.zeros_like(RAMP), "localvar", rng=0, clip=False, local_vars=variance)
    assert_allclose(added.var(axis=0), variance[0], rtol=0.5)


def test_photon_counts_have_their_mean_as_variance():
    values = np.repeat(np.arange(1, 5) / 4, 20000).reshape(400, 200)  # four values: four photons make 1
    counted = 4 * random_noise(values, "poisson", rng=0, clip=False)
    assert_array_equal(counted, counted.round())
    for photons in range(1, 5):
        at = counted[values == photons / 4]
        assert_allclose([at.mean(), at.var()], photons, rtol=0.03)


@pytest.mark.parametrize("amount", [0, 0.05, 0.3, 1])
@pytest.mark.parametrize("salt_share", [0, 0.25, 1])
def test_salt_and_pepper_replace_their_share(amount, salt_share):
    noisy = random_noise(GREY, "s&p", rng=0, amount=amount, salt_vs_pepper=salt_share)
    shares = [(noisy == 1).mean(), (noisy == 0).mean(), (noisy == 0.5).mean()]
    assert_allclose(shares, [amount * salt_share, amount * (1 - salt_share), 1 - amount], atol=0.005)


def test_salt_is_white_and_pepper_is_the_least_value():
    assert set(np.unique(random_noise(GREY, "salt", rng=0))) == {0.5, 1}
    assert set(np.unique(random_noise(GREY, "pepper", rng=0))) == {0, 0.5}
    assert set(np.unique(random_noise(RAMP - 0.5, "pepper", rng=0)[:, 200:])) >= {-1}


def test_clip_cuts_to_the_range_of_the_picture():
    assert random_noise(RAMP, rng=0).min() == 0
    assert random_noise(RAMP, rng=0).max() == 1
    assert random_noise(RAMP - 0.9, rng=0, var=4).min() == -1
    assert random_noise(RAMP, rng=0, clip=False).min() < 0


@pytest.mark.parametrize(("given", "result"), [("f2", "f4"), ("f4", "f4"), ("f8", "f8"), ("u1", "f8"), ("?", "f8")])
@pytest.mark.parametrize("kind", KINDS)
def test_the_type_of_the_result_follows_the_picture(given, result, kind):
    picture = np.eye(4).astype(given)
    assert random_noise(picture, kind, rng=0).dtype == result


def test_a_constant_negative_picture_has_no_photons_to_count():
    assert_array_equal(random_noise(np.full((3, 3), -1.0), "poisson", rng=0), -np.ones((3, 3)))


def test_it_is_util_random_noise():
    from course_lib import util

    assert util.random_noise is random_noise


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"mode": "rain"}, "choose one of gaussian"),
        ({"mode": None}, "unknown noise None"),
        ({"mode": "salt", "var": 1}, "it takes amount"),
        ({"mode": "poisson", "var": 1}, "no parameters"),
        ({"mode": "s&p", "amount": 1.5}, "share from 0 to 1"),
        ({"mode": "s&p", "salt_vs_pepper": np.nan}, "salt_vs_pepper is one finite number"),
        ({"var": -1}, "0 or more"),
        ({"mean": np.inf}, "finite"),
        ({"mode": "localvar", "local_vars": np.zeros((2, 2))}, "over 0"),
        ({"mode": "localvar", "local_vars": np.ones(3)}, "shape"),
    ],
)
def test_wrong_parameters_say_what_is_right(arguments, says):
    with pytest.raises(ValueError, match=says):
        random_noise(np.zeros((2, 2)), **arguments)


@pytest.mark.parametrize(
    ("mode", "name"),
    [
        ("gaussian", "mean"),
        ("speckle", "var"),
        ("salt", "amount"),
        ("s&p", "salt_vs_pepper"),
        ("localvar", "local_vars"),
    ],
)
@pytest.mark.parametrize("value", [None, "0.1", 1j], ids=str)
def test_what_is_no_number_is_named(mode, name, value):
    with pytest.raises(TypeError, match=f"{name} is one finite number, got"):
        random_noise(np.zeros((2, 2)), mode, **{name: value})


@pytest.mark.parametrize("picture", [np.full((2, 2), 1e300), np.full((2, 2), -3.0)])
def test_photons_need_a_picture_in_range(picture):
    with pytest.raises(ValueError, match="scale the picture first"):
        random_noise(picture, "poisson")


@pytest.mark.parametrize("mode", [["gaussian"], None, 3])
def test_what_is_no_mode_is_refused(mode):
    with pytest.raises(ValueError, match="choose one of gaussian"):
        random_noise(np.eye(3), mode)


def test_what_is_certain_draws_no_numbers():
    for share in (0, 1):
        assert (_chosen(share, (2, 3), None) == share).all()
