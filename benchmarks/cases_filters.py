"""Smoothing, edges and sharpening on 512 x 512 pictures."""

import skimage.data
import skimage.filters
import skimage.morphology

from course_lib import filters

from .case import cases_of

GREY = skimage.data.camera()
FLOAT = GREY / 255
COLOUR = skimage.data.astronaut()
SMALL, LARGE = skimage.morphology.disk(2), skimage.morphology.disk(5)


case = cases_of(filters, skimage.filters)
CASES = [
    case("gaussian sigma=1 grey", "gaussian", FLOAT, 1),
    case("gaussian sigma=5 grey", "gaussian", FLOAT, 5),
    case("gaussian sigma=1 colour", "gaussian", COLOUR, 1, channel_axis=-1),
    case("gaussian sigma=5 colour", "gaussian", COLOUR, 5, channel_axis=-1),
    case("median 3x3 uint8", "median", GREY),
    case("median 3x3 floats", "median", FLOAT),
    case("median disk 2 floats", "median", FLOAT, SMALL),
    case("median disk 5 uint8", "median", GREY, LARGE),
    case("sobel", "sobel", FLOAT),
    case("sobel_h", "sobel_h", FLOAT),
    case("sobel_v", "sobel_v", FLOAT),
    case("prewitt", "prewitt", FLOAT),
    case("prewitt_h", "prewitt_h", FLOAT),
    case("prewitt_v", "prewitt_v", FLOAT),
    case("scharr", "scharr", FLOAT),
    case("scharr_h", "scharr_h", FLOAT),
    case("scharr_v", "scharr_v", FLOAT),
    case("roberts", "roberts", FLOAT),
    case("laplace", "laplace", FLOAT),
    case("unsharp_mask", "unsharp_mask", FLOAT, 2),
]
