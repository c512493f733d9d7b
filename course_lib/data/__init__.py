"""Pictures: the course's own, each with its source and licence, and the learner's.

`load("dice")` and the functions named after pictures give arrays; `read("mine.jpg")` reads any picture.
"""

from .catalogue import (
    astronaut,
    brick,
    camera,
    chelsea,
    coffee,
    coins,
    credit,
    faces,
    horse,
    lbp_frontal_face_cascade_filename,
    load,
    moon,
    names,
    page,
    path,
    retina,
    rocket,
    text,
)
from .catalogue import cat as cat
from .reading import read

__all__ = [
    "astronaut", "brick", "camera", "chelsea", "coffee", "coins", "credit", "faces", "horse",
    "lbp_frontal_face_cascade_filename", "load", "moon", "names", "page", "path", "read", "retina", "rocket", "text",
]  # fmt: skip
