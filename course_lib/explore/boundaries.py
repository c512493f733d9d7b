"""The explorer of boundaries: drawn in four ways, and a part of them enlarged."""

from .. import data
from ..color import rgb2gray
from ..filters import threshold_otsu
from ..measure import label
from ..segmentation import find_boundaries, mark_boundaries, slic
from .engine import explorer
from .panes import marked

MODES = ("thick", "inner", "outer", "subpixel")
DETAIL = 24  # pixels along a side of the enlarged part


def boundaries_view(image, mode="thick", pieces="bright regions", row=0.3, col=0.25):
    """Draw where labels change, in four ways; a small part is shown enlarged."""
    if pieces == "superpixels":
        labels = slic(image, 60)
    else:
        grey = rgb2gray(image)
        labels = label(grey > threshold_otsu(grey))
    drawn = mark_boundaries(image, labels, mode=mode)
    twice = 2 if mode == "subpixel" else 1
    top, left = (int(share * max(n - DETAIL, 0)) * twice for share, n in zip((row, col), labels.shape, strict=True))
    part = drawn[top : top + DETAIL * twice, left : left + DETAIL * twice]
    yellow = (drawn == (1, 1, 0)).all(axis=-1)
    return {
        "boundaries": marked(drawn, top, left, *part.shape[:2]),
        "the part in the frame": part,
        "text": f"shape {drawn.shape[:2]} for a picture of {image.shape[:2]}. Pieces: {labels.max()}, and "
        f"{'no' if labels.min() else 'a'} background; <b>{yellow.sum()}</b> pixels are drawn as boundary.",
    }


def _boundaries_code(mode, pieces, row, col):
    cut = "segmentation.slic(image, 60)"
    if pieces != "superpixels":
        cut = "measure.label(color.rgb2gray(image) > filters.threshold_otsu(color.rgb2gray(image)))"
    return f"labels = {cut}\nsegmentation.mark_boundaries(image, labels, mode={mode!r})"


boundaries = explorer(
    boundaries_view,
    code=_boundaries_code,
    reads=find_boundaries,
    sample=lambda: data.load("dice")[100:260, 90:260],
    takes="colour",
    mode=list(MODES),
    pieces=["bright regions", "superpixels"],
    row=(0.0, 1.0, 0.01),
    col=(0.0, 1.0, 0.01),
)
