"""One JupyterLab and one Chromium for the tests of this folder."""

import contextlib
import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import lab as browser_lab


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A copy of what the learner sees, as course.py sets it up."""
    return browser_lab.copy_project(tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="module")
def lab(course):
    """JupyterLab in a browser. Where there is no browser: skipped, or failed if the tests must not do without."""
    with contextlib.ExitStack() as stack:
        try:
            browser = stack.enter_context(browser_lab.chromium())
        except browser_lab.Missing as reason:
            (pytest.fail if os.environ.get("COURSE_BROWSER") == "required" else pytest.skip)(str(reason))
        url, token = stack.enter_context(browser_lab.jupyterlab(course))
        page = browser_lab.Lab(browser, url, token)
        stack.callback(page.close)
        yield page
