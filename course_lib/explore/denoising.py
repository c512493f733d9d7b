"""Explorers for the four denoisers: add noise, take it off, and compare with the picture as it was."""

import numpy as np

from ..metrics import structural_similarity
from ..restoration import (
    denoise_bilateral,
    denoise_nl_means,
    denoise_tv_chambolle,
    denoise_wavelet,
    estimate_sigma,
)
from ..restoration.wavelet_transform import max_level, wavelet_filter
from ..util import img_as_float, random_noise
from .engine import explorer
from .restoring import KINDS, decibels, fruit, noise_call, noise_code, wall

NOISE = (0.0, 0.3, 0.01, 0.1)
NO_TRUTH = "No noise was added, so there is no truth to measure by. Look at the grain, and at the edges."
WAVELETS = ("haar", "db2", "db4", "sym4")
LEVELS = 3


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


def scores(clean, other):
    """Return PSNR and SSIM against the picture as it was, in words; equal pictures have no finite PSNR."""
    decibel = "no difference" if np.array_equal(clean, other) else f"PSNR {decibels(clean, other):.2f} dB"
    return f"{decibel}, SSIM {structural_similarity(clean, other, channel_axis=-1, data_range=1):.3f}"


def total_variation_view(image, noise=0.1, weight=0.1):
    """Denoise by total variation: the picture nearby with the least contrast."""
    return denoiser_view(denoise_tv_chambolle)(image, noise, weight=weight)


NOISY = "noisy = util.random_noise(image, var={noise:.2f}**2, rng=0)\n"

total_variation = explorer(
    total_variation_view,
    code=f"{NOISY}restoration.denoise_tv_chambolle(noisy, weight={{weight:.2f}}, channel_axis=-1)",
    sample=fruit,
    takes="colour",
    preview=0.5,
    noise=NOISE,
    weight=(0.01, 1.0, 0.01),
)


def bilateral_view(image, noise=0.1, sigma_color=0.3, sigma_spatial=2.0):
    """Denoise by the bilateral filter: a mean of neighbours near in place and in colour."""
    denoise = denoiser_view(denoise_bilateral)
    return denoise(image, noise, sigma_color=sigma_color, sigma_spatial=sigma_spatial, mode="edge")


bilateral = explorer(
    bilateral_view,
    code=f"{NOISY}restoration.denoise_bilateral(noisy, sigma_color={{sigma_color:.2f}}, "
    "sigma_spatial={sigma_spatial:.1f}, mode='edge', channel_axis=-1)",
    sample=wall,
    takes="colour",
    preview=0.5,
    noise=NOISE,
    sigma_color=(0.02, 1.0, 0.02),
    sigma_spatial=(0.5, 5.0, 0.5),
)


def wavelets_view(image, noise=0.1, wavelet="db2", method="BayesShrink", mode="soft"):
    """Denoise by taking small wavelet coefficients off."""
    denoise = denoiser_view(denoise_wavelet)
    return denoise(image, noise, wavelet=wavelet, method=method, mode=mode, wavelet_levels=levels_for(image))


def levels_for(image):
    """Return into how many levels a picture is split, the same for all the wavelets: 3, or fewer if it is small.

    Left to themselves, long wavelets take fewer levels than short ones, and look worse than they are.

    Examples
    --------
    >>> levels_for(np.zeros((200, 256))), levels_for(np.zeros((40, 60)))
    (3, 2)
    """
    deepest = min(max_level(image.shape[:2], wavelet_filter(name)) for name in WAVELETS)
    return max(min(LEVELS, deepest), 1)


def _wavelets_code(image, noise, wavelet, method, mode):
    return (
        f"{NOISY.format(noise=noise)}restoration.denoise_wavelet(noisy, wavelet={wavelet!r}, method={method!r}, "
        f"mode={mode!r}, wavelet_levels={levels_for(image)}, channel_axis=-1)"
    )


wavelets = explorer(
    wavelets_view,
    code=_wavelets_code,
    sample=wall,
    takes="colour",
    preview=0.5,
    noise=NOISE,
    wavelet=list(WAVELETS),
    method=["BayesShrink", "VisuShrink"],
    mode=["soft", "hard"],
)


def nl_means_view(image, noise=0.1, h=0.08, patch_size=5, patch_distance=6):
    """Denoise by non-local means: average the pixels whose surroundings look alike."""
    denoise = denoiser_view(denoise_nl_means)
    return denoise(image, noise, h=h, sigma=noise, patch_size=patch_size, patch_distance=patch_distance)


nl_means = explorer(
    nl_means_view,
    code=f"{NOISY}restoration.denoise_nl_means(noisy, h={{h:.2f}}, sigma={{noise:.2f}}, patch_size={{patch_size}}, "
    "patch_distance={patch_distance}, channel_axis=-1)",
    sample=fruit,
    takes="colour",
    preview=0.5,
    noise=NOISE,
    h=(0.01, 0.3, 0.01),
    patch_size=(3, 9, 2),
    patch_distance=(1, 11, 1),
)


def denoise_four_ways(noisy, sigma):
    """Return the results of the four denoisers, with settings that follow from the noise's standard deviation."""
    sigma = max(sigma, 1e-3)
    return {
        "total variation": denoise_tv_chambolle(noisy, weight=sigma, channel_axis=-1),
        "bilateral": denoise_bilateral(noisy, sigma_color=2.5 * sigma, sigma_spatial=2, mode="edge", channel_axis=-1),
        "wavelet": denoise_wavelet(noisy, wavelet="db2", convert2ycbcr=True, channel_axis=-1),
        "non-local means": denoise_nl_means(
            noisy, h=0.6 * sigma, sigma=sigma, patch_size=5, patch_distance=6, channel_axis=-1
        ),
    }


def denoisers_view(image, kind="gaussian", strength=0.1):
    """Compare the four denoisers side by side; with strength 0, on the picture's own grain."""
    clean = img_as_float(image)
    noisy = noise_call(clean, kind, strength)
    sigma = estimate_sigma(noisy, average_sigmas=True, channel_axis=-1)
    results = denoise_four_ways(noisy, sigma)
    shown = {name: np.clip(result, 0, 1) for name, result in results.items()}
    told = NO_TRUTH if np.array_equal(clean, noisy) else _table(clean, {"noisy": noisy} | results)
    return {"picture": clean, "noisy": noisy, **shown, "text": f"Estimated sigma {sigma:.3f}. {told}"}


def _table(clean, results):
    """Return PSNR and SSIM of some results as a table, the best PSNR of the denoisers in bold letters."""
    decibel = {name: decibels(clean, result) for name, result in results.items()}
    best = max(list(results)[1:], key=decibel.get)
    rows = []
    for name, result in results.items():
        similarity = structural_similarity(clean, result, channel_axis=-1, data_range=1)
        told = f"<b>{name}</b>" if name == best else name
        rows.append(f"<td>{told}</td><td>{decibel[name]:.2f} dB</td><td>{similarity:.3f}</td>")
    head = "<th></th><th>PSNR</th><th>SSIM</th>"
    table = "".join(f"<tr>{row}</tr>" for row in (head, *rows))
    return f"By PSNR the best is <b>{best}</b>.<table>{table}</table>"


def _four_code(kind, strength):
    return (
        f"from course_lib.explore.denoising import denoise_four_ways\nnoisy = {noise_code(kind, strength)}\n"
        "denoise_four_ways(noisy, restoration.estimate_sigma(noisy, average_sigmas=True, channel_axis=-1))"
    )


denoisers = explorer(
    denoisers_view,
    code=_four_code,
    sample=wall,
    takes="colour",
    preview=0.5,
    idle={"strength": lambda kind, **_: kind == "poisson"},
    kind=list(KINDS),
    strength=NOISE,
)
