"""Pictures that several explorers show where the learner gives none."""

from .. import data
from ..color import rgb2gray


def wall():
    """Return a part of the Great Wall, small enough for slow algorithms."""
    return data.load("landscape")[150:350, 200:456]


def fruit():
    """Return a part of the grapefruits: large plain areas and sharp edges."""
    return data.load("grapefruit")[100:300, 130:386]


def windows():
    """Return a part of the palace in grey, full of corners."""
    return rgb2gray(data.load("palace"))[150:350, 250:506]


def half_fruit():
    """Return the grapefruits at half size."""
    return data.load("grapefruit")[::2, ::2]


def face():
    """Return the portrait at half size."""
    return data.load("portrait")[::2, ::2]


def dice_grey():
    """Return the three dice in grey, from 0 to 1."""
    return rgb2gray(data.load("dice"))
