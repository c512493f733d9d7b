"""The odd pictures that histograms and contrast meet."""

import numpy as np

from course_lib import exposure

REFERENCE = np.linspace(0, 1, 30).reshape(5, 6)

CASES = {
    "exposure.adjust_gamma": lambda image: exposure.adjust_gamma(image, 0.5, 2),
    "exposure.cumulative_distribution": exposure.cumulative_distribution,
    "exposure.equalize_adapthist": exposure.equalize_adapthist,
    "exposure.equalize_hist": exposure.equalize_hist,
    "exposure.histogram": lambda image: [
        exposure.histogram(image),
        exposure.histogram(image, normalize=True, channel_axis=-1),
    ],
    "exposure.is_low_contrast": exposure.is_low_contrast,
    "exposure.match_histograms": lambda image: [
        exposure.match_histograms(image, REFERENCE),
        exposure.match_histograms(REFERENCE, image),
    ],
    "exposure.rescale_intensity": lambda image: [
        exposure.rescale_intensity(image),
        exposure.rescale_intensity(image, out_range=(0, 100)),
        exposure.rescale_intensity(image, (0.2, 0.6), "uint8"),
    ],
}
