"""Filters: smoothing, edges and thresholds."""

from .edges import (
    prewitt,
    prewitt_h,
    prewitt_v,
    scharr,
    scharr_h,
    scharr_v,
    sobel,
    sobel_h,
    sobel_v,
)
from .entropy import threshold_li, threshold_yen
from .histogram_shape import NoValleyError, threshold_minimum, threshold_triangle
from .hysteresis import apply_hysteresis_threshold
from .local_threshold import threshold_local
from .multiotsu import threshold_multiotsu
from .sharpening import unsharp_mask
from .smoothing import gaussian, median
from .stencils import laplace, roberts
from .text_thresholds import threshold_niblack, threshold_sauvola
from .thresholding import between_class_variance, threshold_isodata, threshold_mean, threshold_otsu
from .try_all import try_all_threshold

__all__ = [
    "NoValleyError",
    "apply_hysteresis_threshold",
    "between_class_variance",
    "gaussian",
    "laplace",
    "median",
    "prewitt",
    "prewitt_h",
    "prewitt_v",
    "roberts",
    "scharr",
    "scharr_h",
    "scharr_v",
    "sobel",
    "sobel_h",
    "sobel_v",
    "threshold_isodata",
    "threshold_li",
    "threshold_local",
    "threshold_mean",
    "threshold_minimum",
    "threshold_multiotsu",
    "threshold_niblack",
    "threshold_otsu",
    "threshold_sauvola",
    "threshold_triangle",
    "threshold_yen",
    "try_all_threshold",
    "unsharp_mask",
]
