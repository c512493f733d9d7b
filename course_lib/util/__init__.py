"""Changing between number types, the negative, and noise to practise on."""

from ..base.elsewhere import say_what_is_elsewhere
from .convert import img_as_float, img_as_ubyte
from .invert import invert
from .noise import random_noise

__all__ = ["img_as_float", "img_as_ubyte", "invert", "random_noise"]

say_what_is_elsewhere(__name__)
