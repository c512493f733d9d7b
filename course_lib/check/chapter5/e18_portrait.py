"""5.18: the damaged portrait, restored, and scored against the original."""

import numpy as np

from ... import data, filters, morphology, restoration, transform, util
from ...explore.portrait import MARGIN, SIDE
from ..answers import Wrong, as_array, call
from ..exercise import exercise
from ..later import skimage
from .portrait_faults import BESIDE, CUT, DARK, FRAME, NOISE, PLAIN, SMOOTH, what_is_wrong
from .portraits import as_first_tried, portraits, score

GOAL_PSNR, GOAL_SSIM = 26.5, 0.73  # on the course's own portrait
GOAL_OTHER = 27.5  # dB, on the other picture: 2 above the lesson's first try
TRIED = (22.86, 0.706)  # the lesson's first try, PSNR and SSIM; a test computes it again
OURS = (28.31, 0.780)  # the solution below
TOO_GOOD = 38.0  # dB: more than anybody can know from these damaged pictures

ex = exercise(
    "5.18",
    "Project: the damaged portrait",
    hints=(
        "Turn it, fill it, take the noise off, cut out the middle. The mask came over the picture as it came: in which "
        "of your steps does it still fit? Look at the picture after each step.",
        "Either fill before you turn, or turn the mask as well: as floats, and then ask which pixels are more than a "
        "half. Turning has blurred the rim of the strokes: widen the mask by 2 pixels with a dilation.",
        "missing = transform.rotate(mask.astype(float), angle) > 0.5. A weight of 0.1 is too strong for this noise: try "
        "0.03. Then try non-local means, with h and sigma near 0.04.",
    ),
    cases=lambda: [first_portrait()],  # what look shows
    right="restored, and better than the lesson's first try.",
)

TAKEN = "is more than the damaged picture can tell anybody: the original is in there. Of your own old photograph there is no original. Work from what came in."


def first_portrait():
    """Return what the function gets for the portrait of the text."""
    portrait = portraits()[0]
    return portrait.damaged, portrait.mask, portrait.angle


@ex.judge
def judge(answer):
    portrait = portraits()[0]
    given, (psnr, ssim) = scored(answer, portrait)
    told = (
        f"PSNR {psnr:.2f} dB, SSIM {ssim:.3f} (the lesson's first try: {TRIED[0]:.2f} dB, {TRIED[1]:.3f}; "
        f"this course's own: {OURS[0]:.2f} dB, {OURS[1]:.3f})"
    )
    if psnr < GOAL_PSNR or ssim < GOAL_SSIM:
        complain(f"{told}; asked for are {GOAL_PSNR} dB and {GOAL_SSIM}", given, portrait)
    judge_other(answer)
    better = " You are above ours: what did you do?" if psnr > OURS[0] + 0.01 and ssim > OURS[1] + 0.001 else ""
    return f"{told}.{better} Your portrait is"


def judge_other(answer):
    other = portraits()[1]
    given, (psnr, _) = scored(answer, other)
    if psnr < GOAL_OTHER:
        told = f"good on the course's portrait, but on another picture PSNR {psnr:.2f} dB of {GOAL_OTHER:.1f}"
        complain(told, given, other)


def scored(answer, portrait):
    given = picture_of(call(answer, portrait.damaged, portrait.mask, portrait.angle))
    psnr, ssim = score(portrait.original, given)
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


def complain(told, given, portrait):
    pictures = {"input": portrait.damaged, "expected": portrait.original, "yours": given}
    raise Wrong(f"{told}: {what_is_wrong(given, portrait)}", **pictures)


@ex.right
def restore(damaged, mask, angle):
    upright = transform.rotate(damaged, angle)
    missing = transform.rotate(mask.astype(float), angle) > 0.5  # the mask is turned as the picture is
    wide = morphology.dilation(missing, morphology.disk(2))  # turning has darkened the rim of the strokes
    filled = restoration.inpaint_biharmonic(upright, wide, channel_axis=-1)[96:608, 96:608]
    calm = restoration.denoise_nl_means(filled, 5, 6, h=0.04, sigma=0.045, channel_axis=-1)
    return np.clip(filters.unsharp_mask(calm, 1, 0.5, channel_axis=-1), 0, 1)


@ex.right
def filled_as_it_came(damaged, mask, angle):
    """Fill before turning: the mask fits the picture as it came."""
    wide = skimage.morphology.dilation(mask, skimage.morphology.disk(1))
    filled = skimage.restoration.inpaint_biharmonic(damaged, wide, channel_axis=-1)
    calm = skimage.restoration.denoise_tv_chambolle(filled, weight=0.035, channel_axis=-1)
    return skimage.transform.rotate(calm, angle)[96:608, 96:608]


def steps(wider=2, weight=0.03, turn=1, turn_mask=1, top=96, denoise=None, which=None, mean=False):
    """Return an answer of the usual steps, with total variation, one of them done in another way."""

    def answer(damaged, mask, angle):
        upright = transform.rotate(damaged, turn * angle)
        missing = transform.rotate((mask if which is None else which()).astype(float), turn_mask * angle) > 0.5
        wide = morphology.dilation(missing, morphology.disk(wider)) if wider else missing
        if mean:
            upright[wide] = upright.mean(axis=(0, 1))
        elif wide.any():
            upright = restoration.inpaint_biharmonic(upright, wide, channel_axis=-1)
        part = upright[top : top + 512, 96:608]
        calm = denoise(part) if denoise else restoration.denoise_tv_chambolle(part, weight=weight, channel_axis=-1)
        return np.clip(calm, 0, 1)

    return answer


def bilateral(part):
    return restoration.denoise_bilateral(part, sigma_color=0.12, sigma_spatial=2, mode="edge", channel_axis=-1)


ex.right(steps(denoise=bilateral))
ex.right(steps())

ex.slip(PLAIN, lambda damaged, mask, angle: np.full((512, 512, 3), 0.5))
ex.slip(BESIDE, steps(turn=-1))
ex.slip(BESIDE, steps(turn=0.95))
ex.slip(BESIDE, steps(top=110))
ex.slip(NOISE, steps(denoise=lambda part: part))
ex.slip(SMOOTH, steps(weight=0.1))
ex.slip(SMOOTH, steps(denoise=lambda part: filters.gaussian(part, 2, channel_axis=-1)))
ex.slip(TAKEN, lambda damaged, mask, angle: util.img_as_float(data.astronaut()))
ex.slip(DARK, steps(wider=0))
ex.slip(DARK, lambda damaged, mask, angle: as_first_tried(portraits()[0]))
ex.slip(FRAME, steps(turn_mask=0))
ex.slip(FRAME, steps(turn_mask=-1))
ex.slip(FRAME, steps(turn_mask=2))
ex.slip(FRAME, steps(which=lambda: np.zeros((704, 704))))

ex.wrong("it is too bright where the strokes were", steps(mean=True))
ex.wrong("turned a little", steps(turn=1.02))
ex.wrong("cut out the portrait", lambda damaged, mask, angle: transform.rotate(damaged, angle))
ex.wrong("(rows: 1, columns: 0)", steps(top=97))
ex.wrong("(rows: 3, columns: 0)", steps(top=93))
ex.wrong("(rows: 0, columns: 2)", lambda *case: np.roll(restore(*case), -2, axis=1))
ex.wrong("but on another picture", lambda damaged, mask, angle: restore(damaged, mask, 20))
ex.wrong("with the angle that was given", lambda damaged, mask, angle: restore(damaged, mask, 20))


@ex.wrong("is it the mask that was given?")
def as_in_the_lesson(damaged, mask, angle):
    """Take the mask of the lesson, which fits one portrait, and lies over the upright one."""
    upright = transform.rotate(damaged, angle)[96:608, 96:608]
    wide = morphology.dilation(data.load("damaged_mask")[96:608, 96:608], morphology.disk(2))
    filled = restoration.inpaint_biharmonic(upright, wide, channel_axis=-1)
    return np.clip(restoration.denoise_nl_means(filled, 5, 6, h=0.04, sigma=0.04, channel_axis=-1), 0, 1)


@ex.wrong("but on another picture")
def half_of_the_original(damaged, mask, angle):
    return 0.5 * as_first_tried(portraits()[0]) + 0.5 * util.img_as_float(data.astronaut())


ex.wrong("floats from 0 to 1", lambda *case: util.img_as_ubyte(restore(*case)))
ex.wrong("expected values from 0 to 1", lambda *case: restore(*case) * 255)
ex.wrong("should have the shape", lambda *case: restore(*case)[..., 0])
ex.wrong("finite", lambda *case: np.full((512, 512, 3), np.nan))
