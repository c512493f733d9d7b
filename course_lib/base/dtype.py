"""Number types: the floats that every filter computes with, and how integers become such."""

import numpy as np


def float_dtype(dtype):
    """float32 for float32 and float16, float64 for everything else: the result type of every filter."""
    return np.float32 if dtype in (np.float32, np.float16) else np.float64


def as_float(image):
    """Return a checked array as floats: integers from their type's full range to [0, 1] or [-1, 1].

    Unsigned integers are multiplied by 1 / the type's maximum; signed ones too, and the one value below
    -1 becomes -1. Floats keep their values. The result is float32 for float32 and float16, else float64.
    """
    if image.dtype.kind in "bf":
        return image.astype(float_dtype(image.dtype), copy=False)
    scaled = image * (1 / np.float64(np.iinfo(image.dtype).max))  # quicker than to divide each pixel
    return scaled if image.dtype.kind == "u" else np.maximum(scaled, -1.0, out=scaled)
