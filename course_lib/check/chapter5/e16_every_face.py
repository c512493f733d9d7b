"""5.16: every face of a picture is blurred, and nothing else."""

import numpy as np
from scipy import ndimage

from ... import data, feature, filters, util
from ..answers import as_array
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import random_colour
from .e13_two_boxes import box as a_box


def pictures():
    group = np.ascontiguousarray(data.load("group")[::4, ::4])
    yield group, [a_box(43, 50, 28, 28), a_box(88, 15, 35, 36), a_box(90, 190, 35, 35)], 3
    yield random_colour(93, (40, 50)), [a_box(3, 2, 12, 15), a_box(20, 10, 14, 12), a_box(5, 30, 15, 13)], 2
    yield random_colour(94, (30, 20)) / 255, [a_box(2, 3, 11, 9)], 1.5
    yield random_colour(95, (30, 20)), [a_box(-4, -3, 12, 12), a_box(20, 12, 14, 13)], 2  # over the border
    yield random_colour(96, (20, 20)), [], 2


ex = exercise(
    "5.16",
    "Every face",
    cases=pictures,
    compare=Arrays(tolerance=1.01),
    hints=(
        "In the lesson's first loop, each turn starts again from group_image. What becomes of the face before?",
        "Start with result = image, and in the loop cut from result and merge into result.",
        "face = get_face_rectangle(result, box); blur it with channel_axis=-1; result = merge_blurry_face(result, ...).",
    ),
    right="every face is blurred, and where there is none, the picture stays as it was. To be safe, paint over.",
)


@ex.notice
def of_another_range(given, image, boxes, sigma):
    given = as_array(given)
    if image.dtype == np.uint8 and given.dtype.kind == "f" and given.shape == image.shape and given.max() <= 1:
        return "these are values from 0 to 1; the picture came with 0 to 255: merge_blurry_face converts."
    return None


@ex.read
def in_grey_levels(given, image, boxes, sigma):
    """Return floats from 0 to 1 as grey levels: one level off is rounding in every picture."""
    return as_array(given) * (1 if image.dtype == np.uint8 else 255)


@ex.right
def hide_faces(image, boxes, sigma):
    result = image
    for box in boxes:
        face = feature.get_face_rectangle(result, box)
        result = feature.merge_blurry_face(result, filters.gaussian(face, sigma, channel_axis=-1), box)
    return result


ex.right(lambda image, boxes, sigma: feature.blur_faces(image, boxes, sigma))


def by_slices(put, image, boxes, sigma):
    """Cut and put back with slices; `put` makes of the blurred face what is put back."""
    result = image.copy()
    for one in boxes:
        rows = slice(max(one["r"], 0), one["r"] + one["height"])
        cols = slice(max(one["c"], 0), one["c"] + one["width"])
        face = skimage.filters.gaussian(result[rows, cols], sigma, mode="nearest", channel_axis=-1)
        result[rows, cols] = put(face)
    return result


@ex.right
def with_slices(image, boxes, sigma):
    return by_slices(lambda face: np.rint(face * 255) if image.dtype == np.uint8 else face, image, boxes, sigma)


def each_face(blur):
    """Return an answer that blurs each face in its own way; `blur` also gets the whole picture and the box."""

    def answer(image, boxes, sigma):
        result = image
        for one in boxes:
            face = feature.get_face_rectangle(result, one)
            result = feature.merge_blurry_face(result, blur(face, sigma, image, one), one)
        return result

    return answer


@ex.slip("only the last face is blurred: in each turn, go on from the result of the turn before.")
def the_first_loop(image, boxes, sigma):
    resulting_image = image.copy()
    for one in boxes:
        face = feature.get_face_rectangle(image, one)
        resulting_image = feature.merge_blurry_face(image, filters.gaussian(face, sigma, channel_axis=-1), one)
    return resulting_image


ex.slip(
    "only the first face is blurred: does the loop go on?",
    lambda image, boxes, sigma: hide_faces(image, boxes[:1], sigma),
)
ex.slip("no face is blurred.", lambda image, boxes, sigma: image.copy())
ex.slip(
    "the faces are black: the Gaussian gives floats from 0 to 1, and in a uint8 picture 0 is left of them. "
    "merge_blurry_face converts.",
    lambda image, boxes, sigma: by_slices(lambda face: face, image, boxes, sigma),
)
ex.slip(
    "the whole picture is blurred: only the faces should be.",
    lambda image, boxes, sigma: util.img_as_ubyte(filters.gaussian(image, sigma, channel_axis=-1)),
)
ex.slip(
    "the colours were mixed: say channel_axis=-1 to the Gaussian.",
    each_face(lambda face, sigma, *_: ndimage.gaussian_filter(util.img_as_float(face), sigma, mode="nearest")),
)


@ex.slip("blurred with what lies around: cut the face out first, then blur it.")
def blurred_whole_then_cut(image, boxes, sigma):
    blurred = filters.gaussian(image, sigma, channel_axis=-1)
    return each_face(lambda face, sigma, image, one: feature.get_face_rectangle(blurred, one))(image, boxes, sigma)


for fixed in (1, 2, 3, 5, 8):
    ex.slip(
        "another sigma: use the one that was given.",
        lambda image, boxes, sigma, fixed=fixed: hide_faces(image, boxes, fixed),
    )
FLOATS = (
    "this picture holds floats from 0 to 1, and here the faces are 255 times as bright: only integers need the factor."
)
ex.slip(FLOATS, lambda image, boxes, sigma: by_slices(lambda face: face * 255, image, boxes, sigma))
ex.slip(FLOATS, lambda image, boxes, sigma: by_slices(lambda face: np.rint(face * 255), image, boxes, sigma))
ex.slip(
    "each face was blurred twice.",
    lambda image, boxes, sigma: hide_faces(hide_faces(image, boxes, sigma), boxes, sigma),
)
ex.slip(
    "the faces are painted over. That is the safe way; asked is a blur here.",
    each_face(lambda face, *_: np.zeros_like(face)),
)

ex.wrong("from 0 to 1", lambda image, boxes, sigma: filters.gaussian(image, sigma, channel_axis=-1))
ex.wrong("from 0 to 1", lambda image, boxes, sigma: util.img_as_float(hide_faces(image, boxes, sigma)))
ex.wrong("differ", lambda image, boxes, sigma: feature.pixelate_faces(image, boxes, 4))
ex.wrong(
    "this is one number: there is nothing to go through",
    lambda image, boxes, sigma: hide_faces(image, boxes or 1, sigma),
)
ex.wrong("returned nothing", lambda image, boxes, sigma: hide_faces(image, boxes, sigma) if boxes else None)
ex.wrong("shape", lambda image, boxes, sigma: feature.get_face_rectangle(image, (boxes or [a_box(0, 0, 5, 5)])[0]))


@ex.wrong("changed the picture")
def in_place(image, boxes, sigma):
    image[:] = hide_faces(image, boxes, sigma)
    return image
