"""Explorers for Canny's edges, Harris's corners, and the peaks among them."""

import numpy as np

from .. import data
from ..color import rgb2gray
from ..feature import corner_harris, corner_peaks
from ..feature.canny import link, smooth, thin
from ..feature.gradients import gradient
from ..util import img_as_float
from .engine import explorer
from .overlay import COLOURS, add_points, canvas
from .panes import GREY, Chart, Curve


def fruit():
    """Return the grapefruits in grey, floats from 0 to 1, half as large."""
    return rgb2gray(data.load("grapefruit"))[::2, ::2]


def windows():
    """Return a part of the palace in grey, full of corners."""
    return rgb2gray(data.load("palace"))[150:350, 250:506]


def canny_view(image, sigma=1.0, low=0.1, high=0.2):
    """Set how much Canny smooths, and both of its thresholds."""
    least, most = sorted((low, high))
    ridges = thin(*gradient(smooth(img_as_float(image), sigma)), least)
    edges = link(ridges, most)
    told = canvas(edges)
    told[(ridges > 0) & ~edges] = COLOURS["orange"]
    swapped = " The low threshold is above the high one, so the two have changed places." if low > high else ""
    return {
        "picture": image,
        "edges": edges,
        "also the lines that were dropped (orange)": told,
        "text": f"<b>{edges.sum()}</b> pixels are edges, {edges.mean():.1%} of the picture; "
        f"{int(((ridges > 0) & ~edges).sum())} more are weak and hang on no strong one.{swapped}",
    }


def _canny_code(sigma, low, high):
    least, most = sorted((low, high))
    return (
        f"feature.canny(util.img_as_float(image), sigma={sigma:.1f}, "
        f"low_threshold={least:.2f}, high_threshold={most:.2f})"
    )


canny = explorer(
    canny_view,
    code=_canny_code,
    sample=fruit,
    takes="grey",
    sigma=(0.2, 6.0, 0.2),
    low=(0.0, 1.5, 0.05),
    high=(0.0, 1.5, 0.05),
)


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
    sample=windows,
    takes="grey",
    idle={"k": lambda method, **_: method == "eps"},
    method=["k", "eps"],
    k=(0.0, 0.25, 0.01),
    sigma=(0.5, 6.0, 0.5),
)


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
    sample=windows,
    takes="grey",
    min_distance=(1, 60, 1),
    threshold_rel=(0.0, 0.5, 0.01),
)
