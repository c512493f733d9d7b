"""Chapter 5, exercise 5.18, the project: a portrait restored, scored against the original."""

import functools

import numpy as np

from .. import data
from ..explore.portrait import MARGIN, SIDE, TURN, restore, upright_frame
from ..filters import unsharp_mask
from ..metrics import peak_signal_noise_ratio, structural_similarity
from ..morphology import dilation, disk
from ..restoration import denoise_nl_means, inpaint_biharmonic
from ..transform import rotate
from ..util import img_as_float
from .legacy import Wrong, as_array, call, exercise

GOAL_PSNR, GOAL_SSIM = 26.5, 0.73  # on the course's own portrait
MORE = 2.0  # dB above the notes' order, on the other picture
TOO_GOOD = 38.0  # dB: more than anybody can know from these damaged pictures


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


def reference(damaged, mask):
    """Restore as this course would: fill from a wider mask, ask patches that look alike, sharpen a little."""
    filled = inpaint_biharmonic(rotate(damaged, TURN), dilation(mask, disk(2)), channel_axis=-1)
    calm = denoise_nl_means(upright_frame(filled), 5, 6, h=0.04, sigma=0.045, channel_axis=-1)
    return np.clip(unsharp_mask(calm, 1, 0.5, channel_axis=-1), 0, 1)


def as_noted(damaged, mask):
    """Restore in the order of the notes: turn, denoise with weight 0.1, fill."""
    return upright_frame(restore(damaged, mask))


def score(original, restored):
    """Return PSNR and SSIM."""
    return (
        float(peak_signal_noise_ratio(original, restored, data_range=1)) if np.any(original != restored) else np.inf,
        float(structural_similarity(original, restored, data_range=1, channel_axis=-1)),
    )


@functools.cache
def known_scores():
    """Return the scores of the notes' order and of the reference on both pictures."""
    return [
        (score(original, as_noted(damaged, mask)), score(original, reference(damaged, mask)))
        for damaged, mask, original in portraits()
    ]


@exercise(
    "5.18",
    "Project: the damaged portrait",
    hints=(
        "Turn it, fill it, take the noise off, cut out the middle. Look at the picture after each step: what is left "
        "of the strokes, what is lost of the hair? explore.portrait() lets you try the orders.",
        "Turning has blurred the rim of the strokes, so pixels beside the mask are dark as well: widen the mask by 2 "
        "pixels with a dilation. And fill before you take the noise off.",
        "A weight of 0.1 is too strong for this noise: try 0.03. Then try non-local means, with h and sigma near 0.04.",
    ),
    right="restored, and better than the lesson's first try.",
)
def judge_portrait(answer):
    told = []
    for number, ((damaged, mask, original), (noted, ours)) in enumerate(zip(portraits(), known_scores(), strict=True)):
        given = _picture(call(answer, damaged, mask))
        psnr, ssim = score(original, given)
        pictures = {"input": damaged, "expected": original, "yours": given}
        if psnr > TOO_GOOD:
            raise Wrong(
                f"PSNR {psnr:.0f} dB is more than the damaged picture can tell anybody: the original is in there. "
                "Of your own old photograph there is no original. Work from what came in."
            )
        if number == 0:
            goal = GOAL_PSNR, GOAL_SSIM
            told = f"PSNR {psnr:.2f} dB, SSIM {ssim:.3f} (notes: {noted[0]:.2f} dB, {noted[1]:.3f}; this course's own: {ours[0]:.2f} dB, {ours[1]:.3f})"
            better = " You are above ours: what did you do?" if psnr > ours[0] and ssim > ours[1] else ""
        else:
            goal = noted[0] + MORE, 0.0
        if psnr < goal[0] or ssim < goal[1]:
            name = f"{told}; asked for are {GOAL_PSNR} dB and {GOAL_SSIM}" if number == 0 else _other(psnr, goal[0])
            raise Wrong(f"{name}: {_reason(damaged, mask, original, given)}", **pictures)
    return f"{told}.{better} Your portrait is"


def _other(psnr, goal):
    return f"good on the course's portrait, but on another picture PSNR {psnr:.2f} dB of {goal:.1f}"


def _picture(given):
    given = as_array(given)
    if given.shape[:2] == (SIDE + 2 * MARGIN,) * 2:
        raise Wrong(
            f"this is the whole picture with its margin: cut out the portrait, rows and columns {MARGIN} to "
            f"{MARGIN + SIDE}."
        )
    if given.shape != (SIDE, SIDE, 3):
        raise Wrong(f"the portrait should have the shape {(SIDE, SIDE, 3)}; yours has {given.shape}.")
    if given.dtype.kind != "f":
        raise Wrong(
            f"expected floats from 0 to 1, as the functions of restoration return them; yours are {given.dtype}."
        )
    if not np.isfinite(given).all():
        raise Wrong("some values are not finite: was something divided by 0?")
    if given.max() > 2 or given.min() < -1:
        raise Wrong(f"expected values from 0 to 1; yours go from {given.min():.3g} to {given.max():.3g}.")
    return given.clip(0, 1)


def _psnr(a, b):
    return float(peak_signal_noise_ratio(a, b, data_range=1))


def _contrast(picture):
    return float(np.abs(np.diff(picture, axis=1)).mean())


def _off(original, given, most=3):
    """Return the rows and columns by which a portrait lies beside the original, `most` at the most."""
    inner = np.s_[most:-most:2, most:-most:2]  # every second pixel will do
    moves = [(r, c) for r in range(-most, most + 1) for c in range(-most, most + 1)]
    return min(moves, key=lambda move: np.mean((np.roll(given, move, (0, 1)) - original)[inner] ** 2))


def _reason(damaged, mask, original, given):
    """Say what is most wrong with a restored portrait."""
    if not np.ptp(given) > 0.05:
        return "it is one plain colour."
    if _psnr(original, given) < 18:
        return (
            f"it does not lie over the original. The portrait came turned clockwise: rotate(damaged, {TURN}), and cut "
            f"out rows and columns {MARGIN} to {MARGIN + SIDE}. Does the mask lie over the strokes where you fill?"
        )
    down, right = _off(original, given)
    if (down, right) != (0, 0):
        return (
            f"it lies beside the original (rows: {abs(down)}, columns: {abs(right)}): turn by {TURN}, and cut out rows "
            f"and columns {MARGIN} to {MARGIN + SIDE}."
        )
    missing = upright_frame(mask)
    wide = upright_frame(dilation(mask, disk(2)))
    inside, outside = (_psnr(original[part], given[part]) for part in (missing, ~wide))
    if inside < min(8.5, outside - 6):
        return f"the strokes are still there ({inside:.1f} dB where they were, {outside:.1f} dB elsewhere)."
    if inside < outside - 12:
        return (
            f"dark where the strokes were ({inside:.1f} dB there, {outside:.1f} dB elsewhere): the filling goes on "
            "from the rim. Is the mask wide enough?"
        )
    calm = ~wide.any(axis=1)  # rows without strokes
    contrast = _contrast(given[calm]) / _contrast(original[calm])
    if contrast > 1.2:
        return "there is noise left."
    if contrast < 0.75:
        return "too smooth: hair and cloth went with the noise. Less strength, or another denoiser?"
    return "near. Measure other strengths, another denoiser, a wider mask."
