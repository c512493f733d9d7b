"""5.16: hide faces so that three attacks fail, and without plain boxes."""

import numpy as np

from ... import data, feature, transform, util
from ...explore.boxes import FOUND as GREEN
from ..answers import Wrong, as_array, call
from ..exercise import exercise
from ..pictures import random_colour
from .e13_two_boxes import box as a_box
from .red_team import MISTAKEN, NAMED, found, named, named_alike, people

LEAST = 0.05  # standard deviation of the grey values in a box, 1 being white, from which it is not plain

ex = exercise(
    "5.16",
    "Red team",
    hints=(
        "Blurs, blocks, shuffled pixels, negatives: all of them are made from the face. The third attack makes the same "
        "from another picture of it. From what else could you make something to look at?",
        "Whatever you put there must be the same whoever is behind it: stripes, a ramp, random numbers, a piece of the "
        "wall. It may depend on where the box is and how large, not on the pixels in it.",
        "For each box: rows from max(r, 0) to r + height, columns likewise; one = result[rows, cols]; make stripes of "
        "one.shape, such as np.indices(one.shape)[0] % 8 < 4, bright is 255 in a uint8 picture and 1 in floats; put "
        "them in.",
    ),
    cases=lambda: [people()],  # what look shows
    right="what is not taken from the face cannot be read from it.",
)

OUTSIDE = "pixels outside the boxes have changed: hide the faces, and leave the rest of the picture."
UNHIDDEN = "in one of the boxes nothing has changed, or little: is every box hidden, and all of it?"
LAST = "only one box is hidden: in each turn of the loop, go on from the result of the turn before."
PLAIN = "all three attacks fail, but a box is of one colour, or nearly so: put something to look at there."
FOUND = "the first attack: the detector still finds faces in the hidden boxes."
SHARP = "the second attack, sharp pictures of the same people beside the hidden faces: too much of the face is left."
ALIKE = (
    "the third attack, other pictures of them that your function has hidden as well: what you put there still depends "
    "on who it is. A mean colour is enough."
)
RANGE = "the picture came with floats from 0 to 1: what is put in has to fit them, and 1 is white."


@ex.judge
def judge(answer):
    told = []
    for name in ("group", "friends"):
        image, boxes = people(name)
        hidden = hidden_by(answer, image, boxes)
        told.append(attacked(answer, hidden, boxes, name))
    for image, boxes in small():
        hidden_by(answer, image, boxes)
    return f"Of the seven, {told[0]}:"


def small():
    """Yield small pictures: boxes over the border, floats, no box at all."""
    yield random_colour(95, (30, 26)), [a_box(-4, -3, 12, 13), a_box(20, 14, 18, 13)]
    yield random_colour(94, (30, 20)) / 255, [a_box(2, 3, 11, 9), a_box(22, -1, 9, 12)]
    yield random_colour(96, (20, 20)), []


def hidden_by(answer, image, boxes):
    """Return what an answer makes of a picture, or say what is wrong with it before any attack."""
    given = as_array(call(answer, image, boxes))
    if given.shape != image.shape:
        raise Wrong(f"the result should have the shape {image.shape}, yours has {given.shape}.")
    if given.dtype.kind == "f" and image.dtype.kind == "f":
        given = given.astype(image.dtype)
    if image.dtype.kind == "f" and not (np.isfinite(given).all() and given.min() >= 0 and given.max() <= 1):
        raise Wrong(RANGE)
    if given.dtype != image.dtype:
        raise Wrong(f"the picture came as {image.dtype}, and should come back so; yours is {given.dtype}.")
    parts = [inside(image.shape, box) for box in boxes]
    if (given != image)[~np.any([np.zeros(image.shape[:2], bool), *parts], axis=0)].any():
        raise Wrong(OUTSIDE, input=image, yours=given)
    most = 0.5 if len(parts) > 2 else 0.9  # in small random pictures nothing is what it was by chance
    changed = [(given != image).any(axis=-1)[part].mean() > most for part in parts]
    if len(parts) > 2 and sum(changed) == 1:
        raise Wrong(LAST, input=image, yours=given)
    if not all(changed):
        raise Wrong(UNHIDDEN, input=image, yours=given)
    if boxes and len(parts) < 3:
        not_plain(given, parts, image)
    return given


def inside(shape, box):
    mask = np.zeros(shape[:2], bool)
    rows, cols = (slice(max(box[a], 0), max(box[a] + box[b], 0)) for a, b in (("r", "height"), ("c", "width")))
    mask[rows, cols] = True
    return mask


def not_plain(given, parts, image):
    grey = util.img_as_float(given).mean(axis=-1)
    if any(grey[part].std() < LEAST for part in parts):
        raise Wrong(PLAIN, input=image, yours=given)


def attacked(answer, hidden, boxes, name):
    """Return what three attacks make of hidden faces in words, or say which of them has succeeded."""
    image, _ = people(name)
    hits = found(hidden, boxes) if name == "group" else 0
    sharp = named(hidden, boxes, name)
    alike = named_alike(lambda *case: as_array(call(answer, *case)), hidden, boxes, name)
    told = f"the detector finds {hits}, sharp pictures name {sharp}, and pictures hidden alike {alike}"
    for sentence, failed in ((FOUND, hits > MISTAKEN), (SHARP, sharp > NAMED), (ALIKE, alike > NAMED)):
        if failed:
            raise Wrong(f"of {len(boxes)}, {told}. So: {sentence}", input=image, yours=hidden)
    not_plain(hidden, [inside(image.shape, box) for box in boxes], image)
    return told


@ex.right
def hide(image, boxes):
    white = 255 if image.dtype == np.uint8 else 1
    result = image.copy()
    for box in boxes:
        rows = slice(max(box["r"], 0), box["r"] + box["height"])
        cols = slice(max(box["c"], 0), box["c"] + box["width"])
        down, across, _ = np.indices(result[rows, cols].shape)
        result[rows, cols] = ((down + across) % 12 < 6) * white
    return result


def each_box(make):
    """Return an answer that puts something in place of each face; `make` gets the face and the box."""

    def answer(image, boxes):
        result = image.copy()
        for box in boxes:
            rows = slice(max(box["r"], 0), box["r"] + box["height"])
            cols = slice(max(box["c"], 0), box["c"] + box["width"])
            face = image[rows, cols]
            made = np.clip(make(util.img_as_float(face), box), 0, 1)
            result[rows, cols] = np.rint(made * 255) if image.dtype == np.uint8 else made
        return result

    return answer


def noise(shape, seed=None):
    return np.random.default_rng(seed).random(shape)


def stripes(face):
    return np.indices(face.shape)[1] % 8 < 4


ex.right(each_box(lambda face, box: noise(face.shape)))
ex.right(each_box(lambda face, box: noise(face.shape, 3)))
ex.right(each_box(lambda face, box: np.linspace(0, 1, face.shape[1])[:, None] + 0 * face))
ex.right(each_box(lambda face, box: transform.resize(util.img_as_float(data.load("palace")[::8, ::8]), face.shape[:2])))


@ex.right
def grey_noise(image, boxes):
    return each_box(lambda face, box: 0.3 + 0.4 * noise((*face.shape[:2], 1), box["c"] + 5) + 0 * face)(image, boxes)


@ex.right
def noise_of_the_whole_picture(image, boxes):
    return each_place(image, boxes, np.random.default_rng(1).random(image.shape))


@ex.right
def waves_of_the_whole_picture(image, boxes):
    down, across, _ = np.indices(image.shape)
    return each_place(image, boxes, 0.5 + 0.5 * np.sin(down / 5) * np.sin(across / 7))


def each_place(image, boxes, wall):
    """Show in the boxes what a wall behind the picture has there."""
    shown = np.any([np.zeros(image.shape[:2], bool), *(inside(image.shape, box) for box in boxes)], axis=0)
    wall = np.rint(255 * wall).astype(np.uint8) if image.dtype == np.uint8 else wall
    return np.where(shown[..., None], wall, image)


@ex.right
def noise_from_one_seed(image, boxes):
    rng = np.random.default_rng(1)
    return each_box(lambda face, box: rng.random(face.shape))(image, boxes)


def blurred(sigma):
    return lambda image, boxes: feature.blur_faces(image, boxes, sigma)


def shuffled(face, box):
    return np.random.default_rng(1).permutation(face.reshape(-1, 3)).reshape(face.shape)


def swapped(image, boxes):
    """Give each box the face of the next one."""
    faces = [util.img_as_float(feature.get_face_rectangle(image, box)) for box in boxes]
    turn = {tuple(box.values()): faces[(k + 1) % len(faces)] for k, box in enumerate(boxes)}
    return each_box(lambda face, box: transform.resize(turn[tuple(box.values())], face.shape[:2]))(image, boxes)


def only(which):
    return lambda image, boxes: hide(image, boxes[which])


ex.slip(FOUND, blurred(3))
ex.slip(FOUND, lambda image, boxes: feature.pixelate_faces(image, boxes, 10))
ex.slip(FOUND, each_box(lambda face, box: face + 0.2 * (noise(face.shape) - 0.5)))
ex.slip(FOUND, each_box(lambda face, box: face / 2 + noise(face.shape, 1) / 2))
ex.slip(FOUND, swapped)
ex.slip(FOUND, each_box(lambda face, box: face[:, ::-1]))
ex.slip(SHARP, blurred(20))
ex.slip(SHARP, lambda image, boxes: feature.pixelate_faces(image, boxes, 2))
ex.slip(ALIKE, lambda image, boxes: feature.pixelate_faces(image, boxes, 1))
ex.slip(ALIKE, each_box(shuffled))
ex.slip(ALIKE, each_box(lambda face, box: 1 - face))
ex.slip(ALIKE, each_box(lambda face, box: np.sort(face, axis=0)))
ex.slip(ALIKE, each_box(lambda face, box: face.mean(axis=(0, 1)) + 0.2 * stripes(face) - 0.1))
ex.slip(PLAIN, each_box(lambda face, box: 0 * face))
ex.slip(PLAIN, each_box(lambda face, box: 0 * face + np.array(GREEN) / 255))
ex.slip(PLAIN, each_box(lambda face, box: 0.5 + 0.02 * noise(face.shape)))
ex.slip(LAST, only(np.s_[-1:]))
ex.slip(LAST, only(np.s_[:1]))
ex.slip(UNHIDDEN, lambda image, boxes: image)
ex.slip(UNHIDDEN, only(np.s_[1:]))
ex.slip(
    UNHIDDEN,
    lambda image, boxes: np.where(
        (np.indices(image.shape)[:2].min(axis=0) > 0) | (len(boxes) > 2), hide(image, boxes), image
    ),
)
ex.slip(OUTSIDE, lambda image, boxes: image // 2)
ex.slip(OUTSIDE, lambda image, boxes: hide(image, [{**box, "width": box["width"] + 1} for box in boxes]))
ex.slip(OUTSIDE, lambda image, boxes: hide(image, [{**box, "r": box["c"], "c": box["r"]} for box in boxes]))
ex.slip(RANGE, lambda image, boxes: hide(image, boxes) if image.dtype == np.uint8 else hide(image, boxes) * 255)

ex.wrong("came as uint8", lambda image, boxes: hide(util.img_as_float(image), boxes))
ex.wrong("shape", lambda image, boxes: hide(image, boxes)[..., 0])
ex.wrong("changed the picture", lambda image, boxes: np.copyto(image, hide(image, boxes)) or image)
ex.wrong("stopped", lambda image, boxes: hide(image, boxes or 1))


@ex.wrong(UNHIDDEN)
def begun_below_0(image, boxes):
    """Forget that a slice from -4 begins at the other end."""
    result = image.copy()
    for box in boxes:
        part = result[box["r"] : box["r"] + box["height"], box["c"] : box["c"] + box["width"]]
        part[:] = (np.indices(part.shape)[0] % 8 < 4) * (255 if image.dtype == np.uint8 else 1)
    return result
