"""The odd pictures that colour conversions meet."""

from course_lib import color

CASES = {
    "color.gray2rgb": color.gray2rgb,
    "color.rgb2gray": color.rgb2gray,
}
