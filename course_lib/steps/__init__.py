"""Step-throughs: one algorithm taken apart, stage by stage, forward and back."""

from .denoising import bilateral, nl_means, wavelet
from .restoring import biharmonic, total_variation
from .thresholds import local_threshold, otsu

__all__ = ["biharmonic", "bilateral", "local_threshold", "nl_means", "otsu", "total_variation", "wavelet"]
