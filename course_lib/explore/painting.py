"""A picture to paint on, for explorers that need a mask: strokes by mouse, finger or keyboard, and their mask."""

from pathlib import Path

import anywidget
import numpy as np
import traitlets

from .engine import Explorer
from .panes import picture_bytes
from .turns import alone

HERE = Path(__file__).parent
PAINTED = "painted"  # the choice, and the control, that stand for the learner's own painting


class PaintPad(anywidget.AnyWidget):
    """A picture under a brush; `value` holds the strokes, as `painted_mask` takes them."""

    _esm = (HERE / "paint.js").read_text(encoding="utf-8")
    _css = (HERE / "paint.css").read_text(encoding="utf-8")
    picture = traitlets.Bytes().tag(sync=True)
    value = traitlets.List().tag(sync=True)
    brush = traitlets.Float(0.03).tag(sync=True)


def pad_for(image):
    """Return a pad with this picture on it."""
    return PaintPad(picture=picture_bytes(image)[1])


def painted_mask(shape, strokes):
    """Return the mask of what was painted on a picture of (rows, cols).

    Parameters
    ----------
    shape : tuple of int
        The picture's rows and columns.
    strokes : sequence
        One ``[radius, [row, col], [row, col], ...]`` for each stroke. The places are shares of the picture's height
        and width, the radius is a share of its shorter side: the same strokes suit the picture in any size.

    Returns
    -------
    mask : array of bool, (rows, cols)

    Examples
    --------
    >>> painted_mask((3, 6), [[0.1, [0.5, 0.2], [0.5, 0.6]]]).astype(int)
    array([[0, 0, 0, 0, 0, 0],
           [0, 1, 1, 1, 0, 0],
           [0, 0, 0, 0, 0, 0]])
    """
    mask = np.zeros(shape, bool)
    for radius, *points in strokes:
        corners = [(row * shape[0] - 0.5, col * shape[1] - 0.5) for row, col in points]
        reach = max(radius * min(shape), 0.5)
        for start, end in zip(corners, corners[1:] or corners, strict=False):
            _paint_line(mask, start, end, reach)
    return mask


def _paint_line(mask, start, end, reach):
    """Mark the pixels that lie within reach of the line from start to end."""
    spans = [
        slice(max(int(np.floor(min(a, b) - reach)), 0), max(int(np.ceil(max(a, b) + reach)) + 1, 0))
        for a, b in zip(start, end, strict=True)
    ]
    part = mask[tuple(spans)]
    rows, cols = np.ogrid[: part.shape[0], : part.shape[1]]
    rows, cols = rows + spans[0].start - start[0], cols + spans[1].start - start[1]
    down, right = end[0] - start[0], end[1] - start[1]
    along = np.clip((rows * down + cols * right) / max(down**2 + right**2, 1e-12), 0, 1)
    part |= (rows - along * down) ** 2 + (cols - along * right) ** 2 <= reach**2


class PaintingExplorer(Explorer):
    """An explorer whose first control offers "painted": then the pad stands in place of the other controls."""

    def _show_controls(self):
        choice = next(iter(self.controls.values()))
        choice.observe(self._show_what_counts, "value")
        self._show_what_counts()

    @alone
    def _show_what_counts(self, *_):
        choice, *others = self.controls
        painted = self.controls[choice].value == PAINTED
        shown = [choice, *(name for name in others if (name == PAINTED) == painted)]
        self._bar.children = [self.controls[name] for name in shown]
