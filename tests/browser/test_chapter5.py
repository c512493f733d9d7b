"""Chapter 5 in a browser: the cascade steps, faces are hidden in three ways, the portrait is restored."""

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

CHAPTER = "notebooks/05_faces.ipynb"


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
    for _ in range(200):  # a slow view comes as a preview first, and in full a moment later
        if re.search(pattern, locator.inner_text()):
            return
        locator.page.wait_for_timeout(50)
    assert re.search(pattern, locator.inner_text()), locator.inner_text()


def test_run_all_runs_every_cell_without_an_error(chapter):
    _, cells = chapter
    assert len(cells) > 45
    assert {cell["source"]: cell["errors"] for cell in cells if cell["errors"]} == {}
    assert [cell["count"] for cell in cells] == list(range(1, len(cells) + 1))


def test_the_cascade_steps_forward_and_back(chapter):
    lab, _ = chapter
    cell = lab.cell("steps.cascade()")
    back, forward = (cell.locator(f'button[title="One step {way}"]') for way in ("back", "forward"))
    explorer = cell.locator(".course-explorer")
    wait_for_text(explorer, r"[\d,]+ windows of all sizes")
    forward.click()
    wait_for_text(explorer, r"Stage 1 asks 3 questions")
    forward.click()
    wait_for_text(explorer, r"Stage 2 asks 4 questions")
    back.click()
    wait_for_text(explorer, r"Stage 1 asks 3 questions")


def test_faces_are_hidden_in_three_ways(chapter):
    lab, _ = chapter
    explorer = lab.cell("explore.privacy()").locator(".course-explorer")
    wait_for_text(explorer, r"The detector still finds 7")
    explorer.get_by_role("button", name="paint over").click()
    wait_for_text(explorer, r"The detector still finds 0[\s\S]*0 of 7 are named rightly")
    wait_for_text(explorer.locator(".course-code code"), r"'paint over'")
    explorer.get_by_role("button", name="blur", exact=True).click()
    wait_for_text(explorer, r"The detector still finds 7")


def test_a_moved_size_is_answered_in_full_after_the_preview(chapter):
    lab, _ = chapter
    cell = lab.cell('explore.faces(data.load("friends"))')
    explorer = cell.locator(".course-explorer")
    wait_for_text(explorer, r"8 of 8 faces found")
    slider = cell.locator('[role="slider"]').nth(3)  # max_size, from 200 down to 60
    slider.focus()
    slider.press("Home")
    wait_for_text(explorer.locator(".course-code code"), r"max_size=\(60, 60\)")
    wait_for_text(explorer, r"0 of 8 faces found, 8 missed")
    wait_for_text(explorer, r"^(?![\s\S]*preview)")


def test_another_order_and_a_wider_mask_raise_the_score(chapter):
    lab, _ = chapter
    cell = lab.cell("explore.portrait()")
    explorer = cell.locator(".course-explorer")
    wait_for_text(explorer, r"PSNR 22\.86 dB")
    slider = cell.locator('[role="slider"]').nth(1)
    slider.focus()
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    wait_for_text(explorer, r"PSNR 25\.\d\d dB")
    explorer.get_by_role("button", name="non-local means").click()
    wait_for_text(explorer.locator(".course-code code"), r"'non-local means'")
