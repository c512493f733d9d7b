"""A still picture of an explorer, for pages where no kernel runs."""

import io

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ..show import draw_picture
from .drawn import as_tick, dashes
from .panes import RED, Chart, Grid, fit, grid_cells

SMALL = 8  # points: at 100 dots an inch, letters of 11 pixels


def still(panes, title, wide=()):
    """Return PNG bytes of the panes of an explorer side by side; those named in `wide` take two places."""
    drawn = {name: pane for name, pane in panes.items() if not isinstance(pane, str)}
    if not drawn:
        return None
    spans = [2 if name in wide else 1 for name in drawn]
    places = _places(spans, 2 if sum(spans) == 4 else 3)
    rows, cols = places[-1][0] + 1, max(col + span for _, col, span in places)
    large = cols == 2 and any(isinstance(pane, Grid) for pane in drawn.values())  # so that its numbers can be read
    figure = Figure(figsize=(8, (3.9 if large else 2.7) * rows + 0.3), dpi=100, layout="constrained")
    figure.get_layout_engine().set(h_pad=0.08)
    figure.supxlabel(f"{title}: run this cell to move the controls", fontsize=SMALL, color="#555555")
    grid = figure.add_gridspec(rows, cols)
    for (name, pane), (row, col, span) in zip(drawn.items(), places, strict=True):
        axis = figure.add_subplot(grid[row, col : col + span])
        axis.set_title(name, fontsize=9)
        if isinstance(pane, Chart):
            _draw_chart(axis, pane)
        elif isinstance(pane, Grid):
            _draw_grid(axis, pane)
        else:
            draw_picture(axis, fit(np.asarray(pane), 400 * span))
    file = io.BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()


def _places(spans, cols):
    """Return (row, col, span) for panes of these widths, set row by row."""
    places, row, col = [], 0, 0
    for span in spans:
        if col + span > cols:
            row, col = row + 1, 0
        places.append((row, col, span))
        col += span
    return places


def _draw_chart(axis, chart):
    left, right, top = chart.limits()
    for curve in chart.curves:
        if curve.filled:
            axis.fill_between(curve.x, curve.y, color=curve.color, alpha=0.75, linewidth=0, label=curve.label or None)
        else:
            axis.plot(curve.x, curve.y, color=curve.color, label=curve.label or None)
    for (label, value), dash in zip(chart.marks.items(), dashes(chart), strict=True):
        axis.axvline(value, color=RED, linestyle=dash, label=label)
    axis.set(xlim=(left, right), ylim=(0, top * 1.02), yticks=[])
    axis.set_xlabel("\n".join(filter(None, [chart.xlabel, *chart.notes()])), fontsize=SMALL)
    axis.set_xticks(chart.ticks(), [*map(as_tick, chart.ticks())], fontsize=SMALL)
    if chart.marks or any(c.label for c in chart.curves):
        below = -0.2 - 0.09 * (1 + len(chart.notes()))  # where it lies on no curve
        axis.legend(fontsize=SMALL, loc="upper center", bbox_to_anchor=(0.5, below), frameon=False, ncols=2)


def _draw_grid(axis, grid):
    rows, cols = grid.values.shape[:2]
    cells = list(grid_cells(grid))
    longest = max(len(line) for *_, lines in cells for line in lines)
    side = axis.get_window_extent().height * 72 / axis.figure.dpi / max(rows, cols)  # points
    font = min(9, 0.9 * side / max(1.6, 0.68 * longest, 1.15 * len(cells[0][-1])))
    for r, c, fill, ink, lines in cells:
        edge = RED if (r, c) in grid.outlined else "#8c8c8c"
        axis.add_patch(Rectangle((c, r), 1, 1, facecolor=fill, edgecolor=edge, linewidth=2 if edge == RED else 0.5))
        axis.text(c + 0.5, r + 0.5, "\n".join(lines), color=ink, fontsize=font, ha="center", va="center", linespacing=1)
    axis.set(xlim=(0, cols), ylim=(rows, 0), aspect="equal")
    axis.set_xticks(np.arange(cols) + 0.5, range(grid.col, grid.col + cols), fontsize=SMALL)
    axis.set_yticks(np.arange(rows) + 0.5, range(grid.row, grid.row + rows), fontsize=SMALL)
    axis.tick_params(length=0)
