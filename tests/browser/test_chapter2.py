"""Chapter 2 in a browser: it runs whole, a kernel can be typed, and a step-through steps."""

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

CHAPTER = "notebooks/02_filters.ipynb"


@pytest.fixture(scope="module")
def chapter(lab):
    """The chapter after Run All Cells: the browser page and the cells."""
    lab.open(CHAPTER)
    return lab, lab.run_all()


@pytest.fixture(autouse=True)
def nothing_amiss(lab):
    """No test may leave an error in the browser's console, or have asked another machine for anything."""
    yield
    complaints, lab.complaints = lab.complaints, []
    assert complaints == []
    assert lab.outside == []


def wait_for_text(locator, pattern):
    for _ in range(60):
        if re.search(pattern, locator.inner_text()):
            return
        locator.page.wait_for_timeout(50)
    assert re.search(pattern, locator.inner_text()), locator.inner_text()


def test_run_all_runs_every_cell_without_an_error(chapter):
    _, cells = chapter
    assert len(cells) > 60
    assert {cell["source"]: cell["errors"] for cell in cells if cell["errors"]} == {}
    assert [cell["count"] for cell in cells] == list(range(1, len(cells) + 1))


def test_a_kernel_is_typed_refused_and_mended(chapter):
    lab, _ = chapter
    cell = lab.cell("explore.kernel(data.camera())")
    cell.locator("select").first.select_option("my own")
    wait_for_text(cell.locator(".course-code code"), r"\[-1, 0, 1\], \[-2, 0, 2\]")
    typed = cell.locator("input[type=text]").first
    typed.fill("0 0 0; 0 0 2")
    wait_for_text(cell.locator(".course-refusal"), "3 rows of 3 numbers")
    typed.fill("0 0 0; 0 0 2; 0 0 0")
    wait_for_text(cell.locator(".course-code code"), r"\[0, 0, 2\]")
    wait_for_text(cell.locator(".course-refusal"), r"^\s*$")


def test_the_convolution_steps_forward_and_back(chapter):
    lab, _ = chapter
    cell = lab.cell("steps.convolution()")
    back, forward = (cell.locator(f'button[title="One step {way}"]') for way in ("back", "forward"))
    explorer = cell.locator(".course-explorer")
    wait_for_text(explorer, r"New pixel \[0, 0\]")
    forward.click()
    wait_for_text(explorer, r"New pixel \[0, 1\]")
    back.click()
    wait_for_text(explorer, r"New pixel \[0, 0\]")
