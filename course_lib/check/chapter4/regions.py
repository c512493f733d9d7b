"""The masks in which regions are looked for and counted."""

import numpy as np


def masks():
    """Return masks in which the largest region is the first, the last, in between, joined at a corner, or one of two."""
    five = np.zeros((13, 16), bool)  # first, smallest, largest but one, largest, last: each is another region
    five[0, 2:8] = five[2, 12:15] = five[4:7, 1:4] = five[5:10, 8:13] = five[11, 3:15] = True
    single = np.zeros((5, 7), bool)
    single[1::2, 1::2] = True
    blobs = np.zeros((14, 18), bool)
    blobs[1:3, 1:9], blobs[5:10, 2:7], blobs[6:9, 10:13], blobs[12, 1:16] = True, True, True, True
    corner = np.zeros((10, 12), bool)
    corner[0:3, 0:3] = corner[3:6, 3:6] = corner[8, 2:12] = True  # 18 together, 9 each; the line has 10
    corner[1, 5:8] = True
    equal = np.zeros((7, 9), bool)
    equal[1:3, 5:7] = equal[2:4, 0:2] = equal[6, 4] = True
    hollow = np.zeros((10, 17), bool)
    hollow[0, 16] = hollow[1:8, 1:8] = True
    hollow[2:7, 2:7] = False  # 24 pixels in the larger box
    hollow[2:7, 10:16], hollow[4, 12] = True, False  # 29 pixels round a hole
    turned, full, diagonal = blobs[::-1, ::-1].copy(), np.ones((4, 6), bool), np.eye(5, 7, dtype=bool)
    wide = np.ones((6, 9), bool)
    wide[:, 2] = False  # the background is the smallest
    tall = np.zeros((9, 12), bool)
    tall[0:7, 0] = tall[2:4, 4:10] = tall[8, 6] = True  # the highest, the largest, the last
    nested = np.zeros((9, 11), bool)
    nested[1:8, 1:8], nested[2:7, 2:7] = True, False
    nested[3:6, 3:6], nested[4, 9] = True, True  # a region in the hole of another one
    return five, tall, wide, blobs, single, hollow, corner, turned, nested, equal, full, diagonal
