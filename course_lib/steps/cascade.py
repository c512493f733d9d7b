"""The cascade, taken apart: after each stage fewer windows are left."""

import numpy as np

from ..explore.boxes import detector
from ..explore.panes import ORANGE, Chart, Curve
from ..feature import Cascade
from ..feature.merging import merge_detections
from .engine import step_through
from .searched import boxes_left, frames_around, friends, windows_passed

STAGES = 20  # of the cascade
LEFT, MERGED = "middles of the windows that are left", "boxes"


def _dots(image, searched, stages):
    """Light a dot at the middle of each window that passed so many stages, on a darkened picture."""
    shown = np.stack([image // 3] * 3, axis=-1) if image.dtype == np.uint8 else np.stack([image / 3] * 3, axis=-1)
    light = (230, 159, 0) if image.dtype == np.uint8 else (0.9, 0.62, 0)
    for side, rows, cols, passed in searched:
        shown[rows[passed >= stages] + side // 2, cols[passed >= stages] + side // 2] = light
    return shown


def cascade_view(image, step=0):
    """Step through the cascade: after each stage fewer windows are left; those that pass all are merged."""
    cascade = detector()
    searched = windows_passed(image)
    last = cascade.stages_number
    stages = min(step, last)
    counts = np.array([sum(int((passed >= k).sum()) for *_, passed in searched) for k in range(last + 1)])
    merged = merge_detections(boxes_left(searched, last))
    shown = frames_around(image, merged) if step > last else _dots(image, searched, stages)
    steps = np.arange(last + 1.0)
    tall = np.log10(np.maximum(counts, 1))
    return {
        MERGED if step > last else LEFT: shown,
        "windows left, in powers of ten": Chart(
            (Curve(steps[: stages + 1], tall[: stages + 1], ORANGE),),
            {},
            f"stages passed (top: {counts[0]:,})",
            (0, last),
            max(float(tall.max()), 1.0),
        ),
        "text": _cascade_text(step, cascade, counts, len(merged)),
    }


def _cascade_text(step, cascade, counts, merged):
    sizes = [len(stage.stumps) for stage in cascade.data.stages]
    if step == 0:
        return f"<b>{counts[0]:,}</b> windows of all sizes, and each may hold a face."
    asked = float(np.dot(counts[:-1], sizes)) / max(int(counts[0]), 1)
    if step > len(sizes):
        return (
            f"{counts[-1]} windows passed all stages. Those that lie over each other are merged, and where fewer than "
            f"4 agree they are dropped: <b>{merged} boxes</b>. A window was asked {asked:.1f} of {sum(sizes)} "
            "questions on average."
        )
    share = counts[step] / max(counts[step - 1], 1)
    return (
        f"Stage {step} asks {sizes[step - 1]} questions. <b>{counts[step]:,}</b> windows are left: {share:.0%} of "
        f"those that were asked, {counts[step] / max(counts[0], 1):.2%} of all."
    )


cascade = step_through(
    cascade_view,
    code="from course_lib.explore.boxes import detect\ndetect(image, min_size=24, max_size=min(image.shape))",
    reads=(Cascade.survivors, merge_detections),
    stages=(None, *[Cascade.stage_scores] * STAGES, merge_detections),
    sample=friends,
    takes="grey",
    still={"step": 0},
    wide=(LEFT, MERGED),
    step=(0, STAGES + 1, 1),
)
