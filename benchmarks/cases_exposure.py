"""Histograms, contrast and number types on 512 x 512 pictures."""

import skimage.data
import skimage.exposure
import skimage.util

from course_lib import exposure, util

GREY = skimage.data.camera()
FLOAT = GREY / 255
COLOUR = skimage.data.astronaut()

CASES = [
    ("histogram uint8", lambda: exposure.histogram(GREY), lambda: skimage.exposure.histogram(GREY)),
    ("histogram floats", lambda: exposure.histogram(FLOAT), lambda: skimage.exposure.histogram(FLOAT)),
    (
        "histogram colour",
        lambda: exposure.histogram(COLOUR, channel_axis=-1),
        lambda: skimage.exposure.histogram(COLOUR, channel_axis=-1),
    ),
    ("img_as_float colour", lambda: util.img_as_float(COLOUR), lambda: skimage.util.img_as_float(COLOUR)),
    ("img_as_ubyte", lambda: util.img_as_ubyte(FLOAT), lambda: skimage.util.img_as_ubyte(FLOAT)),
    ("invert uint8", lambda: util.invert(COLOUR), lambda: skimage.util.invert(COLOUR)),
]
