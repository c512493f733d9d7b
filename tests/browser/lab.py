"""A real JupyterLab on a copy of the course, and Chromium to look at it: for these tests and benchmarks/sliders.py."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

from tools.lab import end, lab_options
from tools.server import config_path
from tools.setup.places import ROOT
from tools.setup.work import copy_exercises

COPIED = ("course.py", "README.md", "notebooks")
STARTS_WITHIN = 60  # seconds
CHROMIUM_NAMES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "chromium", "google-chrome", "chrome")
CHROMIUM_OPTIONS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-sync",
]

# The panel in front, and its cell that begins with the given text.
FIND_CELL = """start => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    const index = notebook.widgets.findIndex(w => w.model.sharedModel.source.startsWith(start));
    if (index < 0) throw new Error('no cell begins with ' + start);
    notebook.activeCellIndex = index;
    notebook.mode = 'command';
    return notebook.scrollToItem(index, 'start').then(() => index);
}"""
VIEWPORT = {"width": 1280, "height": 1000}
# Elements of explorers that are wider than their place; SVG has no such widths, and a slider's knob stands out of it.
OVERFLOW = """panel => {
    const all = [...document.querySelectorAll(`${panel} .course-explorer`)];
    const inside = all.flatMap(explorer => [explorer, ...explorer.querySelectorAll('*')]);
    const wide = inside.filter(e => e.clientWidth && e.scrollWidth > e.clientWidth
        && !(e instanceof SVGElement) && !e.closest('.widget-slider, .noUi-target, .course-names, button, select'));
    return {explorers: all.length, pictures: all.flatMap(e => [...e.querySelectorAll('img')]).length,
        wide: wide.map(e => `${e.tagName}.${e.className} ${e.scrollWidth} > ${e.clientWidth}`)};
}"""
PLACES = """panel => {
    const place = pane => {
        const {top, width} = pane.getBoundingClientRect();
        return {top: Math.round(top), width, wide: pane.classList.contains('course-wide')};
    };
    return [...document.querySelectorAll(`${panel} .course-area`)].map(area => [...area.children].map(place));
}"""
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
AXE = Path(__file__).with_name("vendor") / "axe.min.js"
# What axe-core finds wrong in the outputs of the panel in front; the rest of the page is JupyterLab's own.
FAULTS = """async panel => {
    const outputs = [...document.querySelectorAll(`${panel} .jp-OutputArea-output`)];
    const {violations, passes} = await axe.run(outputs, {resultTypes: ['violations']});
    const faults = violations.flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.html.slice(0, 200)}`));
    return {faults, passed: passes.map(rule => rule.id)};
}"""
PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"


class Missing(Exception):
    """There is no Playwright or no browser on this machine; the text says which."""


def copy_project(target):
    """Copy what a learner's JupyterLab shows, so that nothing of the project is written; return its folder."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints", "__pycache__"))
        else:
            shutil.copy2(source, target / name)
    copy_exercises(target / "notebooks" / "exercises", target / "work")
    return target


@contextlib.contextmanager
def jupyterlab(course):
    """Run JupyterLab with the options of `course.py lab`, and folders of its own; yield its address and token."""
    with tempfile.TemporaryDirectory(prefix="course-browser-", ignore_cleanup_errors=True) as folder:
        own = {name: str(Path(folder, name)) for name in ("config", "data", "runtime", "settings", "spaces", "ipython")}
        environment = dict(
            os.environ,
            JUPYTER_CONFIG_DIR=own["config"],
            JUPYTER_CONFIG_PATH=config_path(),
            JUPYTER_DATA_DIR=own["data"],
            JUPYTER_RUNTIME_DIR=own["runtime"],
            JUPYTERLAB_SETTINGS_DIR=own["settings"],
            JUPYTERLAB_WORKSPACES_DIR=own["spaces"],
            IPYTHONDIR=own["ipython"],
            PYTHONPATH=os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
        )
        for name in ("JUPYTER_TOKEN", "COURSE_WORK", "MPLBACKEND"):
            environment.pop(name, None)
        options = [*lab_options(course), "--no-browser", "--ServerApp.port=0", "--expose-app-in-browser"]
        with (
            Path(folder, "log").open("w+") as log,
            subprocess.Popen(
                [sys.executable, "-m", "jupyterlab", *options], cwd=course, env=environment, stdout=log, stderr=log
            ) as server,
        ):
            try:
                yield _address(server, Path(own["runtime"]), log)
            finally:
                end(server)


def _address(server, runtime, log):
    """Return (url, token) once the server has written down where it listens."""
    deadline = time.monotonic() + STARTS_WITHIN
    while server.poll() is None and time.monotonic() < deadline:
        for path in runtime.glob("jpserver-*.json"):
            with contextlib.suppress(ValueError):  # half written
                info = json.loads(path.read_text(encoding="utf-8"))
                return info["url"], info["token"]
        time.sleep(0.1)
    log.seek(0)
    raise RuntimeError("JupyterLab did not start:\n" + log.read()[-2000:])


def launched(browser_type, *options):
    """Return a Chromium with further options."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return browser_type.launch(
        executable_path=os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None),
        args=[*CHROMIUM_OPTIONS, *options],
        chromium_sandbox=False if root else None,
        ignore_default_args=["--hide-scrollbars"],  # as most readers' browsers are
    )


@contextlib.contextmanager
def chromium(*options):
    """Yield a Chromium, with further options; raise `Missing` where there is no Playwright or no browser."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise Missing("Playwright is not installed: python course.py test --browser installs it") from None
    with sync_playwright() as playwright:
        try:
            browser = launched(playwright.chromium, *options)
        except Error as error:
            first = str(error).strip().splitlines()[0]
            raise Missing(f"no Chromium that starts (set CHROMIUM to its path): {first}") from None
        try:
            yield browser
        finally:
            browser.close()


class Lab:
    """One browser page with JupyterLab in it, and what went wrong there."""

    def __init__(self, browser, url, token):
        self.url, self.token = url, token
        self.context = browser.new_context(viewport=VIEWPORT)
        self.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=url.rstrip("/"))
        self.page = self.context.new_page()
        self.complaints, self.outside = [], []
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        self.page.on("request", self._asked)
        self.page.on("dialog", lambda dialog: dialog.accept())  # "leave this page?"
        self.start()

    def start(self):
        """Load JupyterLab, with nothing open."""
        self.page.goto(f"{self.url}lab?reset&token={self.token}", timeout=60_000)
        self.page.wait_for_function("() => window.jupyterapp && window.jupyterapp.shell", timeout=60_000)
        self.do("async () => { await window.jupyterapp.restored; }")
        self.page.evaluate("() => window.jupyterapp.shell.collapseLeft()")  # room for the notebook

    def close(self):
        self.context.close()

    def _said(self, message):
        if message.type == "error":
            self.complaints.append(f"{message.text} ({message.location.get('url', '')})")

    def _asked(self, request):
        parts = urllib.parse.urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in ("127.0.0.1", "localhost"):
            self.outside.append(request.url)

    def do(self, script, argument=None, within=60):
        """Run an asynchronous function on the page, and fail where it takes longer than so many seconds."""
        return self.page.evaluate(
            f"""argument => Promise.race([
                ({script})(argument).then(result => result ?? null),
                new Promise((_, fail) => setTimeout(() => fail(new Error('took too long')), {within * 1000}))])""",
            argument,
        )

    def use_theme(self, theme):
        """Change to the "light" or the "dark" theme."""
        change = "async theme => { await window.jupyterapp.commands.execute('apputils:change-theme', {theme}); }"
        self.do(change, THEMES[theme])
        self.page.wait_for_timeout(500)  # until all is painted anew

    # --- notebooks ---------------------------------------------------------------------------

    def open(self, path):
        """Open a notebook in front, or bring it there, and wait for its kernel."""
        self.do(
            """async path => {
                const app = window.jupyterapp;
                const panel = await app.commands.execute('docmanager:open', {path, factory: 'Notebook'});
                app.shell.activateById(panel.id);
                await panel.context.ready;
                await panel.sessionContext.ready;
                await panel.sessionContext.session.kernel.info;
                while (app.shell.currentWidget !== panel) await new Promise(resolve => setTimeout(resolve, 20));
            }""",
            path,
        )

    def run_all(self):
        """Run every cell of the notebook in front; return its cells."""
        self.do("async () => { await window.jupyterapp.commands.execute('notebook:run-all-cells'); }", within=120)
        self.wait_idle()
        return self.cells()

    def run(self, start):
        """Run the cell that begins with `start`; return its text outputs."""
        self.page.evaluate(FIND_CELL, start)
        self.do("async () => { await window.jupyterapp.commands.execute('notebook:run-cell'); }")
        self.wait_idle()
        return next(c for c in self.cells() if c["source"].startswith(start))["text"]

    def write(self, start, source):
        """Replace the text of the cell that begins with `start`, through the editor, as typing does."""
        self.cell(start).locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(source)
        self.page.keyboard.press("Escape")

    def start_in_kernel(self, code):
        """Let the kernel of the notebook in front run code, as a cell does, and do not wait for it."""
        self.page.evaluate(
            """code => {
                const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
                window.courseFuture = kernel.requestExecute({code});
            }""",
            code,
        )
        self.page.wait_for_timeout(300)

    def ask_kernel(self, expression):
        """Return what an expression is in the kernel of the notebook in front, once what it ran before is done."""
        return self.do(
            """async expression => {
                const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
                if (window.courseFuture) await window.courseFuture.done;
                const options = {code: '', user_expressions: {asked: expression}};
                const reply = await kernel.requestExecute(options).done;
                const asked = reply.content.user_expressions.asked;
                return asked.status === 'ok' ? asked.data['text/plain'] : asked.evalue;
            }""",
            expression,
        )

    def wait_idle(self):
        """Wait until the kernel of the notebook in front has been idle for a moment."""
        self.do(
            """async () => {
                const session = window.jupyterapp.shell.currentWidget.sessionContext.session;
                for (let calm = 0; calm < 10;) {
                    await new Promise(resolve => setTimeout(resolve, 20));
                    calm = session.kernel.status === 'idle' ? calm + 1 : 0;
                }
            }"""
        )

    def cells(self):
        """Return the code cells in front: source, execution count, errors, and the text of the outputs."""
        return self.page.evaluate(
            """() => {
                const joined = text => [].concat(text || '').join('');
                return window.jupyterapp.shell.currentWidget.content.widgets
                    .map(w => w.model.toJSON()).filter(cell => cell.cell_type === 'code')
                    .map(cell => ({
                        source: joined(cell.source),
                        count: cell.execution_count,
                        errors: cell.outputs.filter(o => o.output_type === 'error').map(o => o.ename + ': ' + o.evalue),
                        text: cell.outputs.map(o => joined(o.text || (o.data || {})['text/plain'])).join('')
                    }));
            }"""
        )

    def save(self):
        self.do("async () => { await window.jupyterapp.commands.execute('docmanager:save'); }")

    def cell(self, start):
        """Bring the cell that begins with `start` into sight, and return a locator of it."""
        index = self.page.evaluate(FIND_CELL, start)
        return self.page.locator(f'{PANEL} .jp-Cell[data-windowed-list-index="{index}"]')


def wait_for_text(locator, pattern):
    """Wait until the text of a locator matches; fail with what is there."""
    for _ in range(200):  # a slow view comes as a preview first, and in full a moment later
        if re.search(pattern, locator.inner_text()):
            return
        locator.page.wait_for_timeout(50)
    assert re.search(pattern, locator.inner_text()), locator.inner_text()


def assert_ran(cells, more_than):
    """Every cell has run, once and in order, and none ended in an error; there are more than so many."""
    assert len(cells) > more_than
    assert {cell["source"]: cell["errors"] for cell in cells if cell["errors"]} == {}
    assert [cell["count"] for cell in cells] == list(range(1, len(cells) + 1))


def assert_saved_small(lab, path):
    """The notebook in front, as it stands after its run, is saved as a file that does not fill a disk or a mail."""
    lab.save()
    assert 0.5e6 < path.stat().st_size < 3e6


def assert_answered(lab, path, start, wrong, right):
    """Run an exercise notebook, answer one exercise wrong and then right, and read the check's sentences on the page.

    `start` is the first line of the cell to write; `wrong` and `right` are (its new text, words of the sentence).
    """
    lab.open(path)
    cells = lab.run_all()
    assert {cell["source"]: cell["errors"] for cell in cells if cell["errors"]} == {}
    sources = [cell["source"] for cell in cells]
    after = sources[next(n for n, source in enumerate(sources) if source.startswith(start)) + 1 :]
    check = next(source for source in after if source.startswith("check("))
    number = re.match(r'check\("([\d.]+)"', check)[1]
    assert "not yet" in lab.run(check)
    for source, words, state in ((*wrong, "wrong"), (*right, "right")):
        lab.write(start, source)
        lab.run(source)
        assert f"{number} {state}" in lab.run(check)
        wait_for_text(lab.cell(check), words)
        assert (f"✓ {number}" in lab.run(f"progress({int(float(number))})")) == (state == "right")
    return cells


def assert_fits(lab, sizes=((1400, 900), (1000, 700))):
    """Nothing inside an explorer is wider than its place: no scroll bars, nothing cut off; in windows of some sizes."""
    for width, height in sizes:
        lab.page.set_viewport_size({"width": width, "height": height})
        lab.page.wait_for_timeout(300)  # until the page is laid out anew
        found = lab.page.evaluate(OVERFLOW, PANEL)
        assert found["explorers"] > 0
        assert found["pictures"] > 0
        assert found["wide"] == [], (width, height)
    lab.page.set_viewport_size(VIEWPORT)


def assert_accessible(lab, theme):
    """Axe-core finds no fault in what the course shows in the notebook in front."""
    lab.use_theme(theme)
    if not lab.page.evaluate("() => 'axe' in window"):
        lab.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = lab.do(FAULTS, PANEL, within=240)
    lab.use_theme("light")
    assert {"color-contrast", "image-alt", "aria-input-field-name", "role-img-alt"} <= set(found["passed"])
    assert found["faults"] == []


def assert_in_one_row(lab):
    """Up to three panes stand side by side in a window of 1000 x 700, and all panes of one place are equally wide."""
    lab.page.set_viewport_size({"width": 1000, "height": 700})
    lab.page.wait_for_timeout(300)
    for areas in lab.page.evaluate(PLACES, PANEL):
        widths = [round(place["width"]) for place in areas if not place["wide"]]
        assert len(set(widths)) <= 1, areas
        if len(areas) <= 3 and not any(place["wide"] for place in areas):
            assert len({place["top"] for place in areas}) == 1, areas
    lab.page.set_viewport_size(VIEWPORT)


def pane(cell, caption):
    """Return the locator of the captioned pane in an explorer."""
    pattern = re.compile(rf"^\s*{re.escape(caption)}\s*$")
    return cell.locator(".course-pane").filter(has=cell.page.locator("b").get_by_text(pattern))


def brightness(picture):
    """Return the mean of an image's pixels as they are decoded on the page, 0 to 255, and its (rows, cols)."""
    return picture.evaluate(
        """async img => {
            for (let tries = 0; ; tries += 1) { // a picture that is being exchanged cannot be decoded
                try { await img.decode(); break; } catch (error) { if (tries > 20) throw error; }
                await new Promise(resolve => setTimeout(resolve, 50));
            }
            const canvas = document.createElement('canvas');
            canvas.width = img.naturalWidth; canvas.height = img.naturalHeight;
            const context = canvas.getContext('2d');
            context.drawImage(img, 0, 0);
            const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
            let sum = 0;
            for (let i = 0; i < pixels.length; i += 4) sum += pixels[i];
            return [sum / (pixels.length / 4), [canvas.height, canvas.width]];
        }"""
    )
