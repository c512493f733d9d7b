"""Reading picture files."""

from .reading import read

__all__ = ["read"]
