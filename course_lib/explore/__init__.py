"""Explorers: move a control, see the picture. Each takes a picture, or shows one of the course's."""

from .basics import brightness, channels, flips, grey, histograms, pixels
from .thresholds import all_thresholds, local_threshold, threshold

__all__ = [
    "all_thresholds",
    "brightness",
    "channels",
    "flips",
    "grey",
    "histograms",
    "local_threshold",
    "pixels",
    "threshold",
]
