"""One JupyterLab and one Chromium for the tests of this folder, and a chapter opened in them."""

import contextlib
import os

import pytest

pytest.register_assert_rewrite("tests.browser.lab")  # so that a failure says what was there
from . import lab as browser_lab  # noqa: E402


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


@pytest.fixture(scope="module")
def unrun(lab, request):
    """The chapter that the file calls CHAPTER, as it comes with the course: nothing run yet."""
    lab.open(request.module.CHAPTER)
    return lab


@pytest.fixture(scope="module")
def chapter(unrun):
    """The chapter after Run All Cells: the browser page and the cells."""
    return unrun, unrun.run_all()


@pytest.fixture
def opened(chapter, request):
    """The page with the chapter, which was run, in front."""
    lab, _ = chapter
    lab.open(request.module.CHAPTER)
    return lab


@pytest.fixture(autouse=True)
def nothing_amiss(request):
    """No test may leave an error in the browser's console, or have asked another machine for anything."""
    yield
    if "lab" in request.fixturenames:
        lab = request.getfixturevalue("lab")
        # what makes the site brings an extension for the lab in the browser, which JupyterLab cannot load
        complaints = [text for text in lab.complaints if "@jupyterlite" not in text]
        lab.complaints = []
        assert complaints == []
        assert lab.outside == []
