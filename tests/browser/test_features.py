"""The first part of chapter 5 in a browser: it runs whole, and a slider of Canny moves."""

from .lab import assert_fits, assert_in_one_row, assert_ran, wait_for_text

CHAPTER = "notebooks/05_features.ipynb"


def test_run_all_runs_every_cell_without_an_error(chapter):
    _, cells = chapter
    assert_ran(cells, 25)


def test_nothing_in_an_explorer_is_wider_than_its_place(opened):
    assert_fits(opened)


def test_panes_are_equally_wide_and_three_stand_in_one_row(opened):
    assert_in_one_row(opened)


def test_a_larger_sigma_leaves_fewer_edges(opened):
    cell = opened.cell("explore.canny(")
    explorer = cell.locator(".course-explorer")
    wait_for_text(explorer, r"6379 pixels are edges")
    slider = cell.locator('[role="slider"]').first
    slider.focus()
    slider.press("End")
    wait_for_text(explorer.locator(".course-code code"), r"sigma=6\.0")
    wait_for_text(explorer, r"\b2?\d{3} pixels are edges")
