"""The explorer of total variation."""

from .. import plainly
from ..restoration import denoise_tv_chambolle
from .denoising import NOISE, NOISY, denoiser_view
from .engine import explorer
from .samples import fruit


def total_variation_view(image, noise=0.1, weight=0.1):
    """Denoise by total variation: the picture nearby with the least contrast."""
    return denoiser_view(denoise_tv_chambolle)(image, noise, weight=weight)


total_variation = explorer(
    total_variation_view,
    least=7,
    code=f"{NOISY}restoration.denoise_tv_chambolle(noisy, weight={{weight:.2f}}, channel_axis=-1)",
    reads=plainly.total_variation_steps,
    sample=fruit,
    takes="colour",
    preview=0.5,
    noise=NOISE,
    weight=(0.01, 1.0, 0.01),
)
