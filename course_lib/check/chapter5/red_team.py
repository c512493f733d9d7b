"""Three attacks on hidden faces, for an exercise whose answers have to stand them."""

import functools

import numpy as np

from ... import data
from ...explore.boxes import detect
from ...explore.privacy import colours, likeness, signature
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
    """Attack 3: hide two other pictures of all people by the same function, and compare then, grey and in colour.

    Everybody is put at every place in turn: what depends on the place alone tells nothing of a face.
    """
    image, _ = people(name)
    looks, count, tables = (colours, signature), len(boxes), []
    faces = [[look(face) for face in cut(hidden, boxes)] for look in looks]
    for other, moved in others(name):
        portraits, table = cut(other, moved), np.zeros((len(looks), count, count))
        for turn in range(count):
            who = [(place + turn) % count for place in range(count)]
            alike = cut(hide(seated(image, boxes, [portraits[k] for k in who]), boxes), boxes)
            for k, look in enumerate(looks):
                pairs = zip(faces[k], alike, strict=True)
                table[k, range(count), who] = [np.vdot(ours, look(theirs)) for ours, theirs in pairs]
        tables.append(table)
    return in_both(tables)


def seated(image, boxes, portraits):
    """Return a picture with other faces in its boxes."""
    result = image.copy()
    for box, portrait in zip(boxes, portraits, strict=True):
        result[box["r"] :, box["c"] :][: box["height"], : box["width"]] = portrait
    return result


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
