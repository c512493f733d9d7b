"""Edges: how fast a grey picture changes down its rows (_h: horizontal edges), across its columns (_v), and both.

Sobel's, Prewitt's and Scharr's operators differ in the weights across the direction of the difference, and share
everything else: see `sobel`.
"""

from .laplace import laplace
from .prewitt import prewitt, prewitt_h, prewitt_v
from .roberts import roberts
from .scharr import scharr, scharr_h, scharr_v
from .sobel import sobel, sobel_h, sobel_v

__all__ = [
    "laplace",
    "prewitt",
    "prewitt_h",
    "prewitt_v",
    "roberts",
    "scharr",
    "scharr_h",
    "scharr_v",
    "sobel",
    "sobel_h",
    "sobel_v",
]
