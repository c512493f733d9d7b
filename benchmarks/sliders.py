"""Time a slider: key press to painted picture, explorers of the course against `interact` with Matplotlib.

    python course.py bench sliders        15 presses each and 3 held keys
    python course.py bench sliders 40     40 presses each

The explorers are in duels.py: of each chapter a light one, from chapter 2 on a heavy one too. All are in one notebook,
in a real JupyterLab in Chromium, each on the same picture as its rivals, with whom it takes turns; a duel is printed
when it is over. A time starts at the key's own time stamp. It ends when the frame that holds the first changed picture
is on the screen (a preview, where the explorer makes one), and a second one when the last changed picture is: the
whole picture.
"""

import statistics
import sys
import tempfile
from pathlib import Path

import nbformat

from tests.browser import lab as browser

from .duels import DUELS, FIRST

PAUSE = 150  # ms, in which what was sent last is painted
WHOLE = "root => !root.querySelector('.course-explorer')?.textContent.includes('Quick preview')"
HELD_KEYS, HELD_RATE, HELD_TIMES = 15, 30, 3  # presses, presses a second, and how often

HEAD = (
    "\nSlider, milliseconds from key press to painted picture; median of single presses\n"
    f"{'':44}{'first':>8}{'slowest':>9}{'whole':>8}{'held key: whole after the last press':>40}"
)
RIVALS = {name: source for duel in DUELS.values() for name, source in duel.items()}
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
    """Press the arrow key on a rival's slider; return ms from the last press to the first and to the last picture."""
    cell = lab.cell(RIVALS[rival].strip())
    slider = cell.locator("[role=slider]").first
    slider.focus()
    cell.evaluate("root => window.courseWatch.begin(root)")
    least, now, most = (float(slider.get_attribute(f"aria-value{which}")) for which in ("min", "now", "max"))
    key = "ArrowRight" if now < (least + most) / 2 else "ArrowLeft"
    for _ in range(keys):
        lab.page.keyboard.down(key)  # again without an up: the browser sees a held key
        if rate:
            lab.page.wait_for_timeout(1000 / rate)
    lab.page.keyboard.up(key)
    for _ in range(600):
        if lab.page.evaluate("() => window.courseWatch.painted.length"):
            break
        lab.page.wait_for_timeout(50)
    else:
        sys.exit(f"{rival}: no picture changed after {key} from {now:g}")
    lab.wait_idle()
    lab.page.wait_for_function(WHOLE, arg=cell.element_handle())
    lab.page.wait_for_timeout(PAUSE)
    lab.wait_idle()
    lab.page.wait_for_timeout(100)
    lab.page.wait_for_function("() => window.courseWatch.pending === 0")
    seen = lab.page.evaluate("() => window.courseWatch.end()")
    after = [painted - seen["key"] for painted in seen["painted"] if painted > seen["key"]]
    return after[0], after[-1]


def start(lab):
    """Open the notebook and run it."""
    lab.open("notebooks/sliders.ipynb")
    errors = [error for cell in lab.run_all() for error in cell["errors"]]
    if errors:
        sys.exit("\n".join(errors))
    lab.page.evaluate(WATCH)


def measure(lab, rivals, presses):
    """Let the rivals of a duel take turns; return {rival: (first, last) of each press}, and the same for held keys."""
    single, held = {rival: [] for rival in rivals}, {rival: [] for rival in rivals}
    for number in range(presses + 2):
        for rival in rivals:
            times = press(lab, rival)
            if number >= 2:  # the first ones warm up
                single[rival].append(times)
    for _ in range(HELD_TIMES):
        for rival in rivals:
            held[rival].append(press(lab, rival, HELD_KEYS, HELD_RATE))
    return single, held


def show(duel, rivals, single, held):
    """Print the times of a duel, as soon as it is over."""
    print(duel)
    for rival in rivals:
        later = ", ".join(f"{whole:.0f}" for _, whole in held[rival])
        first, whole = (statistics.median(column) for column in zip(*single[rival], strict=True))
        slowest = max(time for time, _ in single[rival])
        print(f"  {rival:42}{first:8.1f}{slowest:9.1f}{whole:8.1f}{later:>40}")
    ours, *others = ([statistics.median(column) for column in zip(*single[rival], strict=True)] for rival in rivals)
    for rival, theirs in zip(list(rivals)[1:], others, strict=True):
        shares = f"first picture {ours[0] / theirs[0]:.2f}, whole picture {ours[1] / theirs[1]:.2f}"
        print(f"  {next(iter(rivals))} / {rival}: {shares}", flush=True)


def main(presses=15):
    with tempfile.TemporaryDirectory(prefix="course-sliders-") as folder:
        course = browser.copy_project(Path(folder))
        make_notebook(Path(folder, "notebooks", "sliders.ipynb"))
        try:
            with browser.chromium() as chromium, browser.jupyterlab(course) as (url, token):
                lab = browser.Lab(chromium, url, token)
                start(lab)
                print(HEAD, flush=True)
                for duel, rivals in DUELS.items():
                    show(duel, rivals, *measure(lab, rivals, presses))
                print(f"\nkernel side of one update of explore.threshold: {float(lab.run(KERNEL_SIDE.strip())):.1f} ms")
        except browser.Missing as reason:
            sys.exit(str(reason))
