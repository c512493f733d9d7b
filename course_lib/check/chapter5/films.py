"""The films of an exercise: matched points of two frames, between which the camera came nearer."""

import numpy as np

CORNERS = np.array([[0, 0], [0, 240], [200, 0], [200, 240]])  # of the picture, which is 200 x 240
NEAR = 0.5  # pixels: what a right answer may be off in a corner
ALIKE = 1e-3  # pixels: two answers that agree this closely have done the same


def films():
    """Yield matched points with how far off a pair may be: about half are wrong, and some follow a car."""
    for seed, n, right, scale, shift, tolerance in (
        (571, 40, 22, 1.3, (-30.0, -21.0), 3.0),
        (572, 36, 15, 0.8, (17.0, 31.0), 2.5),
        (573, 30, 18, 1.0, (6.0, -9.0), 3.0),
        (574, 48, 20, 1.12, (2.0, -40.0), 4.0),
    ):
        rng = np.random.default_rng(seed)
        here = rng.uniform((5, 5), (195, 235), (n, 2))
        there = rng.uniform((5, 5), (195, 235), (n, 2))
        there[:right] = scale * here[:right] + shift + rng.uniform(-0.8, 0.8, (right, 2))
        there[right : right + 6] = here[right : right + 6] + np.array([25, 35])  # a car
        order = rng.permutation(n)
        yield here[order], there[order], tolerance


def off(a, b):
    """Return how far apart two motions take the corners of the picture, at most."""
    return np.abs(np.subtract(*(motion[0] * CORNERS + np.array(motion[1:]) for motion in (a, b)))).max()


def how_far(given, expected, here, there, tolerance):
    told = (
        f"scale {given[0]:.3f} and shift {given[1:].round(1)} are off by {off(given, expected):.1f} pixels in a corner"
    )
    miss = (motion[0] * here + motion[1:] - there for motion in (given, expected))
    agree, most = ((np.linalg.norm(some, axis=1) < tolerance).sum() for some in miss)
    if given[0] < 0.3:
        return f"{told}. A scale is above 0, and near 0 nothing is left of a picture: is it an angle?"
    if off((given[0], *given[:0:-1]), expected) < 3:
        return f"{told}. The scale is right, and the shift is (rows, cols), in this order: yours comes as (cols, rows)."
    if off((1 / given[0], *(-given[1:] / given[0])), expected) < 3:
        return f"{told}. This is the way back, from `there` to `here`."
    if 2 * agree > most:
        return f"{told}. Nearly: is it fitted again to all the pairs that agree, and to them alone?"
    scale_off, shift_off = abs(given[0] - expected[0]), np.abs(given[1:] - expected[1:]).max()
    if scale_off < 0.005:
        return f"{told}. The scale is right, the shift is not: it is what is left of the agreeing pairs, there - scale * here, in the mean."
    if shift_off < 0.8:
        return f"{told}. The shift is right, the scale is not."
    if off((1 / given[0], *given[1:]), expected) < 3:
        return f"{told}. The shift is right, the scale is upside down: a distance in `there`, divided by the one in `here`."
    votes = f"{agree} of {len(here)} pairs agree with it, and there is a motion with which {most} agree"
    return f"{told}. It did not win the vote: {votes}. Guess from every two pairs, count who agrees each time, and fit to those who agree with the best guess."
