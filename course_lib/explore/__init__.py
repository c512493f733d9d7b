"""Explorers: move a control, see the picture. Each takes a picture, or shows one of the course's."""

from .basics import brightness, channels, flips, grey, histograms, pixels
from .contrast import adaptive_equalize, equalize, stretch
from .denoising import bilateral, denoisers, nl_means, total_variation, wavelets
from .edges_corners import canny, harris, peaks
from .faces import faces, superpixel_faces
from .filtering import edges, gaussian, kernel, noise_filters, sharpen
from .geometry import enlarge, rotate, shrink
from .matching import alignment, matching
from .outlines import contours, count, regions
from .pieces import boundaries, kmeans, label_colours, superpixels, supervised
from .portrait import portrait
from .privacy import privacy
from .questions import lbp, question
from .restoring import inpaint, noise_kinds, quality
from .shapes import morphology
from .thresholds import all_thresholds, local_threshold, threshold

__all__ = [
    "adaptive_equalize",
    "alignment",
    "all_thresholds",
    "bilateral",
    "boundaries",
    "brightness",
    "canny",
    "channels",
    "contours",
    "count",
    "denoisers",
    "edges",
    "enlarge",
    "equalize",
    "faces",
    "flips",
    "gaussian",
    "grey",
    "harris",
    "histograms",
    "inpaint",
    "kernel",
    "kmeans",
    "label_colours",
    "lbp",
    "local_threshold",
    "matching",
    "morphology",
    "nl_means",
    "noise_filters",
    "noise_kinds",
    "peaks",
    "pixels",
    "portrait",
    "privacy",
    "quality",
    "question",
    "regions",
    "rotate",
    "sharpen",
    "shrink",
    "stretch",
    "superpixel_faces",
    "superpixels",
    "supervised",
    "threshold",
    "total_variation",
    "wavelets",
]
