"""Boxes, and what a detector answered when it was asked again: the cases of a vote."""

from .e13_two_boxes import box

A, B, C, D = box(0, 0, 10, 10), box(30, 30, 8, 8), box(60, 2, 12, 12), box(5, 50, 9, 9)


def near(one, by=1):
    return {**one, "r": one["r"] + by}


VOTES = [  # (boxes, answers, votes)
    ([A, B, C, D], [[near(C), near(A), near(A, 2)], [near(D), near(A)], [D, near(C)], [box(0, 90, 9, 9)]], 2),
    ([A, B, C, D], [[near(C), near(A), near(A, 2)], [near(D), near(A)], [D, near(C)], [box(0, 90, 9, 9)]], 1),
    ([D, C, B, A], [[A, B, C], [A, near(B), D], [A, C], [C]], 2),  # 2 for B, 3 for C and A, 1 for D
    ([A, B], [[near(A), near(A, 2), near(A, 3)], []], 2),  # one answer has one voice
    ([B, near(B), A], [[B], [near(B)]], 2),  # one box may confirm two
    ([A, B, C], [[C], [A], [B]], 3),  # nobody has three
    ([A, B, C], [[near(C), A, B], [near(A), B, C], [B, C, A]], 3),
    ([A, C], [], 1),
    ([], [[A], [B]], 1),
    ([box(0, 0, 13, 1), A], [[box(0, 7, 13, 1)], [box(0, 7, 13, 1)]], 2),  # 6 of 20 pixels: exactly 0.3
    ([box(0, 10, 12, 9), B], [[box(0, 3, 12, 9), box(0, 17, 12, 9), B], [B]], 1),  # 5 of 19, twice
    ([box(0, 0, 2000, 1)], [[box(0, 1077, 2000, 1)]], 1),  # a very little less than 0.3
    ([A], [[box(0, 4, 10, 10)]], 1),  # 60 of 140 pixels
    ([A, B, C, D], [[A, D], [D, A], [C, B]], 1),  # 2, 1, 1, 2: the order of equals
]
