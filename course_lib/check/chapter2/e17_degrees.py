"""2.17: degrees for people, radians for cos and sin."""

import dataclasses

import numpy as np

from ... import data, transform
from ..answers import Wrong
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import random_grey


@dataclasses.dataclass(frozen=True)
class NearlyAll(Arrays):
    """Pictures of which few pixels may differ: where two are equally near, either may be taken."""

    tolerance: float = 1e-6
    few: float = 0.02

    def same(self, a, b):
        return a.shape == b.shape and 1 - self._close(a, b).mean() <= self.few

    def complain(self, given, expected, case):
        if given.shape != expected.shape:
            raise Wrong(f"the shape should stay {expected.shape}, yours is {given.shape}.")
        told = f"turned by {case[1]} degrees, {1 - self._close(given, expected).mean():.0%} of the pixels differ."
        raise Wrong(told, **self.pictures(given, expected, case))


def pictures_and_angles():
    for image in (data.camera()[100:260:2, 150:330:2], data.coffee()[60:181:3, 100:281:3], random_grey(57, (24, 40))):
        for angle in (30, -75, 90):
            yield image, angle


ex = exercise(
    "2.17",
    "A turn that goes wrong",
    cases=pictures_and_angles,
    compare=NearlyAll(),
    hints=(
        "Try angle = 90. What is np.cos(90)?",
        "np.cos and np.sin take radians: a full circle is 2 pi, not 360.",
        "np.deg2rad(angle) converts; do it once, before cos and sin.",
    ),
    right="degrees for people, radians for cos and sin.",
)


@ex.right
def turn(image, angle):
    return turned(image, np.deg2rad(angle))


ex.right(lambda image, angle: turned(image, angle * np.pi / 180))
ex.right(lambda image, angle: transform.rotate(image, angle, order=0, preserve_range=True))


@ex.right
def by_skimage(image, angle):
    return skimage.transform.rotate(image, angle, order=0, preserve_range=True)


def turned(image, angle):
    """Return what the given code makes of an angle."""
    rows, cols = image.shape[:2]
    y, x = (rows - 1) / 2, (cols - 1) / 2
    r, c = np.mgrid[:rows, :cols]
    cos, sin = np.cos(angle), np.sin(angle)
    from_row = np.rint(y + cos * (r - y) + sin * (c - x)).astype(int)
    from_col = np.rint(x - sin * (r - y) + cos * (c - x)).astype(int)
    inside = (from_row >= 0) & (from_row < rows) & (from_col >= 0) & (from_col < cols)
    result = np.zeros_like(image)
    result[inside] = image[from_row[inside], from_col[inside]]
    return result


ex.slip("the picture has not turned at all.", lambda image, angle: image)
ex.slip(
    "it turns the wrong way round: a positive angle goes counter-clockwise, as it did before you changed the code.",
    lambda image, angle: turned(image, -np.deg2rad(angle)),
)
ex.slip(
    "it turns by another angle than asked: 30 degrees come out as 279. In which unit do cos and sin want theirs?",
    turned,
)
ex.slip(
    "np.rad2deg goes the other way; degrees to radians is np.deg2rad.",
    lambda image, angle: turned(image, np.rad2deg(angle)),
)
ex.slip("converted twice: the picture hardly turns.", lambda image, angle: turned(image, np.deg2rad(np.deg2rad(angle))))
ex.slip(
    "it turns by twice the angle: pi belongs to 180 degrees, not to 90.",
    lambda image, angle: turned(image, angle * np.pi / 90),
)
ex.slip(
    "it turns by half the angle: pi belongs to 180 degrees, not to 360.",
    lambda image, angle: turned(image, angle * np.pi / 360),
)

ex.wrong("the shape should stay", lambda image, angle: transform.rotate(image, angle, resize=True))
ex.wrong("`angle` is one too large", lambda image, angle: turned(image, np.deg2rad(angle + 1)))
