"""Where learners' copies of exercise 5.8 look for its photographs."""

from .chapter5.wall import photographs

__all__ = ["photographs"]
