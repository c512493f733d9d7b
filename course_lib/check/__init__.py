"""Checks, hints and progress for the exercises."""

from . import chapter1_pictures, chapter1_thresholds, chapter3_denoising, chapter3_holes
from .engine import EXERCISES, Verdict, check, hint, progress, target, verdict

__all__ = [
    "EXERCISES",
    "Verdict",
    "chapter1_pictures",
    "chapter1_thresholds",
    "chapter3_denoising",
    "chapter3_holes",
    "check",
    "hint",
    "progress",
    "target",
    "verdict",
]
