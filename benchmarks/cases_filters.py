"""Smoothing, edges and sharpening on 512 x 512 pictures."""

import skimage.data
import skimage.filters
import skimage.morphology

from course_lib import filters

GREY = skimage.data.camera()
FLOAT = GREY / 255
COLOUR = skimage.data.astronaut()
SMALL, LARGE = skimage.morphology.disk(2), skimage.morphology.disk(5)


def both(name, function, *arguments, **options):
    """One row of the table: the same call of ours and of scikit-image."""
    return (
        name,
        lambda: getattr(filters, function)(*arguments, **options),
        lambda: getattr(skimage.filters, function)(*arguments, **options),
    )


CASES = [
    both("gaussian sigma=1 grey", "gaussian", FLOAT, 1),
    both("gaussian sigma=5 grey", "gaussian", FLOAT, 5),
    both("gaussian sigma=1 colour", "gaussian", COLOUR, 1, channel_axis=-1),
    both("gaussian sigma=5 colour", "gaussian", COLOUR, 5, channel_axis=-1),
    both("median 3x3 uint8", "median", GREY),
    both("median 3x3 floats", "median", FLOAT),
    both("median disk 2 floats", "median", FLOAT, SMALL),
    both("median disk 5 uint8", "median", GREY, LARGE),
    both("sobel", "sobel", FLOAT),
    both("sobel_h", "sobel_h", FLOAT),
    both("sobel_v", "sobel_v", FLOAT),
    both("prewitt", "prewitt", FLOAT),
    both("prewitt_h", "prewitt_h", FLOAT),
    both("prewitt_v", "prewitt_v", FLOAT),
    both("scharr", "scharr", FLOAT),
    both("scharr_h", "scharr_h", FLOAT),
    both("scharr_v", "scharr_v", FLOAT),
    both("roberts", "roberts", FLOAT),
    both("laplace", "laplace", FLOAT),
    both("unsharp_mask", "unsharp_mask", FLOAT, 2),
]
