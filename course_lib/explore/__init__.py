"""Explorers: move a control, see the picture. Each takes a picture, or shows one of the course's."""

from .basics import brightness, channels, flips, grey, histograms, pixels
from .contrast import adaptive_equalize, equalize, stretch
from .denoising import bilateral, denoisers, nl_means, total_variation, wavelets
from .faces import faces, superpixel_faces
from .filtering import edges, gaussian, kernel, noise_filters, sharpen
from .geometry import enlarge, rotate, shrink
from .portrait import portrait
from .privacy import privacy
from .questions import lbp, question
from .restoring import inpaint, noise_kinds, quality
from .shapes import morphology
from .thresholds import all_thresholds, local_threshold, threshold

__all__ = [
    "adaptive_equalize",
    "all_thresholds",
    "bilateral",
    "brightness",
    "channels",
    "denoisers",
    "edges",
    "enlarge",
    "equalize",
    "faces",
    "flips",
    "gaussian",
    "grey",
    "histograms",
    "inpaint",
    "kernel",
    "lbp",
    "local_threshold",
    "morphology",
    "nl_means",
    "noise_filters",
    "noise_kinds",
    "pixels",
    "portrait",
    "privacy",
    "quality",
    "question",
    "rotate",
    "sharpen",
    "shrink",
    "stretch",
    "superpixel_faces",
    "threshold",
    "total_variation",
    "wavelets",
]
