"""The explorer of face detection: sizes and steps of the window, and how many must agree."""

import numpy as np

from .. import data
from ..feature import Cascade
from ..feature.cascade import window_scales
from ..feature.merging import merge_detections
from .boxes import detector, fingerprint, framed, known_faces, score_boxes, told_boxes
from .boxes import overlap as overlap  # the exercises import it from here
from .engine import explorer
from .panes import BLUE, RED, Chart, Curve

AGREE = (1, 2, 3, 4, 6, 8, 12, 16, 24)  # how many windows must agree, in the chart


def windows_by_size(shape, scale_factor, step_ratio, min_size, max_size):
    """Return the side of each window in pixels, and how many windows of that size fit into a picture."""
    cascade = detector()
    smallest = (cascade.window_height, cascade.window_width)
    scales = window_scales(smallest, (min_size,) * 2, (max_size,) * 2, scale_factor)
    sides = [cascade.window_size(scale)[0] for scale in scales]
    return sides, [len(cascade.window_positions(shape[:2], scale, step_ratio)[0]) for scale in scales]


_searched = {}  # the newest searches: how many windows must agree is asked of the same windows again


def windows_found(image, *how):
    """Return all windows that pass, none merged and none dropped."""
    key = (fingerprint(image), *how)
    found = _searched.get(key)
    if found is None:
        found = detector().detect_multi_scale(image, *how, min_neighbor_number=1, intersection_score_threshold=1)
        if len(_searched) > 3:
            _searched.clear()
        _searched[key] = found
    return found


def faces_view(image, scale_factor=1.2, step_ratio=1.0, min_size=50, max_size=200, min_neighbor_number=4, curves=False):
    """Find faces: choose how windows grow, how far apart they are, their sizes, and how many must agree.

    With `curves`, a chart shows what is found where fewer or more windows must agree.
    """
    windows = windows_found(image, scale_factor, step_ratio, (min_size,) * 2, (max_size,) * 2)
    found = merge_detections(windows, min_neighbor_number=min_neighbor_number)
    truth = known_faces(image)
    sides, counts = windows_by_size(image.shape, scale_factor, step_ratio, min_size, max_size)
    steps = np.repeat(np.array(counts, float), 2)
    edges = np.array([edge for side in sides for edge in (side, side * scale_factor)], float)
    bars = (Curve(edges, steps, BLUE, filled=True),) if counts else ()
    panes = {
        "faces": framed(image, found, truth),
        "windows of each size": Chart(bars, xlabel="side of the window in pixels", xlim=(20, max(edges, default=200))),
    }
    if curves:
        panes["boxes over how many must agree"] = boxes_chart(windows, truth, min_neighbor_number)
    return panes | {
        "text": f"{told_boxes(found, truth)} Looked at: {sum(counts):,} windows of {len(counts)} sizes."
        + ("" if truth is None else " Green: found. Yellow: missed. Orange: no face."),
    }


def boxes_chart(windows, truth, now):
    """Return a chart: how many boxes are left, or faces found and false boxes, where so many windows must agree."""
    merged = [merge_detections(windows, min_neighbor_number=number) for number in AGREE]
    if truth is None:
        lines = {"boxes": (BLUE, [len(boxes) for boxes in merged])}
    else:
        scored = [score_boxes(boxes, truth) for boxes in merged]
        lines = {
            "found": (BLUE, [len(hit) for hit, _, _ in scored]),
            "false": (RED, [len(false) for _, _, false in scored]),
        }
    curves = [Curve(np.array(AGREE), np.array(y, float), color, label=name) for name, (color, y) in lines.items()]
    return Chart(tuple(curves), {"now": now}, "windows that must agree", (1, AGREE[-1]), unit="boxes")


faces = explorer(
    faces_view,
    code="from course_lib.feature import Cascade\n"
    "detector = Cascade(data.lbp_frontal_face_cascade_filename())\n"
    "detector.detect_multi_scale(image, scale_factor={scale_factor:.2f}, step_ratio={step_ratio:.1f}, "
    "min_size=({min_size}, {min_size}), max_size=({max_size}, {max_size}), "
    "min_neighbor_number={min_neighbor_number})",
    reads=(Cascade.detect_multi_scale, Cascade.survivors),
    sample=lambda: data.load("friends"),
    preview=0.5,
    wide=("faces",),
    pixels=("min_size", "max_size"),
    scale_factor=(1.1, 2.0, 0.05),
    step_ratio=(0.8, 3.0, 0.1),
    min_size=(10, 200, 5),
    max_size=(60, 400, 5),
    min_neighbor_number=(1, 24, 1),
    curves=bool,
)
