"""The explorer of privacy: hide every face, and ask what can still be read from it."""

import functools

import numpy as np

from .. import data
from ..color import rgb2gray
from ..feature import blur_faces, get_face_rectangle, pixelate_faces
from ..filters import gaussian
from ..transform import resize
from ..util import img_as_float
from .engine import explorer
from .faces import FOUND, detect
from .panes import marked

METHODS = ("blur", "pixelate", "paint over")
LOOK = 32  # faces are compared at this many rows and columns
UNDO_STEPS = 30
ZOOM = 96


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
    small = small - small.mean()
    length = np.linalg.norm(small)
    return small / length if length > 1e-6 else small * 0


def likeness(faces, candidates):
    """Return how alike each face and each candidate are: 1 is equal up to light and contrast."""
    ours, theirs = (np.array([signature(face).ravel() for face in some]) for some in (faces, candidates))
    return ours @ theirs.T


def named_rightly(hidden, faces):
    """Return how many hidden faces are most like their own original, among the originals of all."""
    table = likeness(hidden, faces)
    return int(((table.argmax(axis=1) == np.arange(len(table))) & (table.max(axis=1) > 0)).sum())


def privacy_view(image, method="blur", sigma=8.0, blocks=8):
    """Hide every face that is found, and see whether it is still found, still told from others, or restored."""
    boxes = faces_to_hide(image)
    image = img_as_float(image)
    if not boxes:
        return {"picture": image, "text": "<b>No face was found, so nothing was hidden.</b> Look yourself before you "
                "share a picture: a detector misses faces."}  # fmt: skip
    shared = hide(image, boxes, method, sigma, blocks)
    still = detect(shared, min_size=max(min(image.shape[:2]) // 12, 1), max_size=min(image.shape[:2]))
    before, after = ([get_face_rectangle(picture, box) for box in boxes] for picture in (image, shared))
    largest = max(range(len(boxes)), key=lambda number: before[number].shape[0])
    undone = {"undone": unblur(after[largest], sigma)} if method == "blur" and sigma else {}
    framed = shared
    for box in still:
        framed = marked(framed, box["r"], box["c"], box["height"], box["width"], FOUND)
    return {
        "as it is shared": framed,
        "one face": before[largest],
        "as it is shared, near": after[largest],
        **undone,
        "text": f"{len(boxes)} faces hidden. The detector still finds <b>{len(still)}</b> (framed). Compared with the "
        f"{len(boxes)} faces as they were, <b>{named_rightly(after, before)} of {len(boxes)}</b> are named rightly.",
    }


def _privacy_code(method, sigma, blocks):
    return (
        "from course_lib.explore.privacy import faces_to_hide, hide\n"
        f"hide(image, faces_to_hide(image), {method!r}, sigma={sigma:.0f}, blocks={blocks})"
    )


privacy = explorer(
    privacy_view,
    code=_privacy_code,
    sample=lambda: data.load("group"),
    takes="any",
    preview=0.5,
    pixels=("sigma",),
    idle={"sigma": lambda method, **_: method != "blur", "blocks": lambda method, **_: method != "pixelate"},
    method=list(METHODS),
    sigma=(0.0, 40.0, 1.0, 8.0),
    blocks=(1, 32, 1),
)
