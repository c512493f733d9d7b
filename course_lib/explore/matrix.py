"""The explorer of a matrix of 2 by 2: where it takes each point, and the ellipse that it makes of a circle."""

import numpy as np
from scipy import ndimage

from .engine import explorer

SIDE = 201


def clock():
    """Return a round face with a hand, so that a turn can be told from a mirror."""
    rows, cols = np.mgrid[:SIDE, :SIDE] - SIDE // 2
    face = np.where(np.hypot(rows, cols) < 60, 200, 40).astype(np.uint8)
    face[(abs(rows) < 3) & (cols > 0) & (cols < 55)] = 60  # to the right
    face[(abs(cols) < 3) & (rows < 0) & (rows > -35)] = 60  # up, shorter
    return face


def matrix_view(image, a=1.0, b=0.5, c=0.0, d=1.0):
    """Move a picture by a matrix, about its middle."""
    matrix = np.array([[a, b], [c, d]])
    return {
        "picture": image,
        "moved": moved(image, matrix),
        "text": f"New row: {_weighed(a, b)}. New column: {_weighed(c, d)}.<br>{told(matrix)}",
    }


def moved(image, matrix):
    """Return a picture moved by a matrix of 2 by 2, about its middle."""
    back, offset = way_back(image, matrix)
    return ndimage.affine_transform(image, back, offset, order=1)


def way_back(image, matrix):
    """Return the matrix and the offset that tell for each place of the result where it comes from."""
    if abs(np.linalg.det(matrix)) < 1e-6:
        matrix = matrix + 0.01 * np.eye(2)  # all falls on one line: drawn a hair wide, or there would be no way back
    middle = (np.array(image.shape) - 1) / 2
    back = np.linalg.inv(matrix)
    return back, middle - back @ middle


def told(matrix):
    """Return the determinant, the half axes, and for a symmetric matrix the eigenvalues, as a sentence.

    >>> told(np.array([[2.0, 0.0], [0.0, 1.0]]))
    'Determinant <b>2</b>: areas become 2 times as large. A circle becomes an ellipse with half axes of 2 and 1 of \
its radii. It is symmetric: its eigenvalues are 2 and 1, the trace is their sum, <b>3</b>.'
    >>> told(np.array([[0.0, 0.5], [1.0, 0.0]])).split(". ")[0]
    'Determinant <b>-0.5</b>: areas become 0.5 times as large, and the picture is mirrored'
    """
    matrix = matrix + 0.0  # a slider's -0.0 becomes 0.0
    determinant, axes = np.linalg.det(matrix) + 0.0, np.linalg.svd(matrix, compute_uv=False)
    mirrored = ", and the picture is mirrored" if determinant < 0 else ""
    text = f"Determinant <b>{determinant:.3g}</b>: areas become {abs(determinant):.3g} times as large{mirrored}. "
    text += f"A circle becomes an ellipse with half axes of {axes[0]:.3g} and {axes[1]:.3g} of its radii."
    if matrix[0, 1] != matrix[1, 0]:
        return text
    low, high = np.linalg.eigvalsh(matrix) + 0.0
    return text + (
        f" It is symmetric: its eigenvalues are {high:.3g} and {low:.3g}, the trace is their sum, "
        f"<b>{np.trace(matrix):.3g}</b>."
    )


def _weighed(of_row, of_column):
    """Return a weighted sum of row and column in words.

    >>> _weighed(-0.0, -0.5)
    '0 · row - 0.5 · column'
    """
    sign = "-" if of_column < 0 else "+"
    return f"{of_row + 0.0:g} · row {sign} {abs(of_column):g} · column"


def _code(image, a, b, c, d):
    a, b, c, d = (number + 0.0 for number in (a, b, c, d))  # a slider's -0.0 becomes 0.0
    return (
        "from course_lib.explore.matrix import way_back\n"
        f"matrix = np.array([[{a:g}, {b:g}], [{c:g}, {d:g}]])\n"
        "back, offset = way_back(image, matrix)  # for each new place, where it comes from: the inverse of `matrix`\n"
        "ndimage.affine_transform(image, back, offset, order=1)"
    )


matrix = explorer(
    matrix_view,
    code=_code,
    reads=(moved, way_back),
    sample=clock,
    takes="grey",
    a=(-2.0, 2.0, 0.1),
    b=(-2.0, 2.0, 0.1),
    c=(-2.0, 2.0, 0.1),
    d=(-2.0, 2.0, 0.1),
)
