"""What the explorers of the four denoisers have in common: noise is added, taken off, and measured."""

import numpy as np

from ..util import img_as_float, random_noise
from .measured import scores

NOISE = (0.0, 0.3, 0.01, 0.1)
NO_TRUTH = "No noise was added, so there is no truth to measure by. Look at the grain, and at the edges."


def denoiser_view(denoise):
    """Return a view: the picture with Gaussian noise, without it again, what was taken off, and both measures.

    Without noise there are no measures: what the denoiser takes off then is the picture's own grain, or the picture.
    """

    def show(image, noise, **parameters):
        clean = img_as_float(image)
        noisy = random_noise(clean, var=noise**2, rng=0)
        result = denoise(noisy, channel_axis=-1, **parameters)
        measured = f"noisy: {scores(clean, noisy)}; denoised: <b>{scores(clean, result)}</b>"
        return {
            "noisy": noisy,
            "denoised": np.clip(result, 0, 1),
            "what was taken off (grey is 0)": np.clip(noisy - result + 0.5, 0, 1),
            "text": measured if noise else NO_TRUTH,
        }

    return show


NOISY = "noisy = util.random_noise(image, var={noise:.2f}**2, rng=0)\n"
