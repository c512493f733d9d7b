"""The explorer of LBP codes: which of them stay where the light changes."""

import numpy as np

from .. import data, plainly
from ..feature.lbp import lbp_codes, summed_area_table
from ..util import img_as_float, random_noise
from .engine import explorer
from .panes import BLUE, Chart, Curve

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
    least=24,
    code="from course_lib.explore.lbp import code_picture\n"
    "code_picture(util.random_noise(util.img_as_float(image)**{gamma:.2f}, var={noise:.2f}**2, rng=0), {block})",
    reads=plainly.block_code,
    sample=lambda: data.astronaut()[:256, 100:356],
    takes="grey",
    side=SIDE,
    gamma=(0.3, 3.0, 0.1),
    noise=(0.0, 0.2, 0.01),
    block=(1, 8, 1),
)
