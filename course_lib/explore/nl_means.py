"""The explorer of non-local means."""

from .. import plainly
from ..restoration import denoise_nl_means
from .denoising import NOISE, NOISY, denoiser_view
from .engine import explorer
from .samples import fruit


def nl_means_view(image, noise=0.1, h=0.08, patch_size=5, patch_distance=6):
    """Denoise by non-local means: average the pixels whose surroundings look alike."""
    denoise = denoiser_view(denoise_nl_means)
    return denoise(image, noise, h=h, sigma=noise, patch_size=patch_size, patch_distance=patch_distance)


nl_means = explorer(
    nl_means_view,
    least=7,
    code=f"{NOISY}restoration.denoise_nl_means(noisy, h={{h:.2f}}, sigma={{noise:.2f}}, patch_size={{patch_size}}, "
    "patch_distance={patch_distance}, channel_axis=-1)",
    reads=plainly.nl_means,
    sample=fruit,
    takes="colour",
    preview=0.5,
    noise=NOISE,
    h=(0.01, 0.3, 0.01),
    patch_size=(3, 9, 2),
    patch_distance=(1, 11, 1),
)
