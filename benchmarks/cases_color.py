"""Colour conversions on the 512 x 512 astronaut."""

import skimage.color
import skimage.data

from course_lib import color

COLOUR = skimage.data.astronaut()
FLOAT = COLOUR / 255
GREY = skimage.data.camera()

CASES = [
    ("rgb2gray uint8", lambda: color.rgb2gray(COLOUR), lambda: skimage.color.rgb2gray(COLOUR)),
    ("rgb2gray floats", lambda: color.rgb2gray(FLOAT), lambda: skimage.color.rgb2gray(FLOAT)),
    ("gray2rgb", lambda: color.gray2rgb(GREY), lambda: skimage.color.gray2rgb(GREY)),
]
