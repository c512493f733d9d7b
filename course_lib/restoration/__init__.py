"""Repairing pictures: holes and noise. Each algorithm has a module of its own."""

from . import inpaint
from .bilateral import denoise_bilateral
from .inpaint import inpaint_biharmonic
from .nl_means import denoise_nl_means

__all__ = ["denoise_bilateral", "denoise_nl_means", "inpaint", "inpaint_biharmonic"]
