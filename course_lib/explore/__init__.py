"""Explorers: move a control, see the picture. Each takes a picture, or shows one of the course's."""

from .basics import brightness, channels, flips, grey, histograms, pixels
from .denoising import bilateral, denoisers, nl_means, total_variation, wavelets
from .restoring import inpaint, noise_kinds, quality
from .thresholds import all_thresholds, local_threshold, threshold

__all__ = [
    "all_thresholds",
    "bilateral",
    "brightness",
    "channels",
    "denoisers",
    "flips",
    "grey",
    "histograms",
    "inpaint",
    "local_threshold",
    "nl_means",
    "noise_kinds",
    "pixels",
    "quality",
    "threshold",
    "total_variation",
    "wavelets",
]
