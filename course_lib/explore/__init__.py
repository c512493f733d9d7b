"""Explorers: move a control, see the picture. Each takes a picture, or shows one of the course's."""

from .basics import brightness, channels, flips, grey, histograms, pixels
from .contrast import adaptive_equalize, equalize, stretch
from .filtering import edges, gaussian, kernel, noise_filters, sharpen
from .geometry import enlarge, rotate, shrink
from .shapes import morphology
from .thresholds import all_thresholds, local_threshold, threshold

__all__ = [
    "adaptive_equalize",
    "all_thresholds",
    "brightness",
    "channels",
    "edges",
    "enlarge",
    "equalize",
    "flips",
    "gaussian",
    "grey",
    "histograms",
    "kernel",
    "local_threshold",
    "morphology",
    "noise_filters",
    "pixels",
    "rotate",
    "sharpen",
    "shrink",
    "stretch",
    "threshold",
]
