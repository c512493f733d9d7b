"""5.8: one picture of a wall laid over another one."""

import numpy as np
from scipy import ndimage

from ... import feature
from ...explore.matching import matched_points
from ...feature.align import agreeing, fit_motion, moved_back, turning
from ..answers import Wrong, as_array, call
from ..exercise import exercise
from ..later import skimage
from .seen_motion import in_words, seen_motion
from .wall import photographs

GOAL = 0.3  # of the difference that the two pictures had before; looking up between pixels leaves about 0.2

ex = exercise(
    "5.8",
    "Project: one picture over the other",
    hints=(
        "By what could you tell where a point of the first picture lies in the second? And what of it may be wrong?",
        "Corners in both, descriptors, matches. Two random matches give a motion: keep the one that most of the others agree with, and fit again to those. Then each pixel is taken from where it went.",
        "skimage.measure.ransac((here, there), skimage.transform.EuclideanTransform, 2, 2) does that, for points (col, row): turn yours round with [:, ::-1]. skimage.transform.warp(second, model) looks the pixels up.",
    ),
    cases=lambda: [photographs()[:2]],  # what look shows
    right="and the wrong matches have been outvoted.",
)

FIRST = "this is the first picture; asked is the second, moved so that it lies over the first."
UNMOVED = "this is the second picture, not moved at all."
NO_BALL = "the ball is not in it: asked is the second picture, moved, not the first one made darker."
LIGHT = "it lies right, but the light is another: return the values of the second picture."
WAY_BACK = (
    "it went the wrong way, and is twice as far off now. scikit-image wants points (col, row), "
    "and to look a pixel up one asks where it went."
)
FIRST_MOVED = "this is the first picture, moved; asked is the second, laid over the first."
NEGATIVE = "this is the negative of what was asked for."
FLIPPED = "it lies right, except that one axis runs backwards."
ONE_VALUE = "all its values are the same: was it rounded to whole numbers, 0 to 1 become 0?"
MIXED = "this is the mean of both pictures; asked is the second one alone, moved."
DIFFERENCE = "this is the difference of the two; asked is the second picture, moved."
ANGLE_SIGN = "the shift is right, and the angle has the wrong sign."
SHIFT_SIGN = "the angle is right, and the shift has the wrong sign."
SHIFT_ORDER = "the angle is right, and the shift is exchanged: (rows, cols), or (cols, rows)?"
NO_TURN = "the shift is right; the turn is missing."
NO_SHIFT = "the turn is right; the shift is missing."
RADIANS = "the shift is right, and the angle hardly turns: was it in radians where degrees are meant?"
NEARER = "Did wrong matches have a vote?"
TURN_OFF = "degrees clockwise are needed."
FAR = "little of the second picture can be recognised in it, at no turn: has it gone out of the frame, or was it bent? Show it. Are points (row, col) or (col, row)?"
NOT_FINITE = "some values are not finite: where the second picture shows nothing, any number will do, 0 say."


@ex.judge
def judge(answer):
    shares = []
    for number in range(3):
        first, second, truth = photographs(number)
        given = picture_of(call(answer, first, second), first, second)
        shares.append(Aligned(given, first, second, truth).share_left())
    return f"The difference fell to {max(shares):.0%} of what it was,"


def picture_of(given, first, second):
    given = as_array(given)
    if given.dtype == bool:
        raise Wrong("a mask of True and False came back; asked is the second picture, moved.")
    if given.shape != first.shape:
        raise Wrong(f"the result should have the shape {first.shape}; yours has {given.shape}.")
    if not np.isfinite(given.astype(float)).all():
        raise Wrong(NOT_FINITE)
    if given.max() > 4 * second.max():
        raise Wrong(
            f"its values reach {given.max():g}, those of the second picture {second.max():.2g}: keep them as they are."
        )
    return given.astype(float)


class Aligned:
    """A picture that was moved, and how far it is from what was asked for."""

    def __init__(self, given, first, second, truth):
        self.given, self.first, self.second = given, first, second
        self.motion, self.light, self.wanted, self.ball = truth
        self.covered = moved_back(np.ones(first.shape), *self.motion) > 0.999

    def differs(self, picture, other=None, where=None):
        other = self.wanted if other is None else other
        return np.abs(picture - other)[self.covered if where is None else where].mean()

    def share_left(self):
        """Return which share of the difference is left, or say what is wrong."""
        if self.differs(self.given, self.first) < 0.01:
            raise Wrong(FIRST)
        if np.allclose(self.given, self.second):
            raise Wrong(UNMOVED)
        share = self.differs(self.given) / self.differs(self.second)
        if sentence := self.what_is_wrong(share):
            raise Wrong(sentence, first=self.first, second=self.second, yours=self.given)
        return share

    def what_is_wrong(self, share):
        far = self.differs(self.given)
        if share <= GOAL:
            return NO_BALL if self.differs(self.given, where=self.ball) > 0.15 else None
        told = f"the difference is {share:.0%} of what it was; asked is {GOAL:.0%}: "
        if self.of_another_kind():
            return self.of_another_kind()
        likely = [(WAY_BACK, back_and_forth), *MISTAKEN]
        misfits = [self.differs(self.given, moved_back(self.second, *make(*self.motion))) for _, make in likely]
        if min(misfits) < min(far, self.differs(self.second)) / 3:
            return told + likely[int(np.argmin(misfits))][0]
        if seen := seen_motion(self.given, self.second):
            return told + in_words(seen, self.motion, self.given.shape) + (f" {NEARER}" if share < 0.9 else "")
        return told + FAR

    def of_another_kind(self):
        """Say what the picture is, if it is not the second one, or its brightness has changed."""
        moved, near = moved_back(self.second, *self.motion), GOAL * self.differs(self.second)
        if not np.ptp(self.given):
            return ONE_VALUE
        if self.differs(self.given * self.light, self.second) < near:
            return FIRST_MOVED
        if self.differs(self.given, moved_back(self.first, *self.motion)) < near / 2:
            return FIRST_MOVED
        if self.differs(self.given, (self.first + moved) / 2) < near / 4:
            return MIXED
        if self.differs(np.abs(self.given), np.abs(moved - self.first)) < near / 2:
            return DIFFERENCE
        if self.differs(1 - self.given, moved) < near:
            return NEGATIVE
        if min(self.differs(np.flip(self.given, axes), moved) for axes in (0, 1, (0, 1))) < near:
            return FLIPPED
        if min(self.differs(picture) for picture in (self.given / self.light, self.given * self.light)) < near:
            return LIGHT
        scale = self.given[self.covered].mean() / moved[self.covered].mean()
        return LIGHT if scale > 0 and abs(scale - 1) > 0.1 and self.differs(self.given / scale) < near else None


MISTAKEN = (  # what learners make of the right motion
    (ANGLE_SIGN, lambda angle, shift: (-angle, shift)),
    (SHIFT_SIGN, lambda angle, shift: (angle, -shift)),
    (SHIFT_ORDER, lambda angle, shift: (angle, shift[::-1])),
    ("the shift is right, and the angle is twice as large as it is.", lambda angle, shift: (2 * angle, shift)),
    ("the angle is right, and the shift is twice as large as it is.", lambda angle, shift: (angle, 2 * shift)),
    ("it was moved twice.", lambda angle, shift: (2 * angle, shift + turning(angle) @ shift)),
    (RADIANS, lambda angle, shift: (np.deg2rad(angle), shift)),
    (NO_TURN, lambda angle, shift: (0, shift)),
    (NO_SHIFT, lambda angle, shift: (angle, 0 * shift)),
)


def back_and_forth(angle, shift):
    return -angle, -turning(-angle) @ shift


@ex.right
def align(first, second):
    points, described = [], []
    for image in (first, second):
        response = feature.corner_harris(image, method="eps")
        points.append(feature.corner_peaks(response, min_distance=5, threshold_rel=0.02, num_peaks=150))
        described.append(feature.patch_descriptors(image, points[-1], 9))
    pairs = feature.match_descriptors(*described)
    here, there = points[0][pairs[:, 0]], points[1][pairs[:, 1]]
    model, _ = skimage.measure.ransac(
        (here[:, ::-1], there[:, ::-1]),
        skimage.transform.EuclideanTransform,
        min_samples=2,
        residual_threshold=2,
        max_trials=200,
        rng=0,
    )
    return skimage.transform.warp(second, model)


def outvoted(first, second):
    """Return the motion that most of the matches agree on."""
    here, there = matched_points(first, second)
    agree = agreeing(here, there, rng=1)
    return fit_motion(here[agree], there[agree])


ex.right(lambda first, second: moved_back(second, *outvoted(first, second)))


def looked_up(order):
    def answer(first, second):
        angle, shift = outvoted(first, second)
        return ndimage.affine_transform(second, turning(angle), shift, order=order)

    return answer


ex.right(looked_up(0))
ex.right(looked_up(3))


def by_ransac(here, there, second):
    """Move the second picture by the motion that scikit-image finds in matched points."""
    model, _ = skimage.measure.ransac(
        (here, there), skimage.transform.EuclideanTransform, min_samples=2, residual_threshold=2, max_trials=200, rng=0
    )
    return skimage.transform.warp(second, model)


@ex.right
def with_orb(first, second):
    found = []
    for image in (first, second):
        orb = skimage.feature.ORB(n_keypoints=200)
        orb.detect_and_extract(image)
        found.append((orb.keypoints[:, ::-1], orb.descriptors))
    pairs = skimage.feature.match_descriptors(found[0][1], found[1][1])
    return by_ransac(found[0][0][pairs[:, 0]], found[1][0][pairs[:, 1]], second)


ex.slip(FIRST, lambda first, second: first)
ex.slip(UNMOVED, lambda first, second: second)
ex.slip(NO_BALL, lambda first, second: first * np.median(second) / np.median(first))
ex.slip(
    NO_BALL,
    lambda first, second: (looked_up(1)(first, second) + first * np.median(second) / np.median(first)) / 2,
)
ex.slip(LIGHT, lambda first, second: np.clip(2 * looked_up(1)(first, second), 0, 9))
ex.slip(WAY_BACK, lambda first, second: moved_back(second, *back_and_forth(*outvoted(first, second))))
ex.slip(WAY_BACK, lambda first, second: by_ransac(*matched_points(first, second), second))  # points (row, col)
ex.slip(FIRST_MOVED, lambda first, second: looked_up(1)(second, first))
ex.slip(DIFFERENCE, lambda first, second: np.abs(looked_up(1)(first, second) - first))
ex.slip(LIGHT, lambda first, second: looked_up(1)(first, second) / second.max())
for sentence, mistaken in MISTAKEN:
    ex.slip(sentence, lambda first, second, make=mistaken: moved_back(second, *make(*outvoted(first, second))))
ex.slip(NEARER, lambda first, second: moved_back(second, *fit_motion(*matched_points(first, second))))
ex.slip(TURN_OFF, lambda first, second: moved_back(second, 0, [3, 3]))
ex.slip(
    "the turn is right, or nearly; in the middle the wall lies about",
    lambda first, second: ndimage.shift(looked_up(1)(first, second), (6, 0), order=1),
)
ex.slip(FAR, lambda first, second: np.random.default_rng(0).random(first.shape) * second.max())
ex.slip(NEGATIVE, lambda first, second: 1 - looked_up(1)(first, second))
ex.slip(FLIPPED, lambda first, second: looked_up(1)(first, second)[::-1])
ex.slip(DIFFERENCE, lambda first, second: first - looked_up(1)(first, second))
ex.slip(FIRST_MOVED, lambda first, second: moved_back(first, *outvoted(first, second)))
ex.slip(ONE_VALUE, lambda first, second: looked_up(1)(first, second).astype(int))
ex.slip(MIXED, lambda first, second: (first + looked_up(1)(first, second)) / 2)
ex.slip(NOT_FINITE, lambda first, second: np.full(first.shape, np.nan))
ex.wrong("all its values are the same", lambda first, second: np.zeros(first.shape))
ex.wrong("the result should have the shape", lambda first, second: looked_up(1)(first, second)[1:])
ex.wrong("keep them as they are", lambda first, second: (255 * looked_up(1)(first, second).clip(0, 1)).astype(np.uint8))
