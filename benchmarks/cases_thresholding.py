"""Thresholds on the 512 x 512 cameraman."""

import numpy as np
import skimage.data
import skimage.filters

from course_lib import filters

from .case import cases_of

GREY = skimage.data.camera()
FLOAT = GREY / 255
METHODS = ("otsu", "isodata", "li", "mean", "minimum", "triangle", "yen")


case = cases_of(filters, skimage.filters)
CASES = [case(f"threshold_{name} grey", f"threshold_{name}", GREY) for name in METHODS]
CASES += [case(f"threshold_{name} grey, floats", f"threshold_{name}", FLOAT) for name in ("otsu", "li")]
CASES += [
    case(f"threshold_local {method} {size}", "threshold_local", GREY, size, method)
    for method, size in [("gaussian", 35), ("mean", 15), ("mean", 51), ("median", 5), ("median", 15), ("median", 51)]
]
CASES += [case("threshold_local median 15, floats", "threshold_local", FLOAT.astype(np.float32), 15, "median")]
CASES += [case(f"threshold_multiotsu {classes}", "threshold_multiotsu", GREY, classes) for classes in (3, 4)]
CASES += [
    case(f"threshold_{name} {size}", f"threshold_{name}", GREY, size)
    for name, size in [("niblack", 15), ("sauvola", 51)]
]
CASES += [case("apply_hysteresis_threshold", "apply_hysteresis_threshold", GREY, 100, 180)]
