"""Step-throughs: one algorithm taken apart, stage by stage, forward and back."""

from .aliasing import aliasing
from .contrast import adaptive_equalization, equalization
from .denoising import bilateral, nl_means, wavelet
from .faces import cascade, lbp_code, scales
from .kernels import convolution, erosion
from .restoring import biharmonic, total_variation
from .thresholds import local_threshold, otsu

__all__ = [
    "adaptive_equalization",
    "aliasing",
    "biharmonic",
    "bilateral",
    "cascade",
    "convolution",
    "equalization",
    "erosion",
    "lbp_code",
    "local_threshold",
    "nl_means",
    "otsu",
    "scales",
    "total_variation",
    "wavelet",
]
