"""Noise: the explorer."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from course_lib import explore
from course_lib.util import img_as_float


@pytest.mark.parametrize("kind", ["gaussian", "salt", "pepper", "s&p"])
def test_the_histogram_of_the_noise_has_every_change_where_it_lies(kind):
    explorer = explore.noise_kinds(kind=kind)
    clean = img_as_float(explorer.image)
    change = explorer.panes["with noise"] - clean
    (curve,) = explorer.panes["the noise, where it is not 0"].curves
    assert curve.y.sum() == np.count_nonzero(change)
    assert_allclose((curve.x * curve.y).sum() / curve.y.sum(), change[change != 0].mean(), atol=0.01)


@pytest.mark.parametrize(
    ("kind", "below", "above"), [("salt", 0, 1), ("pepper", 1, 0), ("s&p", 0.5, 0.5), ("poisson", 0.5, 0.5)]
)
def test_on_which_side_of_0_the_noise_lies(kind, below, above):
    explorer = explore.noise_kinds(kind=kind)
    change = explorer.panes["with noise"] - img_as_float(explorer.image)
    assert np.mean(change[change != 0] < 0) == pytest.approx(below, abs=0.03)
    assert np.mean(change[change != 0] > 0) == pytest.approx(above, abs=0.03)


@pytest.mark.parametrize(("kind", "bell"), [("poisson", True), ("speckle", True), ("salt", False), ("pepper", False)])
def test_which_noise_has_its_peak_at_0(kind, bell):
    explorer = explore.noise_kinds(kind=kind)
    (curve,) = explorer.panes["the noise, where it is not 0"].curves
    far = curve.x > 0.4 if kind == "salt" else curve.x < -0.4
    assert (abs(curve.x[curve.y.argmax()]) < 0.03) == bell
    assert (curve.y[far].sum() > 0.1 * curve.y.sum()) == (not bell)
