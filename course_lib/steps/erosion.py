"""An erosion (or dilation), taken apart on a few pixels: the footprint moves over them."""

import numpy as np

from .. import morphology, plainly
from ..explore.erosion import footprint_code, footprint_of
from ..explore.panes import Grid
from .engine import step_through
from .window import middle, reached_after

BLOB = """
............
.######.....
.######.....
.##.###.....
.##########.
.##########.
.######..##.
.######..##.
.......#.##.
...#.....##.
.........##.
............
"""


def blob():
    """Return a shape with a hole, a corner that touches, and a grain, as white on black."""
    rows = BLOB.split()
    return np.array([[255 * (sign == "#") for sign in row] for row in rows], np.uint8)


OPERATIONS = ("erosion", "dilation")


def erosion_view(image, step=0, operation="erosion", footprint="square", radius=1):
    """Step through an erosion (or a dilation): the footprint moves, and each place gives one new pixel."""
    mask = middle(image, len(blob())) > 127
    window = footprint_of(footprint, radius)
    result = getattr(morphology, operation)(mask, window)
    (row, col), done = reached_after(mask, step)
    cells = [(row + r - radius, col + c - radius) for r, c in np.argwhere(window)]
    inside = [(r, c) for r, c in cells if 0 <= r < mask.shape[0] and 0 <= c < mask.shape[1]]
    white = sum(mask[cell] for cell in inside)
    rule = {
        "erosion": "All of them have to be white",
        "dilation": "One white pixel is enough",
    }[operation]
    return {
        "picture and footprint": Grid(mask, outlined=tuple(inside)),
        "result so far": Grid(done & result, outlined=((row, col),)),
        "text": f"Pixel [{row}, {col}]: the footprint covers {len(inside)} pixels, {white} of them white. "
        f"{rule}: the new pixel is <b>{'white' if result[row, col] else 'black'}</b>.",
    }


def _erosion_code(step, operation, footprint, radius):
    return f"{operation}(image > 127, {footprint_code(footprint, radius)})"


erosion = step_through(
    erosion_view,
    code=_erosion_code,
    reads={name: getattr(plainly, name) for name in OPERATIONS},
    sample=blob,
    takes="grey",
    still={"step": 14},  # the chapter asks before it shows
    step=(0, 143, 1),
    operation=list(OPERATIONS),
    footprint=["square", "disk", "diamond"],
    radius=(1, 3, 1),
)
