"""Non-local means, taken apart: the patches that look alike."""

import numpy as np

from .. import data, plainly
from ..explore.overlay import COLOURS
from ..explore.panes import GREEN, ORANGE, Chart, Curve, marked
from ..plainly.nl_means import weights_around
from ..util import img_as_float, random_noise
from .engine import step_through

PATCH, REACH, SHOWN = 5, 10, 24


def joints():
    """Return a part of a brick wall with a joint in its middle."""
    return data.brick()[100:164, 121:185]


def nl_means_view(image, step=0, row=0.5, col=0.5, h=0.1):
    """Step through non-local means: the patches most like the one around a pixel, one after the other."""
    clean = img_as_float(image)[:64, :64]
    noisy = random_noise(clean, var=0.01, rng=0)
    place = tuple(int(share * (n - 1)) for share, n in zip((row, col), clean.shape, strict=True))
    weights = weights_around(noisy, place, PATCH // 2, REACH, h, sigma=0.1)
    weights *= np.pad(np.ones(clean.shape), REACH)[tuple(np.s_[p : p + 2 * REACH + 1] for p in place)]  # 0 outside
    found = _most_alike(weights, place)[: step + 1]
    values = np.array([noisy[p] for p in found if _inside(p, clean.shape)])
    means = np.cumsum(values) / np.arange(1, len(values) + 1)
    return {
        "where they were found": _with_places(noisy, place, found),
        "the patches, best first": _patch_sheet(noisy, found),
        "weight of each neighbour": np.clip(weights, 0, 1),
        "mean of the pixels found": _means_chart(means, clean[place]),
        "text": f"Pixel [{place[0]}, {place[1]}] holds {noisy[place]:.2f}; without noise it was {clean[place]:.2f}. "
        f"Patches like its own: {len(values)} so far; the mean of their middle pixels is <b>{means[-1]:.2f}</b>.",
    }


def _most_alike(weights, place):
    """Return the pixels around a place, the one with the largest weight first; before all, the place itself."""
    weights[REACH, REACH] += 1e-9
    order = np.argsort(weights, axis=None, kind="stable")[::-1]
    return [(place[0] + k // weights.shape[1] - REACH, place[1] + k % weights.shape[1] - REACH) for k in order]


def _with_places(image, place, found):
    """Return a picture with a frame around the patch of a pixel, and the pixels found in orange."""
    picture = marked(image, max(place[0] - PATCH // 2, 0), max(place[1] - PATCH // 2, 0), PATCH, PATCH)
    for point in found[1:]:
        if _inside(point, image.shape):
            picture[point] = COLOURS["orange"]
    return picture


def _means_chart(means, truth):
    count = np.arange(len(means) + (len(means) == 1))  # a line has two ends
    so_far = Curve(count, np.resize(means, len(count)), ORANGE, label="mean so far")
    without_noise = Curve(count, np.full(len(count), truth), GREEN, label="without noise")
    return Chart((so_far, without_noise), xlabel="patches", xlim=(0, SHOWN), ymax=1.0)


def _patch_sheet(image, points):
    """Return the patches around some pixels in rows of five, on white."""
    padded = np.pad(image, PATCH // 2, mode="reflect")
    cell = PATCH + 1
    sheet = np.ones((cell * 5, cell * 5))
    for number, (r, c) in enumerate(points[:25]):
        patch = padded[max(r, 0) : max(r, 0) + PATCH, max(c, 0) : max(c, 0) + PATCH]
        top, left = number // 5 * cell, number % 5 * cell
        sheet[top : top + patch.shape[0], left : left + patch.shape[1]] = patch
    return sheet[:-1, :-1]


def _inside(point, shape):
    return 0 <= point[0] < shape[0] and 0 <= point[1] < shape[1]


nl_means = step_through(
    nl_means_view,
    code="noisy = util.random_noise(image, var=0.01, rng=0)\n"
    "restoration.denoise_nl_means(noisy, patch_size=5, patch_distance=10, h={h:.2f}, "
    "sigma=0.1)",
    reads=plainly.nl_means,
    sample=joints,
    takes="grey",
    step=(0, SHOWN, 1),
    row=(0.0, 1.0, 0.01, 0.5),
    col=(0.0, 1.0, 0.01, 0.5),
    h=(0.02, 0.3, 0.02),
)
