"""Chapter 5, exercises 5.7 and 5.8: from matches to a motion, and to two pictures that lie over each other."""

import numpy as np

from .. import data
from ..color import rgb2gray
from ..explore.matching import known_motion, turned_and_moved
from ..feature.align import fit_motion, moved_back, turning
from .legacy import Wrong, as_array, call, exercise


@exercise(
    "5.7",
    "The turn and the shift",
    hints=(
        "Take the mean of the points off both, p = here - here.mean(axis=0), and q likewise. What is left is the turn.",
        "The angle is np.arctan2(sum of p_row * q_col - p_col * q_row, sum of p_row * q_row + p_col * q_col), in radians.",
        "With the turn's matrix R, the shift is there.mean(axis=0) - R @ here.mean(axis=0). np.degrees for the angle.",
    ),
    right="least squares: every pair had its say.",
)
def judge_motion(answer):
    for seed, angle, shift in ((571, 12, (7.0, -4.0)), (572, 130, (-30.0, 11.0)), (573, -75, (3.0, 60.0))):
        rng = np.random.default_rng(seed)
        here = rng.uniform((20, 60), (120, 160), (9, 2))
        there = here @ turning(angle).T + shift + rng.normal(0, 1.5, here.shape)
        given = call(answer, here, there)
        if not isinstance(given, (tuple, list)) or len(given) != 2:
            raise Wrong("return two things: the angle, and the shift as (rows, cols).")
        _judge_motion(given[0], as_array(list(np.ravel(given[1]))), here, there)


def _judge_motion(angle, shift, here, there):
    if np.ndim(angle) != 0 or np.asarray(angle).dtype.kind not in "uif" or not np.isfinite(angle):
        raise Wrong("the angle should be one finite number, in degrees.")
    if shift.shape != (2,):
        raise Wrong(f"the shift should be two numbers, rows and columns; yours has the shape {shift.shape}.")
    right, right_shift = fit_motion(here, there)
    uncentred = _angle(here, there)
    two = fit_motion(here[:2], there[:2])[0]
    narrow = (right + 90) % 180 - 90
    for wrong, sentence in (
        (np.deg2rad(right), "this angle is in radians; asked are degrees."),
        (
            -right,
            "the angle has the wrong sign: it turns `here` into `there`, from the row's axis towards the column's.",
        ),
        (uncentred, "the means are still in: take them off both before you look for the angle."),
        (two, "two pairs alone were asked; all of them should have their say."),
        (narrow, "half a turn off: np.arctan2 knows all four quarters, np.arctan two of them."),
        (90 - right, "the two arguments of arctan2 are exchanged."),
    ):
        if _same_angle(angle, wrong) and not _same_angle(wrong, right):
            raise Wrong(sentence)
    if not _same_angle(angle, right):
        raise Wrong(f"the angle should be about {right:.3f} degrees; yours is {float(angle):.3f}.")
    middle, other = here.mean(axis=0), there.mean(axis=0)
    for wrong, sentence in (
        (
            other - middle,
            "the angle is right. The shift is what is left after the turn: the mean of `here` has to be turned first.",
        ),
        (other - turning(-right) @ middle, "the angle is right, but for the shift the mean was turned the other way."),
        (right_shift[::-1], "the shift is (rows, cols), in this order."),
        (
            other - _growth(here, there) * turning(right) @ middle,
            "the angle is right, but this shift belongs to a motion that enlarges as well; here nothing grows.",
        ),
        (-right_shift, "the shift has the wrong sign: it goes from `here` to `there`."),
        (middle - turning(-right) @ other, "this is the shift of the way back."),
    ):
        if np.allclose(shift, wrong, atol=1e-4):
            raise Wrong(sentence)
    if not np.allclose(shift, right_shift, atol=1e-3):
        raise Wrong(f"the angle is right; the shift should be about {right_shift.round(2)}, yours is {shift.round(2)}.")


def _angle(p, q):
    return np.degrees(np.arctan2(np.sum(p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0]), np.sum(p * q)))


def _growth(here, there):
    """Return how much larger `there` is, if a scale is fitted as well."""
    p, q = here - here.mean(axis=0), there - there.mean(axis=0)
    return np.sum(p @ turning(fit_motion(here, there)[0]).T * q) / np.sum(p * p)


def _same_angle(a, b):
    return abs((float(a) - b + 180) % 360 - 180) < 1e-4


GOAL = 0.3  # of the difference that the two pictures had before; looking up between pixels leaves about 0.2


def photographs(number=0):
    """Return two photographs of one wall, and the truth: motion, light, the first as the second shows it, the ball.

    For the second photograph the camera was turned, the light is another, and a ball flies before the wall.
    """
    name, rows, cols, angle, move, light, place = (
        ("palace", 150, 250, 8, (6, -9), 0.6, (75, 160)),
        ("chateau", 130, 300, -6, (-8, 5), 0.75, (120, 90)),
        ("palace", 330, 300, -9, (4, 7), 0.8, (95, 140)),
    )[number]
    first = np.ascontiguousarray(rgb2gray(data.load(name))[rows : rows + 200, cols : cols + 256])
    r, c = np.mgrid[:200, :256]
    ball = (r - place[0]) ** 2 + (c - place[1]) ** 2 < 8**2
    later = np.where(ball, 0, first)
    second = light * turned_and_moved(later, angle, move)
    return first, second, (known_motion(first.shape, angle, move), light, light * later, ball)


@exercise(
    "5.8",
    "Project: one picture over the other",
    hints=(
        "Corners in both, descriptors, matches; then the turn and the shift; then each pixel is looked up where it went.",
        "Some matches are wrong. Two random matches give a motion; keep the motion that most of the others agree with, and fit "
        "again to those that agree.",
        "skimage.measure.ransac with EuclideanTransform does that for points (col, row), and "
        "skimage.transform.warp(second, model) looks the pixels up.",
    ),
    right="and the wrong matches have been outvoted.",
)
def judge_alignment(answer):
    reached = []
    for number in range(3):
        first, second, truth = photographs(number)
        given = as_array(call(answer, first, second))
        if given.shape != first.shape:
            raise Wrong(f"the result should have the shape {first.shape}; yours has {given.shape}.")
        if not np.isfinite(given.astype(float)).all():
            raise Wrong(
                "some values are not finite: where the second picture shows nothing, any number will do, 0 say."
            )
        if given.max() > 4 * second.max():
            raise Wrong(
                f"its values reach {given.max():g}, those of the second picture {second.max():.2g}: keep them as they are."
            )
        reached.append(_share_left(given.astype(float), first, second, truth))
    return f"The difference fell to {max(reached):.0%} of what it was,"


def _share_left(given, first, second, truth):
    """Return which share of the difference is left, or say what is wrong."""
    (angle, shift), light, wanted, ball = truth
    covered = moved_back(np.ones(first.shape), angle, shift) > 0.999

    def differs(picture, other=wanted, where=covered):
        return np.abs(picture - other)[where].mean()

    if differs(given, first) < 0.01:
        raise Wrong("this is the first picture; asked is the second, moved so that it lies over the first.")
    if np.allclose(given, second):
        raise Wrong("this is the second picture, not moved at all.")
    share = differs(given) / differs(second)
    pictures = {"first": first, "second": second, "yours": given}
    told = f"the difference is {share:.0%} of what it was; asked is {GOAL:.0%}: "
    if share <= GOAL and differs(given, where=ball) > 0.15:
        raise Wrong(
            "the ball is not in it: asked is the second picture, moved, not the first one made darker.", **pictures
        )
    if share <= GOAL:
        return share
    if differs(given / light) < differs(given) / 2 or differs(given * light) < differs(given) / 2:
        raise Wrong("it lies right, but the light is another: return the values of the second picture.", **pictures)
    way_back = moved_back(second, -angle, -turning(-angle) @ shift)
    if differs(given, way_back) < differs(second) / 3:
        raise Wrong(
            told + "it went the wrong way, and is twice as far off now. scikit-image wants points (col, row), "
            "and to look a pixel up one asks where it went.",
            **pictures,
        )
    if share < 0.9:
        raise Wrong(told + "a little nearer. Did wrong matches have a vote?", **pictures)
    raise Wrong(told + "are points (row, col) or (col, row)? Was there a turn as well as a shift?", **pictures)
