"""Draw docs/course.webp, the README's moving picture, from the real thing: a slider is moved, an answer is checked.

The explorer in it becomes docs/explorer.png, the still picture that the site begins with.

python -m tools.moving_picture     needs Playwright and Chromium, as the tests in a browser do
"""

import io
import tempfile
from pathlib import Path

import nbformat
from PIL import Image

from tests.browser import lab as browser

from .build import METADATA
from .setup.places import ROOT

TARGET = ROOT / "docs" / "course.webp"
STILL = ROOT / "docs" / "explorer.png"
LARGEST = 1_500_000  # bytes
WIDTH = 900
FIRST = "from course_lib import data, explore\n\nexplore.threshold(data.coins())"
ANSWER = "def ink(image, level):\n    return image {} level"
CHECK = 'check("1.10", ink)'
NOTEBOOK = ["from course_lib.check import check", FIRST, ANSWER.format(">"), CHECK]
LEVELS = [*range(124, 76, -6), *range(76, 170, 8), *range(164, 126, -12)]  # where the slider stands
MOVE, REST = 110, 1900  # ms that a picture stays

CELLS = """wanted => {
    const boxes = wanted.map(n => document.querySelector(`.jp-Notebook .jp-Cell[data-windowed-list-index="${n}"]`))
        .map(cell => cell.getBoundingClientRect());
    const top = Math.min(...boxes.map(box => box.top)), bottom = Math.max(...boxes.map(box => box.bottom));
    return {x: boxes[0].left, y: top, width: boxes[0].width, height: bottom - top};
}"""


def main():
    """Record the two scenes, and write the picture."""
    with tempfile.TemporaryDirectory() as folder, browser.chromium() as chromium:
        course = browser.copy_project(Path(folder))
        cells = [nbformat.v4.new_code_cell(source) for source in NOTEBOOK]
        notebook = nbformat.v4.new_notebook(cells=cells, metadata=METADATA)
        nbformat.write(notebook, course / "work" / "demo.ipynb")
        with browser.jupyterlab(course) as address:
            lab = browser.Lab(chromium, *address)
            lab.page.set_viewport_size({"width": WIDTH + 90, "height": 1400})  # all cells are in sight
            lab.open("work/demo.ipynb")
            lab.run_all()
            lab.page.locator(".course-explorer").first.screenshot(path=STILL)
            scenes = [slide(lab), checked(lab)]
            lab.close()
    write([frame for scene in scenes for frame in scene])


def slide(lab):
    """Return [(picture, ms)] of a threshold that is moved."""
    handle = lab.cell(FIRST.splitlines()[0]).locator(".noUi-handle").first
    handle.focus()
    frames, stands = [], 128
    for level in LEVELS:
        for _ in range(abs(level - stands)):
            lab.page.keyboard.press("ArrowRight" if level > stands else "ArrowLeft")
        stands = level
        lab.wait_idle()
        lab.page.wait_for_timeout(400)  # the whole picture comes after a pause
        frames.append((taken(lab, [1]), MOVE))
    return [(frames[0][0], REST), *frames[1:-1], (frames[-1][0], REST)]


def checked(lab):
    """Return [(picture, ms)] of an answer that is wrong, and then right."""
    frames = [(taken(lab, [2, 3]), 2 * REST)]
    lab.write(ANSWER.splitlines()[0], ANSWER.format("<="))
    frames.append((taken(lab, [2, 3]), REST // 2))
    for cell in (ANSWER.splitlines()[0], CHECK):
        lab.run(cell)
    lab.page.wait_for_timeout(300)
    return [*frames, (taken(lab, [2, 3]), 2 * REST)]


def taken(lab, cells):
    """Return a picture of these cells, as the browser shows them."""
    lab.page.mouse.move(0, 0)
    return Image.open(io.BytesIO(lab.page.screenshot(clip=lab.page.evaluate(CELLS, cells)))).convert("RGB")


def write(frames):
    """Write a moving picture; each frame lies at the top of a white one that is as high as the highest."""
    height = max(picture.height for picture, _ in frames)
    width = max(picture.width for picture, _ in frames)
    pictures = []
    for picture, _ in frames:
        whole = Image.new("RGB", (width, height), "white")
        whole.paste(picture)
        pictures.append(whole)
    times = [time for _, time in frames]
    more = {"save_all": True, "append_images": pictures[1:], "duration": times, "loop": 0}
    pictures[0].save(TARGET, quality=75, method=6, **more)
    size = TARGET.stat().st_size
    print(f"{TARGET.relative_to(ROOT)}: {len(pictures)} pictures, {width} x {height}, {size / 1e6:.2f} MB")
    if size > LARGEST:
        raise SystemExit(f"That is too large: {LARGEST} bytes are the limit.")


if __name__ == "__main__":
    main()
