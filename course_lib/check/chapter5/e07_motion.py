"""5.7: the turn and the shift that take points nearest to where they went."""

import numpy as np
from scipy import optimize

from ...feature.align import fit_motion, turning
from ..answers import Wrong, as_array, call
from ..exercise import exercise
from ..later import skimage

ex = exercise(
    "5.7",
    "The turn and the shift",
    hints=(
        "Take the mean of the points off both, p = here - here.mean(axis=0), and q likewise. What is left is the turn.",
        "The angle is np.arctan2(sum of p_row * q_col - p_col * q_row, sum of p_row * q_row + p_col * q_col), in radians.",
        "With the turn's matrix R, the shift is there.mean(axis=0) - R @ here.mean(axis=0). np.degrees for the angle.",
    ),
    right="least squares: every pair had its say.",
)


def motions():
    for seed, angle, shift in ((571, 12, (7.0, -4.0)), (572, 130, (-30.0, 11.0)), (573, -75, (3.0, 60.0))):
        rng = np.random.default_rng(seed)
        here = rng.uniform((20, 60), (120, 160), (9, 2))
        yield here, here @ turning(angle).T + shift + rng.normal(0, 1.5, here.shape)


@ex.judge
def judge(answer):
    for here, there in motions():
        given = call(answer, here, there)
        if not isinstance(given, (tuple, list)) or len(given) != 2:
            raise Wrong("return two things: the angle, and the shift as (rows, cols).")
        if np.shape(given[0]) == (2,) and np.ndim(given[1]) == 0:
            raise Wrong("the two are exchanged: first the angle, then the shift.")
        right, right_shift = motion(here, there)
        judge_angle(given[0], right, here, there)
        judge_shift(as_array(list(np.ravel(given[1]))), right_shift, here, there)


def judge_angle(angle, right, here, there):
    if np.ndim(angle) != 0 or np.asarray(angle).dtype.kind not in "uif" or not np.isfinite(angle):
        raise Wrong("the angle should be one finite number, in degrees.")
    for sentence, wrong in ANGLES:
        if same_angle(angle, wrong(here, there)) and not same_angle(wrong(here, there), right):
            raise Wrong(sentence)
    if not same_angle(angle, right):
        raise Wrong(f"the angle should be about {right:.3f} degrees; yours is {float(angle):.3f}.")


def judge_shift(shift, right, here, there):
    if shift.shape != (2,):
        raise Wrong(f"the shift should be two numbers, rows and columns; yours has the shape {shift.shape}.")
    for sentence, wrong in SHIFTS:
        if np.allclose(shift, wrong(here, there), atol=1e-4):
            raise Wrong(sentence)
    if not np.allclose(shift, right, atol=1e-3):
        raise Wrong(f"the angle is right; the shift should be about {right.round(2)}, yours is {shift.round(2)}.")


def same_angle(a, b):
    return abs((float(a) - b + 180) % 360 - 180) < 1e-4


@ex.right
def motion(here, there):
    p, q = here - here.mean(axis=0), there - there.mean(axis=0)
    a = np.arctan2(np.sum(p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0]), np.sum(p * q))
    turn = np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])
    return np.degrees(a), there.mean(axis=0) - turn @ here.mean(axis=0)


ex.right(fit_motion)


@ex.right
def with_svd(here, there):
    p, q = here - here.mean(axis=0), there - there.mean(axis=0)
    u, _, v = np.linalg.svd(q.T @ p)
    turn = u @ np.diag([1, np.linalg.det(u @ v)]) @ v
    return np.degrees(np.arctan2(turn[1, 0], turn[0, 0])), there.mean(axis=0) - turn @ here.mean(axis=0)


@ex.right
def with_scikit_image(here, there):
    model = skimage.transform.EuclideanTransform.from_estimate(here, there)
    return np.degrees(model.rotation), list(model.translation)


@ex.right
def by_search(here, there):
    def misfit(x):
        return (here @ turning(x[0]).T + x[1:] - there).ravel()

    tries = [optimize.least_squares(misfit, [angle, 0, 0]) for angle in (0, 90, 180, 270)]
    best = min(tries, key=lambda found: found.cost)
    return best.x[0], best.x[1:]


def angle_from(p, q):
    return np.degrees(np.arctan2(np.sum(p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0]), np.sum(p * q)))


def pairs_less_means(here, there):
    """Yield each pair of points, their means taken off, as two arrays of one point."""
    yield from zip((here - here.mean(axis=0))[:, None], (there - there.mean(axis=0))[:, None], strict=True)


def angle_of(here, there):
    return motion(here, there)[0]


def shift_with(angle, here, there, growth=1):
    """Return what is left for the shift after a turn, and after a growth."""
    return there.mean(axis=0) - growth * turning(angle) @ here.mean(axis=0)


def growth_of(here, there):
    """Return how much larger `there` is, if a scale is fitted as well."""
    p, q = here - here.mean(axis=0), there - there.mean(axis=0)
    return np.sum(p @ turning(angle_of(here, there)).T * q) / np.sum(p * p)


# Wrong angles, whatever the shift is; then wrong shifts, where the angle is right.
ANGLES = (
    ("this angle is in radians; asked are degrees.", lambda here, there: np.deg2rad(angle_of(here, there))),
    (
        "the angle has the wrong sign: it turns `here` into `there`, from the row's axis towards the column's.",
        lambda here, there: -angle_of(here, there),
    ),
    ("the means are still in: take them off both before you look for the angle.", angle_from),
    (
        "two pairs alone were asked; all of them should have their say.",
        lambda here, there: angle_of(here[:2], there[:2]),
    ),
    (
        "half a turn off: np.arctan2 knows all four quarters, np.arctan two of them.",
        lambda here, there: (angle_of(here, there) + 90) % 180 - 90,
    ),
    (
        "the mean of the pairs' angles is no least squares: a point near the middle tells little. Add up first.",
        lambda here, there: np.mean([angle_from(p, q) for p, q in pairs_less_means(here, there)]),
    ),
    ("the two arguments of arctan2 are exchanged.", lambda here, there: 90 - angle_of(here, there)),
)
SHIFTS = (
    (
        "the angle is right. The shift is what is left after the turn: the mean of `here` has to be turned first.",
        lambda here, there: shift_with(0, here, there),
    ),
    (
        "the angle is right, but for the shift the mean was turned the other way.",
        lambda here, there: shift_with(-angle_of(here, there), here, there),
    ),
    (
        "the angle is right, but for the shift it was taken in degrees: np.cos and np.sin want radians.",
        lambda here, there: shift_with(np.degrees(angle_of(here, there)), here, there),
    ),
    (
        "the angle is right, but these are all shifts added up: asked is their mean.",
        lambda here, there: len(here) * motion(here, there)[1],
    ),
    (
        "the angle is right, but the shift comes from one pair alone: take the means of all.",
        lambda here, there: shift_with(angle_of(here, there), here[:1], there[:1]),
    ),
    (
        "the angle is right, but the shift is a median: least squares means the mean.",
        lambda here, there: np.median(there - here @ turning(angle_of(here, there)).T, axis=0),
    ),
    ("the shift is (rows, cols), in this order.", lambda here, there: motion(here, there)[1][::-1]),
    (
        "the angle is right, but this shift belongs to a motion that enlarges as well; here nothing grows.",
        lambda here, there: shift_with(angle_of(here, there), here, there, growth_of(here, there)),
    ),
    (
        "the shift has the wrong sign: it goes from `here` to `there`.",
        lambda here, there: -motion(here, there)[1],
    ),
    (
        "this is the shift of the way back.",
        lambda here, there: shift_with(-angle_of(here, there), there, here),
    ),
)
for sentence, wrong in ANGLES:
    ex.slip(sentence, lambda here, there, wrong=wrong: (wrong(here, there), motion(here, there)[1]))
for sentence, wrong in SHIFTS:
    ex.slip(sentence, lambda here, there, wrong=wrong: (angle_of(here, there), wrong(here, there)))

ex.wrong("wrong sign", lambda here, there: motion(there, here))
ex.wrong("two pairs", lambda here, there: motion(here[:2], there[:2]))
ex.wrong("means are still in", lambda here, there: (angle_from(here, there), there.mean(axis=0)))
ex.wrong("other way", lambda here, there: (angle_of(here, there), shift_with(-angle_of(here, there), here, there)))
ex.wrong("two numbers", lambda here, there: (angle_of(here, there), [7.0]))
ex.wrong("two things", angle_of)
ex.wrong("first the angle, then the shift", lambda here, there: motion(here, there)[::-1])
ex.wrong("one finite number", lambda here, there: (np.nan, motion(here, there)[1]))
ex.wrong("one finite number", lambda here, there: ("12", motion(here, there)[1]))
ex.wrong("should be about", lambda here, there: (angle_of(here, there), [np.nan, 0]))
ex.wrong("degrees; yours is", lambda here, there: (angle_of(here, there) + 1, motion(here, there)[1]))


@ex.wrong("enlarges as well")
def with_a_scale(here, there):
    model = skimage.transform.SimilarityTransform.from_estimate(here, there)
    return np.degrees(model.rotation), model.translation
