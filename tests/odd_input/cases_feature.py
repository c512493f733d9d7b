"""How each public function of course_lib.feature is called on an odd picture."""

import skimage

from course_lib import feature

_cascade = feature.Cascade(skimage.data.lbp_frontal_face_cascade_filename())
_box = {"r": -1, "c": -1, "width": 4, "height": 3}

CASES = {
    "feature.canny": feature.canny,
    "feature.structure_tensor": feature.structure_tensor,
    "feature.corner_harris": feature.corner_harris,
    "feature.corner_shi_tomasi": feature.corner_shi_tomasi,
    "feature.corner_peaks": lambda image: feature.corner_peaks(image, exclude_border=False),
    "feature.peak_local_max": lambda image: feature.peak_local_max(image, exclude_border=False),
    "feature.patch_descriptors": lambda image: feature.patch_descriptors(image, [[0, 0]]),
    "feature.match_descriptors": lambda image: feature.match_descriptors(image, image, max_ratio=0.9),
    "feature.Cascade": lambda image: _cascade.detect_multi_scale(image, 1.2, 1, (24, 24), (50, 50)),
    "feature.merge_detections": feature.merge_detections,
    "feature.get_face_rectangle": lambda image: feature.get_face_rectangle(image, _box),
    "feature.merge_blurry_face": lambda image: feature.merge_blurry_face(
        image, feature.get_face_rectangle(image, _box), _box
    ),
    "feature.blur_faces": lambda image: feature.blur_faces(image, [_box]),
    "feature.pixelate_faces": lambda image: feature.pixelate_faces(image, [_box], blocks=2),
}
