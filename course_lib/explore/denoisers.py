"""The explorer of all four denoisers, side by side."""

import numpy as np

from ..metrics import structural_similarity
from ..restoration import denoise_bilateral, denoise_nl_means, denoise_tv_chambolle, denoise_wavelet, estimate_sigma
from ..util import img_as_float
from .denoising import NO_TRUTH, NOISE
from .engine import explorer
from .measured import decibels
from .noise import KINDS, noise_call, noise_code
from .samples import wall


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
    head = "<th>method</th><th>PSNR</th><th>SSIM</th>"
    table = "".join(f"<tr>{row}</tr>" for row in (head, *rows))
    return f"By PSNR the best is <b>{best}</b>.<table>{table}</table>"


def _four_code(kind, strength):
    return (
        f"from course_lib.explore.denoisers import denoise_four_ways\nnoisy = {noise_code(kind, strength)}\n"
        "denoise_four_ways(noisy, restoration.estimate_sigma(noisy, average_sigmas=True, channel_axis=-1))"
    )


denoisers = explorer(
    denoisers_view,
    least=7,
    code=_four_code,
    reads=denoise_four_ways,
    sample=wall,
    takes="colour",
    preview=0.5,
    idle={"strength": lambda kind, **_: kind == "poisson"},
    kind=list(KINDS),
    strength=NOISE,
)
