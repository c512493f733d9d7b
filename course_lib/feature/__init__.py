"""Edges, corners, matches and faces."""

from .canny import canny

__all__ = ["canny"]
