"""The explorer of alignment: a picture is moved back by what the matches say."""

import numpy as np

from ..feature.align import agreeing, fit_motion, guesses, moved_back
from ..util import img_as_float
from .engine import explorer
from .matching import matched_points, turned_and_moved
from .overlay import pairs
from .samples import windows

VOTES = "matches that agree (green), and the others (orange)"


def alignment_view(image, angle=15, tolerance=2.0, tries=100):
    """Turn and shift a picture, find both from the matches, and move it back."""
    first = img_as_float(image)
    second = turned_and_moved(first, angle)
    here, there = matched_points(first, second)
    agree = agreeing(here, there, tolerance, tries, rng=0) if len(here) else np.zeros(0, bool)
    found = fit_motion(here[agree], there[agree]) if agree.any() else (0.0, np.zeros(2))
    white = np.ones(first.shape)  # black comes in at the corners, before and after
    seen = (moved_back(white, *found) > 0.999) & (turned_and_moved(white, angle) > 0.999)
    before, after = (np.where(seen, np.abs(other - first), 0) for other in (second, moved_back(second, *found)))
    share = max(seen.mean(), 1 / seen.size)
    return {
        "difference before": before,
        "difference after": after,
        VOTES: pairs(first, second, here, there, agree),
        "text": f"{len(here)} matches, <b>{agree.sum()}</b> agree. Angle: <b>{round(found[0], 2) + 0:.2f}°</b> "
        f"(it is {angle}°). "
        f"Mean difference {before.mean() / share:.3f} before, <b>{after.mean() / share:.3f}</b> after.",
    }


alignment = explorer(
    alignment_view,
    least=9,
    code="from course_lib.explore.matching import matched_points, turned_and_moved\n"
    "from course_lib.feature.align import agreeing, fit_motion\n"
    "first = util.img_as_float(image)\n"
    "here, there = matched_points(first, turned_and_moved(first, {angle}))\n"
    "agree = agreeing(here, there, tolerance={tolerance:.1f}, tries={tries}, rng=0)\n"
    "fit_motion(here[agree], there[agree])",
    reads=(agreeing, guesses, fit_motion),
    sample=windows,
    takes="grey",
    wide=(VOTES,),
    angle=(0, 30, 1),
    tolerance=(0.5, 20.0, 0.5),
    tries=(1, 200, 1),
)
