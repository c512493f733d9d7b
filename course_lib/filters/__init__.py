"""Filters: smoothing, edges and thresholds."""

from ..base.elsewhere import say_what_is_elsewhere
from .edges import (
    laplace,
    prewitt,
    prewitt_h,
    prewitt_v,
    roberts,
    scharr,
    scharr_h,
    scharr_v,
    sobel,
    sobel_h,
    sobel_v,
)
from .hysteresis import apply_hysteresis_threshold
from .sharpening import unsharp_mask
from .smoothing import gaussian, median
from .thresholds import (
    NoValleyError,
    between_class_variance,
    threshold_isodata,
    threshold_li,
    threshold_local,
    threshold_mean,
    threshold_minimum,
    threshold_multiotsu,
    threshold_niblack,
    threshold_otsu,
    threshold_sauvola,
    threshold_triangle,
    threshold_yen,
    try_all_threshold,
)

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

say_what_is_elsewhere(__name__)
