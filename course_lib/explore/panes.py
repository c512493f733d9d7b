"""What an explorer shows: pictures, charts and lines of text, as bytes that a browser paints at once."""

import dataclasses
import html
import io

import numpy as np
from PIL import Image

from ..base.checks import check_array
from ..show import display_range

# Colour-blind safe (Okabe and Ito), the same in every chart of the course.
BLUE, ORANGE, GREEN, RED, GREY = "#0072b2", "#e69f00", "#009e73", "#d55e00", "#8c8c8c"

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 360, 200, 8, 34, 8


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
    """Curves over one pair of axes, with vertical marks: {label: x}."""

    curves: tuple
    marks: dict = dataclasses.field(default_factory=dict)
    xlabel: str = ""
    xlim: tuple | None = None
    ymax: float | None = None

    def limits(self):
        """Return (left, right, top) of the axes, in the units of the data."""
        left, right = self.xlim or (min(c.x[0] for c in self.curves), max(c.x[-1] for c in self.curves))
        top = self.ymax or max((float(c.y.max()) for c in self.curves if len(c.y)), default=1.0)
        return float(left), float(right) if right > left else float(left) + 1.0, top or 1.0


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


def chart_svg(chart):
    """Return a chart as SVG text."""
    left, right, top = chart.limits()
    parts = [f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" style="width:100%;height:auto" role="img">']
    base = HEIGHT - BOTTOM
    parts += [_curve_svg(curve, left, right, top) for curve in chart.curves if len(curve.x)]
    parts.append(f'<line x1="{LEFT}" x2="{WIDTH - LEFT}" y1="{base}" y2="{base}" stroke="{GREY}"/>')
    for value, anchor in ((left, "start"), ((left + right) / 2, "middle"), (right, "end")):
        x = _across(value, left, right)
        parts.append(_text_svg(x, base + 14, f"{value:.4g}", anchor))
    parts.append(_text_svg(WIDTH / 2, HEIGHT - 5, chart.xlabel, "middle"))
    for label, value in chart.marks.items():
        x = _across(min(max(value, left), right), left, right)
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{base}" stroke="{RED}" stroke-width="2"/>')
        parts.append(
            _text_svg(x + (5 if x < WIDTH * 0.7 else -5), TOP + 12, label, "start" if x < WIDTH * 0.7 else "end")
        )
    named = [c for c in chart.curves if c.label]
    for row, curve in enumerate(named):
        y = TOP + 12 + 15 * (row + len(chart.marks))
        parts.append(f'<rect x="{WIDTH - 16}" y="{y - 8}" width="9" height="9" fill="{curve.color}"/>')
        parts.append(_text_svg(WIDTH - 20, y, curve.label, "end"))
    return "".join(parts) + "</svg>"


def _curve_svg(curve, left, right, top):
    x = LEFT + (np.asarray(curve.x, float) - left) / (right - left) * (WIDTH - 2 * LEFT)
    y = HEIGHT - BOTTOM - np.clip(np.asarray(curve.y, float) / top, 0, 1.02) * (HEIGHT - BOTTOM - TOP)
    points = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(x.tolist(), y.tolist(), strict=True))
    if not curve.filled:
        return f'<polyline points="{points}" fill="none" stroke="{curve.color}" stroke-width="2"/>'
    base = HEIGHT - BOTTOM
    return f'<polygon points="{x[0]:.1f},{base} {points} {x[-1]:.1f},{base}" fill="{curve.color}" fill-opacity="0.75"/>'


def _across(value, left, right):
    return LEFT + (value - left) / (right - left) * (WIDTH - 2 * LEFT)


def _text_svg(x, y, text, anchor):
    return (
        f'<text x="{x:.1f}" y="{y}" text-anchor="{anchor}" font-size="11" font-family="sans-serif" '
        f'fill="currentColor">{html.escape(str(text))}</text>'
    )


def grid_svg(grid):
    """Return a grid of pixels as SVG text."""
    rows, cols = grid.values.shape[:2]
    size, margin = (340 - 24) / max(rows, cols), 24
    width, height = margin + cols * size + 2, margin + rows * size + 2
    parts = [f'<svg viewBox="0 0 {width:.0f} {height:.0f}" style="width:100%;height:auto" role="img">']
    cells = list(grid_cells(grid))
    longest = max(len(line) for *_, lines in cells for line in lines)
    font = min(12, size / max(1.6, 0.8 * longest, 1.1 * len(cells[0][-1])))  # so that the longest number fits its cell
    for r in range(rows):
        parts.append(_text_svg(margin - 4, round(margin + (r + 0.6) * size), grid.row + r, "end"))
    for c in range(cols):
        parts.append(_text_svg(margin + (c + 0.5) * size, 14, grid.col + c, "middle"))
    for r, c, fill, ink, lines in cells:
        x, y = margin + c * size, margin + r * size
        outline = f'stroke="{RED}" stroke-width="4"' if (r, c) in grid.outlined else f'stroke="{GREY}"'
        parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{size:.1f}" height="{size:.1f}" fill="{fill}" {outline}/>')
        for number, line in enumerate(lines):
            down = y + size / 2 + font * (0.35 + 1.05 * (number - (len(lines) - 1) / 2))
            parts.append(
                f'<text x="{x + size / 2:.1f}" y="{down:.1f}" text-anchor="middle" font-size="{font:.1f}" '
                f'font-family="sans-serif" fill="{ink}">{line}</text>'
            )
    return "".join(parts) + "</svg>"


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
    """Return a histogram as filled curves: one, or two classes parted at `level`.

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
