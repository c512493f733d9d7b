"""A still picture of an explorer, for pages where no kernel runs."""

import io

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ..show import draw_picture
from .panes import RED, Chart, Grid, fit, grid_cells


def still(panes, title, wide=()):
    """Return PNG bytes of the panes of an explorer side by side; those named in `wide` take two places."""
    drawn = {name: pane for name, pane in panes.items() if not isinstance(pane, str)}
    if not drawn:
        return None
    places = _places([2 if name in wide else 1 for name in drawn])
    rows, cols = places[-1][0] + 1, max(col + span for _, col, span in places)
    figure = Figure(figsize=(8, 2.7 * rows + 0.3), dpi=80, layout="constrained")
    figure.supxlabel(f"{title}: run this cell to move the controls", fontsize=8, color="#555555")
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


def _places(spans, cols=3):
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
    for label, value in chart.marks.items():
        axis.axvline(value, color=RED, label=label)
    axis.set(xlim=(left, right), ylim=(0, top * 1.02), xlabel=chart.xlabel, yticks=[])
    if chart.marks or any(c.label for c in chart.curves):
        axis.legend(fontsize=7)


def _draw_grid(axis, grid):
    rows, cols = grid.values.shape[:2]
    lines_in_a_cell = 1 if grid.values.ndim == 2 else grid.values.shape[2]
    font = 64 / max(rows, cols) / (1 + 0.35 * (lines_in_a_cell - 1))
    for r, c, fill, ink, lines in grid_cells(grid):
        edge = RED if (r, c) in grid.outlined else "#8c8c8c"
        axis.add_patch(Rectangle((c, r), 1, 1, facecolor=fill, edgecolor=edge, linewidth=2 if edge == RED else 0.5))
        axis.text(c + 0.5, r + 0.5, "\n".join(lines), color=ink, fontsize=font, ha="center", va="center")
    axis.set(xlim=(0, cols), ylim=(rows, 0), aspect="equal")
    axis.set_xticks(np.arange(cols) + 0.5, range(grid.col, grid.col + cols), fontsize=6)
    axis.set_yticks(np.arange(rows) + 0.5, range(grid.row, grid.row + rows), fontsize=6)
    axis.tick_params(length=0)
