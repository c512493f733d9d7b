"""A convolution, taken apart on a few pixels: the kernel moves over them."""

import numpy as np

from ..base.padding import pad
from ..explore.convolution import KERNELS, read_kernel, weighted_sum
from ..explore.panes import Grid
from .engine import step_through
from .window import around, middle, reached_after

SIDE = 8
SMALL = [name for name in KERNELS if name not in ("nothing", "shift")]


def square_and_grain():
    """Return eight by eight pixels: a bright square on dark ground, and one grain of salt."""
    image = np.full((SIDE, SIDE), 10, np.uint8)
    image[3:7, 3:7] = 100
    image[1, 1] = 250
    return image


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
    reads=weighted_sum,
    sample=square_and_grain,
    takes="grey",
    still={"step": 0},  # the chapter asks before it shows
    step=(0, SIDE * SIDE - 1, 1),
    kernel=SMALL,
    turned=bool,
)
