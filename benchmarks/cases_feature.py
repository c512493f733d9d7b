"""Edges, corners, matches and faces on 512x512 pictures."""

import skimage

from course_lib import feature

from .case import cases_of

_camera = skimage.data.camera()
_grey = _camera / 255
_astronaut = skimage.data.astronaut()
_descriptors = feature.patch_descriptors(_grey, feature.corner_peaks(feature.corner_harris(_grey), 5))
_response = skimage.feature.corner_harris(_grey)
_file = skimage.data.lbp_frontal_face_cascade_filename()
_ours, _theirs = feature.Cascade(_file), skimage.feature.Cascade(_file)
_large, _all = (1.2, 1, (50, 50), (200, 200)), (1.2, 1, (24, 24), (200, 200))


case = cases_of(feature, skimage.feature)
faces = cases_of(_ours, _theirs)
CASES = [
    case("canny sigma=1", "canny", _grey),
    case("canny sigma=3", "canny", _grey, sigma=3),
    case("structure_tensor", "structure_tensor", _grey),
    case("corner_harris", "corner_harris", _grey),
    case("corner_shi_tomasi", "corner_shi_tomasi", _grey),
    case("corner_peaks distance=20", "corner_peaks", _response, min_distance=20, threshold_rel=0.02),
    case("peak_local_max distance=1", "peak_local_max", _response),
    case("match_descriptors", "match_descriptors", _descriptors, _descriptors[::-1], max_ratio=0.8),
    faces("faces from 50 pixels colour", "detect_multi_scale", _astronaut, *_large),
    faces("faces from 24 pixels colour", "detect_multi_scale", _astronaut, *_all),
]
