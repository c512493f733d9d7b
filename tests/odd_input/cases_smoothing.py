"""The odd pictures that smoothing and sharpening meet."""

import numpy as np

from course_lib import filters


def axis(image):
    try:
        return -1 if np.ndim(image) == 3 else None
    except ValueError:  # a ragged list has no number of axes
        return None


CASES = {
    "filters.gaussian": lambda image: [
        filters.gaussian(image, channel_axis=axis(image)),
        filters.gaussian(image, (0, 3), mode="constant", preserve_range=True, channel_axis=axis(image)),
    ],
    "filters.median": lambda image: [filters.median(image), filters.median(image, np.ones((6, 6)), mode="mirror")],
    "filters.unsharp_mask": lambda image: [
        filters.unsharp_mask(image, channel_axis=axis(image)),
        filters.unsharp_mask(image, 2, 3, preserve_range=True, channel_axis=axis(image)),
    ],
}
