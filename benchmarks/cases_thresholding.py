"""Thresholds on the 512 x 512 cameraman."""

import numpy as np
import skimage.data
import skimage.filters

from course_lib import filters

GREY = skimage.data.camera()
FLOAT = GREY / 255
METHODS = ("otsu", "isodata", "li", "mean", "minimum", "triangle", "yen")


def pair(name, *args, **kwargs):
    ours, theirs = getattr(filters, name), getattr(skimage.filters, name)
    return lambda: ours(*args, **kwargs), lambda: theirs(*args, **kwargs)


CASES = [(f"threshold_{name} grey", *pair(f"threshold_{name}", GREY)) for name in METHODS]
CASES += [(f"threshold_{name} grey, floats", *pair(f"threshold_{name}", FLOAT)) for name in ("otsu", "li")]
CASES += [
    (f"threshold_local {method} {size}", *pair("threshold_local", GREY, size, method))
    for method, size in [("gaussian", 35), ("mean", 15), ("mean", 51), ("median", 5), ("median", 15), ("median", 51)]
]
CASES += [("threshold_local median 15, floats", *pair("threshold_local", FLOAT.astype(np.float32), 15, "median"))]
CASES += [(f"threshold_multiotsu {classes}", *pair("threshold_multiotsu", GREY, classes)) for classes in (3, 4)]
CASES += [
    (f"threshold_{name} {size}", *pair(f"threshold_{name}", GREY, size))
    for name, size in [("niblack", 15), ("sauvola", 51)]
]
CASES += [("apply_hysteresis_threshold", *pair("apply_hysteresis_threshold", GREY, 100, 180))]
