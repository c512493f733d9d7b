"""The local threshold, taken apart: a window moves over a few letters."""

import numpy as np

from .. import data
from ..base.padding import pad
from ..explore.panes import Grid, marked
from ..filters import threshold_local
from .engine import step_through

UNSEEN = 150  # the grey of what the window has not reached yet
SIDE, STRIDE = 24, 4  # pixels: the side of the piece of the page, and how far the window moves in a step


def letters():
    """Return a few letters of the badly lit page, small enough to follow pixel by pixel."""
    return data.load("page_dim")[92:116, 36:60]


def local_threshold_view(image, step=44, window=7, offset=8):
    """Step through a local threshold: the window moves, and each position gives one threshold."""
    image = image[:SIDE, :SIDE]
    surface = threshold_local(image, window, method="mean", offset=offset)
    reached = min(step * STRIDE, image.size - 1)
    row, col = divmod(reached, image.shape[1])
    done = np.arange(image.size).reshape(image.shape) <= reached
    half = window // 2
    seen = pad(image, half)[row : row + window, col : col + window]
    top, left = max(row - half, 0), max(col - half, 0)
    inside = image[top : row + half + 1, left : col + half + 1]
    pixel, threshold = image[row, col], surface[row, col]
    return {
        "picture and window": marked(image, top, left, *inside.shape),
        "the window's pixels": Grid(seen, row - half, col - half, outlined=((half, half),)),
        "thresholds so far": np.where(done, surface, UNSEEN).clip(0, 255).astype(np.uint8),
        "mask so far": np.where(done, (image > surface) * 255, UNSEEN).astype(np.uint8),
        "text": f"Pixel [{row}, {col}] holds {pixel}. The mean of its window is {threshold + offset:.2f}; "
        f"less the offset {offset}, its threshold is {threshold:.2f}. "
        "(Beyond the border, the picture is mirrored.) "
        f"So it is <b>{'paper (white)' if pixel > threshold else 'ink (black)'}</b>.",
    }


local_threshold = step_through(
    local_threshold_view,
    code="image > filters.threshold_local(image, {window}, method='mean', offset={offset})",
    reads=threshold_local,
    sample=letters,
    takes="grey",
    step=(0, SIDE * SIDE // STRIDE, 1),
    window=(3, 13, 2, 7),
    offset=(-20, 20, 1, 8),
)
