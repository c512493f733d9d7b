"""Biharmonic inpainting, taken apart with the functions that the library calls."""

import numpy as np

from .. import data, plainly
from ..explore.panes import Grid
from ..plainly.inpaint import laplacian
from ..restoration.inpaint import biharmonic_system, inpaint_biharmonic
from ..util import img_as_float
from .engine import step_through

SIDE, HOLE = 12, 4


def coat():
    """Return a few pixels of an edge, in grey."""
    return data.camera()[168:180, 164:176]


def _hole(shape):
    mask = np.zeros(shape, bool)
    top, left = (max((n - HOLE) // 2, 0) for n in shape)
    mask[top : top + HOLE, left : left + HOLE] = True
    mask[0, 0] = False
    return mask


def biharmonic_view(image, step=0):
    """Step through biharmonic inpainting: one equation for each missing pixel, then all of them solved at once."""
    clean = img_as_float(image[:SIDE, :SIDE])
    mask = _hole(clean.shape)
    missing = np.flatnonzero(mask)
    unknown, equations = biharmonic_system(missing, mask.shape)
    written = min(step, len(missing))
    matrix = unknown.toarray()
    rows_so_far = np.where(np.arange(len(missing))[:, None] < written, np.abs(matrix) > 0, False)
    solved = step > len(missing)
    holed = np.where(mask, 1.0, clean)
    restored = inpaint_biharmonic(holed, mask)
    shown = restored if solved else holed
    inside = tuple(map(tuple, np.argwhere(mask).tolist()))
    return {
        "picture": shown,
        "its numbers (the hole is outlined)": Grid((shown * 255).round().astype(np.uint8), outlined=inside),
        "the equation's weights": _stencil(equations, written, missing, mask.shape),
        "which missing pixels meet in an equation": rows_so_far,
        "text": _biharmonic_text(written, solved, missing, equations, clean, mask, restored),
    }


def _stencil(equations, written, missing, shape):
    number = max(written - 1, 0)
    weights = equations[[number]].toarray().reshape(shape)
    row, col = divmod(int(missing[number]), shape[1])
    top, left = max(row - 2, 0), max(col - 2, 0)
    part = weights[top : row + 3, left : col + 3]
    return Grid(part.round().astype(int), top, left, outlined=((row - top, col - left),))


def _biharmonic_text(written, solved, missing, equations, clean, mask, restored):
    if solved:
        worst = np.abs(restored - clean)[mask].max() * 255
        return (
            f"All {len(missing)} equations are solved together: each pixel of the hole has its number. "
            f"The farthest from the truth is off by <b>{worst:.0f}</b> of 255."
        )
    if written == 0:
        return f"{len(missing)} pixels are missing (white). Each gets one equation; here are the first one's weights."
    row, col = divmod(int(missing[written - 1]), mask.shape[1])
    known = np.where(mask, 0, clean).ravel()
    used = equations[[written - 1]].toarray().ravel()
    others = int((mask.ravel() & (used != 0)).sum())
    return (
        f"Equation {written} of {len(missing)}, for pixel [{row}, {col}]: weights times values sum to 0. "
        f"It joins <b>{others}</b> missing pixels; its known ones give {float(used @ known) * 255:.0f}."
    )


biharmonic = step_through(
    biharmonic_view,
    least=2,
    code="mask = np.zeros(image.shape, bool)\nmask[4:8, 4:8] = True\nrestoration.inpaint_biharmonic(image, mask)",
    reads=(plainly.inpaint, laplacian),
    stages=(None, *["laplacian(laplacian(unit))"] * HOLE**2, "np.linalg.solve"),
    sample=coat,
    takes="grey",
    step=(0, HOLE * HOLE + 1, 1),
)
