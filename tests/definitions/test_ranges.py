"""Results stay within the range that is promised, and what rounding leaves outside of one is let pass."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays as pictures

from course_lib import color, data, exposure, filters, metrics, show, transform, util
from course_lib.transform.sampling import MODES

SIZES = st.tuples(st.integers(1, 40), st.integers(1, 40))
LEVELS = st.sampled_from([0, 1, 0.7, 1 / 3, 0.1, 254 / 255])
PICTURES = pictures(float, SIZES, elements=LEVELS) | st.tuples(SIZES, LEVELS).map(lambda given: np.full(*given))
BLENDS = {
    "rescale": lambda image, mode: transform.rescale(image, 0.6, mode=mode),
    "resize": lambda image, mode: transform.resize(image, (7, 90), mode=mode),
    "no anti-aliasing": lambda image, mode: transform.rescale(image, 0.6, mode=mode, anti_aliasing=False),
    "nearest, smoothed": lambda image, mode: transform.rescale(image, 0.6, order=0, mode=mode),
    "rotate": lambda image, mode: transform.rotate(image, 33, mode=mode),
    "gaussian": lambda image, mode: filters.gaussian(image, (0.7, 4)),
    "wide gaussian": lambda image, mode: filters.gaussian(image, 30),
    "downscale": lambda image, mode: transform.downscale_local_mean(image, 1 + image.shape[0] % 3),
}


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", BLENDS)
@settings(max_examples=20)
@given(PICTURES, st.sampled_from(MODES))
def test_blends_of_pixels_stay_within_the_picture(name, dtype, image, mode):
    image = image.astype(dtype)
    result = BLENDS[name](image, mode)
    borders = 0 if mode == "constant" or name == "downscale" else image.min()
    assert result.min() >= min(image.min(), borders)
    assert result.max() <= image.max()


@pytest.mark.parametrize("scale", [0.15, 1 / 3, 0.35, 0.55, 0.6, 0.65, 0.8, 1.7])
def test_a_smaller_photograph_becomes_bytes_again(scale):
    coffee, white = data.coffee(), np.full((208, 208), 255, np.uint8)
    for picture, axis in ((coffee, -1), (white, None)):
        small = transform.rescale(picture, scale, channel_axis=axis)
        assert small.max() <= 1
        bytes_again = util.img_as_ubyte(small)
        assert abs(bytes_again.mean() - picture.mean()) < 1
    assert (util.img_as_ubyte(transform.rescale(white, scale)) == 255).all()


def test_without_clip_the_weights_decide():
    image = np.random.default_rng(0).random((40, 40))
    kept = transform.resize(image, (60, 60), mode="constant", cval=5, clip=False)
    assert 1 < kept.max() < 5
    clipped = transform.resize(image, (60, 60), mode="constant", cval=5)
    np.testing.assert_array_equal(clipped, np.clip(kept, image.min(), image.max()))


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_a_few_rounding_errors_are_no_reason_to_refuse(dtype):
    step = np.finfo(dtype).eps
    image = np.array([[-4 * step, 0.2, 1 + 4 * step]], dtype)
    np.testing.assert_array_equal(util.img_as_ubyte(image), [[0, 51, 255]])
    np.testing.assert_array_equal(util.img_as_ubyte(-image[:, :2] - 1 + image[:, 1]), [[0, 0]])
    assert exposure.adjust_gamma(image, 0.5)[0, 0] == 0
    assert show.display_range(image) == (0, 1)
    assert metrics.peak_signal_noise_ratio(image, image + dtype(0.1)) == pytest.approx(20, abs=0.1)
    if dtype == np.float16:  # becomes float32 here, whose rounding is finer
        return
    colours = np.repeat(image[..., np.newaxis], 3, axis=-1)
    colours[..., 1] = 0
    assert color.rgb2hsv(colours)[..., 1].max() <= 1
    assert exposure.equalize_adapthist(colours).min() >= 0


@pytest.mark.parametrize(
    ("values", "remedy"),
    [
        ([0, 1.3], r"np\.clip"),
        ([-1.1, 1], r"np\.clip"),
        ([0, 1.0001], r"got 0\.0 to 1\.0001; .*np\.clip"),
        ([0, 200], "image / 255"),
        ([0, 255], "image / 255"),
        ([0, 4095], "rescale_intensity"),
        ([-20, 100], "rescale_intensity"),
    ],
)
def test_the_advice_fits_the_numbers(values, remedy):
    image = np.array([values], float)
    with pytest.raises(ValueError, match=remedy):
        util.img_as_ubyte(image)
    mended = {
        "image / 255": lambda: image / 255,
        "rescale_intensity": lambda: exposure.rescale_intensity(image, out_range=(0, 1)),
    }.get(remedy, lambda: np.clip(image, 0, 1))()
    assert util.img_as_ubyte(mended).max() > 100


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32, np.float64])
def test_white_stays_white_between_colours(dtype):
    white = np.full((5, 7, 3), np.iinfo(dtype).max if np.dtype(dtype).kind == "u" else 1, dtype)
    assert color.rgb2gray(white).max() <= 1
    util.img_as_ubyte(color.hsv2rgb(color.rgb2hsv(white)))
    assert color.lab2rgb(color.rgb2lab(white)).max() <= 1


def test_what_is_clearly_negative_is_still_refused():
    colours = np.full((4, 4, 3), -0.01)
    for function in (color.rgb2hsv, exposure.adjust_gamma, exposure.equalize_adapthist):
        with pytest.raises(ValueError, match=r"0 or more, got -0\.01"):
            function(colours)
