"""The LBP code, the cascade and its scales, taken apart. All show the functions that the detector calls."""

import functools

import numpy as np

from .. import data
from ..explore.faces import FOUND, detector
from ..explore.panes import BLUE, ORANGE, Chart, Curve, Grid, marked
from ..explore.questions import code_picture
from ..feature.cascade import window_scales
from ..feature.lbp import CLOCKWISE, WEIGHTS, block_sums, codes_at, summed_area_table
from ..feature.merging import BOX, merge_detections
from .engine import step_through

PATCH = 24
DETECTED, LEFT, PASSED = ("boxes", "merged boxes"), "middles of the windows that are left", "windows that found a face"


def eye():
    """Return a few pixels around an eye."""
    return data.astronaut()[100 : 100 + PATCH, 196 : 196 + PATCH]


def lbp_code_view(image, step=0, block=2):
    """Step through one LBP code: nine blocks, eight comparisons with the middle one, eight bits, one number."""
    image = image[:PATCH, :PATCH]
    block = min(block, min(image.shape) // 3)
    row, col = ((n - 3 * block) // 2 for n in image.shape)
    table = summed_area_table(image)
    here, blocks = np.array([row * table.shape[1] + col]), np.array([[0, 0, block, block]])
    code = int(codes_at(table, here, blocks)[0, 0])
    sums = block_sums(table, here, blocks)[0, :, 0].reshape(3, 3)
    asked = min(max(step - 1, 0), 8)
    bits = np.zeros(9, np.uint8)
    bits[CLOCKWISE[:asked]] = [code >> (7 - k) & 1 for k in range(asked)]
    here = ((1, 1),) if asked in (0, 8) and step != 9 else ((1, 1), divmod(CLOCKWISE[asked - 1], 3))
    return {
        "picture and blocks": _with_blocks(image, row, col, block),
        "sums of the nine blocks": Grid(_of_255(sums, image, block), outlined=here if step else ()),
        "bits so far": Grid(bits.reshape(3, 3).astype(bool), outlined=((1, 1),)),
        **({"codes of all places": code_picture(image, block)} if step == 10 else {}),
        "text": _code_text(step, asked, _of_255(sums, image, block), code),
    }


def _with_blocks(image, row, col, block, zoom=8):
    """Return the picture, enlarged so that the frames around nine blocks are thin."""
    picture = image.repeat(zoom, axis=0).repeat(zoom, axis=1)
    for i, j in np.ndindex(3, 3):
        picture = marked(picture, (row + i * block) * zoom, (col + j * block) * zoom, block * zoom, block * zoom)
    return picture


def _of_255(sums, image, block):
    """Return the sums in the picture's own values: the table counts from its darkest pixel, in 4095 levels."""
    low, high = float(image.min()), float(image.max())
    return np.rint(sums / 4095 * (high - low) + low * block**2).astype(int)


def _code_text(step, asked, sums, code):
    if step == 0:
        return "Nine blocks of pixels, three by three. The sum of each is four numbers from a table of sums."
    if step == 1:
        return f"The sums. Each of the eight around is now asked: are you as bright as the middle one, {sums[1, 1]}?"
    if step == 10:
        return "The same for every place: one code each. Slopes, corners and spots have codes of their own."
    number = asked - 1
    value = sums.flat[CLOCKWISE[number]]
    bit = code >> (7 - number) & 1
    bits = f"{code:08b}"[:asked]
    told = f"{value} against {sums[1, 1]}: <b>{bit}</b>. Bits so far, clockwise from the upper left: {bits}"
    if asked < 8:
        return told + "."
    parts = " + ".join(str(int(w)) for w, b in zip(WEIGHTS, f"{code:08b}", strict=True) if b == "1") or "0"
    return f"{told}. Read as one number: {parts} = <b>{code}</b>."


lbp_code = step_through(
    lbp_code_view,
    code="from course_lib.feature.lbp import lbp_codes, summed_area_table\n"
    "start = (24 - 3 * {block}) // 2\n"
    "lbp_codes(summed_area_table(image[:24, :24]), [start], [start], {block}, {block})",
    sample=eye,
    takes="grey",
    step=(0, 10, 1),
    block=(1, 5, 1, 2),
)


def friends():
    """Return the eight friends at half their size, in grey: quicker, and every face is still large enough."""
    return data.load("friends")[::2, ::2]


def windows_passed(image, scale_factor=1.2, step_ratio=1.0):
    """Return for each size of the window its side, rows and columns of all windows, and the stages each passed."""
    return _windows_passed(image.tobytes(), image.shape, image.dtype.str, scale_factor, step_ratio)


@functools.lru_cache(maxsize=4)  # a step shows another part of the same search
def _windows_passed(content, shape, dtype, scale_factor, step_ratio):
    cascade = detector()
    table = summed_area_table(np.frombuffer(content, dtype).reshape(shape))
    searched = []
    for scale in window_scales((cascade.window_height, cascade.window_width), (24, 24), shape, scale_factor):
        rows, cols = cascade.window_positions(shape, scale, step_ratio)
        passed = np.zeros(len(rows), np.uint8)
        for left in cascade.survivors(table, rows, cols, scale):
            passed[left] += 1
        searched.append((cascade.window_size(scale)[0], rows, cols, passed))
    return searched


def boxes_left(searched, stages):
    """Return the windows that passed so many stages, as boxes."""
    return [
        dict(zip(BOX, (int(row), int(col), side, side), strict=True))
        for side, rows, cols, passed in searched
        for row, col in zip(rows[passed >= stages], cols[passed >= stages], strict=True)
    ]


def _dots(image, searched, stages):
    """Light a dot at the middle of each window that passed so many stages, on a darkened picture."""
    shown = np.stack([image // 3] * 3, axis=-1) if image.dtype == np.uint8 else np.stack([image / 3] * 3, axis=-1)
    light = (230, 159, 0) if image.dtype == np.uint8 else (0.9, 0.62, 0)
    for side, rows, cols, passed in searched:
        shown[rows[passed >= stages] + side // 2, cols[passed >= stages] + side // 2] = light
    return shown


def _framed(image, boxes, color=FOUND, frame=None):
    for box in boxes:
        image = marked(image, box["r"], box["c"], box["height"], box["width"], color, frame)
    return image


def cascade_view(image, step=0):
    """Step through the cascade: after each stage fewer windows are left; those that pass all are merged."""
    cascade = detector()
    searched = windows_passed(image)
    last = cascade.stages_number
    stages = min(step, last)
    counts = np.array([sum(int((passed >= k).sum()) for *_, passed in searched) for k in range(last + 1)])
    merged = merge_detections(boxes_left(searched, last))
    shown = _framed(image, merged) if step > last else _dots(image, searched, stages)
    steps = np.arange(last + 1.0)
    tall = np.log10(np.maximum(counts, 1))
    return {
        DETECTED[0] if step > last else LEFT: shown,
        "windows left, in powers of ten": Chart(
            (Curve(steps[: stages + 1], tall[: stages + 1], ORANGE),),
            {},
            f"stages passed (top: {counts[0]:,})",
            (0, last),
            max(float(tall.max()), 1.0),
        ),
        "text": _cascade_text(step, cascade, counts, len(merged)),
    }


def _cascade_text(step, cascade, counts, merged):
    sizes = [len(stage.stumps) for stage in cascade.data.stages]
    if step == 0:
        return f"<b>{counts[0]:,}</b> windows of all sizes, and each may hold a face."
    asked = float(np.dot(counts[:-1], sizes)) / max(int(counts[0]), 1)
    if step > len(sizes):
        return (
            f"{counts[-1]} windows passed all stages. Those that lie over each other are merged, and where fewer than "
            f"4 agree they are dropped: <b>{merged} boxes</b>. A window was asked {asked:.1f} of {sum(sizes)} "
            "questions on average."
        )
    share = counts[step] / max(counts[step - 1], 1)
    return (
        f"Stage {step} asks {sizes[step - 1]} questions. <b>{counts[step]:,}</b> windows are left: {share:.0%} of "
        f"those that were asked, {counts[step] / max(counts[0], 1):.2%} of all."
    )


cascade = step_through(
    cascade_view,
    code="from course_lib.explore.faces import detect\ndetect(image, min_size=24, max_size=min(image.shape))",
    sample=friends,
    takes="grey",
    still={"step": 0},
    wide=(LEFT, DETECTED[0]),
    step=(0, 21, 1),
)

SIZES = 12  # steps through the sizes; where there are more, a step takes several


def scales_view(image, step=0, scale_factor=1.2, step_ratio=1.0):
    """Step through the sizes of the window: how many fit, where they find something, and what is merged."""
    searched = windows_passed(image, round(scale_factor, 3), round(step_ratio, 3))
    last = detector().stages_number
    done = min(-(-step * len(searched) // SIZES), len(searched))
    sides = np.array([float(side) for side, *_ in searched])
    counts = np.array([len(rows) for _, rows, *_ in searched], float)
    found = np.array([int((passed >= last).sum()) for *_, passed in searched], float)
    boxes = boxes_left(searched[:done], last)
    finished = step > SIZES
    side = int(sides[done - 1]) if done else 24
    shown = _framed(image, merge_detections(boxes)) if finished else _framed(image, boxes[-400:], frame=1)
    if not finished:
        shown = marked(shown, 0, 0, side, side)
    return {
        DETECTED[1] if finished else PASSED: shown,
        "windows of each size": Chart((Curve(sides, counts, BLUE, filled=True),), {f"{side} pixels": side}, "side"),
        "of those, found a face": Chart((Curve(sides[:done], found[:done], ORANGE),), {}, "side", _span(sides),
                                        max(float(found.max(initial=0)), 1.0)),
        "text": _scales_text(finished, done, searched, found, boxes),
    }  # fmt: skip


def _span(sides):
    return (24.0, float(sides.max(initial=25.0)))


def _scales_text(finished, done, searched, found, boxes):
    if not done:
        return f"{len(searched)} sizes will be tried, from 24 pixels on. The framed window starts at the upper left."
    if finished:
        return f"{len(boxes)} windows of all sizes found a face. Merged: <b>{len(merge_detections(boxes))} boxes</b>."
    side, rows, *_ = searched[done - 1]
    return (
        f"Size {done} of {len(searched)}: {side} pixels, {len(rows):,} windows. It found a face in "
        f"<b>{int(found[done - 1])}</b> of them; so far {len(boxes)}."
    )


scales = step_through(
    scales_view,
    code="from course_lib.explore.faces import detect\n"
    "detect(image, {scale_factor:.2f}, {step_ratio:.1f}, min_size=24, max_size=min(image.shape))",
    sample=friends,
    takes="grey",
    still={"step": 0},
    wide=(PASSED, DETECTED[1]),
    step=(0, SIZES + 1, 1),
    scale_factor=(1.1, 2.0, 0.1, 1.2),
    step_ratio=(1.0, 3.0, 0.5, 1.0),
)
