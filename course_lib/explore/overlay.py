"""Points, lines and contours drawn over a picture: pixels of another colour in a copy, ready for a pane."""

import numpy as np

from .panes import as_ubyte

COLOURS = {"green": (0, 158, 115), "red": (213, 94, 0), "orange": (230, 159, 0), "blue": (0, 114, 178)}
GREEN, ORANGE, BLUE = COLOURS["green"], COLOURS["red"], COLOURS["blue"]  # of contours
WIDE = 400  # pixels: smaller pictures are enlarged so that a contour on them is a fine line


def canvas(image):
    """Return a colour copy of a picture, as the screen shows it.

    Examples
    --------
    >>> canvas(np.zeros((2, 3))).shape
    (2, 3, 3)
    """
    screen = as_ubyte(image)
    screen = screen * np.uint8(255) if screen.dtype == bool else screen
    return np.array(screen if screen.ndim == 3 else np.stack([screen] * 3, axis=-1))


def add_points(picture, points, colour="red", radius=2):
    """Paint a square dot at each point (row, col); what lies outside is cut off.

    Examples
    --------
    >>> add_points(canvas(np.zeros((3, 3))), [[1, 1]], radius=0)[1, 1].tolist()
    [213, 94, 0]
    """
    for row, col in np.asarray(points, int).reshape(-1, 2).tolist():
        picture[max(row - radius, 0) : max(row + radius + 1, 0), max(col - radius, 0) : max(col + radius + 1, 0)] = (
            COLOURS[colour]
        )
    return picture


def add_lines(picture, starts, ends, colour="green"):
    """Paint a straight line of one pixel from each start to its end, both (row, col).

    Examples
    --------
    >>> add_lines(canvas(np.zeros((1, 4))), [[0, 1]], [[0, 2]])[0, :, 1].tolist()
    [0, 158, 158, 0]
    """
    for start, end in zip(np.asarray(starts, float), np.asarray(ends, float), strict=True):
        count = int(np.abs(end - start).max()) + 1
        rows, cols = np.rint(start + np.linspace(0, 1, count)[:, None] * (end - start)).astype(int).T
        inside = (rows >= 0) & (cols >= 0) & (rows < picture.shape[0]) & (cols < picture.shape[1])
        picture[rows[inside], cols[inside]] = COLOURS[colour]
    return picture


def pairs(first, second, here, there, right, drawn=()):
    """Return two grey pictures side by side, with a line for each match: green if `right`, else orange.

    Those whose numbers are in `drawn` are blue, and lie above the others.

    Examples
    --------
    >>> pairs(np.zeros((4, 4)), np.zeros((4, 4)), np.array([[1, 1]]), np.array([[2, 2]]), np.array([True])).shape
    (8, 20, 3)
    """
    zoom = 2 if first.shape[1] <= 400 else 1
    gap = np.ones((first.shape[0], 2))
    picture = canvas(np.concatenate([first, gap, second], axis=1).repeat(zoom, axis=0).repeat(zoom, axis=1))
    thick = max(2, picture.shape[1] // 500)  # or the browser drops the lines when it makes the picture smaller
    starts = zoom * np.asarray(here).reshape(-1, 2)
    ends = zoom * (np.asarray(there).reshape(-1, 2) + np.array([0, first.shape[1] + 2]))
    for colour, chosen in (("red", ~right), ("green", right), ("blue", list(drawn))):
        for down in range(thick + (colour == "blue")):
            add_lines(picture, starts[chosen] + [down, 0], ends[chosen] + [down, 0], colour)
        add_points(picture, starts[chosen], colour, thick + 1)
        add_points(picture, ends[chosen], colour, thick + 1)
    return picture


def with_contours(image, *groups):
    """Return a colour copy of a picture with contours drawn on it; small pictures are enlarged by whole steps.

    Each group is (contours, colour): points (row, col) with pixels' centres at whole numbers, and 0 to 255.
    """
    side = max(image.shape[:2])
    scale = max(WIDE // side, 1)
    screen = as_ubyte(image)
    screen = screen * np.uint8(255) if screen.dtype == bool else screen
    copy = np.stack([screen] * 3, axis=-1) if screen.ndim == 2 else screen
    copy = copy.repeat(scale, axis=0).repeat(scale, axis=1)
    half = max(scale * side // WIDE, int(scale > 3), scale // 25)
    pen = np.mgrid[-half : half + 1, -half : half + 1].reshape(2, 1, -1)
    for contours, colour in groups:
        if contours:
            row, col = (_points_on(contours, scale).T[..., np.newaxis] + pen).reshape(2, -1)
            copy[row.clip(0, len(copy) - 1), col.clip(0, copy.shape[1] - 1)] = colour
    return copy


def _points_on(contours, scale):
    """Return the pixels of an enlarged picture that contours run through, as (n, 2)."""
    starts = np.concatenate([contour[:-1] for contour in contours])
    ends = np.concatenate([contour[1:] for contour in contours])
    share = np.linspace(0, 1, 2 * int(np.abs(ends - starts).max() * scale) + 3)[:, np.newaxis, np.newaxis]
    between = (starts * (1 - share) + ends * share).reshape(-1, 2)
    return np.rint((between + 0.5) * scale - 0.5).astype(int)
