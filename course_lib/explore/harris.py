"""The explorer of Harris's corners."""

import numpy as np

from ..feature import corner_harris, corner_peaks, structure_tensor
from .engine import explorer
from .overlay import add_points, canvas
from .samples import windows


def response_picture(response):
    """Return a response for the screen: grey is 0, white the highest; roots, or only the highest would be seen."""
    largest = max(float(np.abs(response).max()), 1e-12)
    return 0.5 + 0.5 * np.sign(response) * np.sqrt(np.abs(response) / largest)


def harris_view(image, method="k", k=0.05, sigma=1.0):
    """Choose Harris's measure, how much an edge counts against a corner, and how far around gradients count."""
    response = corner_harris(image, method=method, k=k, sigma=sigma)
    corners = corner_peaks(response, min_distance=5, threshold_rel=0.02)
    negative = np.mean(response < -0.001 * np.abs(response).max())
    unused = " This measure has no k." if method == "eps" else ""
    return {
        "corners": add_points(canvas(image), corners),
        "response (white: corner, black: edge)": response_picture(response),
        "text": f"<b>{len(corners)}</b> corners reach 2 % of the highest response, which is {response.max():.3g}; "
        f"{negative:.1%} of the pixels are clearly negative.{unused}",
    }


harris = explorer(
    harris_view,
    code="feature.corner_harris(image, method={method!r}, k={k:.2f}, sigma={sigma:.1f})",
    reads=(corner_harris, structure_tensor),
    sample=windows,
    takes="grey",
    idle={"k": lambda method, **_: method == "eps"},
    method=["k", "eps"],
    k=(0.0, 0.25, 0.01),
    sigma=(0.5, 6.0, 0.5),
)
