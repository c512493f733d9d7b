"""The explorer of sharpening."""

import numpy as np

from .. import data, filters
from ..util import img_as_float
from .engine import explorer


def sharpen_view(image, radius=2.0, amount=1.0):
    """Sharpen a picture: add the detail that a Gaussian takes away."""
    picture = img_as_float(image)
    detail = picture - filters.gaussian(picture, radius)
    sharp = filters.unsharp_mask(image, radius, amount)
    cut = np.mean((picture + amount * detail < 0) | (picture + amount * detail > 1))
    return {
        "picture": image,
        "detail (mid-grey is 0)": detail,
        "picture + amount x detail": sharp,
        "text": f"{cut:.1%} of the pixels would leave the range from 0 to 1 and were cut off there.",
    }


sharpen = explorer(
    sharpen_view,
    code="unsharp_mask(image, radius={radius:.4g}, amount={amount:.4g})",
    reads=filters.unsharp_mask,
    sample=data.moon,
    takes="grey",
    radius=(0.5, 20.0, 0.5),
    amount=(0.0, 10.0, 0.1),
)
