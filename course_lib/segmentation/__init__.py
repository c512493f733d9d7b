"""Cutting a picture into pieces."""

from .boundaries import find_boundaries, mark_boundaries
from .clusters import kmeans
from .slic import slic

__all__ = ["find_boundaries", "kmeans", "mark_boundaries", "slic"]
