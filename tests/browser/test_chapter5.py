"""The second part of chapter 5 in a browser: the cascade steps, faces are hidden, the portrait is restored."""

import re

from .lab import assert_fits, assert_in_one_row, assert_ran, wait_for_text

CHAPTER = "notebooks/05_faces.ipynb"


def test_run_all_runs_every_cell_without_an_error(chapter):
    _, cells = chapter
    assert_ran(cells, 25)


def test_nothing_in_an_explorer_is_wider_than_its_place(opened):
    assert_fits(opened)


def test_panes_are_equally_wide_and_three_stand_in_one_row(opened):
    assert_in_one_row(opened)


def test_the_cascade_steps_forward_and_back(opened):
    cell = opened.cell("steps.cascade()")
    back, forward = (cell.locator(f'button[title="One step {way}"]') for way in ("back", "forward"))
    explorer = cell.locator(".course-explorer")
    wait_for_text(explorer, r"[\d,]+ windows of all sizes")
    forward.click()
    wait_for_text(explorer, r"Stage 1 asks 3 questions")
    forward.click()
    wait_for_text(explorer, r"Stage 2 asks 4 questions")
    back.click()
    wait_for_text(explorer, r"Stage 1 asks 3 questions")


def test_faces_are_hidden_in_three_ways(opened):
    explorer = opened.cell("explore.privacy()").locator(".course-explorer")
    wait_for_text(explorer, r"The detector still finds 7")
    explorer.get_by_role("button", name="paint over").click()
    wait_for_text(
        explorer, r"The detector still finds 0[\s\S]*0 of 7 rightly as it is, and 0 of 7 hidden in the same way"
    )
    explorer.get_by_role("button", name="pixelate").click()
    slider = opened.cell("explore.privacy()").locator('[role="slider"]').nth(1)  # blocks, greyed until now
    for _ in range(20):  # keys that come while it is still greyed are lost
        slider.focus()
        slider.press("Home")
        slider.press("ArrowRight")
        opened.page.wait_for_timeout(500)
        if re.search(r"blocks=2\b", explorer.locator(".course-code code").inner_text()):
            break
    wait_for_text(explorer, r"2 of 7 rightly as it is, and 5 of 7 hidden in the same way")
    explorer.get_by_role("button", name="paint over").click()
    wait_for_text(explorer.locator(".course-code code"), r"'paint over'")
    explorer.get_by_role("button", name="blur", exact=True).click()
    wait_for_text(explorer, r"The detector still finds 7")


def test_a_moved_size_is_answered_in_full_after_the_preview(opened):
    cell = opened.cell('explore.faces(data.load("friends"))')
    explorer = cell.locator(".course-explorer")
    wait_for_text(explorer, r"8 of 8 faces found")
    slider = cell.locator('[role="slider"]').nth(3)  # max_size, from 200 down to 60
    slider.focus()
    slider.press("Home")
    wait_for_text(explorer.locator(".course-code code"), r"max_size=\(60, 60\)")
    wait_for_text(explorer, r"0 of 8 faces found, 8 missed")
    wait_for_text(explorer, r"^(?![\s\S]*preview)")


def test_another_order_and_a_wider_mask_raise_the_score(opened):
    cell = opened.cell("explore.portrait()")
    explorer = cell.locator(".course-explorer")
    wait_for_text(explorer, r"PSNR 22\.86 dB")
    slider = cell.locator('[role="slider"]').nth(1)
    slider.focus()
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    wait_for_text(explorer, r"PSNR 25\.\d\d dB")
    explorer.get_by_role("button", name="non-local means").click()
    wait_for_text(explorer.locator(".course-code code"), r"'non-local means'")
