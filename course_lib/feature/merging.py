"""Merging: several overlapping windows find the same face; one box is wanted."""

import math
import operator

import numpy as np

from ..base.parameters import check_count, check_number

BOX = ("r", "c", "width", "height")


def merge_detections(detections, intersection_score_threshold=0.5, min_neighbor_number=4):
    """Merge detections of the same object into their mean, and drop those on which too few agree.

    share = area that both boxes have in common / area of the smaller one

    A detection joins the group whose mean shares most of the smaller one's area with it (nested boxes
    share all), or founds its own. The groups that are left are merged in the same way, until no two
    means share too much.

    Parameters
    ----------
    detections : list of dict
        With r, c (upper left corner), width, height: whole numbers of pixels, width and height from 1 on.
    intersection_score_threshold : float
        To join, a detection must have a larger share than this with the group's mean: 0 is any overlap, and from
        1 on nothing is merged.
    min_neighbor_number : int
        Groups of fewer are dropped; 4 suits a detector that finds each face with many windows, 1 keeps all.

    Returns
    -------
    merged : list of dict
        With r, c, width, height as int: the group's mean, rounded down. Groups in the order of their first detection.

    Raises
    ------
    ValueError
        For what is no list of boxes, and a threshold below 0.
    TypeError
        For a threshold or number that is none.

    Notes
    -----
    The result depends on the order of the detections, as a group's mean moves with each that joins. The cost grows
    with detections times groups.

    References
    ----------
    Viola, Jones (2001): Rapid Object Detection using a Boosted Cascade of Simple Features (integration of multiple
    detections; there any overlap is enough).

    Examples
    --------
    >>> boxes = [{"r": 0, "c": 0, "width": 8, "height": 8}, {"r": 2, "c": 2, "width": 4, "height": 4}]
    >>> merge_detections(boxes, min_neighbor_number=2)
    [{'r': 1, 'c': 1, 'width': 6, 'height': 6}]
    """
    share = check_number("intersection_score_threshold", intersection_score_threshold, 0)
    least = check_count("min_neighbor_number", min_neighbor_number, least=-math.inf)  # none and fewer: all are kept
    boxes = np.array([box_numbers(box) for box in check_boxes(detections)], int).reshape(-1, 4)
    sums, counts = group_boxes(boxes, np.ones(len(boxes), int), share)
    enough = counts >= least
    sums, counts = sums[enough], counts[enough]
    groups = -1
    while groups != len(counts):
        groups = len(counts)
        sums, counts = group_boxes(sums, counts, share)
    return [dict(zip(BOX, mean, strict=True)) for mean in (sums // counts[:, None]).tolist()]


def group_boxes(sums, counts, threshold):
    """Join each group of boxes to the earlier one that it shares most with, if that is more than `threshold`.

    Parameters
    ----------
    sums : (n, 4) array of integers
        r, c, width, height added up over the boxes of each group.
    counts : (n,) array of integers
        How many boxes a group has.

    Examples
    --------
    >>> import numpy as np
    >>> group_boxes(np.array([[0, 0, 8, 8], [2, 2, 4, 4], [9, 9, 2, 2]]), np.array([1, 1, 1]), 0.5)
    (array([[ 2,  2, 12, 12],
           [ 9,  9,  2,  2]]), array([2, 1]))
    """
    grouped, sizes = np.zeros_like(sums), np.zeros_like(counts)
    used = 0
    for box, count in zip(sums, counts, strict=True):
        shares = intersection_scores(box // count, grouped[:used] // sizes[:used, None])
        group = shares.argmax() if used and shares.max() > threshold else used
        used = max(used, group + 1)
        grouped[group] += box
        sizes[group] += count
    return grouped[:used], sizes[:used]


def intersection_scores(box, others):
    """Return how much of the smaller one's area a box shares with each of the others; rows are (r, c, width, height).

    Examples
    --------
    >>> import numpy as np
    >>> intersection_scores(np.array([0, 0, 4, 4]), np.array([[0, 2, 4, 4], [1, 1, 2, 2]]))
    array([0.5, 1. ])
    """
    # sizes as (height, width), the order of (r, c)
    start = np.maximum(box[:2], others[:, :2])
    size, other_sizes = box[:1:-1], others[:, :1:-1]
    end = np.minimum(box[:2] + size, others[:, :2] + other_sizes)
    shared = np.maximum(end - start, 0).prod(axis=1)
    return shared / np.minimum(size.prod(), other_sizes.prod(axis=1))


def check_boxes(detections):
    """Return detections that are a list, of whatever boxes: a single box needs brackets around it."""
    if not isinstance(detections, (list, tuple)):
        raise ValueError(
            f"expected a list of boxes, as Cascade.detect_multi_scale gives, got {type(detections).__name__}"
        )
    return detections


def box_numbers(box):
    """Return the row and column of a box's upper left corner, its width and its height.

    Examples
    --------
    >>> box_numbers({"r": 5, "c": 7, "width": 3, "height": 4})
    [5, 7, 3, 4]
    """
    try:
        numbers = [operator.index(box[name]) for name in BOX]
    except (TypeError, KeyError, IndexError):
        raise ValueError(f"expected a box as a dict with r, c, width and height, whole numbers, got {box!r}") from None
    if min(numbers[2:]) < 1:
        raise ValueError(f"expected a box at least 1 pixel wide and high, got {box!r}")
    return numbers
