"""The explorer of equalisation, in full or in part."""

from .. import data
from ..exposure import cumulative_distribution, equalize_hist
from ..util import img_as_float, img_as_ubyte
from .charts import counts_chart
from .engine import explorer


def equalize_view(image, share=0.0):
    """Equalise the histogram, in full or in part: the running sum is the curve that maps the values."""
    equal = equalize_hist(image)
    result = (1 - share) * img_as_float(image) + share * equal
    return {
        "picture": image,
        "its histogram": _chart(image),
        "equalised": result,
        "its new histogram": _chart(result.astype(image.dtype) if image.dtype.kind == "f" else img_as_ubyte(result)),
        "text": f"Standard deviation, a measure of contrast: {img_as_float(image).std():.3f} before, "
        f"<b>{result.std():.3f}</b> after.",
    }


def _chart(image):
    return counts_chart(image, curve=cumulative_distribution(image))


def _equalize_code(share):
    whole = "equalize_hist(image)"
    return whole if share == 1 else f"{share:.4g} * {whole} + {1 - share:.4g} * util.img_as_float(image)"


equalize = explorer(
    equalize_view,
    code=_equalize_code,
    reads=(cumulative_distribution, equalize_hist),
    sample=lambda: data.load("chest_phantom"),
    takes="grey",
    share=(0.0, 1.0, 0.05),
)
