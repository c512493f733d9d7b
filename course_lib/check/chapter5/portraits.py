"""The damaged portraits of a project: the course's own, and another picture that was damaged in the same way."""

import functools
from typing import NamedTuple

import numpy as np

from ... import data
from ...explore.portrait import MARGIN, SIDE, TURN, upright_frame
from ...metrics import peak_signal_noise_ratio, structural_similarity
from ...restoration import denoise_tv_chambolle, inpaint_biharmonic
from ...transform import rotate
from ...util import img_as_float

OTHER_TURN = -13  # degrees, counter-clockwise, that set the other picture upright


class Portrait(NamedTuple):
    """A damaged portrait: what learners get, and the truth."""

    damaged: np.ndarray
    mask: np.ndarray  # of the strokes, over the picture as it came
    angle: float  # degrees, counter-clockwise, that set it upright
    original: np.ndarray
    strokes: np.ndarray  # the same mask, over the picture that was turned upright


def damage(clean, strokes, seed, angle=TURN):
    """Return a picture damaged as the course's portrait was: strokes, noise, a white margin, turned, 8 bits.

    `strokes` lie over the picture before it was turned, as `damaged_mask` does.
    """
    rng = np.random.default_rng(seed)
    picture = np.ones((*strokes.shape, 3))
    picture[MARGIN : MARGIN + SIDE, MARGIN : MARGIN + SIDE] = clean
    picture[strokes] = 0
    noisy = np.clip(picture + rng.normal(0, 0.08, picture.shape), 0, 1)
    noisy[strokes] = 0
    return np.rint(np.clip(rotate(noisy, -angle, cval=1), 0, 1) * 255).astype(np.uint8)


def turned(strokes, angle):
    """Return a mask, turned; pixels that are half in it belong to it."""
    return rotate(strokes.astype(float), angle) > 0.5


@functools.cache
def portraits():
    """Return the course's portrait, and another picture, damaged in the same way and turned the other way."""
    strokes = data.load("damaged_mask")
    other = np.ascontiguousarray(img_as_float(data.load("group"))[-SIDE:, : -SIDE - 1 : -1])
    mirrored = np.ascontiguousarray(strokes[:, ::-1])
    return (
        Portrait(data.load("damaged"), turned(strokes, -TURN), TURN, img_as_float(data.astronaut()), strokes),
        Portrait(damage(other, mirrored, 97, OTHER_TURN), turned(mirrored, -OTHER_TURN), OTHER_TURN, other, mirrored),
    )


def damaged_portrait():
    """Return what the task gives: the damaged portrait, its mask as it came, and the angle."""
    portrait = portraits()[0]
    return portrait.damaged.copy(), portrait.mask.copy(), portrait.angle


def as_first_tried(portrait):
    """Restore in the order of the lesson's first try: turn, denoise with weight 0.1, fill."""
    calm = denoise_tv_chambolle(rotate(portrait.damaged, portrait.angle), weight=0.1, channel_axis=-1)
    return np.clip(upright_frame(inpaint_biharmonic(calm, portrait.strokes, channel_axis=-1)), 0, 1)


def score(original, restored):
    """Return PSNR and SSIM."""
    return decibels(original, restored), float(structural_similarity(original, restored, data_range=1, channel_axis=-1))


def decibels(original, restored):
    if not np.any(original != restored):
        return np.inf
    return float(peak_signal_noise_ratio(original, restored, data_range=1))
