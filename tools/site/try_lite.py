"""Run the course in a real browser, in the lab of a site that was made: every cell of every notebook, headless.

    python course.py site
    python -m tools.site.try_lite                            all notebooks
    python -m tools.site.try_lite notebooks/01_intro.ipynb   this one
    python -m tools.site.try_lite --site FOLDER              of a site elsewhere

It needs Playwright, Chromium, and the network from which the lab takes Python (or a site made with --pyodide). It
says for each notebook how long the first picture, the kernel and all cells took, and which cells failed.
"""

import argparse
import contextlib
import functools
import sys
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.browser.lab import PANEL, Lab, Missing, chromium

from ..setup.stops import Stop
from .build import FOLDER

STARTS_WITHIN = 300  # seconds until the kernel is there: it fetches 15 MB, and a lesson 60 more
RUNS_WITHIN = 1500  # seconds for all cells of a notebook
PICTURE = f"{PANEL} .jp-OutputArea img"


class LiteLab(Lab):
    """One browser page with JupyterLite in it."""

    def __init__(self, browser, url, path=""):
        self.path = path
        super().__init__(browser, url, None)

    def start(self):
        """Load JupyterLite, with a notebook open if one was named."""
        opened = f"?path={self.path}" if self.path else ""
        self.page.goto(f"{self.url}lite/lab/index.html{opened}", timeout=120_000)
        self.page.wait_for_function("() => window.jupyterapp && window.jupyterapp.shell", timeout=120_000)
        self.do("async () => { await window.jupyterapp.restored; }", within=120)

    def wait_for_picture(self):
        """Wait until a picture is on the page: a still one, before anything has run."""
        self.page.wait_for_function(
            "where => [...document.querySelectorAll(where)].some(img => img.complete && img.naturalWidth)",
            arg=PICTURE,
            timeout=120_000,
        )

    def wait_for_kernel(self):
        """Wait until Python answers in the notebook in front."""
        self.do(
            """async () => {
                let panel;
                while (!(panel = window.jupyterapp.shell.currentWidget)?.sessionContext) {
                    await new Promise(resolve => setTimeout(resolve, 50));
                }
                await panel.sessionContext.ready;
                await panel.sessionContext.session.kernel.info;
                await panel.sessionContext.session.kernel.requestExecute({code: '1'}).done;
            }""",
            within=STARTS_WITHIN,
        )

    def printed(self, code):
        """Return what the kernel of the notebook in front prints when it runs code, or its error."""
        return self.do(
            """async code => {
                const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
                const future = kernel.requestExecute({code});
                let text = '';
                future.onIOPub = ({content}) => { text += content.text || content.evalue || ''; };
                await future.done;
                return text;
            }""",
            code,
            within=STARTS_WITHIN,
        )

    def run_all(self):
        """Run every cell of the notebook in front; return its cells."""
        self.do(
            "async () => { await window.jupyterapp.commands.execute('notebook:run-all-cells'); }", within=RUNS_WITHIN
        )
        return self.cells()


@contextlib.contextmanager
def served(folder):
    """Serve a folder on this machine; yield its address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    Quiet.extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def tried(browser, url, path):
    """Run a notebook; return a line of what happened, and the errors."""
    begun, marks = time.time(), []
    lab = LiteLab(browser, url, path)
    try:
        for name, wait in (("picture", lab.wait_for_picture), ("kernel", lab.wait_for_kernel), ("cells", lab.run_all)):
            with contextlib.suppress(Exception) if name == "picture" else contextlib.nullcontext():
                wait()  # a learner's copy has no picture yet
            marks.append(f"{name} {time.time() - begun:.0f} s")
        cells = lab.cells()
        errors = [f"{cell['source'][:80]!r}: {error}" for cell in cells for error in cell["errors"]]
        errors += [f"{sum(cell['count'] is None for cell in cells)} cells did not run"] * any(
            c["count"] is None for c in cells
        )
    except Exception as error:  # of Playwright, in many kinds: the next notebook is tried all the same
        errors = [str(error).splitlines()[0], *lab.complaints[-5:]]
    finally:
        lab.close()
    return f"{path}: {', '.join(marks)}, {len(errors)} failed", errors


def main(words):
    """Try the named notebooks, or all; return 1 where something failed."""
    parser = argparse.ArgumentParser(prog="python -m tools.site.try_lite")
    parser.add_argument("notebooks", nargs="*")
    parser.add_argument("--site", type=Path, default=FOLDER)
    options = parser.parse_args(words)
    files = options.site / "lite" / "files"
    if not files.is_dir():
        raise Stop(f"There is no lab in {options.site}: python course.py site makes it.")
    paths = options.notebooks or sorted(
        path.relative_to(files).as_posix() for path in files.rglob("*.ipynb") if path.parent.name != "work"
    )
    failed = False
    try:
        with served(options.site) as url, chromium() as browser:
            for path in paths:
                line, errors = tried(browser, url, path)
                print(line, *errors, sep="\n  ", flush=True)
                failed |= bool(errors)
    except Missing as reason:
        raise Stop(str(reason)) from None
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
