"""inpaint_biharmonic against scikit-image: the same system, the same surface."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from skimage import data
from skimage.restoration import inpaint_biharmonic as theirs

from course_lib.restoration import inpaint_biharmonic


def masks():
    rng = np.random.default_rng(0)
    logo, border, strokes = np.zeros((3, 128, 128), bool)
    logo[50:80, 60:100] = True
    border[:20, :9] = border[100:, 90:] = border[60:63] = True
    strokes[20:24, 10:110] = strokes[30:120, 40:43] = True
    return {"logo": logo, "border": border, "strokes": strokes, "dots": rng.random((128, 128)) < 0.2}


@pytest.mark.parametrize("split", [False, True])
@pytest.mark.parametrize("name", ["logo", "border", "strokes", "dots"])
def test_grey_and_colour(name, split):
    picture, mask = data.astronaut()[::4, ::4], masks()[name]
    ours = inpaint_biharmonic(picture, mask, split_into_regions=split, channel_axis=-1)
    assert_allclose(ours, theirs(picture, mask, split_into_regions=split, channel_axis=-1), rtol=0, atol=1e-9)
    grey = picture[..., 0] / 255
    ours = inpaint_biharmonic(grey, mask, split_into_regions=split)
    assert_allclose(ours, theirs(grey, mask, split_into_regions=split), rtol=0, atol=1e-9)


def test_float32_is_solved_in_double_precision_here_and_in_single_there():
    picture, mask = (data.camera()[::4, ::4] / 255).astype(np.float32), masks()["logo"]
    exact = theirs(picture.astype(float), mask)
    assert_allclose(inpaint_biharmonic(picture, mask), exact, rtol=0, atol=1e-7)
    assert np.abs(theirs(picture, mask) - exact).max() > 1e-6
