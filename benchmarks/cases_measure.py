"""Labelling, contours and region properties on 512x512 pictures."""

import skimage

from course_lib import measure

_camera = skimage.data.camera()
_grey = _camera / 255
_mask = _camera > 100
_levels = _camera // 32
_labels = skimage.measure.label(_mask)


def _measured(regionprops):
    return [(region.area, region.bbox, region.centroid, region.perimeter) for region in regionprops(_labels)]


CASES = [
    ("label 8 levels", lambda: measure.label(_levels), lambda: skimage.measure.label(_levels)),
    (
        "find_contours grey",
        lambda: measure.find_contours(_grey, 0.5),
        lambda: skimage.measure.find_contours(_grey, 0.5),
    ),
    (
        "find_contours mask",
        lambda: measure.find_contours(_mask, 0.5),
        lambda: skimage.measure.find_contours(_mask, 0.5),
    ),
    (
        "regionprops 47 regions",
        lambda: _measured(measure.regionprops),
        lambda: _measured(skimage.measure.regionprops),
    ),
]
