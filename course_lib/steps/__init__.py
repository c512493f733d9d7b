"""Step-throughs: one algorithm taken apart, stage by stage, forward and back."""

from .aliasing import aliasing
from .contrast import adaptive_equalization, equalization
from .kernels import convolution, erosion
from .thresholds import local_threshold, otsu

__all__ = [
    "adaptive_equalization",
    "aliasing",
    "convolution",
    "equalization",
    "erosion",
    "local_threshold",
    "otsu",
]
