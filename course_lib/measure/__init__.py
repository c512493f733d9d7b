"""Finding and measuring things in a picture."""

from ..base.elsewhere import say_what_is_elsewhere
from .contours import find_contours
from .labelling import label
from .regions import RegionProperties, regionprops

__all__ = ["RegionProperties", "find_contours", "label", "regionprops"]

say_what_is_elsewhere(__name__)
