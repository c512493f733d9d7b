"""Step-throughs: one algorithm taken apart, stage by stage, forward and back."""

from .aliasing import aliasing
from .contrast import adaptive_equalization, equalization
from .denoising import bilateral, nl_means, wavelet
from .kernels import convolution, erosion
from .outlines import labelling, marching_squares
from .pieces import kmeans, slic
from .restoring import biharmonic, total_variation
from .thresholds import local_threshold, otsu

__all__ = [
    "adaptive_equalization",
    "aliasing",
    "biharmonic",
    "bilateral",
    "convolution",
    "equalization",
    "erosion",
    "kmeans",
    "labelling",
    "local_threshold",
    "marching_squares",
    "nl_means",
    "otsu",
    "slic",
    "total_variation",
    "wavelet",
]
