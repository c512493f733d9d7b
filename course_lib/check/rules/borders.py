"""What lies beyond the border: which rule the right answer follows, and which one the learner's."""

import numpy as np

MODES = {
    "constant": "zeros",
    "edge": "the border pixel again and again (edge)",
    "symmetric": "the picture mirrored, border pixel included (symmetric; SciPy calls it reflect)",
    "reflect": "the picture mirrored, border pixel not repeated (reflect; SciPy calls it mirror)",
    "wrap": "the other side of the picture (wrap)",
}
WIDEST = 12


def beyond(case):
    """Yield (mode, function that pads the arguments of a call, function that cuts the result) for each border rule."""
    image = next((a for a in case if isinstance(a, np.ndarray) and a.ndim in (2, 3)), None)
    if image is None or min(image.shape[:2]) < 4:
        return
    by = min(WIDEST, min(image.shape[:2]) - 1)
    for mode in MODES:
        yield (
            mode,
            lambda mode=mode: tuple(_padded(a, image, by, mode) for a in case),
            lambda result: result[by:-by, by:-by],
        )


def _padded(argument, image, by, mode):
    if not isinstance(argument, np.ndarray) or argument.shape[:2] != image.shape[:2]:
        return argument
    return np.pad(argument, [(by, by)] * 2 + [(0, 0)] * (argument.ndim - 2), mode)
