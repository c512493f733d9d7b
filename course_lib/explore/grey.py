"""The explorer of grey: how much each channel weighs."""

import numpy as np

from .. import data
from ..color import rgb2gray
from .engine import explorer


def shares(*weights):
    """Return weights that add up to 1, with as many decimals as the line of code has.

    Examples
    --------
    >>> shares(1, 1, 2).tolist(), shares(0, 0, 0).tolist()
    ([0.25, 0.25, 0.5], [0.0, 0.0, 0.0])
    """
    return np.round(np.array(weights) / max(sum(weights), 1e-9), 4)


def grey_view(image, red=0.2125, green=0.7154, blue=0.0721):
    """Weigh the channels of a colour picture to make a grey one."""
    weights = shares(red, green, blue)
    own = image @ weights / (255 if image.dtype == np.uint8 else 1)
    usual = rgb2gray(image)
    return {
        "colour": image,
        "your grey": own,
        "rgb2gray": usual,
        "text": f"Shares: red {weights[0]:.2f}, green {weights[1]:.2f}, blue {weights[2]:.2f}. "
        f"Largest difference from rgb2gray: <b>{np.abs(own - usual).max():.3f}</b>.",
    }


def _grey_code(image, red, green, blue):
    scale = " / 255" if image.dtype == np.uint8 else ""
    weights = ", ".join(f"{weight:.4f}" for weight in shares(red, green, blue))
    return f"image @ np.array([{weights}]){scale}"


grey = explorer(
    grey_view,
    code=_grey_code,
    sample=data.astronaut,
    takes="colour",
    red=(0.0, 1.0, 0.01),
    green=(0.0, 1.0, 0.01),
    blue=(0.0, 1.0, 0.01),
)
