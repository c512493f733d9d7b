"""Canny's edge detector, stage by stage, with the functions that the library calls."""

import numpy as np

from .. import data
from ..color import rgb2gray
from ..explore.overlay import COLOURS, canvas
from ..explore.panes import Grid, marked
from ..feature.canny import canny as library_canny
from ..feature.canny import link, smooth, thin
from ..feature.gradients import gradient
from ..util import img_as_float
from .engine import step_through

ZOOM = 9
STAGES = ("picture", "smooth", "gradient", "thin", "two thresholds", "link")


def rim():
    """Return a part of the grapefruits in grey, floats from 0 to 1: strong edges, and seeds with weak ones."""
    return rgb2gray(data.load("grapefruit"))[190:290, 130:260]


def canny_view(image, step=0, sigma=1.0, low=0.1, high=0.5):
    """Step through Canny's stages: smooth, gradient, thin, two thresholds, link."""
    least, most = sorted((low, high))
    values = img_as_float(image)
    smoothed = smooth(values, sigma)
    down, across = gradient(smoothed)
    every_ridge = thin(down, across)
    ridges = thin(down, across, least)
    edges = link(ridges, most)
    strong = (ridges >= most) & (ridges > 0)
    stage = (values, smoothed, np.hypot(down, across), every_ridge, ridges, edges)[step]
    shown = stage if step < 2 or step == 5 else np.clip(stage / max(most, 0.01), 0, 1)
    top, left = (max((n - ZOOM) // 2, 0) for n in values.shape)
    zoom = np.s_[top : top + ZOOM, left : left + ZOOM]
    return {
        "stage": marked(_two_colours(strong, ridges > 0) if step == 4 else shown, top, left, ZOOM, ZOOM),
        "the numbers in the frame": Grid(stage[zoom], top, left),
        "text": f"<b>{step}: {STAGES[step]}.</b> {_text(step, sigma, least, most, every_ridge, ridges, strong, edges)}",
    }


def _two_colours(strong, weak):
    """Return strong ridges in white and weak ones in orange."""
    picture = canvas(strong)
    picture[weak & ~strong] = COLOURS["orange"]
    return picture


def _text(step, sigma, low, high, every_ridge, ridges, strong, edges):
    weak = (ridges > 0) & ~strong
    return (
        "The grey picture. An edge here is several pixels wide.",
        f"A Gaussian with sigma {sigma:.1f} takes noise and fine detail off.",
        "The length of the gradient: how steeply the values change. A thick ridge runs along each edge.",
        f"Only the crest of each ridge stays: {np.mean(every_ridge > 0):.1%} of the pixels, the faintest included.",
        f"{strong.sum()} crest pixels reach {high:.2f}: strong (white). {weak.sum()} reach only {low:.2f}: weak "
        "(orange). The rest is dropped.",
        f"Weak pixels stay if they are connected with a strong one: {(edges & weak).sum()} stay, "
        f"{(weak & ~edges).sum()} go. <b>{edges.sum()}</b> edge pixels.",
    )[step]


canny = step_through(
    canny_view,
    code="feature.canny(util.img_as_float(image), sigma={sigma:.1f}, "
    "low_threshold=min({low:.2f}, {high:.2f}), high_threshold=max({low:.2f}, {high:.2f}))",
    reads=library_canny,
    stages=(None, smooth, gradient, thin, thin, link),
    sample=rim,
    takes="grey",
    still={"step": 2},
    step=(0, len(STAGES) - 1, 1),
    sigma=(0.2, 4.0, 0.2),
    low=(0.0, 1.5, 0.05),
    high=(0.0, 1.5, 0.05),
)
