"""The explorer of non-local means."""

from .. import plainly
from ..restoration import denoise_nl_means
from .denoising import NOISE, NOISY, denoiser_view
from .engine import explorer
from .samples import fruit

WIDTHS = (0.02, 0.04, 0.06, 0.1, 0.2, 0.3)


def nl_means_view(image, noise=0.1, h=0.08, patch_size=5, patch_distance=6, curves=False):
    """Denoise by non-local means: average the pixels whose surroundings look alike."""
    denoise = denoiser_view(denoise_nl_means, "h", WIDTHS)
    return denoise(image, noise, curves, h=h, sigma=noise, patch_size=patch_size, patch_distance=patch_distance)


nl_means = explorer(
    nl_means_view,
    least=7,
    code=f"{NOISY}restoration.denoise_nl_means(noisy, h={{h:.2f}}, sigma={{noise:.2f}}, patch_size={{patch_size}}, "
    "patch_distance={patch_distance}, channel_axis=-1)",
    reads=plainly.nl_means,
    sample=fruit,
    takes="colour",
    preview=0.5,
    idle={"curves": lambda noise, **_: not noise},
    noise=NOISE,
    h=(0.01, 0.3, 0.01),
    patch_size=(3, 9, 2),
    patch_distance=(1, 11, 1),
    curves=bool,
)
