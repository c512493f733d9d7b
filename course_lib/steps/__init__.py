"""Step-throughs: one algorithm taken apart, stage by stage, forward and back."""

from .adaptive_equalization import adaptive_equalization
from .aliasing import aliasing
from .alignment import ransac
from .bilateral import bilateral
from .canny import canny
from .cascade import cascade
from .convolution import convolution
from .equalization import equalization
from .erosion import erosion
from .faces import scales
from .harris import harris
from .inpaint import biharmonic
from .kmeans import kmeans
from .lbp import lbp_code
from .local_threshold import local_threshold
from .marching_squares import marching_squares
from .nl_means import nl_means
from .otsu import otsu
from .regions import labelling
from .superpixels import slic
from .total_variation import total_variation
from .wavelets import wavelet

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
