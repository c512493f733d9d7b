"""Colour conversions against scikit-image.

The same to rounding. The deviations, each with its cause:
- float16 becomes float32 (theirs too, but for `gray2rgb`, which keeps the type in both);
- `hsv2rgb` takes hues beyond 1 around the circle; theirs is defined up to 1;
- `lab2rgb` clips a negative Z without their warning;
- `label2rgb` without a background colour takes `bg_label` for the background; theirs compares the labels' ranks
  where labels lie below it, and then leaves another region unpainted;
- `label2rgb` of float32 is float32 (theirs: float64 for "overlay"), and means are summed as float64: a difference
  of 3e-6 from theirs, summed as float32;
- `rgb2hsv` refuses negative values, of which theirs makes saturations outside of [0, 1].
"""

import numpy as np
import pytest
import skimage.color
import skimage.data
import skimage.segmentation
from numpy.testing import assert_allclose

from course_lib import color
from course_lib.color.labels import COLORS

COLOUR = skimage.data.astronaut()[::4, ::4]
PICTURES = {
    "uint8": COLOUR,
    "uint16": COLOUR.astype(np.uint16) * np.uint16(257),
    "float64": COLOUR / 255,
    "float32": (COLOUR / 255).astype(np.float32),
    "float16": (COLOUR / 255).astype(np.float16),
    "bool": COLOUR > 127,
    "corners": np.array([[[r, g, b] for r in (0, 0.5, 1) for g in (0, 0.5, 1)] for b in (0, 0.5, 1)]),
}
LABELS = skimage.segmentation.slic(COLOUR, 30, start_label=0)


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize("name", ["rgb2gray", "rgb2hsv", "hsv2rgb", "rgb2lab"])
def test_conversions(name, kind):
    image = PICTURES[kind]
    ours, theirs = getattr(color, name)(image), getattr(skimage.color, name)(image)
    assert ours.dtype == theirs.dtype
    single = ours.dtype == np.float32
    # a* and b* reach 100, and float32 has seven digits
    assert_allclose(ours, theirs, atol={"rgb2lab": 2e-4}.get(name, 1e-6) if single else 1e-12)


def test_lab_and_back():
    lab = skimage.color.rgb2lab(COLOUR)
    assert_allclose(color.lab2rgb(lab), skimage.color.lab2rgb(lab), atol=1e-12)


@pytest.mark.parametrize("axis", [-1, 0, 1])
def test_grey_to_colour(axis):
    for image in (COLOUR[..., 0], COLOUR[..., 0] / 255, COLOUR[..., 0] > 100):
        ours, theirs = color.gray2rgb(image, channel_axis=axis), skimage.color.gray2rgb(image, channel_axis=axis)
        assert ours.dtype == theirs.dtype
        assert_allclose(ours, theirs)


@pytest.mark.parametrize("kind", ["uint8", "float64", "float32"])
@pytest.mark.parametrize(
    "options",
    [
        {"kind": "avg"},
        {"kind": "avg", "bg_label": -1},
        {"kind": "avg", "bg_label": 3, "bg_color": (1, 0, 1)},
        {},
        {"alpha": 0.7, "bg_color": None},
        {"bg_label": -1, "saturation": 0.4, "image_alpha": 0.6},
        {"colors": ["red", (0, 0.5, 1)], "bg_label": 5, "bg_color": "yellow"},
    ],
)
def test_labels(options, kind):
    for image in (PICTURES[kind], *([] if "kind" in options else [PICTURES[kind][..., 0], None])):
        ours, theirs = (module.label2rgb(LABELS, image, **options) for module in (color, skimage.color))
        single = image is not None and image.dtype == np.float32
        assert ours.dtype == (np.float32 if single else theirs.dtype)
        assert_allclose(ours, theirs, atol=1e-5 if single else 1e-12)


def test_the_background_is_a_label_and_not_a_rank():
    """Deviation: without a background colour, label 1 is the background, and label 0 is painted."""
    label, image = np.array([[0, 1, 2]]), np.full((1, 3, 3), 0.5)
    ours, theirs = (module.label2rgb(label, image, [(1, 0, 0)], 1, 1, None) for module in (color, skimage.color))
    painted = np.array([1.0, 0, 0])
    assert_allclose(ours[0], [painted, image[0, 0], painted])
    assert not np.allclose(theirs[0], ours[0])


def test_colours_of_a_name_are_theirs():
    label = np.arange(12).reshape(1, 12)
    for names in (list(COLORS), None):
        ours, other = (module.label2rgb(label, colors=names, bg_label=-1) for module in (color, skimage.color))
        assert_allclose(ours, other, atol=1e-12)
