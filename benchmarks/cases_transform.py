"""Turning and resizing 512 x 512 pictures."""

import skimage.data
import skimage.transform

from course_lib import transform

from .case import cases_of

GREY = skimage.data.camera() / 255
COLOUR = skimage.data.astronaut()


case = cases_of(transform, skimage.transform)
CASES = [
    case("rotate 30 grey", "rotate", GREY, 30),
    case("rotate 30 colour", "rotate", COLOUR, 30),
    case("rotate 30 resize colour", "rotate", COLOUR, 30, resize=True),
    case("rotate 30 symmetric grey", "rotate", GREY, 30, mode="symmetric"),
    case("rotate 30 nearest grey", "rotate", GREY, 30, order=0),
    case("rotate -90 colour", "rotate", COLOUR, -90),
    case("rescale 3 grey", "rescale", GREY, 3),
    case("rescale 3 colour", "rescale", COLOUR, 3, channel_axis=-1),
    case("rescale 1/4 smoothed colour", "rescale", COLOUR, 1 / 4, anti_aliasing=True, channel_axis=-1),
    case("rescale 1/4 unsmoothed grey", "rescale", GREY, 1 / 4, anti_aliasing=False),
    case("resize 300x400 colour", "resize", COLOUR, (300, 400)),
    case("downscale_local_mean 4 colour", "downscale_local_mean", COLOUR, (4, 4, 1)),
]
