"""Time a slider: key press to painted picture, the course's threshold explorer against `interact` with Matplotlib.

    python benchmarks/sliders.py                15 presses each and 3 held keys
    python benchmarks/sliders.py 40             40 presses each

All are in one notebook, in a real JupyterLab in Chromium, on the same 512 x 512 picture, and take turns. A time
starts at the key's own time stamp and ends when the frame that holds the last changed picture is on the screen.
"""

import statistics
import sys
import tempfile
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "browser"))
import lab as browser  # noqa: E402

HELD_KEYS, HELD_RATE, HELD_TIMES = 30, 30, 3  # presses, presses a second, and how often

FIRST = """
import statistics, time
import matplotlib.pyplot as plt
from ipywidgets import interact
from course_lib import data, explore
image = data.camera()
"""
EXPLORER = """
explorer = explore.threshold(image)
explorer
"""
# As a learner writes it: the three things that the explorer shows, drawn anew for each value.
USUAL = """
@interact(level=(0, 255), inverted=False)
def usual(level=128, inverted=False):
    mask = image <= level if inverted else image > level
    figure, axes = plt.subplots(1, 3, figsize=(12, 4))
    axes[0].imshow(image, cmap="gray")
    axes[1].imshow(mask, cmap="gray")
    axes[2].hist(image.ravel(), bins=256)
    axes[2].axvline(level, color="red")
    plt.show()
"""
LIGHT = """
@interact(level=(0, 255))
def light(level=128):
    plt.imshow(image > level, cmap="gray")
    plt.show()
"""
RIVALS = {
    "explore.threshold": EXPLORER,
    "interact: picture, mask, histogram": USUAL,
    "interact: the mask alone": LIGHT,
}
KERNEL_SIDE = """
times = []
for level in range(100, 130):
    start = time.perf_counter()
    explorer.set(level=level)
    times.append(time.perf_counter() - start)
print(statistics.median(times) * 1000)
"""

# Notes every changed picture (an img's src, a new img, a chart) of one cell, and when it was on the screen.
WATCH = """() => {
    const watch = window.courseWatch = {key: 0, painted: [], pending: 0};
    window.addEventListener('keydown', event => { watch.key = event.timeStamp; }, true);
    const afterFrame = done => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = done;
        channel.port2.postMessage(0);
    });
    const note = async element => {
        watch.pending += 1;
        if (element.tagName === 'IMG') await element.decode().catch(() => {});
        afterFrame(() => { watch.painted.push(performance.now()); watch.pending -= 1; });
    };
    watch.begin = root => {
        watch.painted = [];
        watch.observer = new MutationObserver(records => records.forEach(record => {
            if (record.type === 'attributes') { if (record.target.tagName === 'IMG') note(record.target); return; }
            for (const added of record.addedNodes) if (added.querySelectorAll)
                [added, ...added.querySelectorAll('img, svg')].filter(e => e.matches('img, svg')).forEach(note);
        }));
        watch.observer.observe(root, {subtree: true, childList: true, attributes: true, attributeFilter: ['src']});
    };
    watch.end = () => { watch.observer.disconnect(); return {key: watch.key, painted: watch.painted}; };
}"""


def make_notebook(path):
    cells = [nbformat.v4.new_code_cell(source.strip()) for source in (FIRST, *RIVALS.values(), KERNEL_SIDE)]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)


def press(lab, rival, keys=1, rate=None):
    """Press the arrow key on a rival's slider; return (ms from the last press to the last picture, pictures)."""
    cell = lab.cell(RIVALS[rival].strip())
    slider = cell.locator("[role=slider]").first
    slider.focus()
    cell.evaluate("root => window.courseWatch.begin(root)")
    key = "ArrowRight" if int(float(slider.get_attribute("aria-valuenow"))) < 160 else "ArrowLeft"
    for _ in range(keys):
        lab.page.keyboard.down(key)  # again without an up: the browser sees a held key
        if rate:
            lab.page.wait_for_timeout(1000 / rate)
    lab.page.keyboard.up(key)
    lab.page.wait_for_function("() => window.courseWatch.painted.length > 0")
    lab.wait_idle()
    lab.page.wait_for_timeout(100)
    lab.page.wait_for_function("() => window.courseWatch.pending === 0")
    seen = lab.page.evaluate("() => window.courseWatch.end()")
    return seen["painted"][-1] - seen["key"], len(seen["painted"])


def measure(lab, presses):
    """Return {rival: (times of single presses, times after a held key, changes seen while it was held)}."""
    lab.open("notebooks/sliders.ipynb")
    errors = [error for cell in lab.run_all() for error in cell["errors"]]
    if errors:
        sys.exit("\n".join(errors))
    lab.page.evaluate(WATCH)
    single, held = {rival: [] for rival in RIVALS}, {rival: [] for rival in RIVALS}
    for number in range(presses + 2):
        for rival in RIVALS:
            time, _ = press(lab, rival)
            if number >= 2:  # the first ones warm up
                single[rival].append(time)
    for _ in range(HELD_TIMES):
        for rival in RIVALS:
            held[rival].append(press(lab, rival, HELD_KEYS, HELD_RATE)[0])
    return single, held, float(lab.run(KERNEL_SIDE.strip()))


def show(single, held, kernel):
    print("\nSlider, 512 x 512 picture, milliseconds from key press to painted picture")
    print(f"{'':36}{'one press':>10}{'slowest':>10}{'held: last picture after last press':>38}")
    for rival in RIVALS:
        times = single[rival]
        later = ", ".join(f"{time:.0f}" for time in held[rival])
        print(f"{rival:36}{statistics.median(times):10.1f}{max(times):10.1f}{later:>38}")
    ours, *others = (statistics.median(single[rival]) for rival in RIVALS)
    print()
    for rival, theirs in zip(list(RIVALS)[1:], others, strict=True):
        print(f"explorer / {rival}: {ours / theirs:.2f}")
    print(f"held key, median / one press: {statistics.median(held['explore.threshold']) / ours:.2f}")
    print(f"kernel side of one update of the explorer: {kernel:.1f} ms")


def main(presses=15):
    with tempfile.TemporaryDirectory(prefix="course-sliders-") as folder:
        course = browser.copy_project(Path(folder))
        make_notebook(Path(folder, "notebooks", "sliders.ipynb"))
        try:
            with browser.chromium() as chromium, browser.jupyterlab(course) as (url, token):
                lab = browser.Lab(chromium, url, token)
                show(*measure(lab, presses))
        except browser.Missing as reason:
            sys.exit(str(reason))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
