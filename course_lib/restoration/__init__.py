"""Repairing pictures: holes and noise. Each algorithm has a module of its own."""

from . import inpaint
from .inpaint import inpaint_biharmonic

__all__ = ["inpaint", "inpaint_biharmonic"]
