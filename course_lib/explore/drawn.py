"""Charts and grids of pixels as HTML. Letters are HTML beside the drawing, so they never shrink nor lie on it."""

import html

import numpy as np

from .panes import GREY, RED, grid_cells

WIDTH, HEIGHT = 360, 160  # units of a chart's drawing, which is stretched to its place
DASHES = ("solid", "dashed", "dotted")  # of the first, second, third mark

CHART_STYLE = """<style>
.course-chart { font: 11px/1.35 var(--jp-ui-font-family, sans-serif); color: var(--jp-ui-font-color1, inherit); }
.course-chart svg { display: block; width: 100%; aspect-ratio: 9 / 4; overflow: hidden; }
.course-chart path { vector-effect: non-scaling-stroke; }
.course-chart .course-keys { display: flex; flex-wrap: wrap; gap: 0 10px; min-height: 15px; }
.course-chart .course-keys i { display: inline-block; height: 9px; margin-right: 4px; vertical-align: -1px; }
.course-chart .course-ticks { display: flex; justify-content: space-between; position: relative; height: 15px; }
.course-chart .course-ticks :nth-child(2) { position: absolute; transform: translateX(-50%); }
.course-chart .course-xlabel { text-align: center; }
.course-grid { display: block; width: 100%; height: auto; font-family: sans-serif; }
@container course-pane (max-width: 300px) { .course-grid .course-axis { font-size: 15px; } }
@container course-pane (max-width: 250px) { .course-grid .course-axis { font-size: 20px; } }
.course-chart .course-empty { text-align: center; opacity: 0.8; }
</style>"""


def chart_html(chart, name=""):
    """Return a chart as HTML; `name` is what a screen reader calls it."""
    left, right, top = chart.limits()
    inner = [_keys(chart), _drawing(chart, left, right, top), _ticks(chart, left, right)]
    if chart.xlabel:
        inner.append(f'<div class="course-xlabel">{html.escape(chart.xlabel)}</div>')
    return f'<div class="course-chart" role="img" aria-label="{html.escape(told(chart, name))}">{"".join(inner)}</div>'


def told(chart, name):
    """Return what a chart shows, in words."""
    left, right, _ = chart.limits()
    axis = f"{chart.xlabel or 'axis'} from {as_tick(left)} to {as_tick(right)}"
    curves = [curve.label for curve in chart.curves if curve.label and len(curve.x)]
    return "; ".join(filter(None, [f"{name}: chart, {axis}", *curves, *chart.marks, *chart.notes()]))


def _keys(chart):
    """Return what the colours and lines mean, and how far the axis goes, as a line over the drawing."""
    keys = [(f"width:9px;background:{c.color}", c.label) for c in chart.curves if c.label and len(c.x)]
    for label, dash in zip(chart.marks, dashes(chart), strict=True):
        keys.append((f"border-left:2px {dash} {RED}", label))
    shown = [f'<span><i style="{style}"></i>{html.escape(label)}</span>' for style, label in keys]
    shown += [f"<span>{html.escape(note)}</span>" for note in chart.notes()]
    return f'<div class="course-keys">{"".join(shown)}</div>'


def dashes(chart):
    """Return the style of line of each mark of a chart."""
    return [DASHES[min(number, len(DASHES) - 1)] for number in range(len(chart.marks))]


def _drawing(chart, left, right, top):
    parts = [_curve(curve, left, right, top) for curve in chart.curves if len(curve.x)]
    if not parts:
        return '<div class="course-empty">nothing yet</div>' + _svg([_line(f"M0 {HEIGHT}H{WIDTH}", GREY, 2)])
    for value, dash in zip(chart.marks.values(), dashes(chart), strict=True):
        x = min(max((value - left) / (right - left), 0.003), 0.997) * WIDTH
        gaps = {"solid": "", "dashed": "6 4", "dotted": "2 3"}[dash]
        parts.append(_line(f"M{x:.1f} 0V{HEIGHT}", RED, 2, gaps))
    return _svg([*parts, _line(f"M0 {HEIGHT}H{WIDTH}", GREY, 2)])


def _svg(parts):
    box = f'viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" aria-hidden="true"'
    return f"<svg {box}>{''.join(parts)}</svg>"


def _line(path, color, width, dashes=""):
    dashes = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<path d="{path}" fill="none" stroke="{color}" stroke-width="{width}"{dashes}/>'


def _curve(curve, left, right, top):
    x = (np.asarray(curve.x, float) - left) / (right - left) * WIDTH
    y = HEIGHT - np.clip(np.asarray(curve.y, float) / top, 0, 1) * (HEIGHT - 2)
    points = "L".join(f"{a:.1f} {b:.1f}" for a, b in zip(x.tolist(), y.tolist(), strict=True))
    if len(x) == 1 and not curve.filled:
        return _line(f"M{points}h0", curve.color, 7).replace("/>", ' stroke-linecap="round"/>')
    if not curve.filled:
        return _line(f"M{points}", curve.color, 2)
    area = f"M{x[0]:.1f} {HEIGHT}L{points}L{x[-1]:.1f} {HEIGHT}Z"
    return f'<path d="{area}" fill="{curve.color}" fill-opacity="0.75"/>'


def _ticks(chart, left, right):
    """Return the numbers under the axis: its ends, and one in the middle, whole where the ends are."""
    _, middle, _ = ticks = chart.ticks()
    texts = map(as_tick, ticks)
    place = f' style="left:{(middle - left) / (right - left):.2%}"'
    spans = (f"<span{place if n == 1 else ''}>{text}</span>" for n, text in enumerate(texts))
    return f'<div class="course-ticks">{"".join(spans)}</div>'


def as_tick(value):
    """Return a number under an axis as text, a large one rounded."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.4g}"


def grid_html(grid, name=""):
    """Return a grid of pixels as SVG text; `name` is what a screen reader calls it."""
    rows, cols = grid.values.shape[:2]
    margin = 36
    size = (340 - margin) / max(rows, cols)
    width, height = margin + cols * size + 2, margin + rows * size + 2
    told = f"{name}: the values of {rows} by {cols} pixels from row {grid.row}, column {grid.col}"
    parts = [
        f'<svg class="course-grid" viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-label="{html.escape(told)}">'
    ]
    numbers = f'class="course-axis" font-size="{min(13, 0.75 * size):.1f}" fill="currentColor"'
    for r in range(rows):
        y = margin + (r + 0.5) * size + 5
        parts.append(f'<text x="{margin - 4}" y="{y:.1f}" text-anchor="end" {numbers}>{grid.row + r}</text>')
    for c in range(cols):
        x = margin + (c + 0.5) * size
        parts.append(f'<text x="{x:.1f}" y="{margin - 9}" text-anchor="middle" {numbers}>{grid.col + c}</text>')
    return "".join([*parts, *_cells(grid, size, margin)]) + "</svg>"


def _cells(grid, size, margin):
    """Yield the cells of a grid, with letters as large as its longest number allows."""
    cells = list(grid_cells(grid))
    longest = max(len(line) for *_, lines in cells for line in lines)
    font = min(20, size / max(1.6, 0.62 * longest, 1.1 * len(cells[0][-1])))
    text = f'text-anchor="middle" font-size="{font:.1f}"'
    for r, c, fill, ink, lines in cells:
        x, y = margin + c * size, margin + r * size
        outline = f'stroke="{RED}" stroke-width="4"' if (r, c) in grid.outlined else f'stroke="{GREY}"'
        yield f'<rect x="{x:.1f}" y="{y:.1f}" width="{size:.1f}" height="{size:.1f}" fill="{fill}" {outline}/>'
        for number, line in enumerate(lines):
            down = y + size / 2 + font * (0.35 + 1.05 * (number - (len(lines) - 1) / 2))
            yield f'<text x="{x + size / 2:.1f}" y="{down:.1f}" {text} fill="{ink}">{line}</text>'
