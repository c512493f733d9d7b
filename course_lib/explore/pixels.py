"""The explorer of pixels: eight by eight of them, with their values."""

from .. import data
from .engine import explorer
from .panes import Grid, marked

WINDOW = 8


def pixels_view(image, row=0, col=0):
    """Look at eight by eight pixels of a picture, with their values."""
    rows, cols = image.shape[:2]
    row, col = min(row, max(rows - WINDOW, 0)), min(col, max(cols - WINDOW, 0))
    patch = image[row : row + WINDOW, col : col + WINDOW]
    return {
        "picture": marked(image, row, col, *patch.shape[:2]),
        "8 x 8 pixels of it": Grid(patch, row, col),
        "text": f"shape {image.shape}, {image.dtype}. "
        f"Row {row} counts from the top, column {col} from the left: image[{row}, {col}] is <b>{patch[0, 0]}</b>.",
    }


def places(length):
    """Return the least, the largest, the step and the first place of the window along a side of this length.

    >>> places(400), places(9), places(3)
    ((0, 392, 1, 133), (0, 1, 1, 1), (0, 1, 1, 1))
    """
    last = max(length - WINDOW, 1)
    return 0, last, 1, min(length // 3, last)


pixels = explorer(
    pixels_view,
    code="image[{row}:{row} + 8, {col}:{col} + 8]",
    sample=data.coffee,
    row=lambda image: places(image.shape[0]),
    col=lambda image: places(image.shape[1]),
)
