"""The explorer of adaptive equalisation: tile by tile."""

from .. import data
from ..exposure import equalize_adapthist, equalize_hist
from ..util import img_as_float
from .charts import counts_chart
from .engine import explorer


def tile_shape(image, tiles):
    """Return the shape of a tile where `tiles` of them stand along each side."""
    return tuple(-(-length // tiles) for length in image.shape[:2])


def adaptive_equalize_view(image, clip_limit=0.01, tiles=8):
    """Equalise tile by tile: choose how steep the curves may be, and how many tiles stand along a side."""
    kernel_size = tile_shape(image, tiles)
    result = equalize_adapthist(image, kernel_size=kernel_size, clip_limit=clip_limit)
    return {
        "picture": image,
        "equalised as a whole": equalize_hist(image),
        "tile by tile": result,
        "histogram of the last": counts_chart(result),
        "text": f"{tiles} x {tiles} tiles of {kernel_size[0]} x {kernel_size[1]} pixels. Standard deviation: "
        f"{img_as_float(image).std():.3f} before, <b>{result.std():.3f}</b> after.",
    }


def _adaptive_code(clip_limit, tiles):
    size = f"kernel_size=[-(-n // {tiles}) for n in image.shape]"
    return f"equalize_adapthist(image, {size}, clip_limit={clip_limit:.4g})"


adaptive_equalize = explorer(
    adaptive_equalize_view,
    code=_adaptive_code,
    reads=equalize_adapthist,
    sample=lambda: data.load("chest_phantom"),
    takes="grey",
    side=600,
    clip_limit=(0.0, 0.1, 0.002),
    tiles=(1, 16, 1),
)
