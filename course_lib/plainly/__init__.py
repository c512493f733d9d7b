"""What the fast algorithms compute, in so few lines that the definition can be read.

Each function here is the definition of an algorithm elsewhere in course_lib: the same result, to rounding, and no word
about speed. The tests hold the fast one equal to it.
"""

from .bilateral import bilateral
from .canny import thin
from .contours import contour_segments
from .gaussian import gaussian
from .inpaint import inpaint
from .label import label
from .lbp import block_code
from .median import median
from .morphology import dilation, erosion
from .nl_means import nl_means
from .rotate import between, rotate
from .slic import nearest_centres
from .tv import total_variation_steps
from .wavelet import hard, soft

__all__ = [
    "between",
    "bilateral",
    "block_code",
    "contour_segments",
    "dilation",
    "erosion",
    "gaussian",
    "hard",
    "inpaint",
    "label",
    "median",
    "nearest_centres",
    "nl_means",
    "rotate",
    "soft",
    "thin",
    "total_variation_steps",
]
