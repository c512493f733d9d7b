"""Checks, hints and progress for the exercises."""

from . import (
    chapter1_pictures,
    chapter1_thresholds,
    chapter2_contrast,
    chapter2_filters,
    chapter2_geometry,
    chapter2_kernels,
    chapter2_shapes,
    chapter3_denoising,
    chapter3_holes,
    chapter5_faces,
    chapter5_portrait,
    chapter5_privacy,
)
from .engine import EXERCISES, Verdict, check, hint, progress, target, verdict

__all__ = [
    "EXERCISES",
    "Verdict",
    "chapter1_pictures",
    "chapter1_thresholds",
    "chapter2_contrast",
    "chapter2_filters",
    "chapter2_geometry",
    "chapter2_kernels",
    "chapter2_shapes",
    "chapter3_denoising",
    "chapter3_holes",
    "chapter5_faces",
    "chapter5_portrait",
    "chapter5_privacy",
    "check",
    "hint",
    "progress",
    "target",
    "verdict",
]
