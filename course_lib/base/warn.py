"""Warnings that point at the line that called the library, not at a line within it."""

import sys
import warnings


def warn(message):
    """Give a UserWarning for the first line outside of course_lib among those that led here."""
    level, frame = 2, sys._getframe(1)
    while frame.f_back and frame.f_globals.get("__name__", "").startswith("course_lib."):
        level, frame = level + 1, frame.f_back
    warnings.warn(message, stacklevel=level)
