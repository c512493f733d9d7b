"""The odd pictures that metrics meet: each beside itself upside down."""

import numpy as np

from course_lib import metrics


def beside(function, **options):
    def call(image):
        return function(
            image, image[::-1] if isinstance(image, list) or getattr(image, "ndim", 0) else image, **options
        )

    return call


def axis(image):
    try:
        return -1 if np.ndim(image) == 3 else None
    except ValueError:  # a ragged list has no number of axes
        return None


def similarity(image):
    return beside(metrics.structural_similarity, data_range=1, channel_axis=axis(image), full=True)(image)


CASES = {
    "metrics.mean_squared_error": beside(metrics.mean_squared_error),
    "metrics.peak_signal_noise_ratio": beside(metrics.peak_signal_noise_ratio, data_range=255),
    "metrics.structural_similarity": similarity,
}
INFINITE = {"metrics.peak_signal_noise_ratio"}  # equal pictures have no noise
