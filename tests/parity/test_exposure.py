"""Histograms and contrast against scikit-image. The deviations, each with its cause:

- `equalize_adapthist`: theirs tops up bins that the equal share had just brought near the limit a second time,
  so a clipped histogram loses more excess than it has; Zuiderveld treats each bin once. On the cameraman the
  pictures differ by up to 0.025 (mean 0.003). With their rule put in, 2e-4 is left (they cut
  to 14 bits after blending);
- `equalize_adapthist` of a constant picture returns it; theirs returns what it clips to;
- `adjust_gamma` clips to the type's range; theirs wraps around for types other than uint8;
- float16 becomes float32;
- `histogram` counts bool as 0 and 1, and warns of nothing.
"""

import numpy as np
import pytest
import skimage.data
import skimage.exposure
from numpy.testing import assert_allclose

from course_lib import exposure
from course_lib.exposure import adaptive

GREY = skimage.data.camera()[::2, ::2]
COLOUR = skimage.data.astronaut()[::4, ::4]
OTHER = skimage.data.coffee()[::5, ::5]
PICTURES = {
    "uint8": GREY,
    "uint16": GREY.astype(np.uint16) * np.uint16(257),
    "int16": GREY.astype(np.int16) - np.int16(100),
    "float64": GREY / 255,
    "float32": (GREY / 255).astype(np.float32),
    "negative": GREY / 255 - 0.5,
}


def both(name, *args, **kwargs):
    return getattr(exposure, name)(*args, **kwargs), getattr(skimage.exposure, name)(*args, **kwargs)


def same(ours, theirs, tolerance=1e-12):
    ours, theirs = np.asarray(ours), np.asarray(theirs)
    assert ours.dtype == theirs.dtype
    assert ours.shape == theirs.shape
    assert_allclose(ours, theirs, atol=1e-6 if ours.dtype == np.float32 else tolerance)


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize("options", [{}, {"nbins": 17}, {"normalize": True}, {"source_range": "dtype"}])
def test_histogram(kind, options):
    for ours, theirs in zip(*both("histogram", PICTURES[kind], **options), strict=True):
        same(ours, theirs)


@pytest.mark.parametrize("image", [COLOUR, COLOUR / 255])
def test_histogram_of_channels(image):
    for ours, theirs in zip(*both("histogram", image, channel_axis=-1), strict=True):
        same(ours, theirs)


@pytest.mark.parametrize("kind", PICTURES)
def test_equalize_hist(kind):
    for ours, theirs in zip(*both("cumulative_distribution", PICTURES[kind]), strict=True):
        same(ours, theirs)
    same(*both("equalize_hist", PICTURES[kind]))
    same(*both("equalize_hist", PICTURES[kind], nbins=50, mask=GREY > 100))


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"in_range": (20, 200)},
        {"in_range": (0.2, 0.7)},
        {"out_range": (0, 1)},
        {"out_range": "uint8"},
        {"out_range": np.uint16},
        {"out_range": "uint12"},
        {"in_range": "dtype", "out_range": "float64"},
        {"out_range": "image"},
    ],
)
def test_rescale_intensity(kind, options):
    same(*both("rescale_intensity", PICTURES[kind], **options))


@pytest.mark.parametrize("kind", ["uint8", "uint16", "float64", "float32"])
@pytest.mark.parametrize("arguments", [(1,), (0.4,), (2.2, 0.9), (0,)])
def test_adjust_gamma(kind, arguments):
    same(*both("adjust_gamma", PICTURES[kind], *arguments))


def test_gamma_does_not_wrap_around():
    image = np.array([[60000]], np.uint16)
    assert exposure.adjust_gamma(image, 1, 2)[0, 0] == 65535


@pytest.mark.parametrize("kind", PICTURES)
def test_is_low_contrast(kind):
    for picture in (PICTURES[kind], PICTURES[kind] // 16 if kind.startswith("uint") else PICTURES[kind] / 30):
        ours, theirs = both("is_low_contrast", picture)
        assert ours == theirs
    ours, theirs = both("is_low_contrast", COLOUR // 20 + 100)
    assert ours == theirs


@pytest.mark.parametrize("kind", PICTURES)
def test_match_histograms(kind):
    reference = PICTURES[kind][:90, 40:] // 2 if kind.startswith("uint") else PICTURES[kind][:90, 40:] ** 2
    same(*both("match_histograms", PICTURES[kind], reference.astype(PICTURES[kind].dtype)))


def test_match_histograms_of_channels():
    same(*both("match_histograms", COLOUR, OTHER, channel_axis=-1))
    same(*both("match_histograms", COLOUR / 255, OTHER / 255, channel_axis=-1))


def clip_as_theirs(counts, limit):
    """Clip as `adaptive.clip` does, with their second top-up before the rest is spread."""
    excess = int(np.maximum(counts - limit, 0).sum())
    counts = np.minimum(counts, limit)
    share = excess // len(counts)
    low = counts < limit - share
    counts[low] += share
    excess -= share * np.count_nonzero(low)
    again = (counts >= limit - share) & (counts < limit)  # holds bins that have had their share
    excess -= int((limit - counts[again]).sum())
    counts[again] = limit
    while excess > 0 and (counts < limit).any():
        for start in range(len(counts)):
            step = max(1, np.count_nonzero(counts < limit) // excess)
            chosen = np.arange(start, len(counts), step)
            chosen = chosen[counts[chosen] < limit]
            counts[chosen] += 1
            excess -= len(chosen)
            if excess <= 0:
                break
    return counts


ADAPTIVE = [{}, {"clip_limit": 0.03}, {"kernel_size": 30}, {"kernel_size": (17, 40), "nbins": 64}, {"clip_limit": 0}]


@pytest.mark.parametrize("options", ADAPTIVE)
@pytest.mark.parametrize("image", [GREY, GREY / 255, GREY[:101, :77], COLOUR], ids=["uint8", "floats", "odd", "colour"])
def test_equalize_adapthist_with_their_clipping(image, options, monkeypatch):
    monkeypatch.setattr(adaptive, "clip", lambda tiles, limit: np.apply_along_axis(clip_as_theirs, -1, tiles, limit))
    same(*both("equalize_adapthist", image, **options), tolerance=3e-4)


def test_equalize_adapthist_deviates_by_its_clipping():
    ours, theirs = both("equalize_adapthist", skimage.data.camera())
    difference = np.abs(ours - theirs)
    assert 0.01 < difference.max() < 0.03
    assert difference.mean() < 0.005
