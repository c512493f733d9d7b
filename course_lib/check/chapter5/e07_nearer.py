"""5.7: the camera came nearer: a scale and a shift that most pairs agree on."""

import dataclasses

import numpy as np

from ...feature.align import fit_motion
from ..answers import Wrong
from ..compare import Things
from ..exercise import exercise
from ..later import skimage
from .films import ALIKE, NEAR, films, how_far, off


@dataclasses.dataclass(frozen=True)
class Motions(Things):
    """A scale and a shift, judged by where they take the corners of a picture."""

    def same(self, a, b):
        return off(a, b) < ALIKE

    def accepts(self, given, expected):
        return off(given, expected) < NEAR


ex = exercise(
    "5.7",
    "The camera comes nearer",
    cases=films,
    compare=Motions(otherwise=how_far),
    hints=(
        "The lesson guesses a turn and a shift from two pairs, and lets all the others vote. What do two pairs say about "
        "a scale? And what has to be changed in the vote?",
        "Two points twice as far apart as before mean a scale of 2: divide the two distances. With the scale, one pair "
        "gives the shift: there[i] - scale * here[i]. With so few pairs you can try every two, without chance.",
        "agree = np.linalg.norm(scale * here + shift - there, axis=1) < tolerance; keep the largest. Then, with p and q "
        "the agreeing points less their means: scale = np.sum(p * q) / np.sum(p * p), and shift = mean of there - scale "
        "* mean of here.",
    ),
    right="neither the wrong pairs nor the car had a say in it.",
)


@ex.read
def three_numbers(given, *case):
    """Return scale and shift as one array."""
    if not isinstance(given, (tuple, list)) or len(given) != 2:
        raise Wrong("return two things: the scale, and the shift as (rows, cols).")
    if np.size(given[0]) == 2 and np.size(given[1]) == 1:
        raise Wrong("the two are exchanged: first the scale, then the shift.")
    try:
        scale, shift = np.asarray(given[0], float), np.ravel(np.asarray(given[1], float))
    except (TypeError, ValueError):
        raise Wrong("expected numbers: the scale, and the shift as (rows, cols).") from None
    if scale.size != 1:
        raise Wrong(f"the scale is one number for rows and columns alike; yours has the shape {scale.shape}.")
    if shift.shape != (2,):
        raise Wrong(f"the shift should be two numbers, rows and columns; yours are {shift.size}.")
    if not np.isfinite([scale.item(), *shift]).all():
        raise Wrong("some of the numbers are not finite: was something divided by 0?")
    return np.array([scale.item(), *shift])


@ex.right
def nearer(here, there, tolerance):
    best = np.zeros(len(here), bool)
    for i in range(len(here)):
        for j in range(i):
            scale = np.linalg.norm(there[i] - there[j]) / np.linalg.norm(here[i] - here[j])
            shift = there[i] - scale * here[i]
            agree = np.linalg.norm(scale * here + shift - there, axis=1) < tolerance
            if agree.sum() > best.sum():
                best = agree
    p, q = here[best] - here[best].mean(axis=0), there[best] - there[best].mean(axis=0)
    scale = np.sum(p * q) / np.sum(p * p)
    return scale, there[best].mean(axis=0) - scale * here[best].mean(axis=0)


@ex.right
def by_chance_and_equations(here, there, tolerance):
    """Draw two pairs 300 times; solve for scale and shift as three unknowns of linear equations."""

    def fit(p, q):
        left = np.zeros((2 * len(p), 3))
        left[:, 0], left[::2, 1], left[1::2, 2] = p.ravel(), 1, 1
        return np.linalg.lstsq(left, q.ravel(), rcond=None)[0]

    rng, best = np.random.default_rng(1), np.zeros(len(here), bool)
    for _ in range(300):
        two = rng.choice(len(here), 2, replace=False)
        scale, *shift = fit(here[two], there[two])
        agree = np.hypot(*(scale * here + shift - there).T) <= tolerance
        best = agree if agree.sum() > best.sum() else best
    scale, *shift = fit(here[best], there[best])
    return scale, shift


@ex.right
def by_skimage(here, there, tolerance):
    model, _ = skimage.measure.ransac(
        (here, there), skimage.transform.SimilarityTransform, 2, tolerance, max_trials=500, rng=0
    )
    return model.scale, model.translation


def guessed(p, q):
    scale = np.linalg.norm(q[0] - q[1]) / np.linalg.norm(p[0] - p[1])
    return scale, q[0] - scale * p[0]


def agreeing(here, there, tolerance, guess=guessed):
    """Return which pairs agree with the best guess."""
    every = (guess(here[[i, j]], there[[i, j]]) for i in range(len(here)) for j in range(i))
    return max((np.linalg.norm(s * here + shift - there, axis=1) < tolerance for s, shift in every), key=np.sum)


def fitted(here, there):
    p, q = here - here.mean(axis=0), there - there.mean(axis=0)
    scale = np.sum(p * q) / np.sum(p * p)
    return scale, there.mean(axis=0) - scale * here.mean(axis=0)


def voted(fit):
    """Return an answer that fits in its own way to the pairs that agree."""

    def answer(here, there, tolerance):
        agree = agreeing(here, there, tolerance)
        return fit(here[agree], there[agree])

    return answer


def with_shift(make):
    """Return a fit with the right scale, and a shift made of it in another way."""
    return lambda p, q: (fitted(p, q)[0], make(fitted(p, q)[0], p, q))


def shift_alone(here, there, tolerance):
    """Find the shift that most pairs agree on, as if nothing had grown."""
    agree = agreeing(here, there, tolerance, guess=lambda p, q: (1, q[0] - p[0]))
    return 1, (there - here)[agree].mean(axis=0)


ex.slip(
    "fitted to all pairs, right or wrong: let them vote first, and fit to those that agree.",
    lambda here, there, tolerance: fitted(here, there),
)
ex.slip(
    "the first two pairs decided alone: try others, and count who agrees.",
    lambda here, there, tolerance: guessed(here[:2], there[:2]),
)
ex.slip(
    "this compares how far all points are spread, right or wrong: let the pairs vote first.",
    lambda here, there, tolerance: (
        there.std() / here.std(),
        there.mean(axis=0) - there.std() / here.std() * here.mean(axis=0),
    ),
)
ex.slip("a shift alone: the scale is always 1 here, and what agrees then is a car.", shift_alone)
ex.slip(
    "fitted to the pairs that do not agree: the mask is inverted.",
    lambda here, there, tolerance: fitted(*(some[~agreeing(here, there, tolerance)] for some in (here, there))),
)


@ex.slip("the median helps while most are right; here it is the middle of right and wrong. Let the pairs vote.")
def median_of_all_scales(here, there, tolerance):
    two = [(i, j) for i in range(len(here)) for j in range(i)]
    scale = np.median([guessed(here[[i, j]], there[[i, j]])[0] for i, j in two])
    return scale, np.median(there - scale * here, axis=0)


ex.slip("this is the way back, from `there` to `here`.", voted(lambda p, q: fitted(q, p)))
ex.slip(
    "the scale is upside down: how far apart they are in `there`, divided by how far in `here`.",
    voted(lambda p, q: (1 / fitted(p, q)[0], fitted(p, q)[1])),
)
SHIFT = "the scale is right, but the shift is what is left once `here` is scaled: there - scale * here."
ex.slip(SHIFT, voted(with_shift(lambda scale, p, q: q.mean(axis=0) - p.mean(axis=0))))


@ex.slip("the scale is right; for the shift, all pairs were taken, wrong ones too.")
def shift_of_all(here, there, tolerance):
    scale, _ = nearer(here, there, tolerance)
    return scale, (there - scale * here).mean(axis=0)


ex.slip("the shift is (rows, cols), in this order.", voted(with_shift(lambda scale, p, q: fitted(p, q)[1][::-1])))
ex.slip(
    "the shift has the wrong sign: it goes from `here` to `there`.", voted(with_shift(lambda s, p, q: -fitted(p, q)[1]))
)
ex.slip(
    "the shift was divided by the scale: first comes the scale, then the shift, scale * here + shift.",
    voted(with_shift(lambda scale, p, q: q.mean(axis=0) / scale - p.mean(axis=0))),
)


@ex.slip("the means are still in: take them off both before you look for the scale.")
def means_left_in(here, there, tolerance):
    agree = agreeing(here, there, tolerance)
    scale = np.sum(here[agree] * there[agree]) / np.sum(here[agree] ** 2)
    return scale, (there - scale * here)[agree].mean(axis=0)


ex.slip(
    "the scale is squared: it is how lengths grow, not areas.",
    voted(lambda p, q: (fitted(p, q)[0] ** 2, fitted(p, q)[1])),
)
ex.slip("the scale less 1: 1 means that nothing has grown.", voted(lambda p, q: (fitted(p, q)[0] - 1, fitted(p, q)[1])))


@ex.wrong("fitted again")
def the_best_guess(here, there, tolerance):
    """Return the guess from two pairs with most votes, and fit no more."""
    two = [(i, j) for i in range(len(here)) for j in range(i)]
    guesses = [guessed(here[[i, j]], there[[i, j]]) for i, j in two]
    return max(guesses, key=lambda g: (np.linalg.norm(g[0] * here + g[1] - there, axis=1) < tolerance).sum())


ex.wrong("exchanged", lambda *case: nearer(*case)[::-1])
ex.wrong("two things", lambda *case: nearer(*case)[0])
ex.wrong("one number for rows and columns", lambda *case: ([1.3, 1.3], [0, 0]))
ex.wrong("two numbers, rows and columns", lambda *case: (nearer(*case)[0], [7.0]))
ex.wrong("not finite", lambda *case: (np.nan, [0, 0]))
ex.wrong("is a motion with which", lambda *case: (5, [0, 0]))
ex.wrong("is it an angle", lambda here, there, tolerance: fit_motion(here, there))
