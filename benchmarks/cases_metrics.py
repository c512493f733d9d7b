"""Metrics of two 512 x 512 pictures."""

import numpy as np
import skimage.data
import skimage.metrics

from course_lib import metrics

GREY = skimage.data.camera() / 255
COLOUR = skimage.data.astronaut()


def both(name, function, image, **options):
    """One row of the table: the same call of ours and of scikit-image, on a picture and itself moved by a row."""
    moved = np.roll(image, 1, axis=0)
    return (
        name,
        lambda: getattr(metrics, function)(image, moved, **options),
        lambda: getattr(skimage.metrics, function)(image, moved, **options),
    )


CASES = [
    both("mean_squared_error grey", "mean_squared_error", GREY),
    both("peak_signal_noise_ratio colour", "peak_signal_noise_ratio", COLOUR),
    both("structural_similarity grey", "structural_similarity", GREY, data_range=1),
    both("structural_similarity gaussian grey", "structural_similarity", GREY, data_range=1, gaussian_weights=True),
    both("structural_similarity colour", "structural_similarity", COLOUR, channel_axis=-1, data_range=255),
]
