"""Checks, hints and progress for the exercises."""

from .engine import EXERCISES, Verdict, check, hint, look, progress, require, target, variant, verdict

__all__ = ["EXERCISES", "Verdict", "check", "hint", "look", "progress", "require", "target", "variant", "verdict"]


def __dir__():
    """Offer a learner who presses Tab what is for learners."""
    return ["check", "hint", "look", "progress", "target", "verdict"]
