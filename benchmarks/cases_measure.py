"""Labelling, contours and region properties on 512x512 pictures."""

import skimage

from course_lib import measure

from .case import Case, cases_of

_camera = skimage.data.camera()
_grey = _camera / 255
_mask = _camera > 100
_levels = _camera // 32
_labels = skimage.measure.label(_mask)


def _measured(regionprops):
    return lambda labels: [
        (region.area, region.bbox, region.centroid, region.perimeter) for region in regionprops(labels)
    ]


def _areas(regionprops):
    return lambda labels: [region.area for region in regionprops(labels)]


def _regions(name, measured):
    return Case(name, measured(measure.regionprops), measured(skimage.measure.regionprops), (_labels,), {})


case = cases_of(measure, skimage.measure)
CASES = [
    case("label 8 levels", "label", _levels),
    case("find_contours grey", "find_contours", _grey, 0.5),
    case("find_contours mask", "find_contours", _mask, 0.5),
    _regions("regionprops 47 regions", _measured),
    _regions("regionprops 47 regions, areas alone", _areas),
]
