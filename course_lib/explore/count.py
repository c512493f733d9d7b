"""The explorer of counting: by contours and by regions."""

import numpy as np

from ..base.dtype import as_float
from ..filters import gaussian
from ..measure import find_contours, label, regionprops
from .charts import lengths_chart
from .engine import explorer
from .overlay import BLUE, GREEN, ORANGE, with_contours
from .samples import dice_grey

# The middles of the dots in dice.jpg, (row, col); on the die at the left, at the right, and between them
DOTS = (
    ((157, 191), (175, 142), (182, 200), (200, 151), (206, 209), (224, 160)),
    ((143, 460), (176, 501), (180, 465), (184, 428), (217, 469)),
    ((293, 379), (304, 344), (314, 308)),
)


NEAR = 8  # pixels: what is counted this near to a dot's middle is that dot


def count_view(image, level=0.64, blur=0.0, min_points=0, max_points=50, min_area=0, max_area=100):
    """Count dark dots in two ways: contours by their number of points, and regions by their number of pixels."""
    binary = (gaussian(image, blur) if blur else as_float(image)) > level
    all_contours, dark = find_contours(binary, 0.5), label(~binary)
    dots = [c for c in all_contours if min_points <= len(c) < max_points]
    regions = [r for r in regionprops(dark) if min_area <= r.area < max_area]
    truth = _truth(image)
    by_contours, told = _marked(binary, "by contours", dots, [c.mean(axis=0) for c in dots], truth)
    boxes = [_outline(dark, region) for region in regions]
    by_regions, also = _marked(binary, "by regions", boxes, [region.centroid for region in regions], truth)
    lengths = [len(c) for c in all_contours]
    sizes = f"The contours have {min(lengths)} to {max(lengths)} points" if lengths else "There are no contours"
    marks = {f"max points {max_points}": max_points} | ({f"min points {min_points}": min_points} if min_points else {})
    colours = " rightly; orange: wrongly; blue: missed." if truth else ". How many there are, nobody has told."
    return {
        "by contours": by_contours,
        "by regions": by_regions,
        "how long they are": lengths_chart(lengths, marks),
        "text": f"{told}; {also}. {sizes}. Green: counted{colours}",
    }


def _marked(binary, name, lines, middles, truth):
    """Return the picture with what was counted in green, wrongly in orange, missed in blue, and the numbers."""
    wrong, missed = _judge(middles, truth)
    right = [line for line, is_wrong in zip(lines, wrong, strict=True) if not is_wrong]
    mistaken = [line for line, is_wrong in zip(lines, wrong, strict=True) if is_wrong]
    drawn = with_contours(binary, (right, GREEN), (mistaken, ORANGE), (missed, BLUE))
    return drawn, f"{name}: <b>{len(lines)}</b>{_told(sum(wrong), len(missed), truth)}"


def _outline(labels, region):
    """Return the box around a region as a closed line, one pixel outside."""
    top, left, bottom, right = region.bbox
    corners = ((top - 1, left - 1), (top - 1, right), (bottom, right), (bottom, left - 1), (top - 1, left - 1))
    return np.clip(np.array(corners, float), 0, np.array(labels.shape) - 1)


def _truth(image):
    """Return the middles of the dots, where it is the course's picture of dice."""
    if image.shape != (480, 640) or np.abs(as_float(image) - dice_grey()).mean() > 0.01:
        return ()
    return [dot for die in DOTS for dot in die]


def _judge(middles, truth):
    """Return for each thing counted whether it is no dot (or one counted before), and squares around missed dots."""
    left, wrong = list(truth), []
    for middle in middles:
        found = [dot for dot in left if np.hypot(*np.subtract(dot, middle)) < NEAR]
        wrong.append(bool(truth) and not found)
        left = [dot for dot in left if dot not in found[:1]]
    square = np.array([(-14, -14), (-14, 14), (14, 14), (14, -14), (-14, -14)], float)
    return wrong, [square + dot for dot in left]


def _told(wrong, missed, truth):
    return f" ({wrong} wrong, {missed} missed)" if truth else ""


count = explorer(
    count_view,
    least=2,
    code="binary = filters.gaussian(util.img_as_float(image), {blur:.1f}) > {level:.3f}\n"
    "contours = measure.find_contours(binary, 0.5)\n"
    "dots = [c for c in contours if {min_points} <= len(c) < {max_points}]\n"
    "regions = [r for r in measure.regionprops(measure.label(~binary)) if {min_area} <= r.area < {max_area}]",
    sample=dice_grey,
    takes="grey",
    level=(0.0, 1.0, 0.01, 0.64),
    blur=(0.0, 8.0, 0.5),
    min_points=(0, 100, 5),
    max_points=(0, 200, 5, 50),
    min_area=(0, 500, 10),
    max_area=(0, 1000, 10, 100),
)
