"""The bilateral filter, taken apart: the weights of a window stop at edges."""

import numpy as np

from .. import data, plainly
from ..explore.panes import Grid, marked
from ..plainly.bilateral import window_weights
from ..util import img_as_float, random_noise
from .engine import step_through

WINDOW = 7


def face():
    """Return a small part of the camera picture, with edges in all directions."""
    return data.camera()[100:164, 220:284]


def bilateral_view(image, step=0, sigma_color=0.2, sigma_spatial=2.0):
    """Step through the bilateral filter: the window moves along a row, and its weights stop at edges."""
    clean = img_as_float(image)[:64, :64]
    noisy = random_noise(clean, var=0.0025, rng=0)
    row, col = clean.shape[0] // 2, min(step + WINDOW, clean.shape[1] - 1)
    half = WINDOW // 2
    weights = window_weights(noisy, (row, col), WINDOW, sigma_color, sigma_spatial)
    padded = np.pad(noisy, half)  # beyond the border the weights are 0
    seen = padded[row : row + WINDOW, col : col + WINDOW]
    mean = float((weights * seen).sum() / weights.sum())
    top, left = max(row - half, 0), max(col - half, 0)
    return {
        "picture and window": marked(noisy, top, left, WINDOW, WINDOW),
        "the window's values": Grid(seen, row - half, col - half, outlined=((half, half),)),
        "their weights": Grid(weights, row - half, col - half, outlined=((half, half),)),
        "text": f"Pixel [{row}, {col}] holds {noisy[row, col]:.2f} (without noise {clean[row, col]:.2f}). "
        f"The weighted mean of its window is <b>{mean:.2f}</b>; the weights sum to {weights.sum():.1f} "
        f"of {WINDOW * WINDOW}.",
    }


bilateral = step_through(
    bilateral_view,
    code="noisy = util.random_noise(image, var=0.0025, rng=0)\n"
    "restoration.denoise_bilateral(noisy, win_size=7, sigma_color={sigma_color:.2f}, "
    "sigma_spatial={sigma_spatial:.1f})",
    reads=plainly.bilateral,
    sample=face,
    takes="grey",
    step=(0, 50, 1),
    sigma_color=(0.05, 1.0, 0.05),
    sigma_spatial=(0.5, 4.0, 0.5),
)
