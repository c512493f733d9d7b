"""Step-throughs: one algorithm taken apart, stage by stage, forward and back."""

from .thresholds import local_threshold, otsu

__all__ = ["local_threshold", "otsu"]
