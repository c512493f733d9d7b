"""Harris's corners: a window moves over the picture, and its gradients make a point, a line or a full ellipse."""

import numpy as np

from ..explore.overlay import add_lines, add_points
from ..explore.panes import BLUE, ORANGE, Chart, Curve, marked
from ..feature import corner_harris, structure_tensor
from ..feature.gradients import gradient
from ..util import img_as_float
from .engine import step_through

LAST = 40
SIDE = 201  # pixels of the plane on which gradients are drawn
START, END = (0.33, 0.12), (0.33, 0.85)  # where the window goes, as shares of the rows and columns


def slab():
    """Return a bright slab before a dark ground: its corner lies on the way of the window."""
    image = np.full((48, 72), 60.0)
    image[16:, 30:] = 190
    noise = np.random.default_rng(5).normal(0, 4, image.shape)
    return (image + noise).round().astype(np.uint8)


def harris_view(image, step=0, sigma=1.5, k=0.05):
    """Step through Harris: flat ground, an edge and a corner, as the window's gradients tell them apart."""
    values = img_as_float(image)
    half = max(round(2 * sigma), 1)
    way = path(values.shape)
    row, col = way[step]
    elements = structure_tensor(values, sigma)
    response = corner_harris(values, k=k, sigma=sigma)
    axes = [np.linalg.eigh(matrix_at(elements, point)) for point in way[: step + 1]]
    lengths = np.array([lengths for lengths, _ in axes]).clip(0)
    top, left = max(row - half, 0), max(col - half, 0)
    window = np.s_[top : row + half + 1, left : col + half + 1]
    changes = [change[window].ravel() for change in gradient(values, "constant")]
    return {
        "picture and window": marked(values, top, left, *values[window].shape),
        "its gradients, and their ellipse": gradient_plane(changes, *axes[-1]),
        "change, whichever way one moves": _changes_chart(lengths),
        "text": _text(row, col, lengths[-1], float(response[row, col]), k),
    }


def _changes_chart(lengths):
    """Return a chart of the most and the least change, one of each for every step so far."""
    x = np.arange(max(len(lengths), 2))  # a line has two ends
    least, most = (np.resize(values, len(x)) for values in lengths.T)
    curves = (Curve(x, most, BLUE, label="the most"), Curve(x, least, ORANGE, label="the least"))
    return Chart(curves, xlabel="step", xlim=(0, LAST), ymax=max(float(lengths.max()), 0.5))


def path(shape):
    """Return the pixels in the middle of the window, one for each step."""
    shares = np.linspace(START, END, LAST + 1)
    return [tuple(point) for point in (shares * (np.array(shape) - 1)).round().astype(int).tolist()]


def matrix_at(elements, point):
    """Return the structure tensor at one pixel as a matrix of 2 x 2."""
    rr, rc, cc = (element[point] for element in elements)
    return np.array([[rr, rc], [rc, cc]], float)


def gradient_plane(changes, lengths, directions):
    """Return a picture of gradients: to the right what grows across the columns, downwards what grows down the rows."""
    middle = SIDE // 2
    reach = max(float(np.abs(changes).max()), float(np.sqrt(max(lengths[1], 0))), 0.5)
    scale = middle * 0.95 / reach
    plane = np.full((SIDE, SIDE, 3), 255, np.uint8)
    plane[middle], plane[:, middle] = 200, 200
    add_points(plane, middle + scale * np.transpose(changes), "blue", 1)
    turn = np.linspace(0, 2 * np.pi, 73)
    axes = directions * np.sqrt(np.maximum(lengths, 0))
    ring = np.clip(middle + scale * (axes @ [np.cos(turn), np.sin(turn)]).T, 0, SIDE - 1)
    return add_lines(plane, ring[:-1], ring[1:], "red")


def _text(row, col, lengths, response, k):
    least, most = lengths
    kind = "flat" if most < 0.1 else ("corner" if response > 0 else "edge")
    return (
        f"Window around [{row}, {col}]: it changes by {most:.2f} the way it changes most, by {least:.2f} the way it "
        f"changes least. Response {least:.2f} · {most:.2f} - {k:.2f} · ({least:.2f} + {most:.2f})² = "
        f"<b>{response:.2f}</b>: <b>{kind}</b>."
    )


harris = step_through(
    harris_view,
    code="feature.corner_harris(image, k={k:.2f}, sigma={sigma:.1f})",
    reads=(corner_harris, structure_tensor),
    sample=slab,
    takes="grey",
    step=(0, LAST, 1),
    sigma=(0.5, 4.0, 0.5),
    k=(0.0, 0.25, 0.01),
)
