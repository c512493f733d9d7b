"""random_noise against scikit-image: the same seed, the same picture."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from skimage import data
from skimage.util import random_noise as theirs

from course_lib.util.noise import random_noise

KINDS = ["gaussian", "localvar", "poisson", "salt", "pepper", "s&p", "speckle"]


@pytest.mark.parametrize("clip", [True, False])
@pytest.mark.parametrize("low", [0.0, -0.3])
@pytest.mark.parametrize("kind", KINDS)
def test_bit_for_bit_on_float64(kind, low, clip):
    picture = data.astronaut()[:64, :64] / 255 + low
    assert_array_equal(random_noise(picture, kind, rng=7, clip=clip), theirs(picture, kind, rng=7, clip=clip))


@pytest.mark.parametrize("kind", KINDS)
def test_integers_to_the_last_bit_but_one(kind):
    # we divide by 255, they multiply by 1/255
    picture = data.camera()[::8, ::8]
    assert_allclose(random_noise(picture, kind, rng=7), theirs(picture, kind, rng=7), rtol=0, atol=3e-16)


@pytest.mark.parametrize("kind", KINDS)
def test_deviation_float32_stays_float32(kind):
    # theirs is float64 for gaussian, speckle, poisson and localvar noise on a float32 picture
    picture = (data.camera()[::8, ::8] / 255).astype(np.float32)
    ours = random_noise(picture, kind, rng=7)
    assert ours.dtype == np.float32
    assert_allclose(ours, theirs(picture, kind, rng=7), rtol=0, atol=1e-7)
