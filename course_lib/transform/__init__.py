"""Turning, resizing and averaging down pictures."""

from course_lib.transform.averaging import downscale_local_mean
from course_lib.transform.resizing import rescale, resize
from course_lib.transform.rotation import rotate

__all__ = ["downscale_local_mean", "rescale", "resize", "rotate"]
