"""Marching squares, taken apart with the stages that the library calls."""

import numpy as np

from .. import plainly
from ..explore.overlay import ORANGE, with_contours
from ..explore.panes import Grid
from ..measure import find_contours
from ..measure.cells import cell_cases, cell_segments, segment_table, side_points
from ..plainly.contours import crossing
from ..util import img_as_float
from .engine import step_through

SIDE = 9  # pixels: 8 x 8 cells
SIDES = ("top", "left", "bottom", "right")
CORNERS = ("upper left", "upper right", "lower left", "lower right")


def hills():
    """Return nine by nine pixels of hills and valleys, in which all sixteen cases occur."""
    return np.array(HILLS, np.uint8)


HILLS = (
    (111, 84, 116, 92, 70, 107, 234, 197, 239),
    (91, 122, 56, 59, 37, 118, 180, 174, 136),
    (41, 46, 71, 23, 93, 150, 206, 180, 46),
    (179, 122, 25, 0, 14, 44, 77, 142, 154),
    (255, 202, 96, 51, 83, 123, 117, 90, 150),
    (229, 139, 216, 165, 94, 104, 110, 126, 57),
    (252, 193, 196, 154, 154, 182, 124, 102, 161),
    (196, 217, 242, 170, 84, 102, 156, 125, 194),
    (22, 48, 193, 141, 112, 176, 60, 116, 193),
)


def marching_squares_view(image, step=0, level=0.5, fully_connected="low"):
    """Step through marching squares: cell by cell, its case, and the line through it."""
    values = img_as_float(image[:SIDE, :SIDE])
    cases = cell_cases(values, level)
    cells, sides = cell_segments(cases, segment_table(fully_connected))
    ends = np.stack([side_points(values, level, cells, side) for side in sides.T], axis=1)
    done = min(step, cases.size - 1)
    row, col = divmod(done, cases.shape[1])
    order = cells @ [cases.shape[1], 1]
    reached = np.arange(cases.size).reshape(cases.shape) <= done
    here = ((row, col), (row, col + 1), (row + 1, col), (row + 1, col + 1))
    lines, chained = list(ends[order <= done]), find_contours(values, level, fully_connected)
    last = step >= cases.size
    return {
        "values (the cell's corners outlined)": Grid(values, outlined=() if last else here),
        "line": with_contours(values, (chained if last else lines, ORANGE)),
        "cases so far": Grid(np.where(reached, cases, 0).astype(np.uint8), outlined=() if last else ((row, col),)),
        "text": _chained_text(chained, lines)
        if last
        else _cell_text(int(cases[row, col]), (row, col), ends[order == done], sides[order == done]),
    }


def _cell_text(case, cell, ends, sides):
    high = [name for bit, name in enumerate(CORNERS) if case >> bit & 1]
    total = " + ".join(str(1 << bit) for bit in range(4) if case >> bit & 1) or "0"
    corners = f"above the level are {', '.join(high)}" if high else "no corner is above the level"
    told = f"Cell {cell}: {corners}: {total}, <b>case {case}</b>. "
    lines = (
        f"from the {SIDES[first]} side at ({start[0]:.2f}, {start[1]:.2f}) to the {SIDES[last]} side at "
        f"({end[0]:.2f}, {end[1]:.2f})"
        for (first, last), (start, end) in zip(sides.tolist(), ends.tolist(), strict=True)
    )
    crossing = " and ".join(lines)
    told += f"A line {crossing}." if crossing else "No line."
    return told + (" Two lines: this case could be read in two ways." if case in (6, 9) else "")


def _chained_text(contours, lines):
    closed = sum(np.array_equal(c[0], c[-1]) for c in contours)
    return (
        f"All cells are done, and the {len(lines)} short lines are chained where one ends and another begins. "
        f"Contours: <b>{len(contours)}</b>, closed: {closed}."
    )


marching_squares = step_through(
    marching_squares_view,
    least=2,
    code="measure.find_contours(util.img_as_float(image)[:9, :9], {level:.2f}, fully_connected={fully_connected!r})",
    reads=(plainly.contour_segments, crossing),
    sample=hills,
    takes="grey",
    step=(0, (SIDE - 1) ** 2, 1),
    level=(0.05, 0.95, 0.05, 0.5),
    fully_connected=["low", "high"],
)
