"""Superpixels and boundaries on 512x512 pictures."""

import skimage

from course_lib import segmentation

_astronaut = skimage.data.astronaut()
_camera = skimage.data.camera()
_labels = skimage.segmentation.slic(_astronaut, 400)
_grey = {"compactness": 0.1, "channel_axis": None}

CASES = [
    (
        "slic 100 colour",
        lambda: segmentation.slic(_astronaut),
        lambda: skimage.segmentation.slic(_astronaut),
    ),
    (
        "slic 400 colour",
        lambda: segmentation.slic(_astronaut, 400),
        lambda: skimage.segmentation.slic(_astronaut, 400),
    ),
    (
        "slic 100 grey",
        lambda: segmentation.slic(_camera, **_grey),
        lambda: skimage.segmentation.slic(_camera, **_grey),
    ),
    (
        "find_boundaries",
        lambda: segmentation.find_boundaries(_labels),
        lambda: skimage.segmentation.find_boundaries(_labels),
    ),
    (
        "mark_boundaries colour",
        lambda: segmentation.mark_boundaries(_astronaut, _labels),
        lambda: skimage.segmentation.mark_boundaries(_astronaut, _labels),
    ),
]
