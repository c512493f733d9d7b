"""5.18: the damaged portrait, restored, and scored against the original."""

import functools

import numpy as np

from ... import data, filters, morphology, restoration, transform, util
from ...explore.portrait import MARGIN, SIDE, upright_frame
from ...explore.portrait import restore as restore_with
from ..answers import Wrong, as_array, call
from ..exercise import exercise
from ..later import skimage
from .portrait_faults import BESIDE, CUT, NOISE, PLAIN, SMOOTH, what_is_wrong
from .portraits import as_first_tried, portraits, score, scores_of

GOAL_PSNR, GOAL_SSIM = 26.5, 0.73  # on the course's own portrait
MORE = 2.0  # dB above the lesson's first try, on the other picture
TOO_GOOD = 38.0  # dB: more than anybody can know from these damaged pictures

ex = exercise(
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

TAKEN = "is more than the damaged picture can tell anybody: the original is in there. Of your own old photograph there is no original. Work from what came in."


@functools.cache
def known_scores():
    """Return the scores of the lesson's first try and of the solution, on both pictures."""
    return list(zip(scores_of(as_first_tried), scores_of(restore), strict=True))


@ex.judge
def judge(answer):
    (tried, ours), (other_tried, _) = known_scores()
    damaged, mask, original = portraits()[0]
    given, (psnr, ssim) = scored(answer, damaged, mask, original)
    told = (
        f"PSNR {psnr:.2f} dB, SSIM {ssim:.3f} (the lesson's first try: {tried[0]:.2f} dB, {tried[1]:.3f}; "
        f"this course's own: {ours[0]:.2f} dB, {ours[1]:.3f})"
    )
    if psnr < GOAL_PSNR or ssim < GOAL_SSIM:
        complain(f"{told}; asked for are {GOAL_PSNR} dB and {GOAL_SSIM}", given, damaged, mask, original)
    judge_other(answer, other_tried[0] + MORE)
    better = " You are above ours: what did you do?" if psnr > ours[0] and ssim > ours[1] else ""
    return f"{told}.{better} Your portrait is"


def judge_other(answer, goal):
    damaged, mask, original = portraits()[1]
    given, (psnr, _) = scored(answer, damaged, mask, original)
    if psnr < goal:
        told = f"good on the course's portrait, but on another picture PSNR {psnr:.2f} dB of {goal:.1f}"
        complain(told, given, damaged, mask, original)


def scored(answer, damaged, mask, original):
    given = picture_of(call(answer, damaged, mask))
    psnr, ssim = score(original, given)
    if psnr > TOO_GOOD:
        raise Wrong(f"PSNR {psnr:.0f} dB {TAKEN}")
    return given, (psnr, ssim)


def picture_of(given):
    given = as_array(given)
    if given.shape[:2] == (SIDE + 2 * MARGIN,) * 2:
        raise Wrong(f"this is the whole picture with its margin: cut out the portrait, {CUT.removeprefix('cut out ')}.")
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


def complain(told, given, damaged, mask, original):
    raise Wrong(f"{told}: {what_is_wrong(given, mask, original)}", input=damaged, expected=original, yours=given)


@ex.right
def restore(damaged, mask):
    upright = transform.rotate(damaged, 20)
    wide = morphology.dilation(mask, morphology.disk(2))  # turning has darkened the rim of the strokes
    filled = restoration.inpaint_biharmonic(upright, wide, channel_axis=-1)[96:608, 96:608]
    calm = restoration.denoise_nl_means(filled, 5, 6, h=0.04, sigma=0.045, channel_axis=-1)
    return np.clip(filters.unsharp_mask(calm, 1, 0.5, channel_axis=-1), 0, 1)


@ex.right
def by_skimage(damaged, mask):
    upright = skimage.transform.rotate(damaged, 20)
    wide = skimage.morphology.dilation(mask, skimage.morphology.disk(2))
    filled = skimage.restoration.inpaint_biharmonic(upright, wide, channel_axis=-1)
    return skimage.restoration.denoise_tv_chambolle(filled, weight=0.04, channel_axis=-1)[96:608, 96:608]


def explored(**how):
    """Return what explore.portrait makes with its controls set so."""
    return lambda damaged, mask: upright_frame(restore_with(damaged, mask, **how))


FILL_FIRST = "fill, then denoise"
ex.right(explored(order=FILL_FIRST, wider=2, denoiser="bilateral", strength=0.12))
ex.right(explored(wider=2, denoiser="non-local means", strength=0.04))

ex.slip(PLAIN, lambda damaged, mask: np.full((512, 512, 3), 0.5))
ex.slip(BESIDE, explored(angle=-20))
ex.slip(BESIDE, explored(angle=19))
ex.slip(NOISE, explored(order=FILL_FIRST, wider=2, strength=0))
ex.slip(SMOOTH, explored(order=FILL_FIRST, wider=2))
ex.slip(TAKEN, lambda damaged, mask: util.img_as_float(data.astronaut()))

ex.wrong("rim", as_first_tried)
ex.wrong("cut out the portrait", lambda damaged, mask: restore_with(damaged, mask))
ex.wrong("(rows: 1, columns: 0)", lambda damaged, mask: np.roll(restore(damaged, mask), 1, axis=0))
ex.wrong("(rows: 0, columns: 2)", lambda damaged, mask: np.roll(restore(damaged, mask), -2, axis=1))
ex.wrong("strokes are still there", lambda damaged, mask: explored(strength=0.03)(damaged, mask & False))


@ex.wrong("strokes are still there")
def filled_as_it_lay(damaged, mask):
    """Fill before turning, with a mask that fits the upright picture."""
    filled = restoration.inpaint_biharmonic(util.img_as_float(damaged), mask, channel_axis=-1)
    calm = restoration.denoise_tv_chambolle(filled, weight=0.03, channel_axis=-1)
    return upright_frame(transform.rotate(calm, 20))


@ex.wrong("but on another picture")
def half_of_the_original(damaged, mask):
    return 0.5 * as_first_tried(damaged, mask) + 0.5 * util.img_as_float(data.astronaut())


ex.wrong("floats from 0 to 1", lambda damaged, mask: util.img_as_ubyte(restore(damaged, mask)))
ex.wrong("expected values from 0 to 1", lambda damaged, mask: restore(damaged, mask) * 255)
ex.wrong("should have the shape", lambda damaged, mask: restore(damaged, mask)[..., 0])
ex.wrong("finite", lambda damaged, mask: np.full((512, 512, 3), np.nan))
