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
    chapter4_outlines,
    chapter4_pieces,
    chapter5_align,
    chapter5_corners,
    chapter5_edges,
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
    "chapter4_outlines",
    "chapter4_pieces",
    "chapter5_align",
    "chapter5_corners",
    "chapter5_edges",
    "check",
    "hint",
    "progress",
    "target",
    "verdict",
]
