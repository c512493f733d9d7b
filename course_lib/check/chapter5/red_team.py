"""Three attacks on hidden faces, for an exercise whose answers have to stand them."""

import functools

import numpy as np

from ... import data
from ...explore.boxes import detect
from ...explore.privacy import likeness, likeness_in_colour
from ...feature import get_face_rectangle
from ...util import img_as_float, img_as_ubyte

OTHERS = ((1.1, 1), (0.9, -1))  # other pictures of the same people: how bright, and which way the boxes are moved
MISTAKEN = 1  # boxes without a face that the detector may take for one
NAMED = 3  # people that may be named in both by chance


@functools.cache
def _people(name):
    image = np.ascontiguousarray(data.load(name)[::2, ::2])
    faces = sorted(data.faces(name), key=lambda face: face["c"])
    side = max(face["width"] for face in faces) // 2
    boxes = [
        {
            "r": (face["r"] + face["height"] // 2 - side) // 2,
            "c": (face["c"] + face["width"] // 2 - side) // 2,
            "width": side,
            "height": side,
        }
        for face in faces
    ]
    return image, boxes


def people(name="group"):
    """Return a picture of people, half as large, and the boxes of their faces, equal squares, from the left."""
    image, boxes = _people(name)
    return image.copy(), [dict(box) for box in boxes]


def others(name):
    """Yield two other pictures of the same people: brighter or darker, and with boxes moved by a thirtieth."""
    image, boxes = people(name)
    for light, way in OTHERS:
        by = way * (boxes[0]["width"] // 30)
        moved = [{**box, "r": box["r"] + by, "c": box["c"] + by} for box in boxes]
        yield img_as_ubyte(np.clip(light * img_as_float(image), 0, 1)), moved


def cut(image, boxes):
    return [get_face_rectangle(image, box) for box in boxes]


def found(hidden, boxes):
    """Attack 1: ask the detector. Return how many of the boxes, with a third around them, it finds a face in."""
    hits = 0
    for box in boxes:
        side = box["width"]
        around = {"r": box["r"] - side // 3, "c": box["c"] - side // 3, "width": 5 * side // 3, "height": 5 * side // 3}
        hits += bool(detect(get_face_rectangle(hidden, around), min_size=6 * side // 10, max_size=13 * side // 10))
    return hits


def named(hidden, boxes, name):
    """Attack 2: compare with sharp faces of two other pictures. Return how many people both of them name rightly."""
    faces = cut(hidden, boxes)
    return in_both([[likeness(faces, cut(*other))] for other in others(name)])


def named_alike(hide, hidden, boxes, name):
    """Attack 3: hide the two other pictures by the same function, and compare then, grey and in colour.

    Their boxes come in another order: random numbers drawn box after box from one seed tell nothing of a face.
    """
    faces, tables = cut(hidden, boxes), []
    for other, moved in others(name):
        alike = cut(hide(other, moved[3:] + moved[:3]), moved)
        tables.append([likeness_in_colour(faces, alike), likeness(faces, alike)])
    return in_both(tables)


def in_both(tables):
    """Return how many people are named in both other pictures, by the table that names the most."""
    return max(int((most_like(a) & most_like(b)).sum()) for a, b in zip(*tables, strict=True))


def most_like(table):
    """Return which people are more like themselves than anybody else is, asked from both sides."""
    own = np.diag(table)
    rest = np.where(np.eye(len(table), dtype=bool), -np.inf, table)
    return max(((own > rest.max(axis=axis) + 1e-9) for axis in (0, 1)), key=np.sum)


def attack(hide, name="group"):
    """Say what three attacks make of a function that hides faces: of its own picture, for learners to try."""
    image, boxes = people(name)
    hidden = hide(image.copy(), boxes)
    print(
        f"of {len(boxes)}: found by the detector {found(hidden, boxes)}, named by sharp pictures "
        f"{named(hidden, boxes, name)}, named by pictures hidden alike {named_alike(hide, hidden, boxes, name)}"
    )
    return hidden
