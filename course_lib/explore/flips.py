"""The explorer of order: rows and columns backwards, and only every n-th of them."""

from .. import data
from .engine import explorer


def flips_view(image, upside_down=True, mirrored=False, every_nth=1):
    """Turn a picture over by slicing, and thin it out."""
    result = image[_slice(upside_down, every_nth), _slice(mirrored, every_nth)]
    return {
        "picture": image,
        "result": result,
        "text": f"shape {image.shape} becomes {result.shape}; the first pixel is now {result[0, 0]}.",
    }


def _slice(backwards, every):
    return slice(None, None, -every if backwards else every)


def _flips_code(upside_down, mirrored, every_nth):
    parts = [
        f"::{-every_nth if backwards else every_nth}" if backwards or every_nth > 1 else ":"
        for backwards in (upside_down, mirrored)
    ]
    return f"image[{', '.join(parts)}]"


flips = explorer(
    flips_view,
    code=_flips_code,
    sample=lambda: data.load("landscape"),
    upside_down=bool,
    mirrored=bool,
    every_nth=(1, 16, 1),
)
