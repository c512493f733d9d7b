"""Superpixels, taken apart with the rounds of the library's own generator."""

import itertools

import numpy as np

from .. import data, plainly
from ..color import label2rgb
from ..explore.colour_plane import put_square
from ..segmentation import mark_boundaries
from ..segmentation.connect import connect
from ..segmentation.slic import grid_of_centres, prepare, slic_iterations
from ..segmentation.slic import slic as library_slic
from ..util import img_as_float
from .engine import step_through

SLIC_ROUNDS = 10


def forehead():
    """Return a part of the portrait: hair, skin and background meet in it."""
    return data.load("portrait")[40:200, 100:260]


def slic_view(image, step=0, n_segments=64, compactness=10):
    """Step through superpixels: a grid of centres, ten rounds in which they move, and the leftovers given away."""
    picture = prepare(image)
    places, steps = grid_of_centres(picture.shape[:2], n_segments)
    labels, before = np.zeros(picture.shape[:2], int), None
    earlier = now = places
    rounds = list(itertools.islice(slic_iterations(picture, n_segments, compactness, SLIC_ROUNDS), step))
    for round_labels, centres in rounds:
        before, labels = labels, round_labels
        earlier, now = now, centres[:, :2]
    if step > SLIC_ROUNDS:
        before, labels = labels, connect(labels, int(0.5 * labels.size / len(now)))
    drawn = img_as_float(image) if step == 0 else mark_boundaries(image, labels)
    for row, col in np.rint(now).astype(int):
        put_square(drawn, row, col, (0.84, 0.37, 0.0), 3)
    return {
        "picture": image,
        "centres and boundaries": drawn,
        "mean colours": label2rgb(labels.astype(int) + 1, image, kind="avg") if step else img_as_float(image),
        "text": _slic_text(step, steps, before, labels, now, np.hypot(*(now - earlier).T).mean()),
    }


def _slic_text(step, steps, before, labels, now, moved):
    if step == 0:
        return f"{len(now)} centres on a grid, {steps[0]} rows and {steps[1]} columns apart."
    if step > SLIC_ROUNDS:
        return (
            f"Pieces below half the mean size go to a neighbour: {np.mean(_touched(before, labels)):.1%} of the pixels "
            f"change hands. <b>{labels.max() + 1}</b> connected pieces are left."
        )
    if step == 1:
        return (
            "Round 1: the centres have no colour yet, so each pixel goes to the one nearest in place. Then each centre "
            f"takes the mean place and the mean colour of its pixels; it moves by {moved:.2f} pixels on average."
        )
    return (
        f"Round {step}: {np.mean(labels != before):.1%} of the pixels have another centre than before; the centres "
        f"moved by {moved:.2f} pixels on average."
    )


def _touched(before, after):
    """Return which pixels came to their label from another one than most of its pixels did."""
    pairs = np.stack([after.ravel(), before.ravel()])
    company = np.zeros((after.max() + 1, before.max() + 1), int)
    np.add.at(company, tuple(pairs), 1)
    return company.argmax(axis=1)[after] != before


slic = step_through(
    slic_view,
    code="segmentation.slic(image, n_segments={n_segments}, compactness={compactness})",
    reads=(library_slic, slic_iterations, plainly.nearest_centres),
    stages=(grid_of_centres, *[("assign(", "update(")] * SLIC_ROUNDS, connect),
    sample=forehead,
    takes="colour",
    step=(0, SLIC_ROUNDS + 1, 1),
    n_segments=(4, 200, 4),
    compactness=[0.1, 1, 10, 100, 1000],
)
