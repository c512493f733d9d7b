"""Explorers for holes, for kinds of noise, and for the numbers that measure damage."""

import numpy as np

from .. import data
from ..filters import gaussian
from ..metrics import mean_squared_error, peak_signal_noise_ratio, structural_similarity
from ..restoration import inpaint_biharmonic
from ..util import img_as_float, random_noise
from .engine import explorer
from .painting import PAINTED, PaintingExplorer, pad_for, painted_mask
from .panes import BLUE, ORANGE, Chart, Curve

HOLES = ("square", "line", "dust", "text")
KINDS = ("gaussian", "poisson", "salt", "pepper", "s&p", "speckle")
NOTHING_PAINTED = "Nothing is missing yet. <b>Paint on the picture</b>: what you paint over is missing."
DAMAGES = ("noise", "brighter", "blur", "dust", "shift")


def wall():
    """Return a part of the Great Wall, small enough for slow algorithms."""
    return data.load("landscape")[150:350, 200:456]


def fruit():
    """Return a part of the grapefruits: large plain areas and sharp edges."""
    return data.load("grapefruit")[100:300, 130:386]


def hole_mask(shape, hole="square", row=0.5, col=0.5, size=0.15):
    """Return a mask of missing pixels; the place and the size are shares of the picture."""
    rows, cols = shape
    side = max(int(size * min(shape)), 1)
    top, left = int(row * (rows - side)), int(col * (cols - side))
    mask = np.zeros(shape, bool)
    if hole == "square":
        mask[top : top + side, left : left + side] = True
    elif hole == "line":
        width = max(side // 8, 1)
        mask[int(row * (rows - width)) :][:width] = True
    elif hole == "dust":
        mask = np.random.default_rng(0).random(shape) < size
    else:
        ink = data.load("page_ink")
        down, right = np.arange(rows) + int(row * 200), np.arange(cols) + int(col * 200)
        mask = ink[down % ink.shape[0]][:, right % ink.shape[1]]
    mask[0, 0] = False  # at least one pixel is known
    return mask


def inpaint_view(image, hole="square", row=0.5, col=0.5, size=0.15, painted=()):
    """Choose or paint what is missing of a picture, and fill it from the pixels around."""
    clean = img_as_float(image)
    shape = image.shape[:2]
    mask = painted_mask(shape, painted) if hole == PAINTED else hole_mask(shape, hole, row, col, size)
    if mask.all():
        raise ValueError("all of the picture is painted over, and nothing is left to fill it from: clear a part")
    if not mask.any():
        return {"damaged (missing in white)": clean, "mask": mask, "restored": clean, "text": NOTHING_PAINTED}
    damaged = np.where(mask[..., None], 1.0, clean)
    restored = inpaint_biharmonic(damaged, mask, channel_axis=-1)
    inside = peak_signal_noise_ratio(clean[mask], restored[mask], data_range=1)
    return {
        "damaged (missing in white)": damaged,
        "mask": mask,
        "restored": restored,
        "text": f"Missing: <b>{mask.mean():.1%}</b> of the pixels. PSNR of what was filled in: <b>{inside:.1f} dB</b>.",
    }


def _inpaint_code(hole, row, col, size, painted):
    if hole == PAINTED:
        mask = (
            "from course_lib.explore.painting import painted_mask\n"
            f"mask = painted_mask(image.shape[:2], {painted})  # [radius, [row, col], ...] of each stroke"
        )
    else:
        mask = (
            "from course_lib.explore.restoring import hole_mask\n"
            f"mask = hole_mask(image.shape[:2], {hole!r}, {row:.2f}, {col:.2f}, {size:.2f})"
        )
    return mask + "\nrestoration.inpaint_biharmonic(image, mask, channel_axis=-1)"


inpaint = explorer(
    inpaint_view,
    code=_inpaint_code,
    binding=PaintingExplorer,
    sample=wall,
    takes="colour",
    preview=0.5,
    idle={
        "row": lambda hole, **_: hole == "dust",
        "col": lambda hole, **_: hole in ("dust", "line"),
        "size": lambda hole, **_: hole == "text",
    },
    hole=[*HOLES, PAINTED],
    row=(0.0, 1.0, 0.01),
    col=(0.0, 1.0, 0.01),
    size=(0.02, 0.4, 0.01),
    painted=pad_for,
)


def noise_call(image, kind="gaussian", strength=0.1):
    """Return the picture with noise of one kind; the same noise each time."""
    return random_noise(image, mode=kind, rng=0, **_noise_parameters(kind, strength))


def _noise_parameters(kind, strength):
    if kind in ("gaussian", "speckle"):
        return {"var": strength**2}
    return {} if kind == "poisson" else {"amount": strength}


def noise_code(kind, strength):
    """Return the line that adds this noise."""
    extra = {
        "gaussian": f", var={strength:.2f}**2",
        "speckle": f", var={strength:.2f}**2",
        "poisson": "",
    }.get(kind, f", amount={strength:.2f}")
    return f"util.random_noise(image, mode={kind!r}, rng=0{extra})"


def noise_kinds_view(image, kind="gaussian", strength=0.1):
    """Choose a kind of noise and its strength, and see its histogram."""
    clean = img_as_float(image)
    noisy = noise_call(image, kind, strength)
    change = noisy - clean
    edges = np.linspace(-1.01, 1.01, 102)
    counts = np.histogram(change[change != 0], edges)[0]
    return {
        "with noise": noisy,
        "the noise alone (grey is 0)": np.clip(change + 0.5, 0, 1),
        "values": Chart(
            tuple(
                Curve(np.linspace(0, 1, 64), np.histogram(values, 64, (0, 1))[0], color, label=label)
                for values, color, label in ((clean, BLUE, "clean"), (noisy, ORANGE, "with noise"))
            ),
            xlabel="value",
        ),
        "the noise, where it is not 0": Chart(
            (Curve((edges[1:] + edges[:-1]) / 2, counts, ORANGE, filled=True),), xlabel="change"
        ),
        "text": f"Changed: <b>{np.mean(change != 0):.1%}</b> of the values; standard deviation of the change "
        f"{change.std():.3f}. PSNR <b>{_psnr(clean, noisy)}</b>."
        + (" Poisson noise has no strength to choose." if kind == "poisson" else ""),
    }


def _psnr(clean, other):
    return "infinite" if np.array_equal(clean, other) else f"{decibels(clean, other):.2f} dB"


def decibels(clean, other):
    """Return the PSNR of two pictures from 0 to 1."""
    return peak_signal_noise_ratio(clean, other, data_range=1)


noise_kinds = explorer(
    noise_kinds_view,
    code=noise_code,
    sample=fruit,
    preview=0.5,
    idle={"strength": lambda kind, **_: kind == "poisson"},
    kind=list(KINDS),
    strength=(0.0, 0.5, 0.01, 0.1),
)


def damage(image, kind, strength):
    """Return a picture from 0 to 1 with one kind of damage."""
    return {
        "noise": lambda: random_noise(image, var=strength**2, rng=0),
        "brighter": lambda: np.clip(image + strength, 0, 1),
        "blur": lambda: gaussian(image, 20 * strength),
        "dust": lambda: random_noise(image, mode="s&p", amount=strength / 4, rng=0),
        "shift": lambda: np.roll(image, round(20 * strength), axis=1),
    }[kind]()


def _damage_code(kind, strength):
    damaged = {
        "noise": f"util.random_noise(image, var={strength:.2f}**2, rng=0)",
        "brighter": f"np.clip(image + {strength:.2f}, 0, 1)",
        "blur": f"filters.gaussian(image, {20 * strength:.1f})",
        "dust": f"util.random_noise(image, mode='s&p', amount={strength / 4:.4f}, rng=0)",
        "shift": f"np.roll(image, {round(20 * strength)}, axis=1)",
    }[kind]
    return f"metrics.peak_signal_noise_ratio(image, {damaged}, data_range=1)"


def quality_view(image, kind="noise", strength=0.1):
    """Damage a picture in one of five ways, and read three measures of the damage."""
    clean = img_as_float(image)
    other = damage(clean, kind, strength)
    similarity, surface = structural_similarity(clean, other, data_range=1, full=True)
    return {
        "original": clean,
        "damaged": other,
        "where the structure is kept (white)": np.clip(surface, 0, 1),
        "text": f"MSE <b>{mean_squared_error(clean, other):.4f}</b>, PSNR <b>{_psnr(clean, other)}</b>, "
        f"SSIM <b>{similarity:.3f}</b>.",
    }


quality = explorer(
    quality_view,
    code=_damage_code,
    sample=lambda: img_as_float(data.camera()[:256, 100:356]),
    takes="grey",
    preview=0.5,
    kind=list(DAMAGES),
    strength=(0.0, 0.3, 0.01, 0.1),
)
