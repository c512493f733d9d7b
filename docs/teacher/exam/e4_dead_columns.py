"""9.4: broken columns are filled from both sides."""

import numpy as np

from course_lib.check.compare import Arrays
from course_lib.check.exercise import exercise


def pictures():
    for seed, columns in ((1, (3, 7)), (2, (1,)), (3, (2, 5, 10))):
        image = np.random.default_rng(seed).random((7, 12))
        image[:, columns] = 0
        yield image, list(columns)


ex = exercise(
    "9.4",
    "Broken columns",
    cases=pictures,
    compare=Arrays(tolerance=1e-9),
    hints=(
        "Copy the picture first.",
        "image[:, column - 1] is the column on the left.",
        "Each broken column becomes half the sum of its two neighbours.",
    ),
    right="each broken column lies halfway between its neighbours.",
)


@ex.right
def mended(image, columns):
    result = image.copy()
    for column in columns:
        result[:, column] = (image[:, column - 1] + image[:, column + 1]) / 2
    return result


def with_columns(value):
    """Return an answer that puts value(image, column) into each broken column."""

    def answer(image, columns):
        result = image.copy()
        for column in columns:
            result[:, column] = value(image, column)
        return result

    return answer


ex.right(with_columns(lambda image, column: image[:, [column - 1, column + 1]].mean(axis=1)))
ex.slip("the broken column itself was counted: only its two neighbours are known.")(
    with_columns(lambda image, column: image[:, column - 1 : column + 2].mean(axis=1))
)
ex.slip("this is the left neighbour alone.", with_columns(lambda image, column: image[:, column - 1]))
ex.slip("this is the right neighbour alone.", with_columns(lambda image, column: image[:, column + 1]))
ex.slip("this is the sum of both: half of it is their mean.")(
    with_columns(lambda image, column: image[:, column - 1] + image[:, column + 1])
)
ex.slip("one number was put into the whole column: take the mean in each row.")(
    with_columns(lambda image, column: image[:, [column - 1, column + 1]].mean())
)
ex.slip("only the first broken column was mended.")(lambda image, columns: mended(image, columns[:1]))
ex.slip("nothing was mended yet.", lambda image, columns: image.copy())


@ex.slip("rows were mended: the second index is the column.")
def rows(image, columns):
    result = image.copy()
    for row in columns:
        if 0 < row < len(image) - 1:
            result[row] = (image[row - 1] + image[row + 1]) / 2
    return result
