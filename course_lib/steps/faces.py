"""The sizes of the window, taken apart: how many fit, and where they find a face."""

import numpy as np

from ..explore.boxes import detector
from ..explore.panes import BLUE, ORANGE, Chart, Curve, marked
from ..feature.cascade import window_scales
from ..feature.merging import merge_detections
from .engine import step_through
from .searched import boxes_left, frames_around, friends, windows_passed

MERGED, PASSED = "merged boxes", "windows that found a face"
SIZES = 12  # steps through the sizes; where there are more, a step takes several


def scales_view(image, step=0, scale_factor=1.2, step_ratio=1.0):
    """Step through the sizes of the window: how many fit, where they find something, and what is merged."""
    searched = windows_passed(image, round(scale_factor, 3), round(step_ratio, 3))
    last = detector().stages_number
    done = min(-(-step * len(searched) // SIZES), len(searched))
    sides = np.array([float(side) for side, *_ in searched])
    counts = np.array([len(rows) for _, rows, *_ in searched], float)
    found = np.array([int((passed >= last).sum()) for *_, passed in searched], float)
    boxes = boxes_left(searched[:done], last)
    finished = step > SIZES
    side = int(sides[done - 1]) if done else 24
    shown = frames_around(image, merge_detections(boxes)) if finished else frames_around(image, boxes[-400:], frame=1)
    if not finished:
        shown = marked(shown, 0, 0, side, side)
    return {
        MERGED if finished else PASSED: shown,
        "windows of each size": Chart((Curve(sides, counts, BLUE, filled=True),), {f"{side} pixels": side}, "side"),
        "of those, found a face": Chart((Curve(sides[:done], found[:done], ORANGE),), {}, "side", _span(sides),
                                        max(float(found.max(initial=0)), 1.0)),
        "text": _scales_text(finished, done, searched, found, boxes),
    }  # fmt: skip


def _span(sides):
    return (24.0, float(sides.max(initial=25.0)))


def _scales_text(finished, done, searched, found, boxes):
    if not done:
        return f"{len(searched)} sizes will be tried, from 24 pixels on. The framed window starts at the upper left."
    if finished:
        return f"{len(boxes)} windows of all sizes found a face. Merged: <b>{len(merge_detections(boxes))} boxes</b>."
    side, rows, *_ = searched[done - 1]
    return (
        f"Size {done} of {len(searched)}: {side} pixels, {len(rows):,} windows. It found a face in "
        f"<b>{int(found[done - 1])}</b> of them; so far {len(boxes)}."
    )


scales = step_through(
    scales_view,
    least=25,
    code="from course_lib.explore.boxes import detect\n"
    "detect(image, {scale_factor:.2f}, {step_ratio:.1f}, min_size=24, max_size=min(image.shape))",
    reads=(window_scales, merge_detections),
    stages=(*[window_scales] * (SIZES + 1), merge_detections),
    sample=friends,
    takes="grey",
    still={"step": 0},
    wide=(PASSED, MERGED),
    step=(0, SIZES + 1, 1),
    scale_factor=(1.1, 2.0, 0.1, 1.2),
    step_ratio=(1.0, 3.0, 0.5, 1.0),
)
