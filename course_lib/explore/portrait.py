"""The damaged portrait: the explorer of the whole restoration, and its parts."""

import functools

import numpy as np

from .. import data
from ..feature.align import turning
from ..metrics import peak_signal_noise_ratio, structural_similarity
from ..morphology import dilation, disk
from ..restoration import denoise_bilateral, denoise_nl_means, denoise_tv_chambolle, inpaint_biharmonic
from ..transform import rotate
from ..util import img_as_float
from .boxes import AGREE, FALSE, FOUND, detect, overlap
from .engine import explorer
from .panes import marked

TURN = 20  # degrees, counter-clockwise, that set the portrait upright; the mask fits the picture then
MARGIN, SIDE = 96, 512  # the portrait within the upright picture
FACE = {"r": 64, "c": 172, "width": 103, "height": 103}  # in the upright portrait
ORDERS = ("denoise, then fill", "fill, then denoise")
DENOISERS = ("total variation", "bilateral", "non-local means")


def upright_frame(picture):
    """Cut the portrait out of the picture that is turned upright (704 x 704, or every second pixel of it).

    Examples
    --------
    >>> upright_frame(np.zeros((704, 704, 3))).shape, upright_frame(np.zeros((352, 352))).shape
    ((512, 512, 3), (256, 256))
    """
    margin, side = (length * len(picture) // 704 for length in (MARGIN, SIDE))
    return picture[margin : margin + side, margin : margin + side]


def denoised(picture, denoiser="total variation", strength=0.1):
    """Take noise off in one of three ways; the strength is the weight, sigma_color, or h and sigma."""
    if strength == 0:
        return picture
    if denoiser == "total variation":
        return denoise_tv_chambolle(picture, weight=strength, channel_axis=-1)
    if denoiser == "bilateral":
        return denoise_bilateral(picture, sigma_color=strength, sigma_spatial=2, mode="edge", channel_axis=-1)
    return denoise_nl_means(picture, 5, 6, h=strength, sigma=strength, channel_axis=-1)


def restore(damaged, mask, angle=TURN, order=ORDERS[0], wider=0, denoiser="total variation", strength=0.1):
    """Turn a damaged picture upright, take noise off and fill what is missing, in one of two orders.

    Parameters
    ----------
    damaged : (rows, cols, 3) array
    mask : (rows, cols) array of bool
        The missing pixels, over the picture that was turned by `TURN`.
    angle : float
        Degrees, counter-clockwise.
    order : one of ORDERS
    wider : int
        Pixels by which the mask is widened.
    denoiser, strength
        See `denoised`.
    """
    upright = rotate(img_as_float(damaged), angle)
    missing = rotate(mask.astype(float), angle - TURN) > 0.5 if angle != TURN else mask
    missing = dilation(missing, disk(wider)) if wider else missing
    steps = [lambda picture: denoised(picture, denoiser, strength)]
    if missing.any() and not missing.all():
        steps.append(lambda picture: inpaint_biharmonic(picture, missing, channel_axis=-1))
    for step in steps if order == ORDERS[0] else steps[::-1]:
        upright = step(upright)
    return np.clip(upright, 0, 1)


def her_face(angle, side=SIDE):
    """Return the box of the face in the restored portrait, where it was turned by `angle`."""
    middle = np.array([FACE["r"], FACE["c"]]) + FACE["width"] / 2 - SIDE / 2
    row, col = turning(angle - TURN) @ middle + SIDE / 2 - FACE["width"] / 2
    return {name: value * side / SIDE for name, value in (FACE | {"r": row, "c": col}).items()}


@functools.cache
def _course_portrait(every):
    return tuple(
        picture[::every, ::every] for picture in (data.load("damaged"), data.load("damaged_mask"), data.astronaut())
    )


def _known(image):
    """Return the mask and the original of the course's damaged portrait; None for any other picture."""
    for every in (1, 2):
        damaged, mask, original = _course_portrait(every)
        if np.array_equal(image, damaged):
            return mask, img_as_float(original)
    return None


def portrait_view(image, angle=TURN, order=ORDERS[0], wider=0, denoiser="total variation", strength=0.1):
    """Restore the damaged portrait: angle, order, width of the mask, denoiser and its strength."""
    known = _known(image)
    mask, original = known or (np.zeros(image.shape[:2], bool), None)
    fewer = 2 if len(image) == 352 and known else 1  # a preview: the mask has half as many pixels
    result = restore(image, mask, angle, order, round(wider / fewer), denoiser, strength)
    framed = upright_frame(result) if known else result
    faces = detect(framed, min_size=max(min(framed.shape[:2]) // 10, 1), max_size=min(framed.shape[:2]))
    shown, hers = framed, her_face(angle, len(framed))
    for box in faces:
        color = FALSE if known and overlap(box, hers) < AGREE else FOUND
        shown = marked(shown, box["r"], box["c"], box["height"], box["width"], color)
    panes = {"as it came": image, "restored": shown}
    told = f"Boxes by the face detector: <b>{len(faces)}</b>{' (green her face, orange none)' if known else ''}."
    if original is None:
        return panes | {
            "text": f"{told} There is no mask and no original of this picture: nothing is filled or scored."
        }
    return panes | {
        "what is wrong (grey is 0)": np.clip(0.5 + framed - original, 0, 1),
        "text": f"{scores(original, framed)} against the original. {told}",
    }


def scores(original, restored):
    """Return PSNR and SSIM of a restored picture, in words."""
    psnr = peak_signal_noise_ratio(original, restored, data_range=1)
    ssim = structural_similarity(original, restored, data_range=1, channel_axis=-1)
    return f"PSNR <b>{psnr:.2f} dB</b>, SSIM <b>{ssim:.3f}</b>"


def _portrait_code(image, angle, order, wider, denoiser, strength):
    settings = f"mask, {angle}, {order!r}, {wider}, {denoiser!r}, {strength:.2f}"
    if _known(image) is None:
        return (
            "from course_lib.explore.portrait import restore\n"
            f"mask = np.zeros(image.shape[:2], bool)\nrestore(image, {settings})"
        )
    return (
        "from course_lib.explore.portrait import restore, upright_frame\n"
        f"mask = data.load('damaged_mask')\nrestored = restore(data.load('damaged'), {settings})\n"
        "upright_frame(restored)"
    )


portrait = explorer(
    portrait_view,
    code=_portrait_code,
    reads=restore,
    sample=lambda: data.load("damaged"),
    takes="colour",
    preview=0.5,
    idle={
        "order": lambda image, strength, **_: strength == 0 or _known(image) is None,
        "wider": lambda image, **_: _known(image) is None,
        "denoiser": lambda strength, **_: strength == 0,
    },
    angle=(0, 40, 1),
    order=list(ORDERS),
    wider=(0, 4, 1),
    denoiser=list(DENOISERS),
    strength=(0.0, 0.2, 0.01),
)
