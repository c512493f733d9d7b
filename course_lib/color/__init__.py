"""Colour: grey, hue and saturation, the colours as eyes see them, and labels in colour."""

from ..base.elsewhere import say_what_is_elsewhere
from .grey import gray2rgb, rgb2gray
from .hsv import hsv2rgb, rgb2hsv
from .lab import lab2rgb, rgb2lab
from .labels import label2rgb

__all__ = ["gray2rgb", "hsv2rgb", "lab2rgb", "label2rgb", "rgb2gray", "rgb2hsv", "rgb2lab"]

say_what_is_elsewhere(__name__)
