"""Aligning: the turn and the shift that take the points of one picture to those of another.

Stages: fit a motion to a few matches -> count the matches that agree -> fit again to those of the best try.
"""

import numpy as np
from scipy import ndimage

from ..base.checks import check_array, check_grey
from ..base.dtype import as_float


def fit_motion(here, there):
    """Fit a turn and a shift to pairs of points, with the least sum of squared distances.

    there = R here + shift, with R = [[cos a, -sin a], [sin a, cos a]]

    Parameters
    ----------
    here, there : (n, 2) arrays
        Points (row, col); here[i] has moved to there[i].

    Returns
    -------
    angle : float
        In degrees, counter-clockwise as one looks at the picture.
    shift : (2,) array

    Raises
    ------
    ValueError
        For points that are not (n, 2), none, or unequal in number.

    Notes
    -----
    The two centroids fall on each other. For one pair the angle is 0.

    References
    ----------
    Umeyama (1991): Least-Squares Estimation of Transformation Parameters Between Two Point Patterns.

    Examples
    --------
    >>> import numpy as np
    >>> angle, shift = fit_motion([[0, 0], [0, 5]], [[3, 4], [-2, 4]])
    >>> round(angle), shift.round()
    (90, array([3., 4.]))
    """
    here, there = _check_pairs(here, there)
    from_middle, to_middle = here - here.mean(axis=0), there - there.mean(axis=0)
    # sums of |p| |q| sin and |p| |q| cos of the angle from p to q: the best angle is that of the two sums
    turned = np.sum(from_middle[:, 0] * to_middle[:, 1] - from_middle[:, 1] * to_middle[:, 0])
    kept = np.sum(from_middle * to_middle)
    angle = float(np.degrees(np.arctan2(turned, kept)))
    return angle, there.mean(axis=0) - turning(angle) @ here.mean(axis=0)


def turning(angle):
    """Return the matrix that turns (row, col) by an angle in degrees, counter-clockwise.

    Examples
    --------
    >>> turning(0)
    array([[ 1., -0.],
           [ 0.,  1.]])
    """
    a = np.deg2rad(angle)
    return np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])


def miss_distances(here, there, angle, shift):
    """Return how far from its partner each point lands, in pixels.

    Examples
    --------
    >>> miss_distances([[0, 0], [1, 1]], [[0, 2], [1, 1]], 0, [0, 0])
    array([2., 0.])
    """
    here, there = _check_pairs(here, there)
    return np.linalg.norm(here @ turning(angle).T + shift - there, axis=1)


def agreeing(here, there, tolerance=2.0, tries=100, rng=None):
    """Return which pairs agree on one motion: of many guesses from two pairs each, the one with which most pairs agree.

    Parameters
    ----------
    here, there : (n, 2) arrays
    tolerance : float
        A pair agrees if its point lands nearer than this to its partner, in pixels.
    tries : int
        With a share w of right pairs, a guess is right with a chance of about w * w.
    rng : int or Generator, optional

    Returns
    -------
    agree : (n,) array of bool
        All False for fewer than two pairs.

    References
    ----------
    Fischler, Bolles (1981): Random Sample Consensus.

    Examples
    --------
    >>> agreeing([[0, 0], [0, 9], [9, 0], [4, 4]], [[1, 2], [1, 11], [10, 2], [9, 9]], rng=0)
    array([ True,  True,  True, False])
    """
    here, there = _check_pairs(here, there)
    best = np.zeros(len(here), bool)
    for _, _, agree in guesses(here, there, tolerance, tries, rng):
        if agree.sum() > best.sum():
            best = agree
    return best


def guesses(here, there, tolerance=2.0, tries=100, rng=None):
    """Yield for each try of `agreeing` the two pairs that were drawn, their motion, and which pairs agree with it.

    Examples
    --------
    >>> import numpy as np
    >>> points = np.array([[0, 0], [0, 9]])
    >>> two, (angle, shift), agree = next(guesses(points, points + 1, rng=0))
    >>> sorted(two.tolist()), angle, shift, agree
    ([0, 1], 0.0, array([1., 1.]), array([ True,  True]))
    """
    here, there = _check_pairs(here, there)
    rng = np.random.default_rng(rng)
    for _ in range(tries if len(here) > 1 else 0):
        two = rng.choice(len(here), 2, replace=False)
        motion = fit_motion(here[two], there[two])
        yield two, motion, miss_distances(here, there, *motion) < tolerance


def moved_back(image, angle, shift):
    """Return a moved picture as it was: each pixel is looked up where `angle` and `shift` have taken it.

    Beyond the border there is black.

    Examples
    --------
    >>> import numpy as np
    >>> moved_back(np.eye(3), 0, [0, 1])
    array([[0., 0., 0.],
           [1., 0., 0.],
           [0., 1., 0.]])
    """
    return ndimage.affine_transform(as_float(check_grey(image)), turning(angle), shift, order=1)


def _check_pairs(here, there):
    pair = [check_array(points, name) for points, name in ((here, "here"), (there, "there"))]
    if any(points.ndim != 2 or points.shape[1] != 2 for points in pair) or len(pair[0]) != len(pair[1]):
        raise ValueError(
            "expected two lists of equally many points (n, 2), each (row, col), got shapes "
            f"{pair[0].shape} and {pair[1].shape}"
        )
    return [points.astype(float) for points in pair]
