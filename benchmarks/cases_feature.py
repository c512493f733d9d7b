"""Edges, corners, matches and faces on 512x512 pictures."""

import skimage

from course_lib import feature

_camera = skimage.data.camera()
_grey = _camera / 255
_astronaut = skimage.data.astronaut()
_descriptors = feature.patch_descriptors(_grey, feature.corner_peaks(feature.corner_harris(_grey), 5))
_response = skimage.feature.corner_harris(_grey)
_file = skimage.data.lbp_frontal_face_cascade_filename()
_ours, _theirs = feature.Cascade(_file), skimage.feature.Cascade(_file)
_large, _all = (1.2, 1, (50, 50), (200, 200)), (1.2, 1, (24, 24), (200, 200))


def _both(name, function, *arguments, **options):
    ours, theirs = getattr(feature, function), getattr(skimage.feature, function)
    return name, lambda: ours(*arguments, **options), lambda: theirs(*arguments, **options)


CASES = [
    _both("canny sigma=1", "canny", _grey),
    _both("canny sigma=3", "canny", _grey, sigma=3),
    _both("structure_tensor", "structure_tensor", _grey),
    _both("corner_harris", "corner_harris", _grey),
    _both("corner_shi_tomasi", "corner_shi_tomasi", _grey),
    _both("corner_peaks distance=20", "corner_peaks", _response, min_distance=20, threshold_rel=0.02),
    _both("peak_local_max distance=1", "peak_local_max", _response),
    _both("match_descriptors", "match_descriptors", _descriptors, _descriptors[::-1], max_ratio=0.8),
    (
        "faces from 50 pixels colour",
        lambda: _ours.detect_multi_scale(_astronaut, *_large),
        lambda: _theirs.detect_multi_scale(_astronaut, *_large),
    ),
    (
        "faces from 24 pixels colour",
        lambda: _ours.detect_multi_scale(_astronaut, *_all),
        lambda: _theirs.detect_multi_scale(_astronaut, *_all),
    ),
]
