"""The odd pictures that histograms and contrast meet."""

from course_lib import exposure

CASES = {
    "exposure.histogram": lambda image: [
        exposure.histogram(image),
        exposure.histogram(image, normalize=True, channel_axis=-1),
    ],
}
