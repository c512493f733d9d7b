"""The explorer of contours: their level, and how long they are."""

import numpy as np

from .. import plainly
from ..measure import find_contours
from .charts import lengths_chart
from .engine import explorer
from .levels import levels_of
from .overlay import ORANGE, with_contours
from .samples import dice_grey


def contours_view(image, level=0.5, binary=False):
    """Move the level of the contours, on the grey picture or on its binary one."""
    contours = find_contours(image > level, 0.5) if binary else find_contours(image, level)
    lengths = [len(contour) for contour in contours]
    closed = sum(np.array_equal(contour[0], contour[-1]) for contour in contours)
    shown = image > level if binary else image
    row, col = (int(n) for n in (max(contours, key=len)[0] if contours else np.zeros(2)))
    top, left = max(row - 8, 0), max(col - 8, 0)
    corner = np.array([top, left])
    return {
        "contours": with_contours(shown, (contours, ORANGE)),
        "16 x 16 pixels of it": with_contours(
            shown[top : top + 16, left : left + 16], (_inside(contours, corner, 16), ORANGE)
        ),
        "how long they are": lengths_chart(lengths),
        "text": f"<b>{len(contours)}</b> contours, {closed} of them closed. With fewer than 20 points: "
        f"{sum(n < 20 for n in lengths)}; with more than 300: {sum(n > 300 for n in lengths)}.",
    }


def _inside(contours, corner, side):
    """Return the pieces of contours between the pixels of a square window, counted from its corner."""
    pieces = []
    for contour in contours:
        within = ((contour >= corner) & (contour <= corner + side - 1)).all(axis=1)
        both = np.flatnonzero(within[:-1] & within[1:])
        pieces += [contour[[n, n + 1]] - corner for n in both]
    return pieces


contours = explorer(
    contours_view,
    least=2,
    code=lambda level, binary: (
        f"contours = measure.find_contours({f'image > {level:.4g}, 0.5' if binary else f'image, {level:.4g}'})"
    ),
    reads=plainly.contour_segments,
    sample=dice_grey,
    takes="grey",
    level=levels_of,
    binary=bool,
)
