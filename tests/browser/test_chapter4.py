"""Chapter 4 in a browser: both notebooks run whole, dots are counted, a step-through steps, a check answers."""

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from lab import brightness, pane

CHAPTER = "notebooks/04_segmentation.ipynb"
EXERCISES = "work/04_segmentation.ipynb"


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
    for _ in range(100):
        if re.search(pattern, locator.inner_text()):
            return
        locator.page.wait_for_timeout(50)
    assert re.search(pattern, locator.inner_text()), locator.inner_text()


def press(cell, slider, key, times=1):
    """Press a key on the slider with this number in the explorer."""
    cell.locator("[role=slider]").nth(slider).focus()
    for _ in range(times):
        cell.page.keyboard.press(key)


def test_run_all_runs_every_cell_without_an_error(chapter):
    _, cells = chapter
    assert len(cells) > 55
    assert {cell["source"]: cell["errors"] for cell in cells if cell["errors"]} == {}
    assert [cell["count"] for cell in cells] == list(range(1, len(cells) + 1))


def test_the_dots_are_counted_when_the_limits_are_right(chapter):
    lab, _ = chapter
    lab.open(CHAPTER)
    cell = lab.cell("explore.count()")
    explorer = cell.locator(".course-explorer")
    wait_for_text(explorer, r"by contours: 0 \(0 wrong, 14 missed\)")
    press(cell, 3, "ArrowRight", 10)  # level, blur, min points, max points
    wait_for_text(explorer, r"by contours: 14 \(0 wrong, 0 missed\)")
    wait_for_text(cell.locator(".course-code code"), r"0 <= len\(c\) < 100")
    wait_for_text(explorer, r"by regions: 0 \(0 wrong, 14 missed\)")


def test_superpixels_show_a_preview_and_then_the_whole_picture(chapter):
    lab, _ = chapter
    lab.open(CHAPTER)
    cell = lab.cell("explore.superpixels()")
    explorer = cell.locator(".course-explorer")
    press(cell, 0, "Home")
    wait_for_text(cell.locator(".course-code code"), r"n_segments=10,")
    wait_for_text(explorer, r"\b[4-9] pieces|1\d pieces")
    lab.wait_idle()
    for _ in range(60):
        if brightness(pane(cell, "boundaries").locator("img"))[1] == [256, 256]:
            break
        lab.page.wait_for_timeout(50)
    assert brightness(pane(cell, "boundaries").locator("img"))[1] == [256, 256]


def test_marching_squares_steps_forward_and_back(chapter):
    lab, _ = chapter
    lab.open(CHAPTER)
    cell = lab.cell("steps.marching_squares()")
    back, forward = (cell.locator(f'button[title="One step {way}"]') for way in ("back", "forward"))
    explorer = cell.locator(".course-explorer")
    wait_for_text(explorer, r"Cell \(0, 0\).*case 0")
    for _ in range(5):
        forward.click()
    wait_for_text(explorer, r"Cell \(0, 5\).*2 \+ 8, case 10")
    back.click()
    wait_for_text(explorer, r"Cell \(0, 4\)")


def test_exercises_run_unsolved_and_one_goes_from_not_yet_to_wrong_to_right(lab):
    lab.open(EXERCISES)
    cells = lab.run_all()
    assert {cell["source"]: cell["errors"] for cell in cells if cell["errors"]} == {}
    checks = [cell for cell in cells if cell["source"].startswith("check(")]
    # the given code of 4.14 counts one too many from the start; all the rest waits for the learner
    assert [cell["source"][:13] for cell in checks if "not yet" not in cell["text"]] == ['check("4.14",']
    assert len(checks) == 15
    stub = "def piece_sizes(labels):"
    lab.write(stub, f"{stub}\n    return np.unique(labels, return_counts=True)[1]")
    lab.run(stub)
    assert "wrong" in lab.run('check("4.1"')
    lab.cell('check("4.1"').get_by_text("a label that does not occur has dropped out").wait_for(timeout=5000)
    lab.write(stub, f"{stub}\n    return np.bincount(labels.ravel())")
    lab.run(stub)
    assert "right" in lab.run('check("4.1"')
    lab.cell('check("4.1"').get_by_text("its sum is the number of pixels").wait_for(timeout=5000)
