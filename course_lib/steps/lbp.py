"""The LBP code, taken apart with the functions that the detector calls."""

import numpy as np

from .. import data, plainly
from ..explore.lbp import code_picture
from ..explore.panes import Grid, marked
from ..feature.lbp import CLOCKWISE, WEIGHTS, block_sums, codes_at, summed_area_table
from .engine import step_through

PATCH = 24


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
    reads=plainly.block_code,
    stages=(None, "sums =", *["bits ="] * 8, "return"),
    sample=eye,
    takes="grey",
    step=(0, 10, 1),
    block=(1, 5, 1, 2),
)
