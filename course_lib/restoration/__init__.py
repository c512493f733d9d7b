"""Repairing pictures: holes and noise. One algorithm a module."""

from ..base.elsewhere import say_what_is_elsewhere
from . import inpaint
from .bilateral import denoise_bilateral
from .inpaint import inpaint_biharmonic
from .nl_means import denoise_nl_means
from .noise_level import estimate_sigma
from .tv import denoise_tv_chambolle
from .wavelet import denoise_wavelet

__all__ = [
    "denoise_bilateral",
    "denoise_nl_means",
    "denoise_tv_chambolle",
    "denoise_wavelet",
    "estimate_sigma",
    "inpaint",
    "inpaint_biharmonic",
]

say_what_is_elsewhere(__name__)
