"""Chapter 3 in a browser: it runs whole, a slider moves, a hole is painted, a step-through steps."""

import ast
import re

import numpy as np
import pytest
from PIL import Image

from course_lib.explore.painting import painted_mask

from .lab import (
    assert_fits,
    assert_in_one_row,
    assert_ran,
    assert_saved_small,
    brightness,
    pane,
    wait_for_text,
)

CHAPTER = "notebooks/03_restoration.ipynb"
INPAINT = 'explore.inpaint(data.load("landscape")'


@pytest.fixture
def painting(opened):
    """The inpaint explorer with a clear pad in it."""
    cell = opened.cell(INPAINT)
    cell.locator("select").first.select_option("painted")
    cell.locator(".course-paint canvas").wait_for(timeout=10_000)
    cell.get_by_role("button", name="Clear").click()
    wait_for_text(cell.locator(".course-explorer"), "Nothing is missing yet")
    cell.locator(".course-paint").scroll_into_view_if_needed()
    return cell


def strokes_of(cell):
    """Return the strokes that the line of code on the screen holds."""
    code = cell.locator(".course-code code").inner_text()
    return ast.literal_eval(re.search(r"painted_mask\(image\.shape\[:2\], (.*)\)  #", code)[1])


def wait_for_painted(cell, number, size=(200, 256)):
    """Wait until so many strokes are in the code and the mask on the screen is theirs; return that mask."""
    for _ in range(100):
        if len(strokes_of(cell)) == number:
            mask = painted_mask(size, strokes_of(cell))
            share, shape = brightness(pane(cell, "mask").locator("img"))
            if tuple(shape) == mask.shape and abs(share / 255 - mask.mean()) < 1e-6:
                return mask
        cell.page.wait_for_timeout(50)
    raise AssertionError((strokes_of(cell), brightness(pane(cell, "mask").locator("img"))))


def test_run_all_runs_every_cell_without_an_error(chapter):
    _, cells = chapter
    assert_ran(cells, 50)


def test_a_run_does_not_swell_the_file(opened, course):
    assert_saved_small(opened, course / CHAPTER)


def test_nothing_in_an_explorer_is_wider_than_its_place(opened):
    assert_fits(opened)


def test_panes_are_equally_wide_and_three_stand_in_one_row(opened):
    assert_in_one_row(opened)


def test_a_slider_makes_the_noise_stronger(opened):
    cell = opened.cell("explore.noise_kinds")
    explorer = cell.locator(".course-explorer")
    wait_for_text(cell.locator(".course-code code"), r"var=0\.10\*\*2")
    before = re.search(r"change (0\.\d+)", explorer.inner_text())[1]
    cell.locator("[role=slider]").first.focus()
    for _ in range(5):
        opened.page.keyboard.press("ArrowRight")
    wait_for_text(cell.locator(".course-code code"), r"var=0\.15\*\*2")
    wait_for_text(explorer, rf"change (?!{before})0\.\d+")
    assert float(re.search(r"change (0\.\d+)", explorer.inner_text())[1]) > float(before)


def test_the_sheet_of_steel_is_stepped_forward_and_back(opened):
    cell = opened.cell("steps.biharmonic()")
    back, forward = (cell.locator(f'button[title="One step {way}"]') for way in ("back", "forward"))
    explorer = cell.locator(".course-explorer")
    at_first = "Each gets one equation; here are the first one's weights"
    wait_for_text(explorer, at_first)
    forward.click()
    wait_for_text(explorer, rf"(?s)^(?!.*{at_first})")
    back.click()
    wait_for_text(explorer, at_first)
    cell.locator("[role=slider]").first.focus()
    opened.page.keyboard.press("End")
    wait_for_text(explorer, r"All 16 equations are solved together")


def test_a_hole_is_painted_with_the_mouse_and_filled(painting):
    page = painting.page
    box = painting.locator(".course-paint canvas").bounding_box()
    across = [(box["x"] + share * box["width"], box["y"] + 0.5 * box["height"]) for share in (0.25, 0.5, 0.75)]
    page.mouse.move(*across[0])
    page.mouse.down()
    for place in across[1:]:
        page.mouse.move(*place, steps=8)
    page.mouse.up()
    mask = wait_for_painted(painting, 1)
    assert mask[100, 64:192].all()  # from a quarter to three quarters of the width, at half of the height
    assert not mask[:80].any()
    assert not mask[100, :50].any()
    wait_for_text(painting.locator(".course-explorer"), rf"Missing: {mask.mean():.1%} of the pixels. PSNR of what was")

    page.mouse.click(box["x"] + 0.5 * box["width"], box["y"] + 0.2 * box["height"])
    assert wait_for_painted(painting, 2)[40, 128]
    painting.get_by_role("button", name="Undo").click()
    assert not wait_for_painted(painting, 1)[40, 128]


def test_a_hole_is_painted_by_keyboard(painting):
    canvas = painting.locator(".course-paint canvas")
    canvas.focus()
    for key in ("Space", "ArrowDown", "ArrowDown", "Space"):
        painting.page.keyboard.press(key)
    wait_for_painted(painting, 2)
    (radius, (row, col)), (_, below) = strokes_of(painting)
    assert below == [pytest.approx(row + 2 * radius, abs=0.003), col]  # a step is a radius, in shares of the rows
    wider = painting.get_by_title("Brush size")
    wider.focus()
    painting.page.keyboard.press("ArrowRight")
    canvas.focus()
    painting.page.keyboard.press("Space")
    wait_for_painted(painting, 3)
    assert strokes_of(painting)[2][0] == pytest.approx(radius + 0.01)
    painting.page.keyboard.press("Backspace")
    wait_for_painted(painting, 2)
    # the notebook did not take the keys for its own
    assert painting.locator(".course-paint canvas").evaluate("canvas => document.activeElement === canvas")


def test_the_learners_own_picture_is_painted_on(painting, tmp_path):
    colours = np.random.default_rng(0).integers(0, 256, (150, 100, 3), dtype=np.uint8)
    Image.fromarray(colours).save(tmp_path / "mine.png")
    with painting.page.expect_file_chooser() as chooser:
        painting.get_by_role("button", name="Your picture").click()
    chooser.value.set_files(tmp_path / "mine.png")
    wait_for_text(painting.locator(".course-code code"), "mine.png")
    canvas = painting.locator(".course-paint canvas")
    painting.page.wait_for_function("canvas => canvas.height > 1.4 * canvas.width", arg=canvas.element_handle())
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    painting.page.mouse.click(box["x"] + 0.25 * box["width"], box["y"] + 0.5 * box["height"])
    assert wait_for_painted(painting, 1, (150, 100))[75, 25]
    painting.get_by_role("button", name="Back to the first picture").click()
    wait_for_text(painting.locator(".course-explorer"), "Nothing is missing yet")


def test_a_chosen_hole_comes_back_when_the_list_says_so(painting):
    painting.locator("select").first.select_option("square")
    wait_for_text(painting.locator(".course-code code"), r"hole_mask\(image\.shape\[:2\], 'square', 0\.50")
    assert painting.locator(".course-paint").count() == 0
    assert painting.locator("[role=slider]").count() == 3
