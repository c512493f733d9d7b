"""Marching squares: which way a line of equal value runs through each 2x2 cell of pixels."""

import numpy as np

TOP, LEFT, BOTTOM, RIGHT = range(4)

# The sixteen cases. A cell's case is the sum of the numbers of those corners that are above the level:
#
#     1 -- TOP -- 2
#     |           |
#   LEFT        RIGHT
#     |           |
#     4 - BOTTOM  8
#
# A segment (from, to) has the low values on its left.
SEGMENTS = (
    (),
    ((TOP, LEFT),),
    ((RIGHT, TOP),),
    ((RIGHT, LEFT),),
    ((LEFT, BOTTOM),),
    ((TOP, BOTTOM),),
    ((RIGHT, TOP), (LEFT, BOTTOM)),  # ambiguous: here the low corners are joined
    ((RIGHT, BOTTOM),),
    ((BOTTOM, RIGHT),),
    ((TOP, LEFT), (BOTTOM, RIGHT)),  # ambiguous: here the low corners are joined
    ((BOTTOM, TOP),),
    ((BOTTOM, LEFT),),
    ((LEFT, RIGHT),),
    ((TOP, RIGHT),),
    ((LEFT, TOP),),
    (),
)
# The two ambiguous cases where the high corners are joined instead
SEGMENTS_HIGH = {6: ((LEFT, TOP), (RIGHT, BOTTOM)), 9: ((TOP, RIGHT), (BOTTOM, LEFT))}


def cell_cases(values, level):
    """Return the case, 0 … 15, of every cell: which of its four corners are above the level.

    Parameters
    ----------
    values : (rows, cols) array
    level : float

    Returns
    -------
    cases : (rows - 1, cols - 1) array of uint8

    Examples
    --------
    >>> import numpy as np
    >>> cell_cases(np.array([[1, 0, 0], [0, 0, 1]]), 0.5)
    array([[1, 8]], dtype=uint8)
    """
    high = (values > level).view(np.uint8)
    return high[:-1, :-1] | high[:-1, 1:] << 1 | high[1:, :-1] << 2 | high[1:, 1:] << 3


def segment_table(fully_connected="low"):
    """Return for each of the sixteen cases its segments: (16, 2, 2) sides, -1 where there is none.

    Examples
    --------
    >>> segment_table()[3]
    array([[ 3,  1],
           [-1, -1]])
    """
    table = np.full((16, 2, 2), -1)
    for case, segments in enumerate(SEGMENTS):
        if fully_connected == "high":
            segments = SEGMENTS_HIGH.get(case, segments)
        table[case, : len(segments)] = np.reshape(segments, (-1, 2))
    return table


def cell_segments(cases, table):
    """Return the segments in reading order: their cells (n, 2) as row and col, and their sides (n, 2).

    Examples
    --------
    >>> import numpy as np
    >>> cells, sides = cell_segments(np.array([[0, 6]]), segment_table())
    >>> cells
    array([[0, 1],
           [0, 1]])
    >>> sides
    array([[3, 0],
           [1, 2]])
    """
    crossed = np.flatnonzero((cases != 0) & (cases != 15))
    sides = table[cases.ravel()[crossed]].reshape(-1, 2)
    exists = sides[:, 0] >= 0
    cells = np.stack(np.divmod(np.repeat(crossed, 2)[exists], cases.shape[1]), axis=1)
    return cells, sides[exists]


def side_points(values, level, cells, sides):
    """Return the points (n, 2) where the line crosses the given sides of the given cells, as (row, col).

    A side runs from its left or upper end to the other one.

    Examples
    --------
    >>> import numpy as np
    >>> side_points(np.array([[0.0, 4.0], [0.0, 0.0]]), 1, np.array([[0, 0]]), np.array([TOP]))
    array([[0.  , 0.25]])
    """
    across = (sides == TOP) | (sides == BOTTOM)
    start = cells + np.stack([sides == BOTTOM, sides == RIGHT], axis=1)
    row, col = start.T
    at_start = values[row, col]
    at_end = values[row + ~across, col + across]
    fraction = (level - at_start) / (at_end - at_start)
    return np.stack([row + np.where(across, 0.0, fraction), col + np.where(across, fraction, 0.0)], axis=1)


def side_numbers(shape, cells, sides):
    """Return one number per side of the grid: two cells that share a side give it the same number.

    Examples
    --------
    >>> import numpy as np
    >>> cells = np.array([[0, 0], [0, 1]])
    >>> side_numbers((2, 3), cells, np.array([RIGHT, LEFT]))
    array([7, 7])
    """
    # the pixel where a side starts, counted in reading order; upright sides come after all level ones
    rows, cols = shape
    pixel = (cells[:, 0] + (sides == BOTTOM)) * cols + cells[:, 1] + (sides == RIGHT)
    upright = (sides == LEFT) | (sides == RIGHT)
    return pixel + rows * cols * upright
