"""Cutting a picture into pieces."""

from ..base.elsewhere import say_what_is_elsewhere
from .boundaries import find_boundaries, mark_boundaries
from .clusters import kmeans
from .slic import slic

__all__ = ["find_boundaries", "kmeans", "mark_boundaries", "slic"]

say_what_is_elsewhere(__name__)
