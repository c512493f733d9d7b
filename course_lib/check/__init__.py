"""Checks, hints and progress for the exercises."""

from .engine import EXERCISES, Verdict, check, hint, progress, target, verdict

__all__ = ["EXERCISES", "Verdict", "check", "hint", "progress", "target", "verdict"]
