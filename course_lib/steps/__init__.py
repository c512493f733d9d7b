"""Step-throughs: one algorithm taken apart, stage by stage, forward and back."""

from .aliasing import aliasing
from .aligning import ransac
from .canny import canny
from .contrast import adaptive_equalization, equalization
from .corners import harris
from .denoising import bilateral, nl_means, wavelet
from .faces import cascade, lbp_code, scales
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
    "canny",
    "cascade",
    "convolution",
    "equalization",
    "erosion",
    "harris",
    "kmeans",
    "labelling",
    "lbp_code",
    "local_threshold",
    "marching_squares",
    "nl_means",
    "otsu",
    "ransac",
    "scales",
    "slic",
    "total_variation",
    "wavelet",
]
