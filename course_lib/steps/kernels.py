"""What moves over a picture, taken apart on a few pixels: a convolution's kernel, an erosion's footprint."""

import numpy as np

from .. import morphology
from ..base.padding import pad
from ..explore.filtering import KERNELS, read_kernel, weighted_sum
from ..explore.panes import Grid
from ..explore.shapes import footprint_code, footprint_of
from .engine import step_through

SIDE = 8
SMALL = [name for name in KERNELS if name not in ("nothing", "shift")]


def square_and_grain():
    """Return eight by eight pixels: a bright square on dark ground, and one grain of salt."""
    image = np.full((SIDE, SIDE), 10, np.uint8)
    image[3:7, 3:7] = 100
    image[1, 1] = 250
    return image


def middle(image, side):
    """Return the middle of a picture, at most `side` pixels high and wide."""
    top, left = (max((length - side) // 2, 0) for length in image.shape[:2])
    return image[top : top + side, left : left + side]


def reached_after(image, step):
    """Return the pixel (row, col) that a step looks at, and a mask of the pixels done by then."""
    last = min(step, image.size - 1)
    return divmod(last, image.shape[1]), np.arange(image.size).reshape(image.shape) <= last


def around(row, col, shape, half=1):
    """Return the cells of the window around a pixel that lie in the picture, to outline them."""
    rows = range(max(row - half, 0), min(row + half + 1, shape[0]))
    return tuple((r, c) for r in rows for c in range(max(col - half, 0), min(col + half + 1, shape[1])))


def convolution_view(image, step=0, kernel="mean", turned=True):
    """Step through a convolution: the kernel moves, its products are summed, and each sum is one new pixel."""
    image = middle(image, SIDE).astype(float)
    words = KERNELS[kernel].replace(";", " ").split()
    words = words[::-1] if turned else words  # half a turn: the last number is the first
    weights = read_kernel(KERNELS[kernel])
    weights = weights[::-1, ::-1] if turned else weights
    result = weighted_sum(image, weights).round(6)
    (row, col), done = reached_after(image, step)
    window = around(row, col, image.shape)
    below = pad(image, 1)[row : row + 3, col : col + 3]
    terms = " + ".join(f"{w}·{v:g}" for w, v in zip(words, below.ravel().tolist(), strict=True) if w != "0")
    beyond = " Beyond the border, the picture is mirrored." if len(window) < below.size else ""
    return {
        "picture": Grid(image, outlined=window),
        "kernel, turned" if turned else "kernel": Grid(weights, -1, -1),
        "result so far": Grid(np.where(done, result, 0), outlined=((row, col),)),
        "text": f"New pixel [{row}, {col}]: {terms.replace('+ -', '- ')} = <b>{result[row, col]:.1f}</b>.{beyond}",
    }


def _convolution_code(step, kernel, turned):
    rows = ", ".join(f"[{', '.join(row.split())}]" for row in KERNELS[kernel].split(";"))
    return f"ndimage.{'convolve' if turned else 'correlate'}(image.astype(float), np.array([{rows}]))"


convolution = step_through(
    convolution_view,
    code=_convolution_code,
    sample=square_and_grain,
    takes="grey",
    still={"step": 0},  # the chapter asks before it shows
    step=(0, SIDE * SIDE - 1, 1),
    kernel=SMALL,
    turned=bool,
)

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
    sample=blob,
    takes="grey",
    still={"step": 14},  # the chapter asks before it shows
    step=(0, 143, 1),
    operation=list(OPERATIONS),
    footprint=["square", "disk", "diamond"],
    radius=(1, 3, 1),
)
