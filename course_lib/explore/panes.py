"""What an explorer shows: pictures, charts and lines of text, as bytes that a browser paints at once."""

import dataclasses
import io

import numpy as np
from PIL import Image

from ..base.checks import check_array
from ..show import display_range

# Colour-blind safe (Okabe and Ito), the same in every chart of the course.
BLUE, ORANGE, GREEN, RED, GREY = "#0072b2", "#e69f00", "#009e73", "#d55e00", "#8c8c8c"

SPIKE = 3  # a bar so many times as high as all others is cut off, and the chart says so
BARS = 8  # a chart of fewer bars is shown whole


@dataclasses.dataclass(frozen=True)
class Curve:
    """A line (or a filled area) through the points (x, y)."""

    x: np.ndarray
    y: np.ndarray
    color: str = BLUE
    filled: bool = False
    label: str = ""


@dataclasses.dataclass(frozen=True)
class Chart:
    """Curves over one pair of axes, with vertical marks: {label: x}.

    With `unit`, what is counted upwards, the chart tells how many its top is.
    """

    curves: tuple
    marks: dict = dataclasses.field(default_factory=dict)
    xlabel: str = ""
    xlim: tuple | None = None
    ymax: float | None = None
    unit: str = ""

    def limits(self):
        """Return (left, right, top) of the axes, in the units of the data."""
        shown = [c for c in self.curves if len(c.x)] or [Curve(np.zeros(1), np.zeros(1))]
        left, right = self.xlim or (min(c.x[0] for c in shown), max(c.x[-1] for c in shown))
        top = self.ymax or _top(self.curves)[0]
        return float(left), float(right) if right > left else float(left) + 1.0, top or 1.0

    def ticks(self):
        """Return the values at the left, in the middle and at the right: a whole one between whole ones."""
        left, right, _ = self.limits()
        middle = (left + right) / 2
        return left, float(round(middle)) if left % 1 == right % 1 == 0 and right - left > 2 else middle, right

    def notes(self):
        """Return in words how far up the chart goes, and which bars go beyond it."""
        if self.ymax:
            return ()
        top, beyond = _top(self.curves)
        up = f"up to {_amount(top)} {self.unit}" if self.unit and any(len(c.x) for c in self.curves) else ""
        cut = f"cut off: {' and '.join(map(_amount, beyond))}" if beyond else ""
        return tuple(filter(None, (up, cut)))


def _amount(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.4g}"


def _top(curves):
    """Return how high a chart goes, and the heights of the bars, two at most, that would flatten all others."""
    top = max((float(c.y.max()) for c in curves if len(c.y)), default=1.0)
    bars = [np.asarray(c.y, float) for c in curves if c.filled and len(c.y)]
    heights = np.unique(np.concatenate(bars))[::-1] if bars else np.zeros(0)
    heights = heights[heights > 0]
    for spikes in (2, 1):
        if len(heights) > BARS and heights[spikes - 1] > SPIKE * heights[spikes]:
            return 1.15 * float(heights[spikes]), tuple(heights[:spikes].tolist())
    return top, ()


@dataclasses.dataclass(frozen=True)
class Grid:
    """A few pixels (at most 16 x 16), each a cell with its value written in it; `row` and `col` number the first."""

    values: np.ndarray
    row: int = 0
    col: int = 0
    outlined: tuple = ()  # (row, col) of cells with an orange outline, counted within the grid


def picture_bytes(image):
    """Return (format, bytes) of a picture, lossless, in well under a millisecond for 512 x 512.

    Masks and small pictures are PNG; the rest is BMP, whose encoding is a copy (PNG's takes 7 ms for
    a grey 512 x 512 picture and 18 ms for a colour one, longer than many filters).
    """
    pixels = as_ubyte(image)
    kind = "png" if pixels.dtype == bool or pixels.size < 20_000 else "bmp"
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, kind, **({"compress_level": 1} if kind == "png" else {}))
    return kind, file.getvalue()


def as_ubyte(image):
    """Return what the screen shows of a picture: bool, or 0 to 255 over its display range."""
    array = check_array(image)
    if array.dtype in (bool, np.uint8):
        return array
    low, high = display_range(array)
    return ((np.clip(array, low, high) - low) * (255.0 / (high - low)) + 0.5).astype(np.uint8)


def grid_cells(grid):
    """Yield (row, col, fill colour, ink colour, lines of text) for every cell of a grid."""
    screen = as_ubyte(grid.values)
    screen = screen * np.uint8(255) if screen.dtype == bool else screen
    for r, c in np.ndindex(grid.values.shape[:2]):
        rgb = tuple(int(v) for v in np.broadcast_to(screen[r, c], 3))
        ink = "black" if 0.2125 * rgb[0] + 0.7154 * rgb[1] + 0.0721 * rgb[2] > 127 else "white"
        yield r, c, "#{:02x}{:02x}{:02x}".format(*rgb), ink, [_number(v) for v in np.atleast_1d(grid.values[r, c])]


def _number(value):
    if isinstance(value, np.bool_ | np.integer):
        return str(int(value))
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.0f}"


FRAME = (213, 94, 0)  # RED, as a pixel


def marked(image, row, col, height, width, color=FRAME, frame=None):
    """Return a colour copy of a picture, as the screen shows it, with a frame around a window, orange by default.

    The frame is so many pixels wide; if nothing is said, a hundredth of the picture's longer side.
    """
    screen = as_ubyte(image)
    screen = screen * np.uint8(255) if screen.dtype == bool else screen
    copy = np.array(screen if screen.ndim == 3 else np.stack([screen] * 3, axis=-1))
    bottom, right = row + height, col + width
    frame = frame or max(1, max(copy.shape[:2]) // 100)
    outer = copy[max(row - frame, 0) : bottom + frame, max(col - frame, 0) : right + frame]
    inner = copy[row:bottom, col:right].copy()
    outer[:] = color
    copy[row:bottom, col:right] = inner
    return copy


def histogram_curves(counts, centers, level=None, inverted=False):
    """Return a histogram as filled curves: one, or two classes separated at `level`.

    The class that a threshold calls object (above the level; below it if `inverted`) is orange.
    """
    centers, counts = np.asarray(centers, float), np.asarray(counts, float)
    if level is None:
        return (Curve(centers, counts, GREY, filled=True),)
    below = centers <= level
    colors = (ORANGE, BLUE) if inverted else (BLUE, ORANGE)
    return tuple(
        Curve(centers[part], counts[part], color, filled=True)
        for part, color in ((below, colors[0]), (~below, colors[1]))
        if part.any()
    )


def fit(image, side=512):
    """Return a picture reduced by whole steps so that no side is longer than `side` pixels.

    Every k-th pixel is kept: quick, and enough for a pane a few hundred pixels wide.
    """
    step = -(-max(image.shape[:2]) // side)
    return image[::step, ::step] if step > 1 else image
