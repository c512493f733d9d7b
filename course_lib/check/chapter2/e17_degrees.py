"""2.17: degrees for people, radians for cos and sin."""

import dataclasses

import numpy as np
from scipy import ndimage

from ... import data, transform
from ..answers import Wrong
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import random_grey


@dataclasses.dataclass(frozen=True)
class NearlyAll(Arrays):
    """Pictures of which very few pixels may differ: libraries differ in how they round places between two pixels."""

    tolerance: float = 1e-6
    few: float = 0.005

    def same(self, a, b):
        return a.shape == b.shape and 1 - self._close(a, b).mean() <= self.few

    def complain(self, given, expected, case):
        if given.shape != expected.shape:
            raise Wrong(what_shape(given.shape, expected.shape))
        told = f"turned by {case[1]} degrees, {1 - self._close(given, expected).mean():.0%} of the pixels differ."
        raise Wrong(told, **self.pictures(given, expected, case))


def what_shape(given, expected):
    """Say what the shape of a turned picture tells."""
    told = f"the shape should stay {expected}, yours is {given}: "
    if given[:2] == expected[1::-1]:
        return f"{told}a quarter turn, whatever the angle is? It may be 30 degrees."
    return f"{told}the picture was enlarged so that its corners fit (resize, reshape). They may be cut off."


def pictures_and_angles():
    """Return pictures with even sides, so that no pixel's source lies just between two pixels; one pixel of the last counts."""
    wall, cup = data.camera()[100:260:2, 150:330:2], data.coffee()[60:180:3, 100:280:3]
    for image, angles in ((wall, (30, -75, 90)), (cup, (30, 200, 90)), (random_grey(57, (10, 14)), (25, -160, 90, 0))):
        for angle in angles:
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
ex.also(lambda image, angle: ndimage.rotate(image, angle, reshape=False, order=0))


@ex.right
def by_skimage(image, angle):
    return skimage.transform.rotate(image, angle, order=0, preserve_range=True)


def turned(image, angle, angle_of_sin=None, middle=lambda rows, cols: ((rows - 1) / 2, (cols - 1) / 2), whole=np.rint):
    """Return what the given code makes of an angle; sin may get another one, and the turn another middle."""
    rows, cols = image.shape[:2]
    y, x = middle(rows, cols)
    r, c = np.mgrid[:rows, :cols]
    cos, sin = np.cos(angle), np.sin(angle if angle_of_sin is None else angle_of_sin)
    from_row = whole(y + cos * (r - y) + sin * (c - x)).astype(int)
    from_col = whole(x - sin * (r - y) + cos * (c - x)).astype(int)
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

ex.slip("pi is missing: 180 degrees are pi.", lambda image, angle: turned(image, angle / 180))
ex.slip("2 pi is missing: 360 degrees are 2 pi.", lambda image, angle: turned(image, angle / 360))
ex.slip("3.14 is not near enough: np.pi, or np.deg2rad.", lambda image, angle: turned(image, angle * 3.14 / 180))

BOTH = "one of cos and sin still gets degrees: convert the angle once, before both."
ex.slip(BOTH, lambda image, angle: turned(image, np.deg2rad(angle), angle))
ex.slip(BOTH, lambda image, angle: turned(image, angle, np.deg2rad(angle)))
ex.slip(
    "cos and sin are exchanged: the picture turns by another angle.",
    lambda image, angle: turned(image, np.pi / 2 - np.deg2rad(angle)),
)
ex.slip(
    "turned about the right angle, but values were invented between the pixels: the given code takes the nearest one.",
    lambda image, angle: transform.rotate(image, angle, preserve_range=True),
)
ex.slip(
    "values were invented between the pixels, and go from 0 to 1: the given code keeps the picture's own numbers.",
    lambda image, angle: transform.rotate(image, angle),
)


GIVEN = "the line with the middle of the picture was right as it was: (rows - 1) / 2 and (cols - 1) / 2."
for wrong in (lambda r, c: (r / 2, c / 2), lambda r, c: (r // 2, c // 2)):
    ex.slip(GIVEN, lambda image, angle, wrong=wrong: turned(image, np.deg2rad(angle), middle=wrong))
ex.slip(GIVEN, lambda image, angle: turned(image, np.deg2rad(angle), middle=lambda r, c: ((c - 1) / 2, (r - 1) / 2)))
for wrong in (np.floor, np.trunc, np.ceil):
    ex.slip("the places were cut to whole ones; the given code rounds to the nearest pixel, np.rint.")(
        lambda image, angle, wrong=wrong: turned(image, np.deg2rad(angle), whole=wrong)
    )
ex.slip("pi is 3.14…, and 3 is not near enough: np.pi, or np.deg2rad.", lambda i, angle: turned(i, angle * 3 / 180))
ex.slip("% 360 leaves degrees, and np.cos and np.sin take radians.", lambda image, angle: turned(image, angle % 360))


@ex.slip("what comes in from outside should be black, as in the given code: there the border was repeated.")
def border_repeated(image, angle):
    return transform.rotate(image, angle, order=0, preserve_range=True, mode="edge")


ex.wrong("the shape should stay", lambda image, angle: transform.rotate(image, angle, resize=True))


@ex.wrong("turned by ")
def one_pixel(image, angle):
    result = turn(image, angle)
    result[len(result) // 2, image.shape[1] // 2] = 0
    return result


ex.slip(
    "the values go from 0 to 1: keep the picture's own numbers.",
    lambda image, angle: turn(image, angle) / 255,
)
ex.slip(
    "it turns by 90 degrees more than asked: is sin where cos should be?",
    lambda image, angle: turned(image, np.deg2rad(angle + 90)),
)
ex.slip(
    "it turns by 90 degrees less than asked: is sin where cos should be?",
    lambda image, angle: turned(image, np.deg2rad(angle - 90)),
)
ex.slip(
    "the sign of the angle is lost: a negative one turns clockwise.",
    lambda image, angle: turned(image, abs(np.deg2rad(angle))),
)
ex.slip(
    "the whole quarter turns are lost: take the angle as it is.",
    lambda image, angle: turned(image, np.deg2rad(angle % 90)),
)
ex.slip(
    "it always turns by the same angle: use the one that is given.", lambda image, angle: turned(image, np.deg2rad(30))
)
ex.slip(
    "it always turns by the same angle: use the one that is given.", lambda image, angle: turned(image, np.deg2rad(90))
)
ex.slip(
    "values were invented between the pixels: the given code takes the nearest one.",
    lambda image, angle: ndimage.rotate(image, angle, reshape=False),
)


@ex.slip("it turns about the corner at the top left; the middle, (y, x), should stay in its place.")
def about_the_corner(image, angle):
    rows, cols = image.shape[:2]
    r, c = np.mgrid[:rows, :cols]
    cos, sin = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    from_row, from_col = np.rint(cos * r + sin * c).astype(int), np.rint(cos * c - sin * r).astype(int)
    inside = (from_row >= 0) & (from_row < rows) & (from_col >= 0) & (from_col < cols)
    result = np.zeros_like(image)
    result[inside] = image[from_row[inside], from_col[inside]]
    return result


ex.slip("57 is not near enough: np.deg2rad, or angle * np.pi / 180.", lambda image, angle: turned(image, angle / 57))
ex.slip("the 180 is missing: angle * np.pi / 180.", lambda image, angle: turned(image, angle * np.pi))
for whole, word in ((round, "rounded"), (int, "cut")):
    ex.slip(
        f"the radians were {word} to a whole number: keep their decimals.",
        lambda image, angle, whole=whole: turned(image, whole(np.deg2rad(angle))),
    )
ex.slip(
    "it turns by whole quarter turns only: any angle is asked.",
    lambda image, angle: turned(image, np.deg2rad(round(angle / 90) * 90)),
)
ex.slip(
    "it turns twice: the picture that was turned was turned again.",
    lambda image, angle: turn(turn(image, angle), angle),
)
ex.slip(
    "values were invented between the pixels: the given code takes the nearest one.",
    lambda image, angle: transform.rotate(image, angle, preserve_range=True).astype(np.uint8),
)
