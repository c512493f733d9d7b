"""Morphology: what fits into a picture's shapes, and what they become when they shrink and grow."""

from ..base.elsewhere import say_what_is_elsewhere
from .binary import binary_closing, binary_dilation, binary_erosion, binary_opening
from .footprints import diamond, disk, footprint_rectangle, rectangle, square
from .grey import black_tophat, closing, dilation, erosion, opening, white_tophat
from .objects import remove_small_holes, remove_small_objects

__all__ = [
    "binary_closing",
    "binary_dilation",
    "binary_erosion",
    "binary_opening",
    "black_tophat",
    "closing",
    "diamond",
    "dilation",
    "disk",
    "erosion",
    "footprint_rectangle",
    "opening",
    "rectangle",
    "remove_small_holes",
    "remove_small_objects",
    "square",
    "white_tophat",
]

say_what_is_elsewhere(__name__)
