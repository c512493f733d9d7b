"""Edges, corners, matches and faces."""

from ..base.elsewhere import say_what_is_elsewhere
from .canny import canny
from .cascade import Cascade
from .corner import corner_harris, corner_peaks, corner_shi_tomasi, structure_tensor
from .faces import blur_faces, get_face_rectangle, merge_blurry_face, pixelate_faces
from .match import match_descriptors, patch_descriptors
from .merging import merge_detections
from .peak import peak_local_max

__all__ = [
    "Cascade",
    "blur_faces",
    "canny",
    "corner_harris",
    "corner_peaks",
    "corner_shi_tomasi",
    "get_face_rectangle",
    "match_descriptors",
    "merge_blurry_face",
    "merge_detections",
    "patch_descriptors",
    "peak_local_max",
    "pixelate_faces",
    "structure_tensor",
]

say_what_is_elsewhere(__name__)
