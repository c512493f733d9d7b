"""The damaged portraits of a project: the course's own, and another picture that was damaged in the same way."""

import functools

import numpy as np

from ... import data
from ...explore.portrait import MARGIN, SIDE, TURN, restore, upright_frame
from ...metrics import peak_signal_noise_ratio, structural_similarity
from ...transform import rotate
from ...util import img_as_float


def damage(clean, mask, seed):
    """Return a picture damaged as the course's portrait was: strokes, noise, a white margin, turned, 8 bits.

    The mask lies over the picture before it was turned, as `damaged_mask` does.
    """
    rng = np.random.default_rng(seed)
    picture = np.ones((*mask.shape, 3))
    picture[MARGIN : MARGIN + SIDE, MARGIN : MARGIN + SIDE] = clean
    picture[mask] = 0
    noisy = np.clip(picture + rng.normal(0, 0.08, picture.shape), 0, 1)
    noisy[mask] = 0
    return np.rint(np.clip(rotate(noisy, -TURN, cval=1), 0, 1) * 255).astype(np.uint8)


@functools.cache
def portraits():
    """Return (damaged, mask, original) of the course's portrait, and of another picture, damaged in the same way."""
    mask = data.load("damaged_mask")
    other = np.ascontiguousarray(img_as_float(data.load("group"))[-SIDE:, : -SIDE - 1 : -1])
    turned = np.ascontiguousarray(mask[:, ::-1])
    return (
        (data.load("damaged"), mask, img_as_float(data.astronaut())),
        (damage(other, turned, 97), turned, other),
    )


def as_first_tried(damaged, mask):
    """Restore in the order of the lesson's first try: turn, denoise with weight 0.1, fill."""
    return upright_frame(restore(damaged, mask))


def score(original, restored):
    """Return PSNR and SSIM."""
    return decibels(original, restored), float(structural_similarity(original, restored, data_range=1, channel_axis=-1))


def decibels(original, restored):
    if not np.any(original != restored):
        return np.inf
    return float(peak_signal_noise_ratio(original, restored, data_range=1))


def scores_of(restoring):
    """Return the scores of a function that restores, on both pictures."""
    return [score(original, restoring(damaged, mask)) for damaged, mask, original in portraits()]
