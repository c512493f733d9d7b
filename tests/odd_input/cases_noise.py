"""The odd pictures that random_noise meets."""

from course_lib import util

KINDS = ("gaussian", "localvar", "salt", "pepper", "s&p", "speckle", "poisson")

CASES = {"util.random_noise": lambda image: [util.random_noise(image, kind, rng=0) for kind in KINDS]}
