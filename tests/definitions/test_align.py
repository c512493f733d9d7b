"""A motion from pairs of points: against a search over angles, and with pairs that lie."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from course_lib.feature.align import agreeing, fit_motion, miss_distances, turning
from course_lib.transform import rotate


def best_angle_by_search(here, there):
    """Try every hundredth of a degree; for an angle, the best shift is the mean of what is left over."""

    def cost(angle):
        left = there - here @ turning(angle).T
        return ((left - left.mean(axis=0)) ** 2).sum()

    return min(np.arange(-180, 180, 0.01), key=cost)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_fit_is_the_best_of_all_angles(seed):
    rng = np.random.default_rng(seed)
    here = rng.random((6, 2)) * 50
    there = here @ turning(rng.uniform(-180, 180)).T + [4, -7] + rng.normal(0, 2, here.shape)
    angle, shift = fit_motion(here, there)
    assert angle == pytest.approx(best_angle_by_search(here, there), abs=0.02)
    left = there - here @ turning(angle).T
    assert_allclose(shift, left.mean(axis=0))


def test_the_angle_turns_as_rotate_does():
    image = np.zeros((41, 41))
    image[10, 25] = 1
    turned = rotate(image, 90)
    there = np.argwhere(turned == 1)
    assert_allclose((np.array([[10, 25]]) - 20) @ turning(90).T + 20, there, atol=1e-9)


def test_pairs_that_lie_are_left_out():
    rng = np.random.default_rng(3)
    here = rng.random((60, 2)) * 200
    there = here @ turning(25).T + [30, -12] + rng.normal(0, 0.3, here.shape)
    lying = np.arange(60) % 2 == 0
    there[lying] = rng.random((30, 2)) * 200
    agree = agreeing(here, there, tolerance=2, tries=100, rng=0)
    assert (agree & lying).sum() <= 1
    assert agree[~lying].all()
    angle, shift = fit_motion(here[agree], there[agree])
    assert angle == pytest.approx(25, abs=0.5)
    assert miss_distances(here, there, angle, shift)[~lying].max() < 2


def test_few_pairs_and_unequal_ones():
    assert_array_equal(agreeing([[1, 2]], [[3, 4]]), [False])
    angle, shift = fit_motion([[1, 2]], [[3, 5]])
    assert angle == 0
    assert_allclose(shift, [2, 3])
    with pytest.raises(ValueError, match="equally many points"):
        fit_motion([[1, 2], [3, 4]], [[1, 2]])
