"""Total variation denoising, taken apart with the functions that the library calls."""

import itertools

import numpy as np

from .. import data, plainly
from ..explore.panes import BLUE, Chart, Curve
from ..metrics import peak_signal_noise_ratio
from ..restoration.tv import chambolle_steps, forward_differences, gradient_length
from ..util import img_as_float, random_noise
from .engine import step_through

ITERATIONS = 30


def total_variation_view(image, step=0, weight=0.15):
    """Step through total variation denoising: the energy falls, step by step."""
    clean = img_as_float(image)[:160, :160]
    noisy = random_noise(clean, var=0.01, rng=0)
    current, energies, quality = noisy, [], []
    for result, _ in itertools.islice(chambolle_steps(noisy, weight), step + 1):
        current = result.copy()
        variation, distance = _energy(current, noisy)
        energies.append(variation + distance / (2 * weight))
        quality.append(peak_signal_noise_ratio(clean, current, data_range=1) if np.any(clean != current) else np.inf)
    count = np.arange(len(energies))
    return {
        "picture": current,
        "energy": Chart((Curve(count, np.array(energies), BLUE),), {}, "step", (0, ITERATIONS), energies[0]),
        "contrast at each pixel": np.clip(
            3 * gradient_length(forward_differences(current.ravel(), current.shape[1])).reshape(current.shape), 0, 1
        ),
        "text": f"Step {step}: total variation {variation:.0f} + squared distance from the noisy picture / "
        f"(2 · {weight:.2f}) {distance / (2 * weight):.0f} = energy <b>{energies[-1]:.0f}</b>. "
        f"PSNR {quality[-1]:.2f} dB.",
    }


def _energy(current, noisy):
    """Return Σ |∇u| and Σ (u - f)²."""
    variation = gradient_length(forward_differences(current.ravel(), current.shape[1])).sum()
    return float(variation), float(((current - noisy) ** 2).sum())


total_variation = step_through(
    total_variation_view,
    code="noisy = util.random_noise(image, var=0.01, rng=0)\n"
    "restoration.denoise_tv_chambolle(noisy, weight={weight:.2f})",
    reads=plainly.total_variation_steps,
    sample=lambda: data.camera()[100:260, 150:310],
    takes="grey",
    step=(0, ITERATIONS, 1),
    weight=(0.05, 0.5, 0.05),
)
