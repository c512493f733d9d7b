"""Finding and measuring things in a picture."""

from .contours import find_contours
from .labelling import label
from .regions import RegionProperties, regionprops

__all__ = ["RegionProperties", "find_contours", "label", "regionprops"]
