"""Lengths and areas of two boxes, from which an overlap is made in one way or another."""


def area(a):
    return a["width"] * a["height"]


def lengths(a, b):
    """Return how high and how wide the shared part is; below 0 where the boxes lie apart."""
    high = min(a["r"] + a["height"], b["r"] + b["height"]) - max(a["r"], b["r"])
    return high, min(a["c"] + a["width"], b["c"] + b["width"]) - max(a["c"], b["c"])


def shared_area(a, b):
    high, wide = lengths(a, b)
    return max(high, 0) * max(wide, 0)


def hull(a, b):
    """Return height and width of the rectangle around two boxes."""
    return [max(a[s] + a[n], b[s] + b[n]) - min(a[s], b[s]) for s, n in (("r", "height"), ("c", "width"))]
