"""Explorers for contours and regions: their level, counting by both, and what each region is like."""

import numpy as np

from .. import data
from ..base.dtype import as_float
from ..color import label2rgb, rgb2gray
from ..filters import gaussian
from ..measure import find_contours, label, regionprops
from .engine import explorer
from .panes import BLUE, Chart, Curve, as_ubyte
from .thresholds import levels_of

WIDE = 400  # pixels: smaller pictures are enlarged so that a line on them is fine
GREEN, ORANGE, BLUE_INK = (0, 158, 115), (213, 94, 0), (0, 114, 178)

# The middles of the dots in dice.jpg, (row, col); on the die at the left, at the right, and between them
DOTS = (
    ((157, 191), (175, 142), (182, 200), (200, 151), (206, 209), (224, 160)),
    ((143, 460), (176, 501), (180, 465), (184, 428), (217, 469)),
    ((293, 379), (304, 344), (314, 308)),
)
NEAR = 8  # pixels: what is counted this near to a dot's middle is that dot


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


def dice_grey():
    """Return the three dice in grey, from 0 to 1."""
    return rgb2gray(data.load("dice"))


def lengths_chart(lengths, marks=None):
    """Return a chart of how many contours are shorter than a number of points: a stair with a step for each."""
    ordered = np.sort(np.asarray(lengths, float))
    x = np.concatenate([[0], ordered.repeat(2)])
    y = np.concatenate([[0], np.arange(len(ordered)).repeat(2) + [0, 1] * len(ordered)])
    right = int(1.05 * max([1, x[-1], *(marks or {}).values()]))
    x, y = np.append(x, right), np.append(y, y[-1])
    return Chart((Curve(x, y, BLUE),), marks or {}, "contours with fewer points", (0, right))


def contours_view(image, level=0.5, binary=False):
    """Move the level of the contours, on the grey picture or on its binary one."""
    contours = find_contours(image > level, 0.5) if binary else find_contours(image, level)
    lengths = [len(contour) for contour in contours]
    closed = sum(np.array_equal(contour[0], contour[-1]) for contour in contours)
    shown = image > level if binary else image
    row, col = (int(n) for n in (max(contours, key=len)[0] if contours else np.zeros(2)))
    top, left = max(row - 8, 0), max(col - 8, 0)
    corner = np.array([top, left])
    return {
        "contours": with_contours(shown, (contours, ORANGE)),
        "16 x 16 pixels of it": with_contours(
            shown[top : top + 16, left : left + 16], (_inside(contours, corner, 16), ORANGE)
        ),
        "how long they are": lengths_chart(lengths),
        "text": f"<b>{len(contours)}</b> contours, {closed} of them closed. With fewer than 20 points: "
        f"{sum(n < 20 for n in lengths)}; with more than 300: {sum(n > 300 for n in lengths)}.",
    }


def _inside(contours, corner, side):
    """Return the pieces of contours between the pixels of a square window, counted from its corner."""
    pieces = []
    for contour in contours:
        within = ((contour >= corner) & (contour <= corner + side - 1)).all(axis=1)
        both = np.flatnonzero(within[:-1] & within[1:])
        pieces += [contour[[n, n + 1]] - corner for n in both]
    return pieces


contours = explorer(
    contours_view,
    code=lambda level, binary: (
        f"contours = measure.find_contours({f'image > {level:.4g}, 0.5' if binary else f'image, {level:.4g}'})"
    ),
    sample=dice_grey,
    takes="grey",
    level=levels_of,
    binary=bool,
)


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
    marks = {f"max points {max_points}": max_points} | ({"": min_points} if min_points else {})
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
    drawn = with_contours(binary, (right, GREEN), (mistaken, ORANGE), (missed, BLUE_INK))
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


def regions_view(image, level=0.5, dark=False, connectivity=2, min_area=1):
    """Number the connected regions, and read what each one is like."""
    mask = image <= level if dark else image > level
    labels = label(mask, connectivity=connectivity)
    kept = sorted((r for r in regionprops(labels) if r.area >= min_area), key=lambda r: -r.area)
    numbers = np.zeros(labels.max() + 1, int)
    numbers[[r.label for r in kept]] = [r.label for r in kept]
    rows = (
        (
            r.label,
            f"{r.area:.0f}",
            "{:.0f}, {:.0f}".format(*r.centroid),
            r.bbox,
            f"{r.perimeter:.0f}",
            f"{r.extent:.2f}",
        )
        for r in kept[:5]
    )
    heads = ("label", "area", "centroid", "bbox", "perimeter", "extent")
    table = "".join(
        "<tr>" + "".join(f'<{kind} style="padding: 0 10px">{entry}</{kind}>' for entry in row) + "</tr>"
        for kind, row in (("th", heads), *(("td", row) for row in rows))
    )
    return {
        "mask": mask,
        "regions": label2rgb(numbers[labels], image, alpha=0.6),
        "text": f"<b>{len(kept)}</b> regions of {labels.max()} have an area of {min_area} or more. The largest of them:"
        f"<table>{table}</table>",
    }


def _regions_code(level, dark, connectivity, min_area):
    mask = f"image {'<=' if dark else '>'} {level:.4g}"
    found = f"measure.regionprops(measure.label({mask}, connectivity={connectivity}))"
    return f"regions = [r for r in {found} if r.area >= {min_area}]"


regions = explorer(
    regions_view,
    code=_regions_code,
    sample=dice_grey,
    takes="grey",
    level=levels_of,
    dark=bool,
    connectivity=[2, 1],
    min_area=(1, 1000, 1),
)
