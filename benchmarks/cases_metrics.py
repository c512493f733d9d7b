"""Metrics of two 512 x 512 pictures."""

import numpy as np
import skimage.data
import skimage.metrics

from course_lib import metrics

from .case import cases_of

GREY = skimage.data.camera() / 255
COLOUR = skimage.data.astronaut()


case = cases_of(metrics, skimage.metrics)


def moved(name, function, image, **options):
    """Return the case of a picture and itself moved by a row."""
    return case(name, function, image, np.roll(image, 1, axis=0), **options)


CASES = [
    moved("mean_squared_error grey", "mean_squared_error", GREY),
    moved("peak_signal_noise_ratio colour", "peak_signal_noise_ratio", COLOUR),
    moved("structural_similarity grey", "structural_similarity", GREY, data_range=1),
    moved("structural_similarity gaussian grey", "structural_similarity", GREY, data_range=1, gaussian_weights=True),
    moved("structural_similarity colour", "structural_similarity", COLOUR, channel_axis=-1, data_range=255),
]
