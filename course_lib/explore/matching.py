"""Explorers for matching the corners of two pictures, and for aligning the two with the matches."""

import numpy as np

from ..feature import corner_harris, corner_peaks, match_descriptors, patch_descriptors
from ..feature.align import agreeing, fit_motion, miss_distances, moved_back, turning
from ..transform import rotate
from ..util import img_as_float
from .edges_corners import windows
from .engine import explorer
from .overlay import pairs

NEAR = 3.0  # pixels: a match is right if it lies so near to where the known turn takes its point
TWINS, VOTES = "the picture, and its turned twin", "matches that agree (green), and the others (orange)"
SHIFT = (6, -9)  # rows and columns that the alignment explorer moves its picture


def strongest_corners(image, count=150):
    """Return the strongest corners of a picture as points (row, col)."""
    return corner_peaks(corner_harris(image, method="eps"), min_distance=5, threshold_rel=0.02, num_peaks=count)


def matched_points(first, second, patch_size=9, max_ratio=1.0):
    """Return the points of the first picture and those of the second that were paired, two (n, 2) arrays."""
    here, there = strongest_corners(first), strongest_corners(second)
    described = (patch_descriptors(image, points, patch_size) for image, points in ((first, here), (second, there)))
    chosen = match_descriptors(*described, max_ratio=max_ratio)
    return here[chosen[:, 0]], there[chosen[:, 1]]


def known_motion(shape, angle, move=(0, 0)):
    """Return angle and shift of a turn about the middle of a picture, and of a move after it."""
    middle = (np.array(shape) - 1) / 2
    return angle, middle - turning(angle) @ middle + move


def turned_and_moved(image, angle, move=SHIFT):
    """Return a picture turned about its middle, counter-clockwise, and moved by rows and columns after it."""
    _, shift = known_motion(image.shape, angle, move)
    return moved_back(image, -angle, -turning(-angle) @ shift)  # to go there is to come back from the other side


def matching_view(image, angle=5, patch_size=9, max_ratio=0.8):
    """Turn a picture, make it darker, and pair its corners with those of the original."""
    first = img_as_float(image)
    second = 0.7 * rotate(first, angle)
    here, there = matched_points(first, second, patch_size, max_ratio)
    right = np.zeros(0, bool)
    if len(here):
        right = miss_distances(here, there, *known_motion(first.shape, angle)) < NEAR
    share = f" ({right.mean():.0%} right)" if len(here) else ""
    return {
        TWINS: pairs(first, second, here, there, right),
        "text": f"<b>{len(here)}</b> matches: <b>{right.sum()}</b> right (green), "
        f"{(~right).sum()} wrong (orange){share}. "
        f"Right means: nearer than {NEAR:.0f} pixels to where the known turn takes the point.",
    }


matching = explorer(
    matching_view,
    code="from course_lib.explore.matching import matched_points\n"
    "first = util.img_as_float(image)\n"
    "second = 0.7 * transform.rotate(first, {angle})\n"
    "here, there = matched_points(first, second, {patch_size}, max_ratio={max_ratio:.2f})",
    sample=windows,
    takes="grey",
    wide=(TWINS,),
    angle=(0, 90, 1),
    patch_size=(5, 25, 2),
    max_ratio=(0.5, 1.0, 0.05),
)


def alignment_view(image, angle=15, tolerance=2.0, tries=100):
    """Turn and shift a picture, find both from the matches, and move it back."""
    first = img_as_float(image)
    second = turned_and_moved(first, angle)
    here, there = matched_points(first, second)
    agree = agreeing(here, there, tolerance, tries, rng=0) if len(here) else np.zeros(0, bool)
    found = fit_motion(here[agree], there[agree]) if agree.any() else (0.0, np.zeros(2))
    seen = moved_back(np.ones(first.shape), *found) > 0.999
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
    code="from course_lib.explore.matching import matched_points, turned_and_moved\n"
    "from course_lib.feature.align import agreeing, fit_motion\n"
    "first = util.img_as_float(image)\n"
    "here, there = matched_points(first, turned_and_moved(first, {angle}))\n"
    "agree = agreeing(here, there, tolerance={tolerance:.1f}, tries={tries}, rng=0)\n"
    "fit_motion(here[agree], there[agree])",
    sample=windows,
    takes="grey",
    wide=(VOTES,),
    angle=(0, 30, 1),
    tolerance=(0.5, 20.0, 0.5),
    tries=(1, 200, 1),
)
