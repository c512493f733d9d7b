"""Labelling, taken apart with the stages that the library calls."""

import numpy as np

from ..color import label2rgb
from ..explore.panes import Grid
from ..measure import label
from ..morphology.runs import find_runs, link_runs, number_groups
from .engine import step_through

LINKS = 12  # steps in which the runs are linked


def shapes():
    """Return a small mask: two arms that meet late, a diagonal neighbour, and one apart."""
    rows = (
        "............",
        ".##....##...",
        ".##....##.#.",
        ".##....##.##",
        ".########...",
        "..........#.",
        "...##....#..",
        "...##.......",
    )
    return np.array([[255 * (mark == "#") for mark in row] for row in rows], np.uint8)


def labelling_view(image, step=0, connectivity=2):
    """Step through labelling: runs in each row, links between rows, groups, and the background taken out."""
    mask = (image[:12, :14] > 127).astype(np.uint8)
    runs, starts = find_runs(mask)
    links = link_runs(mask, runs, starts, connectivity)
    count = int(starts.sum())
    used = int(np.ceil(links.shape[1] * min(max(step - 1, 0), LINKS) / LINKS))
    groups = number_groups(links[:, :used], count)[runs]
    labels = label(mask, connectivity=connectivity)
    last = step > LINKS + 1
    numbers = (mask, runs, groups, labels)[0 if step == 0 else 1 if step == 1 else 3 if last else 2]
    shown = label2rgb(labels if last else numbers + 1, bg_label=0) if step else mask * 255
    if step == 0:
        text = "A mask. Which pixels belong together, and how many things are there?"
    elif step == 1:
        text = f"Each row is cut into runs of equal value, and the runs are numbered: {count} of them."
    elif last:
        text = f"The groups that are background become 0; the others are numbered again: <b>{labels.max()}</b> regions."
    else:
        text = f"{used} of {links.shape[1]} links: runs of one value that touch in the next row become one group. "
        text += f"<b>{groups.max() + 1}</b> groups, those of the background counted too."
    return {"in colours": shown, "numbers": Grid(numbers.astype(np.int64)), "text": text}


labelling = step_through(
    labelling_view,
    code="measure.label(image[:12, :14] > 127, connectivity={connectivity})",
    reads=label,
    stages=(None, find_runs, *[link_runs] * LINKS, number_groups),
    sample=shapes,
    takes="grey",
    step=(0, LINKS + 2, 1),
    connectivity=[2, 1],
)
