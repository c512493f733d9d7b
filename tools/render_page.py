"""Render the badly lit page (page_dim.png) and the truth of where its ink lies (page_ink.png).

Rendered for this course; both pictures are CC0. In the project's folder: python -m tools.render_page
"""

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scipy.ndimage import gaussian_filter

DATA = Path(__file__).parents[1] / "data"
ROWS, COLS = 360, 480
LINES = [
    "Notes on light",
    "",
    "A camera does not see paper and ink.",
    "It sees how much light comes back.",
    "Where the lamp is near, ink can be",
    "brighter than the paper far away.",
    "",
    "No single level parts the two.",
    "Compare each pixel with its own",
    "neighbours, and the words return.",
]


def ink():
    """Return 1.0 where a letter covers the pixel, 0.0 where the paper is bare."""
    page = Image.new("L", (COLS, ROWS), 0)
    pen = ImageDraw.Draw(page)
    for number, line in enumerate(LINES):
        pen.text((36, 24 + 32 * number), line, fill=255, font=ImageFont.load_default(28 if number == 0 else 22))
    return np.asarray(page) / 255.0


def light():
    """Return the lamp's brightness: strong at the top left, with a hand's shadow at the bottom right."""
    rows, cols = np.mgrid[0:ROWS, 0:COLS]
    lamp = np.exp(-(((rows - 40) / 330.0) ** 2) - ((cols - 60) / 380.0) ** 2)
    shadow = gaussian_filter(((rows - 330) ** 2 + (cols - 380) ** 2 < 130**2).astype(float), 18)
    return (0.22 + 0.72 * lamp) * (1 - 0.45 * shadow)


def main(folder=DATA):
    letters = ink()
    grain = np.random.default_rng(2026).normal(0, 0.012, (ROWS, COLS))
    page = gaussian_filter(light() * (1 - 0.55 * letters), 0.6) + grain
    Image.fromarray((np.clip(page, 0, 1) * 255).round().astype(np.uint8)).save(folder / "page_dim.png", optimize=True)
    Image.fromarray(letters > 0.5).save(folder / "page_ink.png", optimize=True)


if __name__ == "__main__":
    main()
