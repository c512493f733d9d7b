"""Explorers: move a control, see the picture. Each takes a picture, or shows one of the course's."""

from .adaptive_equalization import adaptive_equalize
from .aliasing import shrink
from .alignment import alignment
from .all_thresholds import all_thresholds
from .bilateral import bilateral
from .boundaries import boundaries
from .brightness import brightness
from .camera import camera as camera  # makes an explorer of a function, and is none itself
from .canny import canny
from .cascade import question
from .channels import channels
from .contours import contours
from .convolution import kernel
from .count import count
from .denoisers import denoisers
from .edges import edges
from .enlarge import enlarge
from .equalization import equalize
from .erosion import morphology
from .faces import faces
from .flips import flips
from .gaussian import gaussian
from .grey import grey
from .harris import harris
from .histograms import histograms
from .inpaint import inpaint
from .kmeans import kmeans
from .label_colours import label_colours
from .lbp import lbp
from .live import frame as frame
from .local_threshold import local_threshold
from .matching import matching
from .matrix import matrix
from .median import noise_filters
from .nl_means import nl_means
from .noise import noise_kinds
from .peaks import peaks
from .pixels import pixels
from .portrait import portrait
from .privacy import privacy
from .quality import quality
from .regions import regions
from .rotate import rotate
from .sharpen import sharpen
from .stretch import stretch
from .superpixel_faces import superpixel_faces
from .superpixels import superpixels
from .supervised import supervised
from .threshold import threshold
from .total_variation import total_variation
from .wavelets import wavelets

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
    "matrix",
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
