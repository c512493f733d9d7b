"""The odd pictures that thresholds meet."""

import numpy as np

from course_lib import filters

CASES = {
    "filters.apply_hysteresis_threshold": lambda image: filters.apply_hysteresis_threshold(image, 0.2, 0.7),
    "filters.between_class_variance": lambda image: filters.between_class_variance(image, np.arange(9)),
    "filters.threshold_isodata": lambda image: filters.threshold_isodata(image, return_all=True),
    "filters.threshold_li": filters.threshold_li,
    "filters.threshold_local": lambda image: (
        [
            filters.threshold_local(image, 5, method, mode=mode)
            for method in ("gaussian", "mean", "median")
            for mode in ("reflect", "constant")
        ]
        + [filters.threshold_local(image, 7, "median"), filters.threshold_local(image, 3, "generic", param=np.mean)]
    ),
    "filters.threshold_mean": filters.threshold_mean,
    "filters.threshold_minimum": filters.threshold_minimum,
    "filters.threshold_multiotsu": filters.threshold_multiotsu,
    "filters.threshold_niblack": lambda image: filters.threshold_niblack(image, 5),
    "filters.threshold_otsu": filters.threshold_otsu,
    "filters.threshold_sauvola": lambda image: filters.threshold_sauvola(image, (3, 7)),
    "filters.threshold_triangle": filters.threshold_triangle,
    "filters.threshold_yen": filters.threshold_yen,
    "filters.try_all_threshold": lambda image: filters.try_all_threshold(image) and None,
}
