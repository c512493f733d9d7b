"""The explorer of morphology: footprints, and six operations with them."""

import numpy as np

from .. import data, plainly
from .. import morphology as shapes
from ..filters import threshold_otsu
from ..measure import label
from .engine import explorer
from .panes import Grid

OPERATIONS = ("erosion", "dilation", "opening", "closing", "white_tophat", "black_tophat")
FOOTPRINTS = ("square", "disk", "diamond")


def footprint_of(name, radius):
    """Return a footprint that reaches `radius` pixels to each side."""
    if name == "square":
        return shapes.footprint_rectangle((2 * radius + 1, 2 * radius + 1))
    return getattr(shapes, name)(radius)


def footprint_code(name, radius):
    """Return the call that makes a footprint."""
    side = 2 * radius + 1
    return f"footprint_rectangle(({side}, {side}))" if name == "square" else f"{name}({radius})"


def morphology_view(image, operation="erosion", footprint="disk", radius=3, black_and_white=False):
    """Shrink, grow, clean and fill shapes, on a mask or on the grey picture itself."""
    if black_and_white and image.dtype != bool:
        image = image > threshold_otsu(image)
    window = footprint_of(footprint, radius)
    result = getattr(shapes, operation)(image, window)
    told = f"{np.mean(image != result):.1%} of the pixels changed"
    if image.dtype == bool:
        parts = label(image).max(), label(result).max()
        told = f"White: {image.mean():.1%} before, <b>{result.mean():.1%}</b> after, in {parts[0]} parts and {parts[1]}"
    return {
        "picture": image,
        "result": result,
        "footprint": Grid(window.astype(bool), -radius, -radius),
        "text": f"{told}. Pixels in the footprint: {window.sum()}.",
    }


def _morphology_code(operation, footprint, radius, black_and_white):
    picture = "image > threshold_otsu(image)" if black_and_white else "image"
    return f"{operation}({picture}, {footprint_code(footprint, radius)})"


morphology = explorer(
    morphology_view,
    code=_morphology_code,
    reads={name: getattr(plainly if name in ("erosion", "dilation") else shapes, name) for name in OPERATIONS},
    sample=data.coins,
    takes="grey",
    side=512,
    operation=list(OPERATIONS),
    footprint=list(FOOTPRINTS),
    radius=(0, 7, 1),
    black_and_white=bool,
    still={"radius": 0},  # the chapter asks what becomes of the islands before it shows
)
