"""The explorer of what the cascade asks: one question at one window."""

import numpy as np

from .. import data
from ..feature import Cascade
from ..feature.lbp import codes_at, summed_area_table
from .boxes import detector
from .engine import explorer
from .panes import Grid, marked


def question_view(image, stage=1, question=1, row=26, col=74, size=96):
    """Ask one question of the cascade at one window: its nine blocks, their code, and what the code scores."""
    cascade = detector()
    size = max(min(size, *image.shape[:2]), cascade.window_height)
    row, col = (max(min(at, n - size), 0) for at, n in zip((row, col), image.shape, strict=True))
    scale = size / cascade.window_height
    asked = cascade.data.stages[stage - 1]
    number = min(question, len(asked.stumps)) - 1
    table = summed_area_table(image)
    corner = np.array([row * table.shape[1] + col])
    blocks = cascade.stage_blocks(asked, scale)
    down, right, width, height = blocks[number].tolist()
    code = int(codes_at(table, corner, blocks[[number]])[0, 0])
    total = float(cascade.stage_scores(asked, table, corner, scale)[0])
    picture = marked(image, row, col, size, size)
    top, left = row + down, col + right
    passed = sum(len(left) > 0 for left in cascade.survivors(table, np.array([row]), np.array([col]), scale))
    return {
        "window": _drawn(picture, top, left, height, width),
        "mean of each block": Grid(_block_means(image, top, left, height, width), outlined=((1, 1),)),
        "text": f"Stage {stage}, question {number + 1} of {len(asked.stumps)}: code {code:08b}, score "
        f"{asked.stumps[number].scores[code]:+.2f}. All its questions add up to {total:+.2f}; the stage asks for "
        f"{asked.threshold:+.2f}: <b>{'stays' if total >= asked.threshold - cascade.eps else 'out'}</b>. "
        f"This window passes {passed} of {cascade.stages_number} stages"
        + (": <b>a face</b>." if passed == cascade.stages_number else "."),
    }


def _block_means(image, top, left, height, width):
    """Return the means of the nine blocks as whole numbers, (3, 3)."""
    blocks = image[top : top + 3 * height, left : left + 3 * width].reshape(3, height, 3, width)
    return blocks.mean(axis=(1, 3)).round().astype(np.uint8)


def _drawn(picture, top, left, height, width):
    """Frame the nine blocks, the middle one last."""
    for i, j in [(i, j) for i in range(3) for j in range(3) if (i, j) != (1, 1)] + [(1, 1)]:
        color = (0, 114, 178) if (i, j) != (1, 1) else (240, 228, 66)
        picture = marked(picture, top + i * height, left + j * width, height, width, color)
    return picture


def _question_code(stage, question, row, col, size):
    return (
        "from course_lib.explore.boxes import detector\nfrom course_lib.feature.lbp import summed_area_table\n"
        f"detector().stage_scores(detector().data.stages[{stage} - 1], summed_area_table(image), "
        f"np.array([{row} * (image.shape[1] + 1) + {col}]), {size} / 24)"
    )


question = explorer(
    question_view,
    least=24,
    code=_question_code,
    reads=Cascade.stage_scores,
    sample=lambda: data.astronaut()[40:240, 100:300],
    takes="grey",
    stage=(1, 20, 1),
    question=(1, 10, 1),
    row=lambda image: (0, max(image.shape[0] - 24, 1), 2, min(26, max(image.shape[0] - 24, 1))),
    col=lambda image: (0, max(image.shape[1] - 24, 1), 2, min(74, max(image.shape[1] - 24, 1))),
    size=lambda image: (24, max(min(image.shape), 25), 1, max(min(96, *image.shape), 24)),
)
