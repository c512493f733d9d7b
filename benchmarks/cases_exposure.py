"""Histograms, contrast and number types on 512 x 512 pictures."""

import skimage.data
import skimage.exposure
import skimage.util

from course_lib import exposure, util

GREY, OTHER = skimage.data.camera(), skimage.data.moon()
FLOAT = GREY / 255
COLOUR = skimage.data.astronaut()


def pair(name, *args, **kwargs):
    module, theirs = (exposure, skimage.exposure) if hasattr(exposure, name) else (util, skimage.util)
    return lambda: getattr(module, name)(*args, **kwargs), lambda: getattr(theirs, name)(*args, **kwargs)


CASES = [
    ("histogram uint8", *pair("histogram", GREY)),
    ("histogram floats", *pair("histogram", FLOAT)),
    ("histogram colour", *pair("histogram", COLOUR, channel_axis=-1)),
    ("cumulative_distribution", *pair("cumulative_distribution", GREY)),
    ("equalize_hist uint8", *pair("equalize_hist", GREY)),
    ("equalize_hist floats", *pair("equalize_hist", FLOAT)),
    ("equalize_adapthist grey", *pair("equalize_adapthist", GREY, clip_limit=0.03)),
    ("equalize_adapthist small tiles", *pair("equalize_adapthist", GREY, kernel_size=16, clip_limit=0.03)),
    ("equalize_adapthist colour", *pair("equalize_adapthist", COLOUR, clip_limit=0.03)),
    ("rescale_intensity uint8", *pair("rescale_intensity", GREY, in_range=(50, 200))),
    ("rescale_intensity floats", *pair("rescale_intensity", FLOAT, in_range=(0.2, 0.8))),
    ("adjust_gamma uint8", *pair("adjust_gamma", GREY, 2.2)),
    ("adjust_gamma floats", *pair("adjust_gamma", FLOAT, 2.2)),
    ("is_low_contrast colour", *pair("is_low_contrast", COLOUR)),
    ("match_histograms grey", *pair("match_histograms", GREY, OTHER)),
    ("match_histograms colour", *pair("match_histograms", COLOUR, COLOUR[::-1] // 2, channel_axis=-1)),
    ("img_as_float colour", *pair("img_as_float", COLOUR)),
    ("img_as_ubyte", *pair("img_as_ubyte", FLOAT)),
    ("invert uint8", *pair("invert", COLOUR)),
]
