"""What the explorers of the four denoisers have in common: noise is added, taken off, and measured."""

import numpy as np

from ..metrics import structural_similarity
from ..util import img_as_float, random_noise
from .measured import decibels, scores
from .panes import BLUE, ORANGE, Chart, Curve

NOISE = (0.0, 0.3, 0.01, 0.1)
NOISY = "noisy = util.random_noise(image, var={noise:.2f}**2, rng=0)\n"
NO_TRUTH = "No noise was added, so there is no truth to measure by. Look at the grain, and at the edges."
MEASURED_SIDE = 256  # pixels: of larger pictures the measures for many values come from the middle


def denoiser_view(denoise, over="", values=()):
    """Return a view: a picture, the same with Gaussian noise, without it again, what was taken off, and both measures.

    Without noise there are no measures: what the denoiser takes off then is the picture's own grain, or the picture.
    With `curves` both are drawn for many values of the parameter `over`.
    """

    def show(image, noise, curves=False, **parameters):
        clean = img_as_float(image)
        noisy = random_noise(clean, var=noise**2, rng=0)
        result = denoise(noisy, channel_axis=-1, **parameters)
        panes = {
            "picture": clean,
            "noisy": noisy,
            "denoised": np.clip(result, 0, 1),
            "what was taken off (grey is 0)": np.clip(noisy - result + 0.5, 0, 1),
        }
        if not noise:
            return panes | {"text": NO_TRUTH}
        text = f"noisy: {scores(clean, noisy)}; denoised: <b>{scores(clean, result)}</b>"
        if curves:
            clean, noisy = middle(clean), middle(noisy)
            tried = [denoise(noisy, channel_axis=-1, **parameters | {over: value}) for value in values]
            panes[f"measures over {over}"], best = measures(clean, tried, over, values, parameters[over])
            text += best
        return panes | {"text": text}

    return show


def middle(image):
    """Return the middle of a picture, at most 256 rows and columns of it."""
    top, left = (max(length - MEASURED_SIDE, 0) // 2 for length in image.shape[:2])
    return image[top : top + MEASURED_SIDE, left : left + MEASURED_SIDE]


def measures(clean, tried, over, values, now):
    """Return PSNR and SSIM of some results as curves, each from its least to its largest, and the best in words."""
    found = {
        "PSNR": [decibels(clean, result) for result in tried],
        "SSIM": [structural_similarity(clean, result, channel_axis=-1, data_range=1) for result in tried],
    }
    curves, best = [], []
    for color, (name, measured) in zip((BLUE, ORANGE), found.items(), strict=True):
        lowest, highest = min(measured), max(measured)
        height = (np.array(measured) - lowest) / max(highest - lowest, 1e-9)
        curves.append(Curve(np.array(values), 0.05 + 0.7 * height, color, label=name))
        best.append(f"{values[int(np.argmax(measured))]:.2f} by {name}")
    chart = Chart(tuple(curves), {"now": now}, over, (0, values[-1]), 1.0)
    return chart, f". Best of the values tried: {', '.join(best)}."
