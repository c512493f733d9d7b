"""The explorer of measures: five kinds of damage, and three numbers for each."""

import numpy as np

from .. import data
from ..filters import gaussian
from ..metrics import mean_squared_error, peak_signal_noise_ratio, structural_similarity
from ..util import img_as_float, random_noise
from .engine import explorer
from .measured import psnr_told

DAMAGES = ("noise", "brighter", "blur", "dust", "shift")


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
        "text": f"MSE <b>{mean_squared_error(clean, other):.4f}</b>, PSNR <b>{psnr_told(clean, other)}</b>, "
        f"SSIM <b>{similarity:.3f}</b>.",
    }


quality = explorer(
    quality_view,
    least=7,
    code=_damage_code,
    reads=(peak_signal_noise_ratio, mean_squared_error),
    sample=lambda: img_as_float(data.camera()[:256, 100:356]),
    takes="grey",
    preview=0.5,
    kind=list(DAMAGES),
    strength=(0.0, 0.3, 0.01, 0.1),
)
