"""The explorer of the median: it and the Gaussian against two kinds of noise."""

import numpy as np

from .. import data, filters, plainly
from ..metrics import peak_signal_noise_ratio
from ..morphology import disk
from ..util import img_as_float, random_noise
from .engine import explorer

NOISES = {"salt and pepper": "s&p", "Gaussian": "gaussian"}


def noise_filters_view(image, noise="salt and pepper", amount=0.1, radius=1):
    """Set the median against the Gaussian: two kinds of noise, one number for the radius and for sigma."""
    clean = img_as_float(image)
    strength = {"amount": amount} if noise == "salt and pepper" else {"var": amount**2}
    noisy = random_noise(image, NOISES[noise], rng=0, **strength)
    results = {
        "noisy": noisy,
        "Gaussian": filters.gaussian(noisy, radius),
        "median": filters.median(noisy, disk(radius)),
    }
    figures = (
        f"{name} <b>{peak_signal_noise_ratio(clean, result, data_range=1):.1f} dB</b>"
        if not np.array_equal(clean, result)
        else f"{name}: not one pixel differs"
        for name, result in results.items()
    )
    return {**results, "text": f"How near to the clean picture (more is nearer): {', '.join(figures)}."}


def _noise_filters_code(noise, amount, radius):
    strength = f"amount={amount:.2f}" if noise == "salt and pepper" else f"var={amount:.2f}**2"
    return (
        f"noisy = util.random_noise(image, {NOISES[noise]!r}, rng=0, {strength})\n"
        f"median(noisy, disk({radius})), gaussian(noisy, sigma={radius})"
    )


noise_filters = explorer(
    noise_filters_view,
    code=_noise_filters_code,
    reads=plainly.median,
    sample=data.camera,
    takes="grey",
    side=256,
    noise=list(NOISES),
    amount=(0.0, 0.5, 0.01),
    radius=(1, 5, 1),
    still={"amount": 0.02},  # the chapter asks from which amount on the median fails
)
