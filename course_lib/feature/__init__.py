"""Edges, corners, matches and faces."""

from .canny import canny
from .corner import corner_harris, corner_peaks, corner_shi_tomasi, structure_tensor
from .match import match_descriptors, patch_descriptors
from .peak import peak_local_max

__all__ = [
    "canny",
    "corner_harris",
    "corner_peaks",
    "corner_shi_tomasi",
    "match_descriptors",
    "patch_descriptors",
    "peak_local_max",
    "structure_tensor",
]
