"""Turning and resizing against scikit-image 0.26.

Deviations
- `rotate` of float32: scikit-image rounds its coordinates to float32 (differences up to 1e-4 of the range).
- order 0: where two pixels are equally near, rounding decides, and need not do so equally.
- float16 becomes float32 in `downscale_local_mean` too.
- A resized picture keeps its number of channels; `rescale` without channel_axis refuses colours; orders 2 to 5 are
  not offered.
"""

import warnings

import numpy as np
import pytest
import skimage.data
import skimage.transform

from course_lib import transform

GREY = skimage.data.camera()[100:161, 200:275]
COLOUR = skimage.data.astronaut()[150:190, 180:233]
MODES = ["constant", "edge", "symmetric", "reflect", "wrap"]


def compare(name, image, *arguments, atol=1e-12, **options):
    ours = getattr(transform, name)(image, *arguments, **options)
    with warnings.catch_warnings():  # it warns of a sigma along an axis that grows
        warnings.simplefilter("ignore", UserWarning)
        theirs = getattr(skimage.transform, name)(image, *arguments, **options)
    assert ours.shape == theirs.shape
    assert ours.dtype == theirs.dtype
    np.testing.assert_allclose(ours.astype(float), theirs.astype(float), atol=atol, err_msg=f"{arguments} {options}")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("angle", [0, 90, 180, -90, 450, 30, -77.3, 200])
def test_rotate(angle, mode):
    for image in (GREY, COLOUR / 255, GREY[:1, :7], GREY[:9, :1]):
        for resize in (False, True):
            compare("rotate", image, angle, resize, mode=mode)
        compare("rotate", image, angle, center=(3, -4.5), mode=mode)
    compare("rotate", GREY, angle, mode=mode, preserve_range=True, atol=1e-10)
    compare("rotate", (GREY / 255).astype(np.float32), angle, mode=mode, atol=1e-4)


@pytest.mark.parametrize("clip", [True, False])
@pytest.mark.parametrize("cval", [0.25, 3, -1])
def test_clip_and_cval(cval, clip):
    image = 0.2 + GREY / 500
    for angle in (10, 45, 100):
        compare("rotate", image, angle, cval=cval, clip=clip)
        compare("rotate", image, angle, resize=True, cval=cval, clip=clip)
    for shape in ((30, 90), (122, 150)):
        compare("resize", image, shape, mode="constant", cval=cval, clip=clip)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("shape", [(20, 30), (90, 200), (10, 120), (61, 75)])
def test_resize(shape, mode):
    for image in (GREY, COLOUR / 255):
        for anti_aliasing in (None, True, False):
            compare("resize", image, shape, mode=mode, anti_aliasing=anti_aliasing)
    compare("resize", GREY, shape, mode=mode, anti_aliasing=True, anti_aliasing_sigma=(0.7, 2))
    compare("resize", GREY.astype(np.float32), shape, mode=mode, atol=1e-3)


def test_order_0_keeps_types():
    for image in (GREY, GREY > 100, COLOUR, GREY.astype(np.float16)):
        compare("resize", image, (2 * image.shape[0], 2 * image.shape[1]), order=0)
        compare("resize", image, (24, 37), order=0, anti_aliasing=False)
        compare("rescale", image, 2, order=0, channel_axis=-1 if image.ndim == 3 else None)
        compare("rotate", image, 31, order=0)
    compare("resize", GREY / 255, (20, 25), order=0)


@pytest.mark.parametrize("scale", [0.3, 1 / 4, 3, (0.5, 3)])
def test_rescale(scale):
    compare("rescale", GREY, scale)
    compare("rescale", COLOUR, scale, anti_aliasing=False, channel_axis=-1)
    compare("rescale", COLOUR, scale, anti_aliasing=True, channel_axis=-1)
    compare("rescale", GREY, scale, preserve_range=True, atol=1e-10)


def test_downscale_local_mean():
    for dtype in (np.uint8, np.int64, np.float32, float, bool):
        compare("downscale_local_mean", GREY.astype(dtype), (4, 3), atol=1e-4)
        compare("downscale_local_mean", COLOUR.astype(dtype), (4, 3, 1), atol=1e-4)
    compare("downscale_local_mean", GREY, 2)
    compare("downscale_local_mean", GREY, (2, 2), cval=7)
