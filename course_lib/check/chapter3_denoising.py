"""Learners' copies of the exercises import the project's photograph from here; it lies with its exercise, 3.15."""

from .chapter3.e15_logo_and_noise import photograph

__all__ = ["photograph"]
