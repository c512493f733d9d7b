"""The explorer of supervised segmentation: two marked pixels, and each pixel goes to the nearer colour."""

import numpy as np

from .colour_plane import points_of, put_square
from .engine import explorer
from .samples import half_fruit


def _mark(shape, row, col):
    return int(row * (shape[0] - 1)), int(col * (shape[1] - 1))


def supervised_view(image, row_a=0.33, col_a=0.33, row_b=0.2, col_b=0.9):
    """Mark two pixels, a and b: each pixel goes to the one whose colour is nearer."""
    marks = [_mark(image.shape, row_a, col_a), _mark(image.shape, row_b, col_b)]
    from_a, from_b = (((image - image[mark].astype(float)) ** 2).sum(axis=-1) for mark in marks)
    labels = (from_a > from_b).astype(int)
    framed = points_of(image).reshape(image.shape).copy()
    colours = np.array([framed[mark] for mark in marks])
    for (row, col), colour in zip(marks, colours, strict=True):
        put_square(framed, row, col, colour, max(max(image.shape) // 50, 4))
    told = (
        f"mark {name} at [{row}, {col}], colour {np.round(colour, 2).tolist()}: <b>{np.mean(labels == n):.1%}</b>"
        for n, (name, (row, col), colour) in enumerate(zip("ab", marks, colours, strict=True))
    )
    return {
        "picture with both marks": framed,
        "each pixel in the colour of its mark": colours[labels],
        "nearer to a (white)": labels == 0,
        "text": "; ".join(told) + " of the pixels.",
    }


supervised = explorer(
    supervised_view,
    code="rows, cols = image.shape[:2]\n"
    "a = image[int({row_a:.2f} * (rows - 1)), int({col_a:.2f} * (cols - 1))]\n"
    "b = image[int({row_b:.2f} * (rows - 1)), int({col_b:.2f} * (cols - 1))]\n"
    "nearer_to_a = ((image - a.astype(float)) ** 2).sum(-1) <= ((image - b.astype(float)) ** 2).sum(-1)",
    sample=half_fruit,
    takes="colour",
    row_a=(0.0, 1.0, 0.01),
    col_a=(0.0, 1.0, 0.01),
    row_b=(0.0, 1.0, 0.01),
    col_b=(0.0, 1.0, 0.01),
)
