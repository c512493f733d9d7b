"""The explorer of grey: how much each channel weighs."""

import numpy as np

from .. import data
from ..color import rgb2gray
from .engine import explorer


def grey_view(image, red=0.2125, green=0.7154, blue=0.0721):
    """Weigh the channels of a colour picture to make a grey one."""
    total = max(red + green + blue, 1e-9)
    weights = np.array([red, green, blue]) / total
    scale = 255.0 if image.dtype == np.uint8 else 1.0
    own = image @ (weights / scale)
    usual = rgb2gray(image)
    return {
        "colour": image,
        "your grey": own,
        "rgb2gray": usual,
        "text": f"Shares: red {weights[0]:.2f}, green {weights[1]:.2f}, blue {weights[2]:.2f}. "
        f"Largest difference from rgb2gray: <b>{np.abs(own - usual).max():.3f}</b>.",
    }


def _grey_code(image, red, green, blue):
    total = max(red + green + blue, 1e-9)
    scale = " / 255" if image.dtype == np.uint8 else ""
    return f"image @ np.array([{red / total:.4f}, {green / total:.4f}, {blue / total:.4f}]){scale}"


grey = explorer(
    grey_view,
    code=_grey_code,
    sample=data.astronaut,
    takes="colour",
    red=(0.0, 1.0, 0.01),
    green=(0.0, 1.0, 0.01),
    blue=(0.0, 1.0, 0.01),
)
