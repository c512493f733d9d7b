"""The explorer of denoising by wavelets."""

from .. import plainly
from ..restoration import denoise_wavelet
from ..restoration.wavelet import bayes_threshold
from ..restoration.wavelet_transform import max_level, wavelet_filter
from .denoising import NOISE, NOISY, denoiser_view
from .engine import explorer
from .samples import wall

WAVELETS = ("haar", "db2", "db4", "sym4")
LEVELS = 3
SIGMAS = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3)


def wavelets_view(image, noise=0.1, sigma=0.1, wavelet="db2", method="BayesShrink", mode="soft", curves=False):
    """Denoise by taking small wavelet coefficients off; `sigma` is the noise that is expected."""
    chosen = {"wavelet": wavelet, "method": method, "mode": mode, "wavelet_levels": levels_for(image)}
    return denoiser_view(denoise_wavelet, "sigma", SIGMAS)(image, noise, curves, sigma=sigma, **chosen)


def levels_for(image):
    """Return into how many levels a picture is split, the same for all the wavelets: 3, or fewer if it is small.

    Left to themselves, long wavelets take fewer levels than short ones, and look worse than they are.

    Examples
    --------
    >>> import numpy as np
    >>> levels_for(np.zeros((200, 256))), levels_for(np.zeros((40, 60)))
    (3, 2)
    """
    deepest = min(max_level(image.shape[:2], wavelet_filter(name)) for name in WAVELETS)
    return max(min(LEVELS, deepest), 1)


def _wavelets_code(image, noise, sigma, wavelet, method, mode, curves):
    return (
        f"{NOISY.format(noise=noise)}denoised = restoration.denoise_wavelet(noisy, sigma={sigma:.2f}, "
        f"wavelet={wavelet!r}, method={method!r}, mode={mode!r}, wavelet_levels={levels_for(image)}, "
        "channel_axis=-1)\n"
        "np.clip(denoised, 0, 1)"
    )


wavelets = explorer(
    wavelets_view,
    least=7,
    code=_wavelets_code,
    reads=(bayes_threshold, plainly.soft, plainly.hard),
    sample=wall,
    takes="colour",
    preview=0.5,
    idle={"curves": lambda noise, **_: not noise},
    noise=NOISE,
    sigma=(0.01, 0.3, 0.01),
    wavelet=list(WAVELETS),
    method=["BayesShrink", "VisuShrink"],
    mode=["soft", "hard"],
    curves=bool,
)
