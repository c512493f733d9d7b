"""The explorer of types and ranges: what adding a number does to uint8."""

import numpy as np

from .. import data
from .engine import explorer
from .prepare import picture_as_ubyte


def brightness_view(image, add=60):
    """Add a number to every pixel: with uint8 arithmetic, with clipping, and as an autoscaled imshow shows it."""
    image = picture_as_ubyte(image)
    wrapped = image + np.uint8(add % 256)
    clipped = np.clip(image.astype(int) + add, 0, 255).astype(np.uint8)
    low, high = int(clipped.min()), int(clipped.max())
    stretched = (clipped - np.uint8(low)) * (255.0 / max(high - low, 1))
    point = tuple(n // 4 for n in image.shape)
    return {
        "image + number in uint8": wrapped,
        "clipped to 0 ... 255": clipped,
        "the clipped one, autoscaled": stretched.astype(np.uint8),
        "text": f"Pixel {point} holds {image[point]}. In uint8, adding {add} gives <b>{wrapped[point]}</b>; "
        f"clipped: <b>{clipped[point]}</b>; autoscaling shows {low} as black and {high} as white.",
    }


def _brightness_code(image, add):
    limited = "np.clip(image, 0, 1)" if image.dtype.kind == "f" else "image"
    picture = "image" if image.dtype == np.uint8 else f"util.img_as_ubyte({limited})"
    return f"np.clip({picture}.astype(int) {add:+d}, 0, 255).astype(np.uint8)"


brightness = explorer(
    brightness_view,
    code=_brightness_code,
    sample=data.camera,
    takes="grey",
    add=(-150, 150, 5),
)
