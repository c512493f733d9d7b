"""Chapter 1 as its reader meets it: in JupyterLab, in a browser, with the keyboard, the mouse and files."""

import json
import re
import shutil

import numpy as np
import pytest
from PIL import Image

from course_lib import color, data, util

from .lab import (
    ROOT,
    THEMES,
    assert_accessible,
    assert_fits,
    assert_in_one_row,
    assert_ran,
    brightness,
    pane,
    wait_for_text,
)

CHAPTER = "notebooks/01_intro.ipynb"
EXERCISES = "work/01_intro.ipynb"
THRESHOLD = "explore.threshold(coins)"
LIVE = re.compile(r"^(explore|steps)\.")


@pytest.fixture
def threshold(opened):
    """The threshold explorer of the chapter, which every test finds in front."""
    return opened.cell(THRESHOLD)


def read_level(cell):
    return int(cell.locator("[role=slider]").get_attribute("aria-valuenow").split(".")[0])


def line_of_code(cell):
    return cell.locator(".course-code code")


def wait_for_mask(cell, expected):
    """Wait until the mask on the screen is the expected one, pixel shares and size alike; fail with what is there."""
    picture = pane(cell, "mask").locator("img")
    for _ in range(60):
        share, shape = brightness(picture)
        if tuple(shape) == expected.shape and abs(share / 255 - expected.mean()) < 1e-6:
            return
        cell.page.wait_for_timeout(50)
    assert (share / 255, tuple(shape)) == (expected.mean(), expected.shape)


def choose_file(cell, path):
    with cell.page.expect_file_chooser() as chooser:
        cell.get_by_role("button", name="Your picture").click()
    chooser.value.set_files(path)


# --- reading and running -------------------------------------------------------------------------


def test_unrun_chapter_shows_still_pictures(unrun):
    starts = [cell["source"] for cell in unrun.cells() if LIVE.match(cell["source"])]
    assert len(starts) > 5
    for start in starts:
        outputs = unrun.cell(start).locator(".jp-OutputArea")
        outputs.locator("img").first.wait_for(timeout=5000)
        _, (rows, cols) = brightness(outputs.locator("img").first)
        assert min(rows, cols) > 100, start
        assert "Error displaying widget" not in outputs.inner_text(), start
        assert "VBox(" not in outputs.inner_text(), start


def test_whole_chapter_runs(chapter):
    _, cells = chapter
    assert_ran(cells, 40)


def test_nothing_in_an_explorer_is_wider_than_its_place(opened):
    assert_fits(opened)


def test_panes_are_equally_wide_and_three_stand_in_one_row(opened):
    assert_in_one_row(opened)


# --- the threshold explorer ----------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_no_fault(opened, theme):
    assert_accessible(opened, theme)


def test_key_press_changes_mask_and_code(threshold):
    level = read_level(threshold)
    wait_for_mask(threshold, data.coins() > level)
    threshold.locator("[role=slider]").focus()
    for _ in range(3):
        threshold.page.keyboard.press("ArrowRight")
    wait_for_mask(threshold, data.coins() > level + 3)
    assert line_of_code(threshold).inner_text() == f"mask = image > {level + 3}"
    assert f"level {level + 3}" in pane(threshold, "histogram").inner_text()


def test_inverted_exchanges_black_and_white(threshold):
    box = threshold.get_by_role("checkbox")
    box.check()
    level = read_level(threshold)
    wait_for_mask(threshold, data.coins() <= level)
    assert line_of_code(threshold).inner_text() == f"mask = image <= {level}"
    box.uncheck()
    wait_for_mask(threshold, data.coins() > level)


def test_a_slider_that_is_moved_during_a_long_cell_is_answered(threshold, opened):
    """JupyterLab sends what controls say to another thread: the picture changes at once, or when the cell is done."""
    threshold.locator("[role=slider]").focus()
    level = read_level(threshold)
    threshold.page.keyboard.press("ArrowRight")  # the first message starts that thread
    wait_for_mask(threshold, data.coins() > level + 1)
    opened.start_in_kernel("import time; time.sleep(4); slept = True")
    for _ in range(5):
        threshold.page.keyboard.press("ArrowRight")
        threshold.page.wait_for_timeout(100)
    opened.wait_idle()
    wait_for_mask(threshold, data.coins() > level + 6)
    assert line_of_code(threshold).inner_text() == f"mask = image > {level + 6}"
    assert threshold.locator(".course-refusal").inner_text().strip() == ""
    assert opened.ask_kernel("slept") == "True"


def test_copy_button_copies_the_line(threshold):
    threshold.get_by_role("button", name="copy", exact=True).click()
    threshold.get_by_role("button", name="copied").wait_for(timeout=5000)
    copied = threshold.page.evaluate("() => navigator.clipboard.readText()")
    assert copied == line_of_code(threshold).inner_text()


def test_own_picture_is_explored_and_no_picture_is_refused(threshold, tmp_path):
    shutil.copy2(ROOT / "data" / "dice.jpg", tmp_path / "my dice.jpg")
    choose_file(threshold, tmp_path / "my dice.jpg")
    dice = util.img_as_ubyte(color.rgb2gray(data.load("dice")))
    line_of_code(threshold).filter(has_text="my dice.jpg").wait_for(timeout=10_000)
    own = dice > read_level(threshold)
    wait_for_mask(threshold, own)

    (tmp_path / "letter.png").write_text("Dear reader, this is no picture.", encoding="utf-8")
    choose_file(threshold, tmp_path / "letter.png")
    refusal = threshold.locator(".course-refusal")
    refusal.get_by_text("no picture that can be read").wait_for(timeout=10_000)
    assert "letter.png" in refusal.inner_text()
    wait_for_mask(threshold, own)

    threshold.locator("[role=slider]").focus()
    threshold.page.keyboard.press("ArrowLeft")
    wait_for_mask(threshold, dice > read_level(threshold))
    assert refusal.inner_text().strip() == ""

    threshold.get_by_role("button", name="Back to the first picture").click()
    line_of_code(threshold).filter(has_text="my dice.jpg").wait_for(state="hidden", timeout=5000)
    wait_for_mask(threshold, data.coins() > read_level(threshold))


def test_photograph_of_many_megabytes_arrives(threshold, tmp_path):
    photograph = tmp_path / "photograph.jpg"
    noise = np.random.default_rng(0).integers(0, 256, (3600, 4800), dtype=np.uint8)
    Image.fromarray(noise).save(photograph, quality=92)
    assert 12e6 < photograph.stat().st_size < 20e6  # Jupyter by itself cuts the connection at 10 MiB
    choose_file(threshold, photograph)
    line_of_code(threshold).filter(has_text="photograph.jpg").wait_for(timeout=30_000)
    _, shape = brightness(pane(threshold, "picture").locator("img"))
    assert shape == [768, 1024]


# --- the step-through ----------------------------------------------------------------------------


def test_step_through_goes_forward_back_and_plays(opened):
    cell = opened.cell("steps.otsu(coins)")
    cell.locator("[role=slider]").focus()
    opened.page.keyboard.press("Home")
    wait_for_text(cell.locator(".course-texts"), "one number to choose")
    cell.get_by_title("One step forward").click()
    wait_for_text(cell.locator(".course-texts"), "Its histogram")
    cell.get_by_title("One step forward").click()
    wait_for_text(cell.locator(".course-texts"), "of the pixels below")
    cell.get_by_title("One step back").click()
    wait_for_text(cell.locator(".course-texts"), "Its histogram")
    cell.locator(".widget-play button").first.click()
    for _ in range(100):  # Play's own pace is 800 ms a step
        if read_level(cell) >= 3:
            break
        opened.page.wait_for_timeout(100)
    assert read_level(cell) >= 3
    wait_for_text(cell.locator(".course-texts"), "of the pixels below")
    cell.locator(".widget-play button").first.click()


def test_the_code_of_a_step_is_read_in_a_fold_that_stays_open(opened):
    cell = opened.cell("steps.otsu(coins)")
    fold, source = cell.locator("details.course-read"), cell.locator(".course-source")
    assert "threshold_otsu" in fold.inner_text()
    assert not source.is_visible()
    fold.locator("summary").focus()
    opened.page.keyboard.press("Enter")
    source.wait_for(state="visible")
    marked = source.locator("pre [aria-current=step]")
    cell.get_by_title("One step forward").click()
    wait_for_text(marked.first, "between_class_variance")
    assert fold.evaluate("fold => fold.open")
    scrolls = source.locator("pre").evaluate_all("all => all.map(pre => getComputedStyle(pre).overflowX)")
    assert set(scrolls) == {"auto"}
    cell.locator("details.course-read summary").click()
    source.wait_for(state="hidden")


# --- the exercises -------------------------------------------------------------------------------


def test_exercise_goes_from_not_yet_to_wrong_to_right(lab, course):
    lab.open(EXERCISES)
    cells = lab.run_all()
    assert {cell["source"]: cell["errors"] for cell in cells if cell["errors"]} == {}
    checks = [cell for cell in cells if cell["source"].startswith("check(")]
    # given code that holds a bug (1.12) is wrong from the start; all the rest waits for the learner
    assert [cell["source"][:12] for cell in checks if "not yet" not in cell["text"]] == ['check("1.12"']
    assert len(checks) > 12

    answer_with(lab, "np.fliplr(image)")
    assert "wrong" in lab.run('check("1.2"')
    lab.cell('check("1.2"').get_by_text("mirror").wait_for(timeout=5000)
    assert "✓" not in lab.run("progress(1)")

    answer_with(lab, "image[::-1]")
    assert "right" in lab.run('check("1.2"')
    lab.cell('check("1.2"').get_by_text("the rows run backwards").wait_for(timeout=5000)
    assert "✓ 1.2" in lab.run("progress(1)")
    kept = json.loads((course / "work" / "progress.json").read_text(encoding="utf-8"))
    assert list(kept["done"]) == ["1.2"]


def answer_with(lab, expression):
    source = f"def upside_down(image):\n    return {expression}"
    lab.write("def upside_down", source)
    lab.run(source)


# --- afterwards ----------------------------------------------------------------------------------


def test_saved_explorer_is_a_picture_without_its_kernel(opened, course):
    lab = opened
    lab.save()
    saved = course / CHAPTER
    shutil.copyfile(saved, saved.with_name("reopened.ipynb"))
    lab.open("notebooks/reopened.ipynb")
    outputs = lab.cell(THRESHOLD).locator(".jp-OutputArea")
    lab.page.wait_for_timeout(3000)  # JupyterLab looks for the lost widget for two seconds
    # JupyterLab's own words in the console about widgets whose kernel is gone
    lab.complaints = [text for text in lab.complaints if "widget model not found" not in text]
    assert outputs.locator("img:visible").count() == 1, outputs.inner_text()
    assert "Error" not in outputs.inner_text()  # innerText leaves out what is hidden
