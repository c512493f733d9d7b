"""The explorer of turning."""

from .. import data, plainly
from ..transform import rotate as turn
from .engine import explorer
from .resampling import BETWEEN


def rotate_view(image, angle=-30, whole=False, values="between the pixels"):
    """Turn a picture about its middle; a positive angle turns counter-clockwise."""
    order = 0 if image.dtype == bool else BETWEEN[values]
    result = turn(image, angle, resize=whole, order=order)
    return {
        "picture": image,
        "turned": result,
        "text": f"{'Clockwise' if angle < 0 else 'Counter-clockwise'} by {abs(angle)} degrees: "
        f"shape {image.shape} becomes <b>{result.shape}</b>, {image.dtype} becomes {result.dtype}.",
    }


rotate = explorer(
    rotate_view,
    code=lambda angle, whole, values: f"rotate(image, {angle}, resize={whole}, order={BETWEEN[values]})",
    reads=(plainly.rotate, plainly.between),
    sample=data.chelsea,
    side=512,
    angle=(-180, 180, 1),
    whole=bool,
    values=list(BETWEEN),
)
