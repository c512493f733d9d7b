"""Turning, resizing and averaging down pictures."""

from ..base.elsewhere import say_what_is_elsewhere
from .averaging import downscale_local_mean
from .resizing import rescale, resize
from .rotation import rotate

__all__ = ["downscale_local_mean", "rescale", "resize", "rotate"]

say_what_is_elsewhere(__name__)
