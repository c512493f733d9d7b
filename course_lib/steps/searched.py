"""What a search for faces finds on its way: windows, the stages that each passed, and frames around them."""

import functools

import numpy as np

from .. import data
from ..explore.boxes import FOUND, detector
from ..explore.panes import marked
from ..feature.cascade import window_scales
from ..feature.lbp import summed_area_table
from ..feature.merging import BOX


def friends():
    """Return the eight friends at half their size, in grey: quicker, and every face is still large enough."""
    return data.load("friends")[::2, ::2]


def windows_passed(image, scale_factor=1.2, step_ratio=1.0):
    """Return for each size of the window its side, rows and columns of all windows, and the stages each passed."""
    return _windows_passed(image.tobytes(), image.shape, image.dtype.str, scale_factor, step_ratio)


@functools.lru_cache(maxsize=4)  # a step shows another part of the same search
def _windows_passed(content, shape, dtype, scale_factor, step_ratio):
    cascade = detector()
    table = summed_area_table(np.frombuffer(content, dtype).reshape(shape))
    searched = []
    for scale in window_scales((cascade.window_height, cascade.window_width), (24, 24), shape, scale_factor):
        rows, cols = cascade.window_positions(shape, scale, step_ratio)
        passed = np.zeros(len(rows), np.uint8)
        for left in cascade.survivors(table, rows, cols, scale):
            passed[left] += 1
        searched.append((cascade.window_size(scale)[0], rows, cols, passed))
    return searched


def boxes_left(searched, stages):
    """Return the windows that passed so many stages, as boxes."""
    return [
        dict(zip(BOX, (int(row), int(col), side, side), strict=True))
        for side, rows, cols, passed in searched
        for row, col in zip(rows[passed >= stages], cols[passed >= stages], strict=True)
    ]


def frames_around(image, boxes, color=FOUND, frame=None):
    for box in boxes:
        image = marked(image, box["r"], box["c"], box["height"], box["width"], color, frame)
    return image
