"""The explorer of privacy: hide every face, and ask what can still be read from it."""

import functools

import numpy as np

from .. import data
from ..color import rgb2gray
from ..feature import blur_faces, get_face_rectangle, pixelate_faces
from ..filters import gaussian
from ..transform import resize
from ..util import img_as_float, img_as_ubyte
from .boxes import FOUND, detect
from .engine import explorer
from .panes import marked

METHODS = ("blur", "pixelate", "paint over")
LOOK = 32  # faces are compared at this many rows and columns
UNDO_STEPS = 30


def faces_to_hide(image):
    """Return the boxes of all faces that are a twelfth of the picture's shorter side or more."""
    return list(_faces_of(np.ascontiguousarray(image).tobytes(), image.shape, image.dtype.str))


@functools.lru_cache(maxsize=4)  # moving a control changes what hides the faces, not where they are
def _faces_of(content, shape, dtype):
    image = np.frombuffer(content, dtype).reshape(shape)
    return tuple(detect(image, min_size=max(min(shape[:2]) // 12, 1), max_size=min(shape[:2])))


def hide(image, boxes, method="blur", sigma=8.0, blocks=8):
    """Return a picture with every face blurred, in blocks, or painted over."""
    if method == "blur":
        return blur_faces(image, boxes, sigma)
    if method == "pixelate":
        return pixelate_faces(image, boxes, blocks)
    return pixelate_faces(image * 0, boxes, 1) + image * ~_inside(image.shape, boxes)


def _inside(shape, boxes):
    mask = np.zeros((*shape[:2], *[1] * (len(shape) - 2)), bool)
    for box in boxes:
        mask[box["r"] : box["r"] + box["height"], box["c"] : box["c"] + box["width"]] = True
    return mask


def unblur(blurred, sigma, steps=UNDO_STEPS):
    """Undo a Gaussian blur of known sigma: blur the guess, and put back what is missing, again and again.

    u <- u + 1.9 G(b - G u)
    """

    def blur(picture):
        return gaussian(picture, sigma, channel_axis=-1 if picture.ndim == 3 else None)

    guess = blurred.copy()
    for _ in range(steps):
        guess = guess + 1.9 * blur(blurred - blur(guess))
    return np.clip(guess, 0, 1)


def signature(face):
    """Return a face as LOOK x LOOK grey values with mean 0 and length 1, to be compared with others."""
    grey = rgb2gray(face) if face.ndim == 3 else img_as_float(face)
    small = resize(grey, (LOOK, LOOK))
    return _of_length_1(small - small.mean())


def likeness(faces, candidates):
    """Return how alike each face and each candidate are: 1 is equal up to light and contrast."""
    return _products(signature, faces, candidates)


def colours(face):
    """Return the colours of a face at LOOK x LOOK places, with length 1: twice the light gives the same."""
    return _of_length_1(resize(np.atleast_3d(img_as_float(face)), (LOOK, LOOK)))


def likeness_in_colour(faces, candidates):
    """Return how alike the colours of each face and each candidate are: 1 is equal up to the light, 0 black."""
    return _products(colours, faces, candidates)


def _of_length_1(values):
    length = np.linalg.norm(values)
    return values / length if length > 1e-6 else values * 0


def _products(describe, faces, candidates):
    ours, theirs = (np.array([describe(face).ravel() for face in some]) for some in (faces, candidates))
    return ours @ theirs.T


def named_rightly(table):
    """Return how many people are told apart by a table of likenesses, person k in row k and in column k.

    The table is read both ways, row by row and column by column, and the better of the two counts: who wants to know
    asks both. A person is named where the likeness to their own face is above all others, not where several are equal.
    """
    own = np.diag(table)
    others = np.where(np.eye(len(table), dtype=bool), -np.inf, table)
    return max(int((own > others.max(axis=axis) + 1e-9).sum()) for axis in (0, 1))


def second_picture(image, boxes):
    """Return what stands for another picture of the same people: 10 % brighter, each box moved by a thirtieth."""
    moved = [{**box, "r": box["r"] + box["height"] // 30, "c": box["c"] + box["width"] // 30} for box in boxes]
    return np.clip(1.1 * img_as_float(image), 0, 1), moved


def attack(image, boxes, method="blur", sigma=8.0, blocks=8):
    """Return how many hidden faces are named rightly by a second picture, as it is and hidden in the same way."""
    second, moved = second_picture(image, boxes)
    image = img_as_ubyte(image)  # as files hold it
    hidden = _cut(hide(image, boxes, method, sigma, blocks), boxes)
    alike = _cut(hide(second, moved, method, sigma, blocks), moved)
    return named_rightly(likeness(hidden, _cut(second, moved))), named_rightly(likeness_in_colour(hidden, alike))


def _cut(image, boxes):
    return [get_face_rectangle(image, box) for box in boxes]


def privacy_view(image, method="blur", sigma=8.0, blocks=8):
    """Hide every face that is found, and see whether it is still found, still told from others, or restored."""
    boxes = faces_to_hide(image)
    image = img_as_float(image)
    if not boxes:
        return {"picture": image, "text": "<b>No face was found, so nothing was hidden.</b> Look yourself before you "
                "share a picture: a detector misses faces."}  # fmt: skip
    shared = hide(image, boxes, method, sigma, blocks)
    still = detect(shared, min_size=max(min(image.shape[:2]) // 12, 1), max_size=min(image.shape[:2]))
    largest = max(boxes, key=lambda box: box["height"])
    near = get_face_rectangle(shared, largest)
    undone = {"undone": unblur(near, sigma)} if method == "blur" and sigma else {}
    framed = shared
    for box in still:
        framed = marked(framed, box["r"], box["c"], box["height"], box["width"], FOUND)
    return {
        "as it is shared": framed,
        "one face": get_face_rectangle(image, largest),
        "as it is shared, near": near,
        **undone,
        "text": f"{len(boxes)} face{'s' * (len(boxes) > 1)} hidden. The detector still finds <b>{len(still)}</b> "
        "(framed). " + _who_is_who(len(boxes), attack(image, boxes, method, sigma, blocks)),
    }


def _who_is_who(count, named):
    if count == 1:
        return "With one face alone there is nobody to mix it up with."
    return (
        f"A second picture (brighter, boxes moved) names <b>{named[0]} of {count}</b> rightly as it is, and "
        f"<b>{named[1]} of {count}</b> hidden in the same way. Guessing names 1."
    )


def _privacy_code(method, sigma, blocks):
    return (
        "from course_lib.explore.privacy import faces_to_hide, hide\n"
        f"hide(image, faces_to_hide(image), {method!r}, sigma={sigma:.0f}, blocks={blocks})"
    )


privacy = explorer(
    privacy_view,
    code=_privacy_code,
    reads=(hide, attack),
    sample=lambda: data.load("group"),
    takes="any",
    preview=0.5,
    pixels=("sigma",),
    idle={"sigma": lambda method, **_: method != "blur", "blocks": lambda method, **_: method != "pixelate"},
    method=list(METHODS),
    sigma=(0.0, 40.0, 1.0, 8.0),
    blocks=(1, 32, 1),
)
