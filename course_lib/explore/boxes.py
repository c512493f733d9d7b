"""Boxes around faces: found, compared with the faces that were marked by hand, framed and told."""

import functools
import hashlib

import numpy as np

from .. import data
from ..feature import Cascade
from .panes import marked

PEOPLE = ("friends", "group", "night")  # the pictures whose faces are marked
FOUND, FALSE, MISSED = (0, 158, 115), (213, 94, 0), (240, 228, 66)
AGREE = 0.3  # a box and a face share this part of what they cover together, or they are two things
USUAL = {"scale_factor": 1.2, "step_ratio": 1.0}


@functools.cache
def detector():
    """Return the cascade for frontal faces, read once."""
    return Cascade(data.lbp_frontal_face_cascade_filename())


def detect(image, scale_factor=1.2, step_ratio=1.0, min_size=50, max_size=200):
    """Return the boxes of the faces in a picture; the sizes are a side of the square window, in pixels."""
    return detector().detect_multi_scale(image, scale_factor, step_ratio, (min_size,) * 2, (max_size,) * 2)


def overlap(a, b):
    """Return the part that two boxes share of what they cover together, 0 to 1.

    Examples
    --------
    >>> box = {"r": 0, "c": 0, "width": 4, "height": 4}
    >>> overlap(box, box), overlap(box, box | {"c": 2}), overlap(box, box | {"c": 9})
    (1.0, 0.3333333333333333, 0.0)
    """
    high = min(a["r"] + a["height"], b["r"] + b["height"]) - max(a["r"], b["r"])
    wide = min(a["c"] + a["width"], b["c"] + b["width"]) - max(a["c"], b["c"])
    shared = max(high, 0) * max(wide, 0)
    return shared / (a["width"] * a["height"] + b["width"] * b["height"] - shared)


def score_boxes(found, truth, least=AGREE):
    """Return the faces that were found, the faces that were missed, and the boxes that hold no face."""
    hit = [face for face in truth if any(overlap(box, face) >= least for box in found)]
    missed = [face for face in truth if face not in hit]
    false = [box for box in found if all(overlap(box, face) < least for face in truth)]
    return hit, missed, false


def fingerprint(image):
    """Return what tells a picture from all others."""
    return image.shape, image.dtype.str, hashlib.sha1(np.ascontiguousarray(image).tobytes()).digest()


@functools.cache
def _known():
    known = {}
    for name in PEOPLE:
        picture, boxes = data.load(name), data.faces(name)
        for every in (1, 2):  # whole, and as a preview has it
            part = [{side: length // every for side, length in box.items()} for box in boxes]
            known[fingerprint(picture[::every, ::every])] = part
    return known


def known_faces(image):
    """Return the boxes of the faces of one of the course's pictures (whole, or every second pixel), or None."""
    return _known().get(fingerprint(image))


def framed(image, found, truth=None):
    """Return a picture with frames: green around faces found, orange around false boxes, yellow around missed faces."""
    _hit, missed, false = ([], [], []) if truth is None else score_boxes(found, truth)
    colors = [(box, FALSE if box in false else FOUND) for box in found] + [(face, MISSED) for face in missed]
    for box, color in colors:
        image = marked(image, box["r"], box["c"], box["height"], box["width"], color)
    return image


def told_boxes(found, truth=None):
    """Return what was found, in words."""
    if truth is None:
        return f"<b>{len(found)}</b> {'box' if len(found) == 1 else 'boxes'}; nobody marked the faces of this picture."
    hit, missed, false = score_boxes(found, truth)
    return f"<b>{len(hit)} of {len(truth)} faces found</b>, {len(missed)} missed, {len(false)} false."
