"""Colour conversions on the 512 x 512 astronaut."""

import skimage.color
import skimage.data
import skimage.segmentation

from course_lib import color

from .case import cases_of

COLOUR = skimage.data.astronaut()
FLOAT = COLOUR / 255
GREY = skimage.data.camera()
HSV, LAB = skimage.color.rgb2hsv(COLOUR), skimage.color.rgb2lab(COLOUR)
LABELS = skimage.segmentation.slic(COLOUR, 200)


case = cases_of(color, skimage.color)
CASES = [
    case("rgb2gray uint8", "rgb2gray", COLOUR),
    case("rgb2gray floats", "rgb2gray", FLOAT),
    case("rgb2gray float32", "rgb2gray", FLOAT.astype("float32")),
    case("gray2rgb", "gray2rgb", GREY),
    case("rgb2hsv", "rgb2hsv", COLOUR),
    case("hsv2rgb", "hsv2rgb", HSV),
    case("rgb2lab uint8", "rgb2lab", COLOUR),
    case("rgb2lab floats", "rgb2lab", FLOAT),
    case("lab2rgb", "lab2rgb", LAB),
    case("label2rgb avg", "label2rgb", LABELS, COLOUR, kind="avg"),
    case("label2rgb overlay", "label2rgb", LABELS, COLOUR),
]
