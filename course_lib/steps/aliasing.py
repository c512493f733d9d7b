"""Aliasing, taken apart: what becomes of waves when only every k-th pixel is kept."""

import numpy as np

from ..explore.panes import GREEN, GREY, ORANGE, Chart, Curve, marked
from .engine import step_through

PLACES = 24  # steps on the way from left to right
WINDOW = 64  # pixels of the row that are looked at
RESOLUTION = 1024  # into how many parts the frequencies are divided


def stripes(shape=(72, 320)):  # as wide as they are drawn, or the screen would fold them as well
    """Return stripes that become finer from left to right: from flat to two pixels a wave."""
    cols = np.arange(shape[1])
    phase = 2 * np.pi * 0.25 * cols**2 / shape[1]  # the frequency is its slope: 0 at the left, 1/2 at the right
    return np.tile((127.5 + 127.5 * np.cos(phase)).round().astype(np.uint8), (shape[0], 1))


def main_frequency(values):
    """Return the strongest frequency of a line of pixels, in waves per pixel."""
    faded = (values - values.mean()) * np.hanning(len(values))
    return int(np.abs(np.fft.rfft(faded, RESOLUTION)).argmax()) / RESOLUTION


def folded(frequency, every):
    """Return the frequency, in waves per new pixel, that is seen where every `every`-th pixel is kept."""
    waves = np.asarray(frequency, float) * every
    return np.abs(waves - np.round(waves))


def aliasing_view(image, step=0, every=4):
    """Step through aliasing: the waves become finer, and their samples do not follow."""
    row = image[len(image) // 2].astype(float)
    width = min(WINDOW, len(row))
    left = round(step / PLACES * (len(row) - width))
    values = row[left : left + width]
    cols = np.arange(left, left + width)
    kept = np.arange(left, left + width, every)
    frequency, seen = main_frequency(values), main_frequency(values[::every])
    across = np.linspace(0, 0.5, 201)
    upto = across[across <= frequency]
    return {
        "picture and window": marked(image, 0, left, len(image), width),
        f"one pixel in {every} kept": image[::every, ::every],
        "in the window": Chart(
            (Curve(cols, values, GREY, label="pixels"), Curve(kept, row[kept], ORANGE, label="kept")), xlabel="column"
        ),
        "frequency before and after": Chart(
            (Curve(across, folded(across, every), GREY), Curve(upto, folded(upto, every), GREEN, label="so far")),
            {f"{frequency:.2f}": frequency},
            "waves per pixel, before",
            (0, 0.5),
            0.55,
        ),
        "text": _text(frequency, seen, every),
    }


def _text(frequency, seen, every):
    told = (
        f"Strongest here: {frequency:.3f} waves per pixel, which is {frequency * every:.2f} waves from one kept pixel "
        f"to the next. Measured in the kept pixels: <b>{seen:.2f}</b>."
    )
    if frequency * every <= 0.5:
        return told + " Two or more kept pixels per wave: the wave is still itself."
    return told + " Fewer than two kept pixels per wave: <b>it is folded back, and looks coarser than it was.</b>"


aliasing = step_through(
    aliasing_view,
    code="image[::{every}, ::{every}]",
    reads=(main_frequency, folded),
    sample=stripes,
    takes="grey",
    still={"step": 4},  # the chapter asks before it shows
    step=(0, PLACES, 1),
    every=(2, 8, 1, 4),
)
