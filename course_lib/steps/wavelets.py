"""Wavelet denoising, taken apart: the bands are split, shrunk and put back together."""

import numpy as np

from .. import data
from ..explore.panes import BLUE, Chart, Curve
from ..restoration import wavelet as denoising
from ..restoration.wavelet import bayes_threshold, noise_level, shrink
from ..restoration.wavelet_transform import decompose, reconstruct, wavelet_filter
from ..util import img_as_float, random_noise
from .engine import step_through

LEVELS = 3


def wavelet_view(image, step=0, wavelet="haar", mode="soft"):
    """Step through wavelet denoising: split three times, shrink the bands from fine to coarse, put together."""
    clean = _even(img_as_float(image))
    noisy = random_noise(clean, var=0.01, rng=0)
    low = wavelet_filter(wavelet)
    smooth, details = decompose(noisy, low, min(max(step, 1), LEVELS))
    sigma = noise_level(details[-1]["dd"])
    shrunk = max(step - LEVELS, 0)
    charted = details[max(len(details) - max(shrunk, 1), 0)]["ad"].copy()
    threshold = bayes_threshold(charted, sigma)
    for bands in details[::-1][:shrunk]:
        for name, band in bands.items():
            bands[name] = shrink(band, bayes_threshold(band, sigma), mode)
    current = reconstruct(smooth, details, low, clean.shape)
    return {
        # clipped: a value just below 0 would have the picture shown with mid-grey for 0
        "picture" if step in (0, 2 * LEVELS + 1) else "put together now": np.clip(current, 0, 1) if step else noisy,
        "bands": noisy if step == 0 else mosaic(smooth, details),
        "coefficients of a band": _coefficients(charted, threshold),
        "text": _wavelet_text(step, shrunk, sigma, threshold, clean, noisy, current),
    }


def _even(image):
    """Cut a picture so that it can be halved three times."""
    rows, cols = (min(n, 160) // 2**LEVELS * 2**LEVELS for n in image.shape)
    return image[:rows, :cols]


def mosaic(smooth, details):
    """Return the bands in one picture: the smooth rest top left, the details around it, grey for 0."""
    levels = len(details)
    picture = smooth / 2**levels
    for number, bands in enumerate(details):
        scale = 2 ** (levels - number - 1)
        parts = {name: np.clip(0.5 + band / scale, 0, 1) for name, band in bands.items()}
        rows, cols = bands["dd"].shape
        top = np.concatenate([_fitted(picture, rows, cols), parts["ad"]], axis=1)
        picture = np.concatenate([top, np.concatenate([parts["da"], parts["dd"]], axis=1)], axis=0)
    return np.clip(picture, 0, 1)


def _fitted(picture, rows, cols):
    """Longer filters give bands a few pixels larger than half: cut or fill."""
    cut = picture[:rows, :cols]
    return np.pad(cut, ((0, rows - cut.shape[0]), (0, cols - cut.shape[1])), constant_values=0.5)


def _coefficients(band, threshold):
    counts, edges = np.histogram(np.clip(band, -1, 1), 81, (-1, 1))
    marks = {f"-{threshold:.2f}": -min(threshold, 1.0), f"+{threshold:.2f}": min(threshold, 1.0)}
    return Chart((Curve((edges[1:] + edges[:-1]) / 2, counts, BLUE, filled=True),), marks, "coefficient", (-1, 1))


def _wavelet_text(step, shrunk, sigma, threshold, clean, noisy, current):
    if step == 0:
        return "The noisy picture, before the first split."
    if step <= LEVELS:
        return (
            f"Split {step} of {LEVELS}: a smooth picture of half the size, and its details down, across and diagonal. "
            f"The finest diagonal details tell the noise: sigma {sigma:.3f} (it is 0.100)."
        )
    if shrunk <= LEVELS:
        told = f"Level {shrunk} (1 is the finest) is shrunk; the threshold of the band shown is {threshold:.3f}. "
    else:
        told = "Put together again. "
    before, after = (10 * np.log10(1 / max(np.mean((clean - p) ** 2), 1e-12)) for p in (noisy, current))
    return f"{told}PSNR before {before:.2f} dB, now <b>{after:.2f} dB</b>."


wavelet = step_through(
    wavelet_view,
    least=8,
    code="noisy = util.random_noise(image, var=0.01, rng=0)\n"
    "restoration.denoise_wavelet(noisy, wavelet={wavelet!r}, mode={mode!r}, wavelet_levels=3)",
    reads=denoising._denoise_channel,
    stages=(None, *[decompose] * LEVELS, *[(bayes_threshold, shrink)] * LEVELS, reconstruct),
    sample=lambda: data.camera()[100:260, 150:310],
    takes="grey",
    step=(0, 2 * LEVELS + 1, 1),
    wavelet=["haar", "db2", "sym4"],
    mode=["soft", "hard"],
)
