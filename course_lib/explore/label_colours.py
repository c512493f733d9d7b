"""The explorer of painted labels."""

from ..color import label2rgb
from ..color.labels import mean_colors, overlay
from ..segmentation import slic
from .engine import explorer
from .prepare import QUICK_SIDE
from .samples import face


def label_colours_view(image, kind="overlay", alpha=0.3, saturation=0.0, n_segments=60):
    """Paint labels: in strong colours over the picture, or each piece in its mean colour."""
    labels = slic(image, n_segments)
    painted = label2rgb(labels, image, kind=kind, alpha=alpha, saturation=saturation)
    told = "The mean colours need no alpha and no saturation." if kind == "avg" else "Ten colours, used in turn."
    return {
        "the labels alone": label2rgb(labels),
        "painted": painted,
        "text": f"{labels.max()} labels. Values from {painted.min():.3g} to {painted.max():.3g}, "
        f"<b>{painted.dtype}</b>. {told}",
    }


label_colours = explorer(
    label_colours_view,
    code="segments = segmentation.slic(image, n_segments={n_segments})\n"
    "color.label2rgb(segments, image, kind={kind!r}, alpha={alpha:.2f}, saturation={saturation:.2f})",
    reads={"overlay": overlay, "avg": mean_colors},
    sample=face,
    takes="colour",
    preview=0.5,
    side=QUICK_SIDE,
    idle={name: lambda kind, **_: kind == "avg" for name in ("alpha", "saturation")},
    kind=["overlay", "avg"],
    alpha=(0.0, 1.0, 0.05),
    saturation=(0.0, 1.0, 0.05),
    n_segments=(10, 300, 10),
)
