"""Exposure: how the brightness of a picture is distributed, and how to change it."""

from ..base.elsewhere import say_what_is_elsewhere
from .adaptive import equalize_adapthist
from .contrast import adjust_gamma, is_low_contrast, rescale_intensity
from .equalization import cumulative_distribution, equalize_hist
from .histograms import histogram
from .matching import match_histograms

__all__ = [
    "adjust_gamma",
    "cumulative_distribution",
    "equalize_adapthist",
    "equalize_hist",
    "histogram",
    "is_low_contrast",
    "match_histograms",
    "rescale_intensity",
]

say_what_is_elsewhere(__name__)
