"""The explorer of noise: its kinds, its strength, its histogram."""

import numpy as np

from ..util import img_as_float, random_noise
from .engine import explorer
from .measured import psnr_told
from .panes import BLUE, ORANGE, Chart, Curve
from .samples import fruit

KINDS = ("gaussian", "poisson", "salt", "pepper", "s&p", "speckle")


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
        f"{change.std():.3f}. PSNR <b>{psnr_told(clean, noisy)}</b>."
        + (" Poisson noise has no strength to choose." if kind == "poisson" else ""),
    }


noise_kinds = explorer(
    noise_kinds_view,
    code=noise_code,
    reads=random_noise,
    sample=fruit,
    preview=0.5,
    idle={"strength": lambda kind, **_: kind == "poisson"},
    kind=list(KINDS),
    strength=(0.0, 0.5, 0.01, 0.1),
)
