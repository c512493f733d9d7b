"""The explorer of peaks: one point for each corner."""

import numpy as np

from ..feature import corner_harris, corner_peaks, peak_local_max
from .engine import explorer
from .overlay import add_points, canvas
from .panes import GREY, Chart, Curve
from .samples import windows


def peaks_view(image, min_distance=20, threshold_rel=0.02):
    """Choose how far apart corners are at least, and how strong compared with the strongest."""
    response = corner_harris(image)
    corners = corner_peaks(response, min_distance=min_distance, threshold_rel=threshold_rel)
    heights = response[tuple(corners.T)] / max(float(response.max()), 1e-12)
    rank = np.arange(1, len(heights) + 1)
    weakest = f"; the weakest has {heights[-1]:.1%} of the strongest response." if len(corners) else "."
    return {
        "corners": add_points(canvas(image), corners),
        "how strong they are, the strongest first": Chart(
            (Curve(np.append(0, rank), np.append(1, heights), GREY, filled=True),), xlabel="corner", ymax=1.0
        ),
        "text": f"<b>{len(corners)}</b> corner{'s' * (len(corners) != 1)}{weakest}",
    }


peaks = explorer(
    peaks_view,
    code="feature.corner_peaks(feature.corner_harris(image), min_distance={min_distance}, "
    "threshold_rel={threshold_rel:.2f})",
    reads=(corner_peaks, peak_local_max),
    sample=windows,
    takes="grey",
    min_distance=(1, 60, 1),
    threshold_rel=(0.0, 0.5, 0.01),
)
