"""Histograms, contrast and number types on 512 x 512 pictures."""

import skimage.data
import skimage.exposure
import skimage.util

from course_lib import exposure, util

from .case import cases_of

GREY, OTHER = skimage.data.camera(), skimage.data.moon()
FLOAT = GREY / 255
COLOUR = skimage.data.astronaut()


case = cases_of(exposure, skimage.exposure)
conversion = cases_of(util, skimage.util)
CASES = [
    case("histogram uint8", "histogram", GREY),
    case("histogram floats", "histogram", FLOAT),
    case("histogram colour", "histogram", COLOUR, channel_axis=-1),
    case("cumulative_distribution", "cumulative_distribution", GREY),
    case("equalize_hist uint8", "equalize_hist", GREY),
    case("equalize_hist floats", "equalize_hist", FLOAT),
    case("equalize_adapthist grey", "equalize_adapthist", GREY, clip_limit=0.03),
    case("equalize_adapthist small tiles", "equalize_adapthist", GREY, kernel_size=16, clip_limit=0.03),
    case("equalize_adapthist colour", "equalize_adapthist", COLOUR, clip_limit=0.03),
    case("rescale_intensity uint8", "rescale_intensity", GREY, in_range=(50, 200)),
    case("rescale_intensity floats", "rescale_intensity", FLOAT, in_range=(0.2, 0.8)),
    case("adjust_gamma uint8", "adjust_gamma", GREY, 2.2),
    case("adjust_gamma floats", "adjust_gamma", FLOAT, 2.2),
    case("is_low_contrast colour", "is_low_contrast", COLOUR),
    case("match_histograms grey", "match_histograms", GREY, OTHER),
    case("match_histograms colour", "match_histograms", COLOUR, COLOUR[::-1] // 2, channel_axis=-1),
    conversion("img_as_float colour", "img_as_float", COLOUR),
    conversion("img_as_ubyte", "img_as_ubyte", FLOAT),
    conversion("invert uint8", "invert", COLOUR),
]
