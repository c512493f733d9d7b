"""Colour conversions on the 512 x 512 astronaut."""

import skimage.color
import skimage.data
import skimage.segmentation

from course_lib import color

COLOUR = skimage.data.astronaut()
FLOAT = COLOUR / 255
GREY = skimage.data.camera()
HSV, LAB = skimage.color.rgb2hsv(COLOUR), skimage.color.rgb2lab(COLOUR)
LABELS = skimage.segmentation.slic(COLOUR, 200)


def pair(name, *args, **kwargs):
    ours, theirs = getattr(color, name), getattr(skimage.color, name)
    return lambda: ours(*args, **kwargs), lambda: theirs(*args, **kwargs)


CASES = [
    ("rgb2gray uint8", *pair("rgb2gray", COLOUR)),
    ("rgb2gray floats", *pair("rgb2gray", FLOAT)),
    ("rgb2gray float32", *pair("rgb2gray", FLOAT.astype("float32"))),
    ("gray2rgb", *pair("gray2rgb", GREY)),
    ("rgb2hsv", *pair("rgb2hsv", COLOUR)),
    ("hsv2rgb", *pair("hsv2rgb", HSV)),
    ("rgb2lab uint8", *pair("rgb2lab", COLOUR)),
    ("rgb2lab floats", *pair("rgb2lab", FLOAT)),
    ("lab2rgb", *pair("lab2rgb", LAB)),
    ("label2rgb avg", *pair("label2rgb", LABELS, COLOUR, kind="avg")),
    ("label2rgb overlay", *pair("label2rgb", LABELS, COLOUR)),
]
