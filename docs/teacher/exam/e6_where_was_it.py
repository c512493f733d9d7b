"""9.6: a piece is found again in other light."""

import numpy as np

from course_lib.check.compare import Things
from course_lib.check.exercise import exercise


def pictures():
    for seed, (row, col), shift in ((1, (3, 9), 0.25), (2, (7, 2), -0.3), (3, (0, 5), 0.4)):
        image = np.random.default_rng(seed).random((14, 20)) * np.linspace(0.5, 1, 20)
        patch = image[row : row + 5, col : col + 4] + shift
        yield image, patch


ex = exercise(
    "9.6",
    "Where was it?",
    cases=pictures,
    compare=Things(),
    hints=(
        "Two loops: over every row and every column at which the piece fits.",
        "Take its mean off the piece, and off each window.",
        "The place with the least sum of squared differences.",
    ),
    right="less its mean, a piece does not know how bright the light was.",
)


@ex.right
def where(image, patch):
    rows, cols = patch.shape
    best, place = np.inf, None
    for row in range(image.shape[0] - rows + 1):
        for col in range(image.shape[1] - cols + 1):
            window = image[row : row + rows, col : col + cols]
            misfit = np.sum(((window - window.mean()) - (patch - patch.mean())) ** 2)
            if misfit < best:
                best, place = misfit, (row, col)
    return place


def searched(misfit, choose=np.argmin, rows_less=0):
    """Return an answer that takes another measure, the worst place, or leaves rows out."""

    def answer(image, patch):
        windows = np.lib.stride_tricks.sliding_window_view(image, patch.shape)[: None if not rows_less else -rows_less]
        measures = np.array([[misfit(window, patch) for window in row] for row in windows])
        return tuple(int(number) for number in np.unravel_index(choose(measures), measures.shape))

    return answer


def without_means(window, patch):
    return np.sum(((window - window.mean()) - (patch - patch.mean())) ** 2)


ex.right(searched(lambda window, patch: np.var(window - patch)))
ex.right(searched(lambda window, patch: -np.corrcoef(window.ravel(), patch.ravel())[0, 1]))
ex.slip("the light has changed, and pixels were compared as they are: take the means off first.")(
    searched(lambda window, patch: np.sum((window - patch) ** 2))
)
ex.slip("the worst place was taken: the least misfit is asked for.", searched(without_means, np.argmax))
ex.slip("row and column are exchanged.", lambda image, patch: where(image, patch)[::-1])
ex.slip("this is the middle of the place: its upper left pixel is asked for.")(
    lambda image, patch: tuple(at + size // 2 for at, size in zip(where(image, patch), patch.shape, strict=True))
)
ex.slip("only the means were compared: they are what the light has changed.")(
    searched(lambda window, patch: abs(window.mean() - patch.mean()))
)
ex.slip("only one of the two means was taken off: both, each its own.")(
    searched(lambda window, patch: np.sum((window - (patch - patch.mean())) ** 2))
)
