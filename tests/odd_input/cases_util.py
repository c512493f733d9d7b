"""The odd pictures that conversions between number types meet."""

from course_lib import util

CASES = {
    "util.img_as_float": util.img_as_float,
    "util.img_as_ubyte": util.img_as_ubyte,
    "util.invert": lambda image: [util.invert(image), util.invert(image, signed_float=True)],
}
