"""RANSAC taken apart: two matches at a time suggest a motion, and all the others vote on it."""

import numpy as np

from ..explore.matching import matched_points, turned_and_moved
from ..explore.overlay import pairs
from ..explore.panes import BLUE, GREEN, Chart, Curve
from ..explore.samples import windows
from ..feature.align import fit_motion, guesses
from ..util import img_as_float
from .engine import step_through

TRIES = 30
PAIRS = "two drawn (blue), and those that agree (green)"


def ransac_view(image, step=0, angle=18, tolerance=2.0):
    """Step through RANSAC: each try draws two matches, and counts how many others agree with their motion."""
    first = img_as_float(image)
    second = turned_and_moved(first, angle)
    here, there = matched_points(first, second)
    tried = list(guesses(here, there, tolerance, step, rng=0)) if step and len(here) else []
    votes = np.array([agree.sum() for _, _, agree in tried])
    return {
        PAIRS: _drawn(first, second, here, there, tried),
        "how many agree": _votes_chart(votes),
        "text": _text(tried, votes, here, there, angle),
    }


def _drawn(first, second, here, there, tried):
    """Return both pictures with the matches of the last try."""
    agree = tried[-1][2] if tried else np.zeros(len(here), bool)
    return pairs(first, second, here, there, agree, tried[-1][0] if tried else ())


def _votes_chart(votes):
    if len(votes) < 2:  # a line has two ends
        votes = np.resize(votes if len(votes) else np.zeros(1), 2)
    x, best = np.arange(1, len(votes) + 1), np.maximum.accumulate(votes)
    curves = (Curve(x, votes, BLUE, label="this try"), Curve(x, best, GREEN, label="best so far"))
    return Chart(curves, xlabel="try", xlim=(0, TRIES), ymax=max(float(best.max()), 10.0))


def _text(tried, votes, here, there, angle):
    if not tried:
        return (
            f"{len(here)} matches, right ones and wrong ones. Nothing is drawn yet; the picture was turned by {angle}°."
        )
    _, (guess, _), _ = tried[-1]
    winner = int(votes.argmax())
    chosen = tried[winner][2]
    told = (
        f"Try {len(tried)}: the two say <b>{round(guess, 1) + 0:.1f}°</b>, and {votes[-1]} of {len(here)} matches "
        "agree with them. "
    )
    if not chosen.any():
        return told + "So far none does in any try."
    final, _ = fit_motion(here[chosen], there[chosen])
    return (
        f"{told}Best so far: try {winner + 1}, with {votes[winner]}; fitted to all of those: "
        f"<b>{round(final, 2) + 0:.2f}°</b> (it is {angle}°)."
    )


ransac = step_through(
    ransac_view,
    least=9,
    code="from course_lib.explore.matching import matched_points, turned_and_moved\n"
    "from course_lib.feature.align import agreeing, fit_motion\n"
    "first = util.img_as_float(image)\n"
    "here, there = matched_points(first, turned_and_moved(first, {angle}))\n"
    "agree = agreeing(here, there, tolerance={tolerance:.1f}, tries={step}, rng=0)",
    reads=(guesses, fit_motion),
    sample=windows,
    takes="grey",
    wide=(PAIRS,),
    still={"step": 0},
    step=(0, TRIES, 1),
    angle=(0, 30, 1),
    tolerance=(0.5, 20.0, 0.5),
)
