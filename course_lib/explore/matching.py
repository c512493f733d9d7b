"""The explorer of matches: the corners of two pictures, and which belongs to which."""

import numpy as np

from ..feature import corner_harris, corner_peaks, match_descriptors, patch_descriptors
from ..feature.align import miss_distances, moved_back, turning
from ..transform import rotate
from ..util import img_as_float
from .engine import explorer
from .overlay import pairs
from .samples import windows

NEAR = 3.0  # pixels: a match is right if it lies so near to where the known turn takes its point
TWINS = "the picture, and its turned twin"
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
    reads=(patch_descriptors, match_descriptors),
    sample=windows,
    takes="grey",
    wide=(TWINS,),
    angle=(0, 90, 1),
    patch_size=(5, 25, 2),
    max_ratio=(0.5, 1.0, 0.05),
)
