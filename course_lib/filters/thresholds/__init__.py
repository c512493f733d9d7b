"""Thresholds: the grey level that splits a picture into background and object, one rule a file."""

from .isodata import threshold_isodata
from .li import threshold_li
from .local import threshold_local
from .mean import threshold_mean
from .minimum import NoValleyError, threshold_minimum
from .multiotsu import threshold_multiotsu
from .niblack import threshold_niblack
from .otsu import between_class_variance, threshold_otsu
from .sauvola import threshold_sauvola
from .triangle import threshold_triangle
from .try_all import try_all_threshold
from .yen import threshold_yen

__all__ = [
    "NoValleyError",
    "between_class_variance",
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
]
