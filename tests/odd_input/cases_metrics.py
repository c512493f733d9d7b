"""The odd pictures that metrics meet: each beside itself upside down."""

from course_lib import metrics


def beside(function, **options):
    def call(image):
        return function(
            image, image[::-1] if isinstance(image, list) or getattr(image, "ndim", 0) else image, **options
        )

    return call


def similarity(image):
    axis = -1 if getattr(image, "ndim", 2) == 3 else None
    return beside(metrics.structural_similarity, data_range=1, channel_axis=axis, full=True)(image)


CASES = {
    "metrics.mean_squared_error": beside(metrics.mean_squared_error),
    "metrics.peak_signal_noise_ratio": beside(metrics.peak_signal_noise_ratio, data_range=255),
    "metrics.structural_similarity": similarity,
}
INFINITE = {"metrics.peak_signal_noise_ratio"}  # equal pictures have no noise
