"""denoise_tv_chambolle against scikit-image: the same steps, the same end."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from skimage import data
from skimage.restoration import denoise_tv_chambolle as theirs
from skimage.util import random_noise

from course_lib.restoration import denoise_tv_chambolle

GREY = random_noise(data.camera()[::4, ::4], rng=0)
COLOUR = random_noise(data.astronaut()[::4, ::4], rng=0)


@pytest.mark.parametrize("weight", [0.02, 0.1, 0.5])
@pytest.mark.parametrize(("eps", "most"), [(2e-4, 200), (1e-3, 200), (0, 7)])
def test_to_the_last_digits(weight, eps, most):
    ours = denoise_tv_chambolle(GREY, weight, eps, most)
    assert_allclose(ours, theirs(GREY, weight, eps, most), rtol=0, atol=1e-13)
    ours = denoise_tv_chambolle(COLOUR, weight, eps, most, channel_axis=-1)
    assert_allclose(ours, theirs(COLOUR, weight, eps, most, channel_axis=-1), rtol=0, atol=1e-13)


@pytest.mark.parametrize("kind", [np.uint8, np.float32])
def test_types(kind):
    picture = (GREY * 255).astype(kind) if kind is np.uint8 else GREY.astype(kind)
    ours, out = denoise_tv_chambolle(picture), theirs(picture)
    assert ours.dtype == out.dtype
    assert_allclose(ours, out, rtol=0, atol=1e-13 if kind is np.uint8 else 2e-6)
