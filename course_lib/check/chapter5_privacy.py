"""Chapter 5, exercises 5.16 and 5.17: hiding every face, and recognising a hidden one."""

import numpy as np
from scipy import ndimage

from .. import data
from ..feature import blur_faces, get_face_rectangle, merge_blurry_face
from ..filters import gaussian
from ..util import img_as_float
from .chapter5_boxes import box
from .legacy import Wrong, as_array, call, compare, exercise
from .numbers import one_number
from .pictures import random_colour
from .several import close, judge_together


def _changed(image, boxes, sigma, only=slice(None)):
    return blur_faces(image, boxes[only], sigma)


def _mixed(image, boxes, sigma):
    """Blur over the channels as well."""
    for one in boxes:
        face = ndimage.gaussian_filter(img_as_float(get_face_rectangle(image, one)), sigma, mode="nearest")
        image = merge_blurry_face(image, face, one)
    return image


def _pasted(image, boxes, sigma):
    """Blur the whole picture, and take the faces from it."""
    blurred = gaussian(image, sigma, channel_axis=-1)
    for one in boxes:
        image = merge_blurry_face(image, get_face_rectangle(blurred, one), one)
    return image


HIDE = [
    (lambda: data.load("group")[::4, ::4], [box(43, 50, 28, 28), box(88, 15, 35, 36), box(90, 190, 35, 35)], 3),
    (lambda: random_colour(93, (40, 50)), [box(3, 2, 12, 15), box(20, 10, 14, 12), box(5, 30, 15, 13)], 2),
    (lambda: random_colour(94, (30, 20)) / 255, [box(2, 3, 11, 9)], 1.5),
    (lambda: random_colour(95, (30, 20)), [box(-4, -3, 12, 12), box(20, 12, 14, 13)], 2),
    (lambda: random_colour(96, (20, 20)), [], 2),
]


@exercise(
    "5.16",
    "Every face",
    hints=(
        "In the lesson's first loop, each turn starts again from group_image. What becomes of the face before?",
        "Start with result = image, and in the loop cut from result and merge into result.",
        "face = get_face_rectangle(result, box); blur it with channel_axis=-1; result = merge_blurry_face(result, ...).",
    ),
    right="every face is blurred, and where there is none, the picture stays as it was. To be safe, paint over.",
)
def judge_every_face(answer):
    for picture, boxes, sigma in HIDE:
        image = np.ascontiguousarray(picture())
        expected = blur_faces(image, boxes, sigma)
        everywhere = box(0, 0, image.shape[1], image.shape[0])
        mistakes = [
            (_changed(image, boxes, sigma, only=slice(-1, None)), "only the last face is blurred: in each turn, go on "
             "from the result of the turn before."),
            (_changed(image, boxes, sigma, only=slice(1)), "only the first face is blurred: does the loop go on?"),
            (image, "no face is blurred."),
            (_pasted(image, [everywhere], sigma), "the whole picture is blurred: only the faces should be."),
            (_mixed(image, boxes, sigma), "the colours were mixed: say channel_axis=-1 to the Gaussian."),
            (_pasted(image, boxes, sigma), "blurred with what lies around: cut the face out first, then blur it."),
            (_changed(image, boxes, 1.0), "another sigma: use the one that was given."),
        ]  # fmt: skip
        if image.dtype == np.uint8:  # a picture from 0 to 1 in place of 0 to 255
            mistakes.append((expected / 255, "expected values from 0 to 255 for a uint8 picture, as it came in."))
        given = as_array(call(answer, image, boxes, sigma, fresh=False))
        if image.dtype == np.uint8 and given.dtype.kind == "f" and given.shape == image.shape and given.max() <= 1:
            raise Wrong("these are values from 0 to 1; the picture came with 0 to 255: merge_blurry_face converts.")
        one_step = 1.01 if image.dtype == np.uint8 else 1e-6
        compare(given, expected, image, [(np.asarray(w), told) for w, told in mistakes], tolerance=one_step)


def distances(blurred, candidates, sigma):
    return [float(np.mean((gaussian(face, sigma) - blurred) ** 2)) for face in candidates]


LINEUPS = ((1, 0, 3.0), (2, 3, 5.0), (3, 4, 2.0), (4, 1, 5.0), (5, 3, 2.0))  # seed, number of the right one, sigma


def _other_strength(face, sigma):
    """Return a face that another blur than `sigma` makes like the hidden one: blurred already, or sharpened."""
    if sigma > 3:
        return gaussian(face, 0.75 * sigma)
    return np.clip(face + 1.5 * (face - gaussian(face, sigma)), 0, 1)


def lineup(seed, rightly, sigma):
    """Return a hidden face, and candidates: the one that is nearest before the blur is not the right one."""
    rng = np.random.default_rng(seed)
    people = [get_face_rectangle(data.load("group"), one) for one in data.faces("group")]
    faces = [face[:108:3, :108:3, 1] / 255 for face in people]
    faces = [faces[k] for k in rng.permutation(len(faces))][:5]
    hidden = gaussian(faces[rightly], sigma) + rng.normal(0, 0.004, faces[0].shape)
    decoy = np.clip(gaussian(faces[rightly], sigma) + 0.05, 0, 1)  # looks blurred, and is another brightness
    faces[(rightly + 2) % 5] = decoy
    faces[(rightly + 3) % 5] = faces[rightly][:, ::-1]  # the same mean and contrast
    faces[(rightly + 1) % 5] = _other_strength(faces[rightly], sigma)
    return hidden, faces


@exercise(
    "5.17",
    "Which of them is it?",
    hints=(
        "A sharp face and a blurred one differ everywhere. Make them comparable: what can you do to the candidate?",
        "Blur each candidate with the same sigma, and take the mean of the squared differences.",
        "np.argmin([np.mean((filters.gaussian(face, sigma) - blurred) ** 2) for face in candidates]).",
    ),
    right="nobody had to undo the blur: whoever has photographs to compare with repeats it. So it is with blocks; "
    "only paint leaves nothing to compare.",
)
def judge_who(answer):
    cases = [(*lineup(seed, rightly, sigma), sigma) for seed, rightly, sigma in LINEUPS]
    expected = [rightly for _, rightly, _ in LINEUPS]
    slips = [_choices(*case, rightly) for case, rightly in zip(cases, expected, strict=True)]
    sentences = (
        "this one is the least like it: take the smallest difference.",
        "sharp faces were compared with a blurred one: blur the candidates as well.",
        "the hidden face was blurred once more: blur the candidates instead.",
        "counted from 1: the first candidate is number 0.",
        "this is the difference; asked is the number of the candidate.",
        "a mirrored face is as bright and as contrasty: compare pixel by pixel.",
        "a mirrored face is as bright and as contrasty: compare pixel by pixel.",
        *["always the same blur: blur the candidates with the sigma that was given."] * len(FIXED),
    )
    given = [call(answer, *case) for case in cases]
    if any(np.ndim(one) == 2 for one in given):
        raise Wrong("this is a picture; asked is the number of the candidate, counted from 0.")
    given = [one_number(one) for one in given]

    def otherwise(case):
        return f"in line-up {case + 1} it is candidate {expected[case]}, counted from 0; you say {given[case]:g}."

    mistakes = list(zip(zip(*slips, strict=True), sentences, strict=True))
    judge_together(given, expected, mistakes, close, otherwise, alone=False)


FIXED = (1, 2, 3, 4, 5, 8)  # the blur of who ignores sigma


def _choices(hidden, faces, sigma, rightly):
    """Return whom typical slips choose."""
    measured = distances(hidden, faces, sigma)
    blurred = gaussian(hidden, sigma)
    return (
        int(np.argmax(measured)),
        int(np.argmin([np.mean((face - hidden) ** 2) for face in faces])),
        int(np.argmin([np.mean((face - blurred) ** 2) for face in faces])),
        rightly + 1,
        min(measured),
        int(np.argmin([abs(np.mean(gaussian(face, sigma) - hidden)) for face in faces])),
        int(np.argmin([abs(np.std(gaussian(face, sigma)) - np.std(hidden)) for face in faces])),
        *(int(np.argmin(distances(hidden, faces, fixed))) for fixed in FIXED),
    )
