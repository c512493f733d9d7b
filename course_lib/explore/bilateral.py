"""The explorer of the bilateral filter."""

from .. import plainly
from ..restoration import denoise_bilateral
from .denoising import NOISE, NOISY, denoiser_view
from .engine import explorer
from .samples import wall

SIGMAS = (0.04, 0.08, 0.12, 0.18, 0.24, 0.3, 0.4, 0.5, 0.7, 1.0)


def bilateral_view(image, noise=0.1, sigma_color=0.3, sigma_spatial=2.0, curves=False):
    """Denoise by the bilateral filter: a mean of neighbours near in place and in colour."""
    denoise = denoiser_view(denoise_bilateral, "sigma_color", SIGMAS)
    return denoise(image, noise, curves, sigma_color=sigma_color, sigma_spatial=sigma_spatial, mode="edge")


bilateral = explorer(
    bilateral_view,
    least=7,
    code=f"{NOISY}restoration.denoise_bilateral(noisy, sigma_color={{sigma_color:.2f}}, "
    "sigma_spatial={sigma_spatial:.1f}, mode='edge', channel_axis=-1)",
    reads=plainly.bilateral,
    sample=wall,
    takes="colour",
    preview=0.5,
    idle={"curves": lambda noise, **_: not noise},
    noise=NOISE,
    sigma_color=(0.02, 1.0, 0.02),
    sigma_spatial=(0.5, 5.0, 0.5),
    curves=bool,
)
