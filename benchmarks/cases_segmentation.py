"""Superpixels and boundaries on 512x512 pictures."""

import skimage

from course_lib import segmentation

from .case import cases_of

_astronaut = skimage.data.astronaut()
_camera = skimage.data.camera()
_labels = skimage.segmentation.slic(_astronaut, 400)

case = cases_of(segmentation, skimage.segmentation)
CASES = [
    case("slic 100 colour", "slic", _astronaut),
    case("slic 400 colour", "slic", _astronaut, 400),
    case("slic 2000 colour", "slic", _astronaut, 2000),
    case("slic 100 grey", "slic", _camera, compactness=0.1, channel_axis=None),
    case("find_boundaries", "find_boundaries", _labels),
    case("mark_boundaries colour", "mark_boundaries", _astronaut, _labels),
]
