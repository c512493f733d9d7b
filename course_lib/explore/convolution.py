"""The explorer of kernels: any of them, the learner's own included, laid on every pixel."""

import numpy as np

from .. import data
from ..base.padding import shifts
from ..util import img_as_float
from .engine import explorer
from .panes import Grid

KERNELS = {
    "nothing": "0 0 0; 0 1 0; 0 0 0",
    "mean": "1/9 1/9 1/9; 1/9 1/9 1/9; 1/9 1/9 1/9",
    "Gaussian": "1/16 2/16 1/16; 2/16 4/16 2/16; 1/16 2/16 1/16",
    "sharpen": "0 -1 0; -1 5 -1; 0 -1 0",
    "left to right": "-1 0 1; -1 0 1; -1 0 1",
    "top to bottom": "-1 -1 -1; 0 0 0; 1 1 1",
    "Laplace": "0 1 0; 1 -4 1; 0 1 0",
    "emboss": "-2 -1 0; -1 1 1; 0 1 2",
    "shift": "0 0 0 0 0; 0 0 0 0 0; 1 0 0 0 0; 0 0 0 0 0; 0 0 0 0 0",
}


OWN = "my own"


def read_kernel(text):
    """Return the kernel that is written as rows of numbers, such as "0 -1 0; -1 5 -1; 0 -1 0"."""
    rows = [row.replace(",", " ").split() for row in text.strip(" ;").split(";")]
    sizes = {len(row) for row in rows}
    if sizes != {len(rows)} or len(rows) not in (3, 5):
        raise ValueError(
            "a kernel here has 3 rows of 3 numbers, or 5 rows of 5; put ; between rows, as in 0 -1 0; -1 5 -1; 0 -1 0"
        )
    try:
        numbers = np.array([[_number(word) for word in row] for row in rows])
    except (ValueError, ZeroDivisionError):
        raise ValueError("a number of the kernel cannot be read; write it as 2, -0.5 or 1/9") from None
    if np.abs(numbers).max() > 1000:
        raise ValueError("a number of the kernel is larger than 1000; divide all of them by their sum")
    return numbers


def _number(word):
    above, *below = (float(part) for part in word.split("/"))
    value = above / below[0] if below else above
    if len(below) > 1 or not np.isfinite(value):
        raise ValueError(word)
    return value


def weighted_sum(image, kernel):
    """Return the picture in which each pixel is the sum of its neighbours times the kernel's numbers."""
    half = len(kernel) // 2
    total = np.zeros(image.shape)
    for dr, dc, shifted in shifts(image, half):
        if kernel[half + dr, half + dc]:
            total += kernel[half + dr, half + dc] * shifted
    return total


def kernel_view(image, choice="mean", own="-1 0 1; -2 0 2; -1 0 1"):
    """Lay a kernel on every pixel: choose one, or choose "my own" and type it."""
    kernel = read_kernel(own if choice == OWN else KERNELS[choice])
    result = weighted_sum(img_as_float(image), kernel)
    total = kernel.sum()
    if abs(total) < 1e-9:
        shown, told = result, "flat parts become 0, which is shown as mid-grey; darker is negative."
    else:
        shown, told = result.clip(0, 1), "flat parts keep their brightness."
        if abs(total - 1) > 1e-9:
            told = f"flat parts become {total:.4g} times as bright; what leaves 0 to 1 is cut off."
    return {
        "picture": image,
        "kernel": Grid(kernel, -(len(kernel) // 2), -(len(kernel) // 2)),
        "result": shown,
        "text": f"The kernel's numbers sum to <b>{total:.4g}</b>: {told} "
        f"The result goes from {result.min():.2f} to {result.max():.2f}.",
    }


def _kernel_code(choice, own):
    text = own if choice == OWN else KERNELS[choice]
    read_kernel(text)  # refuses what is no kernel
    rows = ", ".join(f"[{', '.join(row.replace(',', ' ').split())}]" for row in text.strip(" ;").split(";"))
    return f"ndimage.correlate(util.img_as_float(image), np.array([{rows}]))"


kernel = explorer(
    kernel_view,
    code=_kernel_code,
    reads=weighted_sum,
    sample=data.camera,
    takes="grey",
    idle={"own": lambda choice, **_: choice != OWN},
    choice=[*KERNELS, OWN],
    own=str,
)
