"""Pictures with pixels that are green by just the margin, and what is said of one."""

import numpy as np

from ... import data
from ..pictures import random_colour


def with_edge_cases(image, margin):
    """Return a copy with pixels that are green by just the margin, by just less, or grey."""
    image = image.copy()
    lead, less = 90 + margin, 89 + margin  # above 90
    image[0, :7] = [
        [90, lead, 90],
        [90, lead, 0],
        [0, lead, 90],
        [90, less, 10],
        [10, less, 90],
        [0, margin, 1],
        [90] * 3,
    ]
    return image, margin


def pictures_and_margins():
    yield with_edge_cases(random_colour(43, (14, 17)), 30)
    yield with_edge_cases(random_colour(44, (14, 17)), 60)
    yield with_edge_cases(data.load("dice")[100:180:4, 90:210:4], 25)
    yield np.array([[[0, 255, 0], [255, 255, 255], [0, 0, 0], [0, 254, 0], [0, 255, 1]]], np.uint8), 255
    yield with_edge_cases(random_colour(45, (11, 9)), 0)


def one_pixel(where, given, expected, image, margin):
    red, green, blue = image[where].tolist()
    leads = f"green is {green - red} above red and {green - blue} above blue"
    asked = "green" if expected[where] else "not green"
    return f"the pixel in row {where[0]}, column {where[1]} is ({red}, {green}, {blue}): {leads}, so with the margin {margin} it is {asked}."
