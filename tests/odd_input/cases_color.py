"""The odd pictures that colour conversions meet."""

import numpy as np

from course_lib import color

LABELS = {shape: np.arange(np.prod(shape)).reshape(shape) // 10 for shape in [(8, 9), (12, 11)]}


def label2rgb(image):
    """Take the picture as what lies below the labels and, where it can be, as the labels."""
    labels = LABELS[(12, 11) if np.shape(image[:1] if isinstance(image, list) else image)[1:2] == (11,) else (8, 9)]
    if image is None:  # without a picture the labels are painted alone; the mean colours need one
        return color.label2rgb(labels, image, kind="avg")
    results = [color.label2rgb(labels, image, saturation=0.5)]
    if np.ndim(image) == 3:
        return [*results, color.label2rgb(labels, image, kind="avg")]
    return [*results, color.label2rgb(np.asarray(image) > 0.5, bg_color=None)]


CASES = {
    "color.gray2rgb": color.gray2rgb,
    "color.hsv2rgb": color.hsv2rgb,
    "color.lab2rgb": color.lab2rgb,
    "color.label2rgb": label2rgb,
    "color.rgb2gray": color.rgb2gray,
    "color.rgb2hsv": color.rgb2hsv,
    "color.rgb2lab": color.rgb2lab,
}
