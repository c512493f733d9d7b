"""The explorer of holes: chosen or painted, and filled from the pixels around."""

import numpy as np

from .. import data, plainly
from ..metrics import peak_signal_noise_ratio
from ..plainly.inpaint import laplacian
from ..restoration import inpaint_biharmonic
from ..util import img_as_float
from .engine import explorer
from .painting import PAINTED, PaintingExplorer, pad_for, painted_mask
from .samples import wall

HOLES = ("square", "line", "dust", "text")
NOTHING_PAINTED = "Nothing is missing yet. <b>Paint on the picture</b>: what you paint over is missing."


def hole_mask(shape, hole="square", row=0.5, col=0.5, size=0.15):
    """Return a mask of missing pixels; the place and the size are shares of the picture."""
    rows, cols = shape
    side = max(int(size * min(shape)), 1)
    top, left = int(row * (rows - side)), int(col * (cols - side))
    mask = np.zeros(shape, bool)
    if hole == "square":
        mask[top : top + side, left : left + side] = True
    elif hole == "line":
        width = max(side // 8, 1)
        mask[int(row * (rows - width)) :][:width] = True
    elif hole == "dust":
        mask = np.random.default_rng(0).random(shape) < size
    else:
        ink = data.load("page_ink")
        down, right = np.arange(rows) + int(row * 200), np.arange(cols) + int(col * 200)
        mask = ink[down % ink.shape[0]][:, right % ink.shape[1]]
    mask[0, 0] = False  # at least one pixel is known
    return mask


def inpaint_view(image, hole="square", row=0.5, col=0.5, size=0.15, painted=()):
    """Choose or paint what is missing of a picture, and fill it from the pixels around."""
    clean = img_as_float(image)
    shape = image.shape[:2]
    mask = painted_mask(shape, painted) if hole == PAINTED else hole_mask(shape, hole, row, col, size)
    if mask.all():
        raise ValueError("all of the picture is painted over, and nothing is left to fill it from: clear a part")
    if not mask.any():
        return {"damaged (missing in white)": clean, "mask": mask, "restored": clean, "text": NOTHING_PAINTED}
    damaged = np.where(mask[..., None], 1.0, clean)
    restored = inpaint_biharmonic(damaged, mask, channel_axis=-1)
    inside = peak_signal_noise_ratio(clean[mask], restored[mask], data_range=1)
    return {
        "damaged (missing in white)": damaged,
        "mask": mask,
        "restored": restored,
        "text": f"Missing: <b>{mask.mean():.1%}</b> of the pixels. PSNR of what was filled in: <b>{inside:.1f} dB</b>.",
    }


def _inpaint_code(hole, row, col, size, painted):
    if hole == PAINTED:
        mask = (
            "from course_lib.explore.painting import painted_mask\n"
            f"mask = painted_mask(image.shape[:2], {painted})  # [radius, [row, col], ...] of each stroke"
        )
    else:
        mask = (
            "from course_lib.explore.inpaint import hole_mask\n"
            f"mask = hole_mask(image.shape[:2], {hole!r}, {row:.2f}, {col:.2f}, {size:.2f})"
        )
    return mask + "\nrestoration.inpaint_biharmonic(image, mask, channel_axis=-1)"


inpaint = explorer(
    inpaint_view,
    code=_inpaint_code,
    binding=PaintingExplorer,
    reads=(plainly.inpaint, laplacian),
    sample=wall,
    takes="colour",
    preview=0.5,
    idle={
        "row": lambda hole, **_: hole == "dust",
        "col": lambda hole, **_: hole in ("dust", "line"),
        "size": lambda hole, **_: hole == "text",
    },
    hole=[*HOLES, PAINTED],
    row=(0.0, 1.0, 0.01),
    col=(0.0, 1.0, 0.01),
    size=(0.02, 0.4, 0.01),
    painted=pad_for,
)
