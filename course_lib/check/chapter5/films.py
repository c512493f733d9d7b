"""The films of an exercise: matched points of two frames, between which the camera came nearer."""

import numpy as np


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
