"""Where learners' copies of exercise 3.15 look for its photograph."""

from .chapter3.e15_logo_and_noise import photograph

__all__ = ["photograph"]
