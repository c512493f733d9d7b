"""The explorer of what superpixels leave of a face."""

import numpy as np

from .. import data
from ..color import label2rgb
from ..segmentation import slic
from .boxes import USUAL, detect, framed
from .engine import explorer


def superpixel_faces_view(image, n_segments=100):
    """Paint a picture in superpixels, and look for faces in what is left."""
    segments = slic(image, n_segments=n_segments)
    average = label2rgb(segments, image, kind="avg")
    before, after = (detect(picture, **USUAL, min_size=10, max_size=1000) for picture in (image, average))
    return {
        "picture": framed(image, before),
        "superpixels": framed(average, after),
        "text": f"{len(np.unique(segments))} superpixels. Faces found in the picture: {len(before)}; "
        f"in the superpixels: <b>{len(after)}</b>.",
    }


superpixel_faces = explorer(
    superpixel_faces_view,
    code="from course_lib.segmentation import slic\n"
    "color.label2rgb(slic(image, n_segments={n_segments}), image, kind='avg')",
    sample=lambda: data.load("portrait"),
    takes="colour",
    preview=0.5,
    n_segments=(10, 3000, 10),
)
