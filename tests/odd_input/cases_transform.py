"""The odd pictures that turning and resizing meet."""

import numpy as np

from course_lib import transform


def axis(image):
    try:
        return -1 if np.ndim(image) == 3 else None
    except ValueError:  # a ragged list has no number of axes
        return None


CASES = {
    "transform.rotate": lambda image: [
        transform.rotate(image, 30),
        transform.rotate(image, 90, resize=True, order=0),
        transform.rotate(image, -5.5, center=(1, 2), mode="reflect", order=0),
    ],
    "transform.resize": lambda image: [
        transform.resize(image, (4, 20)),
        transform.resize(image, (20, 3), order=0, mode="constant"),
    ],
    "transform.rescale": lambda image: [
        transform.rescale(image, 0.3, channel_axis=axis(image)),
        transform.rescale(image, (2, 0.5), anti_aliasing=False, channel_axis=axis(image)),
    ],
    "transform.downscale_local_mean": lambda image: transform.downscale_local_mean(
        image, (2, 3) if axis(image) is None else (2, 3, 1)
    ),
}
