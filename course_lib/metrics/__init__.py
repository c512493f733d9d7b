"""How far apart two pictures are: mean squared error, peak signal-to-noise ratio, structural similarity."""

from ..base.elsewhere import say_what_is_elsewhere
from .error import mean_squared_error, peak_signal_noise_ratio
from .similarity import structural_similarity

__all__ = ["mean_squared_error", "peak_signal_noise_ratio", "structural_similarity"]

say_what_is_elsewhere(__name__)
