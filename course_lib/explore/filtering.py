"""Explorers for filters: any kernel, the Gaussian, sharpening, edges, and noise against two smoothers."""

import numpy as np

from .. import data, filters
from ..base.kernels import gaussian_kernel
from ..base.padding import shifts
from ..metrics import peak_signal_noise_ratio
from ..morphology import disk
from ..util import img_as_float, random_noise
from .engine import explorer
from .panes import GREY, ORANGE, Chart, Curve, Grid

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
            "a kernel here has 3 rows of 3 numbers, or 5 rows of 5; part the rows with ;, as in 0 -1 0; -1 5 -1; 0 -1 0"
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
    sample=data.camera,
    takes="grey",
    idle={"own": lambda choice, **_: choice != OWN},
    choice=[*KERNELS, OWN],
    own=str,
)


def gaussian_view(image, sigma=2.0):
    """Smooth a picture with a Gaussian, and see the kernel and one row of pixels before and after."""
    smooth = filters.gaussian(image, sigma, channel_axis=-1 if image.ndim == 3 else None)
    weights = gaussian_kernel(sigma)
    half = len(weights) // 2
    before, after = (_middle_row(img_as_float(p)) for p in (image, smooth))
    cols = np.arange(len(before))
    return {
        "picture": image,
        "smoothed": smooth,
        # with a 0 at both ends: a single weight alone would draw no line
        "the kernel's weights": Chart(
            (Curve(np.arange(-half - 1, half + 2), np.pad(weights, 1)),), xlabel="pixels away"
        ),
        "the middle row": Chart(
            (Curve(cols, before, GREY, label="before"), Curve(cols, after, ORANGE, label="after")), xlabel="column"
        ),
        "text": f"Width of the kernel in pixels: {2 * half + 1}; its middle weighs <b>{weights[half]:.3f}</b>.",
    }


def _middle_row(image):
    row = image[len(image) // 2]
    return row if row.ndim == 1 else row.mean(axis=-1)


gaussian = explorer(
    gaussian_view,
    code="gaussian(image, sigma={sigma:.4g}, channel_axis=-1 if image.ndim == 3 else None)",
    sample=lambda: data.load("chateau")[::2, ::2],
    sigma=(0.0, 20.0, 0.1),
)


def sharpen_view(image, radius=2.0, amount=1.0):
    """Sharpen a picture: add the detail that a Gaussian takes away."""
    picture = img_as_float(image)
    detail = picture - filters.gaussian(picture, radius)
    sharp = filters.unsharp_mask(image, radius, amount)
    cut = np.mean((picture + amount * detail < 0) | (picture + amount * detail > 1))
    return {
        "picture": image,
        "detail (mid-grey is 0)": detail,
        "picture + amount x detail": sharp,
        "text": f"{cut:.1%} of the pixels would leave the range from 0 to 1 and were cut off there.",
    }


sharpen = explorer(
    sharpen_view,
    code="unsharp_mask(image, radius={radius:.4g}, amount={amount:.4g})",
    sample=data.moon,
    takes="grey",
    radius=(0.5, 20.0, 0.5),
    amount=(0.0, 10.0, 0.1),
)

UNDIRECTED = ("roberts", "laplace")
OPERATORS = ("sobel", "prewitt", "scharr", *UNDIRECTED)
DIRECTIONS = {"all": "", "horizontal edges": "_h", "vertical edges": "_v"}


def edges_view(image, operator="sobel", direction="all", level=0.1):
    """Find edges: choose the operator and the direction, and cut the strengths at a level."""
    strength = getattr(filters, _operator_name(operator, direction))(image)
    strong = np.abs(strength) > level
    note = ""
    if operator in UNDIRECTED and direction != "all":
        note = f" ({operator} has no directions: all edges are shown.)"
    return {
        "picture": image,
        "result": strength,
        "stronger than the level": strong,
        "text": f"The result goes from {strength.min():.2f} to {strength.max():.2f}; "
        f"<b>{strong.mean():.1%}</b> of the pixels are stronger than {level:.2f}.{note}",
    }


def _operator_name(operator, direction):
    return operator if operator in UNDIRECTED else operator + DIRECTIONS[direction]


edges = explorer(
    edges_view,
    code=lambda operator, direction, level: f"np.abs({_operator_name(operator, direction)}(image)) > {level:.4g}",
    sample=data.camera,
    takes="grey",
    idle={"direction": lambda operator, **_: operator in UNDIRECTED},
    operator=list(OPERATORS),
    direction=list(DIRECTIONS),
    level=(0.0, 0.5, 0.01),
    still={"level": 0.02},  # the chapter asks which level drops the grass before it shows
)

NOISES = {"salt and pepper": "s&p", "Gaussian": "gaussian"}


def noise_filters_view(image, noise="salt and pepper", amount=0.1, radius=1):
    """Set the median against the Gaussian: two kinds of noise, one number for the radius and for sigma."""
    clean = img_as_float(image)
    strength = {"amount": amount} if noise == "salt and pepper" else {"var": amount**2}
    noisy = random_noise(image, NOISES[noise], rng=0, **strength)
    results = {
        "noisy": noisy,
        "Gaussian": filters.gaussian(noisy, radius),
        "median": filters.median(noisy, disk(radius)),
    }
    figures = (
        f"{name} <b>{peak_signal_noise_ratio(clean, result, data_range=1):.1f} dB</b>"
        if not np.array_equal(clean, result)
        else f"{name}: not one pixel differs"
        for name, result in results.items()
    )
    return {**results, "text": f"How near to the clean picture (more is nearer): {', '.join(figures)}."}


def _noise_filters_code(noise, amount, radius):
    strength = f"amount={amount:.2f}" if noise == "salt and pepper" else f"var={amount:.2f}**2"
    return (
        f"noisy = util.random_noise(image, {NOISES[noise]!r}, rng=0, {strength})\n"
        f"median(noisy, disk({radius})), gaussian(noisy, sigma={radius})"
    )


noise_filters = explorer(
    noise_filters_view,
    code=_noise_filters_code,
    sample=data.camera,
    takes="grey",
    side=256,
    noise=list(NOISES),
    amount=(0.0, 0.5, 0.01),
    radius=(1, 5, 1),
    still={"amount": 0.02},  # the chapter asks from which amount on the median fails
)
