"""Filters: smoothing, edges and thresholds."""

from .entropy import threshold_li, threshold_yen
from .histogram_shape import NoValleyError, threshold_minimum, threshold_triangle
from .local_threshold import threshold_local
from .thresholding import between_class_variance, threshold_isodata, threshold_mean, threshold_otsu
from .try_all import try_all_threshold

__all__ = [
    "NoValleyError",
    "between_class_variance",
    "threshold_isodata",
    "threshold_li",
    "threshold_local",
    "threshold_mean",
    "threshold_minimum",
    "threshold_otsu",
    "threshold_triangle",
    "threshold_yen",
    "try_all_threshold",
]
