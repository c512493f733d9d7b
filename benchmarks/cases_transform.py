"""Turning and resizing 512 x 512 pictures."""

import skimage.data
import skimage.transform

from course_lib import transform

GREY = skimage.data.camera() / 255
COLOUR = skimage.data.astronaut()


def both(name, function, *arguments, **options):
    """One row of the table: the same call of ours and of scikit-image."""
    return (
        name,
        lambda: getattr(transform, function)(*arguments, **options),
        lambda: getattr(skimage.transform, function)(*arguments, **options),
    )


CASES = [
    both("rotate 30 grey", "rotate", GREY, 30),
    both("rotate 30 colour", "rotate", COLOUR, 30),
    both("rotate 30 resize colour", "rotate", COLOUR, 30, resize=True),
    both("rotate 30 symmetric grey", "rotate", GREY, 30, mode="symmetric"),
    both("rotate 30 nearest grey", "rotate", GREY, 30, order=0),
    both("rotate -90 colour", "rotate", COLOUR, -90),
    both("rescale 3 grey", "rescale", GREY, 3),
    both("rescale 3 colour", "rescale", COLOUR, 3, channel_axis=-1),
    both("rescale 1/4 smoothed colour", "rescale", COLOUR, 1 / 4, anti_aliasing=True, channel_axis=-1),
    both("rescale 1/4 unsmoothed grey", "rescale", GREY, 1 / 4, anti_aliasing=False),
    both("resize 300x400 colour", "resize", COLOUR, (300, 400)),
    both("downscale_local_mean 4 colour", "downscale_local_mean", COLOUR, (4, 4, 1)),
]
