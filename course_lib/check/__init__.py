"""Checks, hints and progress for the exercises."""

from . import chapter1_pictures, chapter1_thresholds
from .engine import EXERCISES, Verdict, check, hint, progress, target, verdict

__all__ = [
    "EXERCISES",
    "Verdict",
    "chapter1_pictures",
    "chapter1_thresholds",
    "check",
    "hint",
    "progress",
    "target",
    "verdict",
]
