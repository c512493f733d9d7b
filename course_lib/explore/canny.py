"""The explorer of Canny's edges."""

from .. import data
from ..color import rgb2gray
from ..feature.canny import canny as library_canny
from ..feature.canny import link, smooth, thin
from ..feature.gradients import gradient
from ..util import img_as_float
from .engine import explorer
from .overlay import COLOURS, canvas


def fruit():
    """Return the grapefruits in grey, floats from 0 to 1, half as large."""
    return rgb2gray(data.load("grapefruit"))[::2, ::2]


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
    reads=library_canny,
    sample=fruit,
    takes="grey",
    sigma=(0.2, 6.0, 0.2),
    low=(0.0, 1.5, 0.05),
    high=(0.0, 1.5, 0.05),
)
