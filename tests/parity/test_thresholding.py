"""Thresholds against scikit-image.

Levels are equal on every picture here. The deviations, each with its cause:
- `threshold_li` of floats agrees to rounding, since its means are taken from running sums;
- `threshold_local` agrees to rounding (means are divided once, Gaussians are summed in another order);
- `threshold_minimum` smooths in float64, scikit-image in float32, so the last ripple may vanish in another round;
- `threshold_otsu` and `threshold_yen` sum float64 counts, scikit-image float32: a tie may go to another level.
"""

import numpy as np
import pytest
import skimage.color
import skimage.data
import skimage.filters
from numpy.testing import assert_allclose, assert_array_equal

from course_lib import filters

CAMERA = skimage.data.camera()
PICTURES = {
    "camera": CAMERA,
    "coins": skimage.data.coins(),
    "page": skimage.data.page(),
    "moon": skimage.data.moon(),
    "text": skimage.data.text(),
    "brick": skimage.data.brick(),
    "coffee in grey": skimage.color.rgb2gray(skimage.data.coffee()),
    "float32": CAMERA.astype(np.float32) / np.float32(255),
    "uint16": CAMERA.astype(np.uint16) * np.uint16(3),
    "signed": CAMERA.astype(np.int16) - np.int16(100),
    "bool-like": (CAMERA > 100).astype(np.uint8),
}
METHODS = ["isodata", "li", "mean", "minimum", "otsu", "triangle", "yen"]


def both(name, *args, **kwargs):
    """Return what ours and scikit-image's function give; an error is its type."""

    def call(module):
        try:
            return getattr(module, name)(*args, **kwargs)
        except RuntimeError:
            return RuntimeError

    return call(filters), call(skimage.filters)


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("method", METHODS)
def test_levels_are_the_same(method, name):
    ours, theirs = both(f"threshold_{method}", PICTURES[name])
    if method == "li":
        tolerance = 1e-6 if PICTURES[name].dtype == np.float32 else 1e-12
        assert_allclose(ours, theirs, rtol=tolerance)
    else:
        assert ours == theirs


@pytest.mark.parametrize("method", ["isodata", "minimum", "otsu", "yen"])
def test_histograms_in_place_of_pictures(method):
    counts = np.bincount(CAMERA.ravel(), minlength=256)
    for hist in (counts, (counts, np.arange(256) / 255)):
        ours, theirs = both(f"threshold_{method}", hist=hist)
        assert ours == theirs


@pytest.mark.parametrize("method", ["isodata", "otsu", "triangle", "yen"])
def test_bins_for_floats(method):
    for nbins in (2, 17, 256, 1000):
        ours, theirs = both(f"threshold_{method}", CAMERA / 255, nbins=nbins)
        assert ours == theirs


def test_isodata_returns_all():
    image = np.random.default_rng(2).integers(0, 256, (40, 40)).astype(np.uint8) // 64 * 60
    ours, theirs = both("threshold_isodata", image, return_all=True)
    assert len(ours) > 1
    assert_array_equal(ours, theirs)


@pytest.mark.parametrize("options", [{"initial_guess": 50}, {"initial_guess": np.median}, {"tolerance": 3}])
def test_li_takes_the_same_steps(options):
    ours, theirs = [], []
    filters.threshold_li(CAMERA, **options, iter_callback=ours.append)
    skimage.filters.threshold_li(CAMERA, **options, iter_callback=theirs.append)
    assert_allclose(ours, theirs)


@pytest.mark.parametrize("name", ["page", "coffee in grey", "float32", "signed"])
@pytest.mark.parametrize("method", ["gaussian", "mean", "median"])
@pytest.mark.parametrize("block_size", [3, 11, (5, 9)])
def test_local_thresholds_agree_to_rounding(name, method, block_size):
    image = PICTURES[name][:100, :120]
    ours, theirs = both("threshold_local", image, block_size, method, offset=0.25)
    assert ours.dtype == theirs.dtype
    assert_allclose(ours, theirs, atol=1e-6 if image.dtype == np.float32 else 1e-11)


@pytest.mark.parametrize("mode", ["reflect", "mirror", "nearest", "wrap", "constant"])
@pytest.mark.parametrize("method", ["gaussian", "mean", "median", "generic"])
def test_border_rules(mode, method):
    param = np.ptp if method == "generic" else None
    ours, theirs = both("threshold_local", CAMERA[:30, :25], 7, method, 0, mode, param, 33)
    assert_allclose(ours, theirs, atol=1e-11)


def test_try_all_returns_what_theirs_does(capsys):
    figures = [module.try_all_threshold(CAMERA[::8, ::8], figsize=(5, 4)) for module in (filters, skimage.filters)]
    (ours, our_axes), (theirs, their_axes) = figures
    assert [ax.get_title() for ax in our_axes] == [ax.get_title() for ax in their_axes]
    assert our_axes.shape == their_axes.shape
    assert tuple(ours.get_size_inches()) == tuple(theirs.get_size_inches())
    for one, other in zip(our_axes, their_axes, strict=True):
        assert_array_equal(one.images[0].get_array(), other.images[0].get_array())
    assert "threshold_otsu" in capsys.readouterr().out  # theirs: ours prints nothing


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize(("window", "k"), [(15, 0.2), ((5, 9), 0.5)])
def test_text_thresholds(name, window, k):
    image = PICTURES[name][:90, :100]
    for method in ("niblack", "sauvola"):
        ours, theirs = both(f"threshold_{method}", image, window, k)
        assert ours.dtype == theirs.dtype
        # their variance is a difference of two nearly equal sums: its root is right to half of the digits
        scale = max(float(np.abs(image).max()), 1)
        assert_allclose(ours, theirs, atol=scale * (1e-3 if image.dtype == np.float32 else 1e-6))


@pytest.mark.parametrize("name", ["camera", "coins", "page", "moon", "coffee in grey"])
@pytest.mark.parametrize("classes", [2, 3, 4])
def test_multiotsu(name, classes):
    ours, theirs = both("threshold_multiotsu", PICTURES[name], classes)
    assert_array_equal(ours, theirs)


@pytest.mark.parametrize(("low", "high"), [(100, 180), (180, 100), (0, 255)])
def test_hysteresis(low, high):
    ours, theirs = both("apply_hysteresis_threshold", CAMERA, low, high)
    assert ours.dtype == theirs.dtype
    assert_array_equal(ours, theirs)
