"""The explorer of regions: what each one is like."""

import numpy as np

from .. import plainly
from ..color import label2rgb
from ..measure import label, regionprops
from .engine import explorer
from .levels import levels_of
from .samples import dice_grey


def regions_view(image, level=0.5, dark=False, connectivity=2, min_area=1):
    """Number the connected regions, and read what each one is like."""
    mask = image <= level if dark else image > level
    labels = label(mask, connectivity=connectivity)
    kept = sorted((r for r in regionprops(labels) if r.area >= min_area), key=lambda r: -r.area)
    numbers = np.zeros(labels.max() + 1, int)
    numbers[[r.label for r in kept]] = [r.label for r in kept]
    return {
        "mask": mask,
        "regions": label2rgb(numbers[labels], image, alpha=0.6),
        "text": f"<b>{len(kept)}</b> regions of {labels.max()} have an area of {min_area} or more. The largest of them:"
        f"{_table(kept[:5])}",
    }


def _table(regions):
    """Return what some regions are like, as a table."""
    heads = ("label", "area", "centroid", "bbox", "perimeter", "extent")
    rows = (
        (
            r.label,
            f"{r.area:.0f}",
            "{:.0f}, {:.0f}".format(*r.centroid),
            r.bbox,
            f"{r.perimeter:.0f}",
            f"{r.extent:.2f}",
        )
        for r in regions
    )
    lines = "".join(
        "<tr>" + "".join(f'<{kind} style="padding: 0 10px">{entry}</{kind}>' for entry in row) + "</tr>"
        for kind, row in (("th", heads), *(("td", row) for row in rows))
    )
    return f"<table>{lines}</table>"


def _regions_code(level, dark, connectivity, min_area):
    mask = f"image {'<=' if dark else '>'} {level:.4g}"
    found = f"measure.regionprops(measure.label({mask}, connectivity={connectivity}))"
    return f"regions = [r for r in {found} if r.area >= {min_area}]"


regions = explorer(
    regions_view,
    code=_regions_code,
    reads=(plainly.label, regionprops),
    sample=dice_grey,
    takes="grey",
    level=levels_of,
    dark=bool,
    connectivity=[2, 1],
    min_area=(1, 1000, 1),
)
