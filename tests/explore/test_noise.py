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
