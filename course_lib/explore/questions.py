"""Explorers of what the cascade asks: the LBP code of every place, and one question at one window."""

import numpy as np

from .. import data
from ..feature.lbp import codes_at, lbp_codes, summed_area_table
from ..util import img_as_float, random_noise
from .engine import explorer
from .faces import detector
from .panes import BLUE, Chart, Curve, Grid, marked

SIDE = 256  # codes of larger pictures are those of every second or third pixel


def code_picture(image, block=1):
    """Return the LBP code of every place where nine blocks fit, as a grey picture."""
    rows, cols = (max(n - 3 * block + 1, 0) for n in image.shape)
    places = np.divmod(np.arange(rows * cols), max(cols, 1))
    codes = lbp_codes(summed_area_table(image), *places, block, block)
    return codes.reshape(rows, cols)


def lbp_view(image, gamma=1.0, noise=0.0, block=1):
    """Change the light or add noise, and see which codes stay."""
    image = img_as_float(image)
    changed = random_noise(image**gamma, var=noise**2, rng=0) if noise else image**gamma
    before, after = code_picture(image, block), code_picture(changed, block)
    counts = np.bincount(after.ravel(), minlength=256).astype(float)
    return {
        "picture": changed,
        "its codes": after,
        "how often each code occurs": Chart((Curve(np.arange(256.0), counts, BLUE, filled=True),), xlabel="code"),
        "text": f"Blocks of {block} x {block}. <b>{np.mean(before == after):.0%}</b> of the codes are the same as "
        "in the picture as it was.",
    }


lbp = explorer(
    lbp_view,
    code="from course_lib.explore.questions import code_picture\n"
    "code_picture(util.random_noise(util.img_as_float(image)**{gamma:.2f}, var={noise:.2f}**2, rng=0), {block})",
    sample=lambda: data.astronaut()[:256, 100:356],
    takes="grey",
    side=SIDE,
    gamma=(0.3, 3.0, 0.1),
    noise=(0.0, 0.2, 0.01),
    block=(1, 8, 1),
)


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
    means = [[image[top + i * height : top + (i + 1) * height, left + j * width : left + (j + 1) * width].mean()
              for j in range(3)] for i in range(3)]  # fmt: skip
    passed = sum(len(left) > 0 for left in cascade.survivors(table, np.array([row]), np.array([col]), scale))
    return {
        "window": _drawn(picture, top, left, height, width),
        "mean of each block": Grid(np.array(means).round().astype(np.uint8), outlined=((1, 1),)),
        "text": f"Stage {stage}, question {number + 1} of {len(asked.stumps)}: code {code:08b}, score "
        f"{asked.stumps[number].scores[code]:+.2f}. All its questions add up to {total:+.2f}; the stage asks for "
        f"{asked.threshold:+.2f}: <b>{'stays' if total >= asked.threshold - cascade.eps else 'out'}</b>. "
        f"This window passes {passed} of {cascade.stages_number} stages"
        + (": <b>a face</b>." if passed == cascade.stages_number else "."),
    }


def _drawn(picture, top, left, height, width):
    """Frame the nine blocks, the middle one last."""
    for i, j in [(i, j) for i in range(3) for j in range(3) if (i, j) != (1, 1)] + [(1, 1)]:
        color = (0, 114, 178) if (i, j) != (1, 1) else (240, 228, 66)
        picture = marked(picture, top + i * height, left + j * width, height, width, color)
    return picture


def _question_code(stage, question, row, col, size):
    return (
        "from course_lib.explore.faces import detector\nfrom course_lib.feature.lbp import summed_area_table\n"
        f"detector().stage_scores(detector().data.stages[{stage} - 1], summed_area_table(image), "
        f"np.array([{row} * (image.shape[1] + 1) + {col}]), {size} / 24)"
    )


question = explorer(
    question_view,
    code=_question_code,
    sample=lambda: data.astronaut()[40:240, 100:300],
    takes="grey",
    stage=(1, 20, 1),
    question=(1, 10, 1),
    row=lambda image: (0, max(image.shape[0] - 24, 1), 2, min(26, max(image.shape[0] - 24, 1))),
    col=lambda image: (0, max(image.shape[1] - 24, 1), 2, min(74, max(image.shape[1] - 24, 1))),
    size=lambda image: (24, max(min(image.shape), 25), 1, max(min(96, *image.shape), 24)),
)
