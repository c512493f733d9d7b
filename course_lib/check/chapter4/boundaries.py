"""The labels that the exercise on boundaries is tried on, and answers that compare or join in other ways."""

import numpy as np

from .e01_piece_sizes import random_labels


def labelled():
    third = np.zeros((8, 10), int)
    third[:, -1], third[-1], third[2:4, 2:5], third[5, 6] = 7, 7, 256, 9  # 256 is 0 in uint8; 9 is one pixel
    lines = np.array([[0, 0, 1, 1, 1]]), np.array([[2], [2], [0]])
    return random_labels(57, 4), random_labels(58, 3, (12, 7)), third, np.full((4, 5), 3), *lines, np.array([[1]])


def missing_and_extra(where, given, expected, labels):
    missing, extra = expected & ~given, given & ~expected
    told = f"pixels beside another label that you do not mark: {missing.sum()}; pixels that you mark with no other label beside them: {extra.sum()}"
    inside = np.zeros(labels.shape, bool)
    inside[1:-1, 1:-1] = True
    border = "" if (inside & (missing | extra)).any() else ", all of them at the border of the picture"
    return f"{told}{border}. Look at row {where[0]}, column {where[1]}."


def marked(differ=np.not_equal, join=np.logical_or, right=True, left=True, lower=True, upper=True):
    """Return an answer that compares, joins marks, or chooses the pixels of a pair in another way."""

    def answer(labels):
        mask = np.zeros(labels.shape, bool)
        across, down = differ(labels[:, 1:], labels[:, :-1]), differ(labels[1:], labels[:-1])
        sides = (
            (mask[:, 1:], across & right),
            (mask[:, :-1], across & left),
            (mask[1:], down & lower),
            (mask[:-1], down & upper),
        )
        for side, found in sides:
            side[...] = join(side, found)
        return mask

    return answer


def last_left_out(labels, both_sides):
    mask = np.zeros(labels.shape, bool)
    across, down = labels[:-1, 1:] != labels[:-1, :-1], labels[1:, :-1] != labels[:-1, :-1]
    mask[:-1, :-1] = across | down
    if both_sides:
        mask[:-1, 1:] |= across
        mask[1:, :-1] |= down
    return mask
