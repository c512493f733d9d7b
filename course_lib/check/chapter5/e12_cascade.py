"""5.12: how many windows are left after each stage of a cascade."""

import numpy as np

from ..answers import Wrong, as_array
from ..compare import Arrays
from ..exercise import exercise


def stages():
    rng = np.random.default_rng(92)
    made = []
    for shape in ((3, 12), (5, 40), (7, 7), (6, 1)):
        scores = rng.integers(-3, 4, shape) / 2
        made.append((scores, rng.integers(-2, 1, shape[0]) / 2))
    made[2] = (
        made[2][0],
        np.array([-1.5, -0.5, -1.5, 0.0, -1.0, -1.5, 0.5]),
    )  # whoever forgets the axis gets no error here
    return [made[k] for k in (2, 0, 1, 3)]


ex = exercise(
    "5.12",
    "Who is left after each stage?",
    cases=stages,
    compare=Arrays(whole=True),
    hints=(
        "Which stages must a window have passed, to be left after the third one?",
        "scores >= thresholds[:, None] says which windows pass which stage, each stage alone. Who is left has passed all stages up to this one.",
        "np.logical_and.accumulate(passed, axis=0) joins each stage with those before it; then count along the windows.",
    ),
    right="out is out: the numbers can only fall.",
)


@ex.read
def a_row(given, scores, thresholds):
    given = as_array(given)
    if given.dtype == bool:
        raise Wrong("these are True and False; asked are numbers of windows.")
    if given.ndim == 2:
        raise Wrong(f"one number for each stage was asked for; yours has the shape {given.shape}.")
    return given


@ex.right
def left_after(scores, thresholds):
    passed = scores >= thresholds[:, None]
    return np.logical_and.accumulate(passed, axis=0).sum(axis=1)


@ex.right
def stage_by_stage(scores, thresholds):
    alive, counts = np.arange(scores.shape[1]), []
    for stage, threshold in zip(scores, thresholds, strict=True):
        alive = alive[stage[alive] >= threshold]
        counts.append(len(alive))
    return counts


ex.right(lambda scores, thresholds: np.cumprod(scores >= thresholds[:, None], axis=0).sum(axis=1))


def accumulated(passed, axis=0):
    return np.logical_and.accumulate(passed, axis=axis).sum(axis=1)


ex.slip(
    "each stage was counted alone: a window that is out stays out. Count those that passed all stages so far.",
    lambda scores, thresholds: (scores >= thresholds[:, None]).sum(axis=1),
)
ex.slip(
    "a window that fails two stages was taken off twice: it is out after the first, and is not asked again.",
    lambda scores, thresholds: scores.shape[1] - (scores < thresholds[:, None]).sum(axis=1).cumsum(),
)
ex.slip(
    "a score exactly at the threshold passes.", lambda scores, thresholds: accumulated(scores > thresholds[:, None])
)
ex.slip(
    "these are the windows that are out; asked are those left.",
    lambda scores, thresholds: scores.shape[1] - left_after(scores, thresholds),
)
ex.slip(
    "these are those asked at each stage; asked are those left after it.",
    lambda scores, thresholds: np.r_[scores.shape[1], left_after(scores, thresholds)[:-1]],
)
ex.slip(
    "these are shares; asked are numbers of windows.",
    lambda scores, thresholds: left_after(scores, thresholds) / scores.shape[1],
)
ex.slip(
    "these went out at each stage; asked are those left.",
    lambda scores, thresholds: -np.diff(np.r_[scores.shape[1], left_after(scores, thresholds)]),
)
ex.slip(
    "inverted: a window stays if its score is at the threshold or above.",
    lambda scores, thresholds: accumulated(scores < thresholds[:, None]),
)
ex.slip(
    "scores were added up over the stages: each stage asks anew.",
    lambda scores, thresholds: (scores.cumsum(axis=0) >= thresholds.cumsum()[:, None]).sum(axis=1),
)
ex.slip(
    "scores were added up over the stages: each stage asks anew.",
    lambda scores, thresholds: (scores.cumsum(axis=0) >= thresholds[:, None]).sum(axis=1),
)
ex.slip(
    "scores were added up over the stages: each stage asks anew.",
    lambda scores, thresholds: accumulated(scores.cumsum(axis=0) >= thresholds[:, None]),
)
ex.slip(
    "accumulated from window to window: axis=0 goes from stage to stage.",
    lambda scores, thresholds: accumulated(scores >= thresholds[:, None], axis=1),
)
ex.slip(
    "one number for each window; asked is one for each stage: count with .sum(axis=1).",
    lambda scores, thresholds: np.logical_and.accumulate(scores >= thresholds[:, None], axis=0).sum(axis=0),
    by_shape=True,
)
ex.slip(
    "these are left at the end; asked is the number after each stage.",
    lambda scores, thresholds: np.full(len(thresholds), left_after(scores, thresholds)[-1]),
)
ex.slip(
    "one number came back; asked is the number after each stage.",
    lambda scores, thresholds: left_after(scores, thresholds)[-1],
    by_shape=True,
)
ex.slip(
    "the thresholds are not asked: each stage has its own, thresholds[k].",
    lambda scores, thresholds: accumulated(scores >= 0),
)
ex.slip(
    "the thresholds are not asked: each stage has its own, thresholds[k].",
    lambda scores, thresholds: accumulated(scores > 0),
)
for one in (0, -1):
    ex.slip(
        "one threshold was taken for all stages: each has its own, thresholds[k].",
        lambda scores, thresholds, one=one: accumulated(scores >= thresholds[one]),
    )
ex.slip(
    "who passes one stage stays in yours; out is out, so all stages up to this one have to be passed (and, not or).",
    lambda scores, thresholds: np.logical_or.accumulate(scores >= thresholds[:, None]).sum(axis=1),
)
LAST_FIRST = "the last stage was asked first: the first one is row 0."
ex.slip(LAST_FIRST, lambda scores, thresholds: accumulated((scores >= thresholds[:, None])[::-1]))
ex.slip(LAST_FIRST, lambda scores, thresholds: accumulated((scores >= thresholds[:, None])[::-1])[::-1])
for sentence, made in (
    ("one threshold was made of all: each stage has its own.", lambda t: 0 * t + t.mean()),
    ("the thresholds were added up: each stage has its own.", np.cumsum),
    ("the thresholds were sorted: each stage has its own, in their order.", np.sort),
    ("the sign of the thresholds is lost or exchanged.", lambda t: -t),
    ("the sign of the thresholds is lost or exchanged.", np.abs),
):
    ex.slip(sentence, lambda scores, thresholds, made=made: left_after(scores, made(thresholds)))
ex.slip(
    "without their signs, scores and thresholds are others: compare them as they are.",
    lambda scores, thresholds: left_after(np.abs(scores), np.abs(thresholds)),
)
ex.slip(
    "who passes and who fails are exchanged at each failure: ^ is not &.",
    lambda scores, thresholds: np.logical_xor.accumulate(scores >= thresholds[:, None]).sum(axis=1),
)
ex.slip(
    "these are differences from stage to stage: asked are those left.",
    lambda scores, thresholds: np.diff(left_after(scores, thresholds)),
    by_shape=True,
)
ex.slip(
    "added up from stage to stage: the numbers can only fall.",
    lambda scores, thresholds: (scores >= thresholds[:, None]).sum(axis=1).cumsum(),
)
ex.slip(
    "the least of the numbers so far is not who is left: those who failed at one stage may be others than at the next.",
    lambda scores, thresholds: np.minimum.accumulate((scores >= thresholds[:, None]).sum(axis=1)),
)
ex.slip(
    "who went out before the last stage only: each stage asks those whom the one before let through, and all before it.",
    lambda scores, thresholds: (lambda passed: (passed & np.vstack([passed[:1], passed[:-1]])).sum(axis=1))(
        scores >= thresholds[:, None]
    ),
)
ex.slip(
    "one number came back, in a list; asked is one after each stage: append inside the loop.",
    lambda scores, thresholds: left_after(scores, thresholds)[-1:],
    by_shape=True,
)
ex.slip(
    "each row of scores needs its own threshold: [:, None].",
    lambda scores, thresholds: accumulated(scores >= thresholds),
)

ex.wrong(
    "one number for each stage",
    lambda scores, thresholds: np.logical_and.accumulate(scores >= thresholds[:, None]).astype(int),
)
ex.wrong("these are True and False", lambda scores, thresholds: (thresholds <= scores.T).all(axis=1))
ex.wrong("1 too large", lambda scores, thresholds: left_after(scores, thresholds) + 1)
ex.wrong("shape", lambda scores, thresholds: left_after(scores, thresholds)[1:])


ex.slip("the thresholds were laid along the windows: each belongs to a row, a stage, so thresholds[:, None].")(
    lambda scores, thresholds: (scores >= thresholds).sum(axis=1)
)
ex.slip(
    "counted for each window: asked is one number for each stage, so sum along the windows, axis=1.", by_shape=True
)(lambda scores, thresholds: (scores >= thresholds[:, None]).sum(axis=0))


@ex.slip(
    "who is left got the scores of others: the list of windows shrank, the row of scores did not. Take scores[k][alive]."
)
def scores_of_others(scores, thresholds):
    alive, counts = np.arange(scores.shape[1]), []
    for stage, threshold in zip(scores, thresholds, strict=True):
        alive = alive[stage[: len(alive)] >= threshold]
        counts.append(len(alive))
    return counts


ex.slip("the thresholds were added up: each stage has its own, and who passed the stages before has passed theirs.")(
    lambda scores, thresholds: (scores >= np.cumsum(thresholds)[:, None]).sum(axis=1)
)
